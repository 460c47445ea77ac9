import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator } from "playwright-core";
import { desk, phone } from "./support/browser.ts";
import { openClinic } from "./support/clinic.ts";
import { openDemo } from "./support/demo.ts";
import { inBrowser } from "./support/in-browser.ts";
import { check, tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());
const { clinic: demo } = await inBrowser(openDemo());

/** What a reader could see of an element where the browser has taken the page's own colours away. */
const seen = (element: Locator) =>
  element.evaluate((one) => {
    const { backgroundColor, color, borderTopColor, borderTopWidth, outlineStyle, outlineWidth } =
      getComputedStyle(one);
    return { backgroundColor, color, borderTopColor, borderTopWidth, outlineStyle, outlineWidth };
  });

const forms = [
  ["concord-alliance-session-client-adult", "adult", ".step"],
  ["phq-9", "adult", ".step"],
  ["concord-alliance-session-client-adolescent", "adolescent", ".step"],
  ["concord-alliance-session-client-child", "child", ".face"],
] as const;

for (const colorScheme of ["light", "dark"] as const)
  for (const [instrument, of, drawn] of forms)
    test(`in forced colours, ${colorScheme}, ${instrument} shows what is chosen, focused and pressed`, async () => {
      const { page, context } = await browser.open({ ...phone, colorScheme, forcedColors: "active" });
      await page.goto(clinic.url + (await clinic.ask(instrument, of)));
      const answers = page.locator("fieldset").first().locator(drawn);
      await check(answers.nth(1).locator("input"));
      const chosen = await seen(answers.nth(1).locator("> span"));
      const other = await seen(answers.nth(0).locator("> span"));
      assert.notEqual(chosen.backgroundColor, other.backgroundColor);
      assert.notEqual(chosen.backgroundColor, chosen.color, "its words can be read");
      assert.ok(Number.parseFloat(chosen.borderTopWidth) > Number.parseFloat(other.borderTopWidth));
      assert.ok(Number.parseFloat(other.borderTopWidth) >= 1, "each answer has a line round it");

      await page.keyboard.press("ArrowRight");
      const focused = await seen(answers.nth(2).locator("> span"));
      assert.equal(focused.outlineStyle, "solid");
      assert.ok(Number.parseFloat(focused.outlineWidth) >= 2);
      const button = await seen(page.locator("[data-send]"));
      assert.ok(Number.parseFloat(button.borderTopWidth) >= 1, "the button has a line round it");
      await context.close();
    });

test("in forced colours the clinic shows where one is and what is chosen", async () => {
  const { page, context } = await browser.open({ ...desk, forcedColors: "active" });
  await demo.enter(page, "Ines Halloran");
  await page.goto(`${demo.url}/caseload`);
  const links = page.locator(".top-nav a");
  const current = await seen(page.locator(".top-nav a[aria-current=page]"));
  const other = await seen(links.locator("visible=true").and(page.locator(":not([aria-current])")).first());
  assert.notEqual(current.backgroundColor, other.backgroundColor);
  await tap(page.locator(".caseload-client a").first());
  await page.waitForURL(/\/case\//);
  // The address changes before the page does.
  await page.locator(".case-facts").waitFor();
  const way = page.locator(".segmented").first();
  await way.waitFor();
  const here = await seen(way.locator("[aria-current], [aria-pressed=true]").first());
  const there = await seen(way.locator(":is(a, button):not([aria-current], [aria-pressed=true])").first());
  assert.notEqual(here.backgroundColor, there.backgroundColor);
  const button = await seen(page.locator("main .button").first());
  assert.ok(Number.parseFloat(button.borderTopWidth) >= 1);
  // A drawing keeps its colours, on a ground of its own.
  const drawing = await page
    .locator(".drawing")
    .first()
    .evaluate((one) => {
      const { backgroundColor, forcedColorAdjust } = getComputedStyle(one) as CSSStyleDeclaration & {
        forcedColorAdjust: string;
      };
      return { backgroundColor, forcedColorAdjust };
    });
  assert.equal(drawing.forcedColorAdjust, "none");
  assert.notEqual(drawing.backgroundColor, "rgba(0, 0, 0, 0)");
  await context.close();
});
