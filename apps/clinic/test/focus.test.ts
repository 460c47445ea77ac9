import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogue, type Instrument } from "@concord/instruments";
import { messages } from "@concord/messages";
import { importWording } from "@concord/practice";
import type { Page } from "playwright-core";
import { openClinic } from "./support/clinic.ts";
import { openDemo } from "./support/demo.ts";
import { inBrowser } from "./support/in-browser.ts";
import { scrollToEach, tabThrough } from "./support/in-sight.ts";

const { clinic, browser } = await inBrowser(openClinic());
const { clinic: demo } = await inBrowser(openDemo());

const sizes = [
  { width: 390, height: 700 },
  { width: 1440, height: 900 },
] as const;

/** Large text, as it reaches a page: the browser's own setting, or a style sheet of the reader's. */
const texts: Readonly<Record<string, { readonly setting: number; readonly root: string }>> = {
  "text at 100 %": { setting: 16, root: "" },
  "text at 200 % by the browser's setting": { setting: 32, root: "" },
  "text at 200 % by a style": { setting: 16, root: "200%" },
};

/** The longest text that the bar of a form shows. */
const longestRemark = messages("en").text("client-form.send.not-sent");

/** Words of the test's own for forms whose owners do not let theirs be shipped. */
async function giveWords(instrument: Instrument): Promise<void> {
  const items = instrument.items.map((item, index) => [
    item.id,
    { text: `Question ${index + 1}: words as long as a question of a form mostly is, to the end of it` },
  ]);
  const pack = {
    instrument: instrument.id,
    language: "en",
    title: "A form of the test",
    instruction: "Please answer each question as it is for you today.",
    items: Object.fromEntries(items),
  };
  const { actor } = clinic.people.administrator;
  const { kind } = await importWording(clinic.clinic.appContext, actor, pack);
  assert.equal(kind, "kept", instrument.id);
}

/** Opens every follow-up and the help, and lets the bar say its longest. */
function openEverything(remark: string): void {
  for (const group of document.querySelectorAll("fieldset")) {
    const last = [...group.querySelectorAll<HTMLInputElement>("input[type=radio]")].at(-1);
    if (last !== undefined) last.checked = true;
  }
  const place = document.querySelector("[data-remark]");
  if (place !== null) place.textContent = remark;
}

/** Looks at a form in both sizes and all texts; by keyboard too where its words are the ones that are shipped. */
async function inEveryLook(page: Page, told: string, byKeyboard: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const size of sizes)
    for (const [text, { setting, root }] of Object.entries(texts)) {
      await page.setViewportSize(size);
      await session.send("Page.setFontSizes", { fontSizes: { standard: setting } });
      await page.evaluate((rootSize) => {
        document.documentElement.style.fontSize = rootSize;
      }, root);
      const here = `${told} at ${size.width}×${size.height}, ${text}`;
      const controls = await scrollToEach(page, here);
      assert.ok(controls > 1, `${here}: ${controls} controls`);
      if (!byKeyboard) continue;
      const stops = await tabThrough(page, here);
      assert.ok(stops > 1 && controls >= stops, `${here}: ${stops} stops among ${controls} controls`);
    }
}

/** One form of each way of answering: seven, eleven and four steps, with words and without, and faces. */
const kinds = [
  "concord-alliance-session-client-adult",
  "concord-alliance-session-client-child",
  "wai-client",
  "srs-client",
  "phq-9",
];

/** Opening a window takes longer than looking at a form: one shows all of them, one after the other. */
let window: ReturnType<typeof browser.open> | null = null;

/** Every other form that can be given to a client or an observer, once each: narrow, with twice as large a text. */
for (const instrument of catalogue.filter(
  ({ id, rater, items, key }) =>
    rater !== "therapist" && items.length > 0 && key !== "needed" && !kinds.includes(id),
))
  test(`no control of ${instrument.id} is under the bar with large text`, async () => {
    if (instrument.wordings.length === 0) await giveWords(instrument);
    window ??= browser.open();
    const { page } = await window;
    await page.setViewportSize(sizes[0]);
    await page.goto(clinic.url + (await clinic.ask(instrument.id, instrument.ageBands[0])));
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await page.evaluate(openEverything, longestRemark);
    const controls = await scrollToEach(page, instrument.id);
    assert.ok(
      controls > instrument.items.length,
      `${controls} controls for ${instrument.items.length} items`,
    );
  });

for (const instrument of catalogue.filter(({ id }) => kinds.includes(id)))
  test(`no control of ${instrument.id} is under the bar when it is focused or scrolled to`, async () => {
    if (instrument.wordings.length === 0) await giveWords(instrument);
    const { page, context } = await browser.open();
    const path = await clinic.ask(instrument.id, instrument.ageBands[0]);
    await page.goto(clinic.url + path);
    const own = instrument.wordings.length > 0;
    await page.evaluate(openEverything, "");
    if (own) await inEveryLook(page, "with every answer open", true);
    await page.evaluate(openEverything, longestRemark);
    await inEveryLook(page, "while the bar speaks", false);
    await context.close();
  });

/** The clinic's pages, by who may see all that is on them. */
const pages: Readonly<Record<string, readonly string[]>> = {
  "Ines Halloran": [
    "/caseload",
    "/caseload/new",
    "/tasks",
    "/evidence",
    "/evidence/studies",
    "/evidence/synthesis/:synthesis",
    "/account",
    "/case/:episode",
    "/case/:episode/items",
    "/case/:episode/notes",
  ],
  "Lena Sorensen": ["/library", "/library/texts", "/evidence/import"],
  "Sam Whitfield": ["/import", "/settings", "/settings/wordings", "/settings/staff"],
};

for (const size of sizes)
  test(`no control of the clinic's pages is covered at ${size.width} px, also with large text`, async () => {
    const { page, context } = await browser.open();
    await page.setViewportSize(size);
    for (const [who, paths] of Object.entries(pages)) {
      await context.clearCookies();
      await demo.enter(page, who);
      const named: Record<string, string> = {};
      if (paths.some((path) => path.includes(":"))) {
        named["/case/:episode"] = await demo.openCase(page, "Mara K.");
        await page.goto(`${demo.url}/evidence/syntheses`);
        const synthesis = page.locator("a[href^='/evidence/synthesis/']").first();
        named["/evidence/synthesis/:synthesis"] = (await synthesis.getAttribute("href")) ?? "";
      }
      for (const pattern of paths) {
        const [about = ""] = Object.keys(named).filter((one) => pattern.startsWith(one));
        const path = about === "" ? pattern : pattern.replace(about, named[about] ?? "");
        const answer = await page.goto(demo.url + path);
        assert.equal(answer?.status(), 200, path);
        for (const root of ["", "200%"]) {
          await page.evaluate((rootSize) => {
            document.documentElement.style.fontSize = rootSize;
          }, root);
          const controls = await scrollToEach(page, `${path}, root ${root}`);
          assert.ok(controls > 3, path);
        }
      }
    }
    await context.close();
  });
