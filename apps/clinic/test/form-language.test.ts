import assert from "node:assert/strict";
import { test } from "node:test";
import { findInstrument } from "@concord/instruments";
import { type PseudoLocale, pseudoText } from "@concord/messages";
import { addSession, importWording, openEpisode, requestForm } from "@concord/practice";
import type { Page } from "playwright-core";
import { phone, wordsOf } from "./support/browser.ts";
import { help, openClinic } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { check, tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());
const { appContext } = clinic.clinic;
const therapist = clinic.people.therapist.actor;
const sessionForm = "concord-alliance-session-client-adult";

/** Asks a client who speaks this language for a form, and gives back its address. */
async function askIn(
  language: string,
  instrument: string,
  ageBand: "adult" | "adolescent" | "child" = "adult",
): Promise<string> {
  const episode = await openEpisode(appContext, therapist, { client: "K. M.", ageBand, language });
  const session = await addSession(appContext, therapist, { episode });
  const { path } = await requestForm(appContext, therapist, { episode, session, instrument });
  return clinic.url + path;
}

/** Loads words of the test's own for a form: those it comes with, changed. */
async function loadWords(instrument: string, language: string, change: (text: string) => string) {
  const { title, instruction, items } = findInstrument(instrument)!.wordings[0]!;
  const reading = await importWording(appContext, clinic.people.administrator.actor, {
    instrument,
    language,
    title: change(title),
    instruction: change(instruction),
    items: Object.fromEntries(
      Object.entries(items).map(([id, { text, anchors = {} }]) => [
        id,
        {
          text: change(text),
          anchors: Object.fromEntries(Object.entries(anchors).map(([code, words]) => [code, change(words)])),
        },
      ]),
    ),
  });
  assert.equal(reading.kind, "kept");
}

const documentOf = (page: Page) =>
  page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);

async function choose(page: Page, name: string, value: number): Promise<void> {
  await check(page.locator(`input[name="${name}"][value="${value}"]`));
}

test("a German form is German throughout: questions, page, script, thanks", async () => {
  const { page, context } = await browser.open({ ...phone, locale: "en-GB" });
  await page.goto(await askIn("de-AT", sessionForm));
  assert.deepEqual(await documentOf(page), ["de", "ltr"]);
  assert.match(await wordsOf(page.locator("h1")), /Wie war die Sitzung heute\?/);
  assert.match(await wordsOf(page.locator(".seen-by")), /^Sie und Ihre Therapeut:in/);
  for (const id of ["i01", "i02", "i03", "i04", "i05"]) await choose(page, id, 6);
  assert.match(await wordsOf(page.locator(".progress")), /von 6 Fragen beantwortet/);
  await tap(page.getByRole("button", { name: "Antworten senden" }));
  await page.getByText("1 Frage ist noch nicht beantwortet.").waitFor();
  await tap(page.getByRole("button", { name: "Ohne die fehlenden Antworten senden" }));
  await page.getByRole("heading", { name: "Vielen Dank" }).waitFor();
  assert.deepEqual(await documentOf(page), ["de", "ltr"]);
  await context.close();
});

test("children and adolescents are addressed informally, in each language", async () => {
  const young = ["adolescent", "child"] as const;
  const words = { de: /deine Antworten/, es: /tus respuestas/, fr: /tes réponses/, it: /le tue risposte/ };
  for (const ageBand of young)
    for (const [language, pattern] of Object.entries(words)) {
      const url = await askIn(language, `concord-alliance-session-client-${ageBand}`, ageBand);
      const page = await (await fetch(url)).text();
      assert.match(page, pattern, `${ageBand} ${language}`);
      assert.match(page, new RegExp(`<html lang="${language}" dir="ltr"`));
    }
});

test("where there are no messages in a form's language, the frame is English and the questions keep theirs", async () => {
  await loadWords("phq-9", "nl", (text) => `${text} (nl)`);
  const { page, context } = await browser.open(phone);
  await page.goto(await askIn("nl", "phq-9"));
  assert.deepEqual(await documentOf(page), ["en", "ltr"]);
  assert.equal(await page.locator("h1[lang=nl]").count(), 1);
  assert.equal(await page.locator(".form-questions[lang=nl] fieldset").count(), 9);
  assert.match(await wordsOf(page.locator("[data-send]")), /Send answers/);
  await choose(page, "i09", 2);
  assert.equal(await page.locator(".help[lang=en]").getByText(help.heading).isVisible(), true);
  await context.close();
});

test("a link of which nothing is known answers in the browser's language", async () => {
  const told = {
    "de-CH,de;q=0.9": "Dieser Link funktioniert nicht",
    "pt, fr;q=0.5": "Ce lien ne fonctionne pas",
  };
  for (const [accepted, heading] of Object.entries(told)) {
    const answer = await fetch(`${clinic.url}/f/${"x".repeat(43)}`, {
      headers: { "accept-language": accepted },
    });
    assert.equal(answer.status, 404);
    assert.ok((await answer.text()).includes(heading), accepted);
  }
  assert.match(
    await (await fetch(`${clinic.url}/f/short`)).text(),
    /<html lang="en"[\s\S]*This link does not work/,
  );
});

/** Texts on the page that are in no catalogue: letters without accents, beside what the practice wrote itself. */
function plainTexts(): readonly string[] {
  const own = ".practice, .help, .credits, script, style";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent ?? "";
    if (/[A-Za-z]{2}/.test(text) && walker.currentNode.parentElement?.closest(own) === null) found.push(text);
  }
  return found;
}

/** Elements that are wider than their place, and the page if it scrolls sideways. */
function overflowing(): readonly string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const page = scrollWidth > clientWidth ? [`page: ${scrollWidth} of ${clientWidth}`] : [];
  const inner = [...document.querySelectorAll<HTMLElement>("main *")].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    const isHidden = element.closest(".visually-hidden") !== null || width <= 1;
    return !isHidden && (left < -1 || right > clientWidth + 1);
  });
  const words = [...document.querySelectorAll<HTMLElement>(".step > span, .face > span, button")].filter(
    (element) => element.scrollWidth > element.clientWidth + 1,
  );
  return [
    ...page,
    ...[...inner, ...words].map((one) => `${one.tagName}.${one.className} ${one.textContent}`),
  ];
}

for (const [locale, direction] of [
  ["en-XA", "ltr"],
  ["ar-XB", "rtl"],
] as const satisfies readonly (readonly [PseudoLocale, string])[])
  test(`in the pseudo-locale ${locale} no text is fixed in code and nothing overflows`, async () => {
    for (const [id, ageBand] of [
      [sessionForm, "adult"],
      ["concord-rupture-client", "adult"],
      ["concord-alliance-session-client-child", "child"],
      ["concord-alliance-session-client-adolescent", "adolescent"],
    ] as const) {
      await loadWords(id, locale, (text) => pseudoText(text, locale));
      const { page, context } = await browser.open(phone);
      await page.goto(await askIn(locale, id, ageBand));
      assert.deepEqual(await documentOf(page), [locale, direction]);
      await choose(page, "i01", 2);
      assert.deepEqual(await page.evaluate(overflowing), [], `${id} ${locale}`);
      assert.deepEqual(await page.evaluate(plainTexts), [], `${id} ${locale}`);
      await tap(page.locator("[data-send]"));
      await page.locator(".remark:not(:empty)").waitFor();
      assert.deepEqual(await page.evaluate(plainTexts), [], `${id} ${locale}, with questions open`);
      assert.deepEqual(await page.evaluate(overflowing), [], `${id} ${locale}, with questions open`);
      await tap(page.locator("[data-send]"));
      await page.locator(".closing h1").waitFor();
      assert.deepEqual(await page.evaluate(plainTexts), [], `${id} ${locale}, sent`);
      assert.deepEqual(await page.evaluate(overflowing), [], `${id} ${locale}, sent`);
      await context.close();
    }
  });
