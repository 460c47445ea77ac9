import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findings, guidelines } from "./findings.ts";

/** What every page keeps to: one name, no style of its own, nothing wider than the screen, no rule of access broken. */
export async function assertReadable(page: Page, path: string): Promise<void> {
  assert.equal(await page.locator("[style]").count(), 0, `${path} has inline styles`);
  assert.equal(await page.locator("h1").count(), 1, `${path} has one name`);
  const overflow = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
  assert.ok(Number(overflow) <= 0, `${path} is ${overflow} px too wide`);
  assert.deepEqual(await findings(page, { tags: guidelines }), [], path);
}
