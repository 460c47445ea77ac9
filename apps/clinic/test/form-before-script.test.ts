import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { openClinic } from "./support/clinic.ts";
import { holdScripts } from "./support/held-scripts.ts";
import { inBrowser } from "./support/in-browser.ts";
import { check, tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());

const sessionForm = "concord-alliance-session-client-adult";

const answer = (page: Page, name: string, value: number) =>
  check(page.locator(`input[name="${name}"][value="${value}"]`));

const answered = (page: Page, name: string, value: number) =>
  page.locator(`input[name="${name}"][value="${value}"]`).isChecked();

test("what is answered before the script has come stands above what was kept, and is kept too", async () => {
  const { page, context } = await browser.open();
  const address = clinic.url + (await clinic.ask(sessionForm));
  await page.goto(address);
  await answer(page, "i01", 6);
  await answer(page, "i03", 2);
  await page.locator("textarea").fill("half a thought");

  const release = await holdScripts(context);
  await page.goto(address, { waitUntil: "commit" });
  await answer(page, "i03", 5);
  await page.locator("textarea").fill("a whole thought");
  release();
  await page.waitForLoadState();
  assert.ok(await answered(page, "i01", 6), "kept before");
  assert.ok(await answered(page, "i03", 5), "answered now");
  assert.equal(await page.locator("textarea").inputValue(), "a whole thought");

  await page.goto(address);
  assert.ok(await answered(page, "i03", 5));
  assert.equal(await page.locator("textarea").inputValue(), "a whole thought");
  await context.close();
});

test("what is sent before the script has come does not stay on the device", async () => {
  const { page, context } = await browser.open();
  const address = clinic.url + (await clinic.ask(sessionForm));
  await page.goto(address);
  await answer(page, "i01", 6);
  assert.equal(await page.evaluate("localStorage.length"), 1);

  const release = await holdScripts(context);
  await page.goto(address, { waitUntil: "commit" });
  await answer(page, "i02", 6);
  await tap(page.locator("[data-send]"));
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  release();
  await page.waitForLoadState();
  assert.equal(await page.evaluate("localStorage.length"), 0);
  await context.close();
});
