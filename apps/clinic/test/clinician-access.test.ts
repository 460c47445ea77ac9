import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { desk, phone } from "./support/browser.ts";
import { openDemo } from "./support/demo.ts";
import { findings } from "./support/findings.ts";
import { inBrowser } from "./support/in-browser.ts";
import { tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openDemo());

const looks = [
  { name: "a phone in the light", ...phone, colorScheme: "light" },
  { name: "a desk in the dark", ...desk, colorScheme: "dark" },
] as const;

for (const { name, ...look } of looks) {
  test(`every clinical page on ${name} is free of findings and of sideways scrolling`, async () => {
    const { page, context } = await browser.open(look);
    await clinic.enter(page, "Ines Halloran");
    await page.goto(`${clinic.url}/caseload`);
    const path = await page.locator(".caseload-client a").first().getAttribute("href");
    const episode = path?.split("/")[2];
    await audit(page, look.viewport.width, [
      "/caseload",
      "/caseload?search=nobody-of-this-name",
      `/case/${episode}`,
      `/case/${episode}/items`,
      `/case/${episode}/notes`,
      `/review/${episode}?views=both`,
      "/tasks",
      "/caseload/new",
      "/reflections",
    ]);
    await context.close();
  });

  test(`a group's page on ${name} is free of findings and of sideways scrolling`, async () => {
    const { page, context } = await browser.open(look);
    await clinic.enter(page, "Priya Raman");
    await page.goto(`${clinic.url}/caseload`);
    await tap(page.getByRole("navigation", { name: "Groups" }).getByRole("link").first());
    await page.waitForURL(/\/group\//);
    await audit(page, look.viewport.width, [new URL(page.url()).pathname]);
    await context.close();
  });
}

const folded = ["Show as text and table", "Reasons and evidence", "Why this is shown"];

async function audit(page: Page, widest: number, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(clinic.url + path);
    if (/^\/case\/[^/]+$/.test(path)) {
      for (const words of folded) await tap(page.getByText(words).first());
    }
    assert.deepEqual(await findings(page), [], path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= widest, `${path} is ${width} pixels wide`);
  }
}
