import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What every page keeps to: one name, no style of its own, nothing wider than the screen, no rule of access broken. */
export async function assertReadable(page: Page, path: string): Promise<void> {
  assert.equal(await page.locator("[style]").count(), 0, `${path} has inline styles`);
  assert.equal(await page.locator("h1").count(), 1, `${path} has one name`);
  const overflow = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
  assert.ok(Number(overflow) <= 0, `${path} is ${overflow} px too wide`);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  assert.deepEqual(told, [], path);
}
