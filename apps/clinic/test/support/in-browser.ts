import assert from "node:assert/strict";
import { after } from "node:test";
import { openBrowser, type TestBrowser } from "./browser.ts";

/**
 * A clinic and a browser for the tests of one file: `const { clinic, browser } = await inBrowser(openDemo());`. Both
 * are closed after the last of them, and by then the browser must have had nothing to complain of.
 */
export async function inBrowser<Clinic extends { readonly stop: () => Promise<void> }>(
  opening: Promise<Clinic>,
): Promise<{ readonly clinic: Clinic; readonly browser: TestBrowser }> {
  const [clinic, browser] = await Promise.all([opening, openBrowser()]);
  after(async () => {
    assert.deepEqual(browser.complaints, []);
    await browser.close();
    await clinic.stop();
  });
  return { clinic, browser };
}
