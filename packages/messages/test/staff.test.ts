import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { messageAreas } from "../../../scripts/message-types.ts";
import { createMessages } from "../src/create-messages.ts";
import {
  clientAreas,
  formatMessage,
  formattersFor,
  isMessage,
  loadStaffMessages,
  type MessageId,
  messages,
  staffLocaleFor,
  staffLocales,
  staffMessages,
} from "../src/index.ts";
import { bannedForStaff } from "./banned-words.ts";

const folder = path.resolve(import.meta.dirname, "../src");
const read = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(path.join(folder, file), "utf8"));

const staffAreas = messageAreas().filter((area) => !clientAreas.some((each) => each === area));
const texts = staffLocales.flatMap((locale) =>
  staffAreas.flatMap((area) =>
    Object.entries(read(`${area}/${locale}.json`)).map(([id, text]) => ({
      locale,
      id: id as MessageId,
      text,
    })),
  ),
);

/** The values that each argument of a message may take, by name. */
function samplesOf(elements: readonly MessageFormatElement[], found = new Map<string, Set<unknown>>()) {
  const add = (name: string, ...values: unknown[]) =>
    found.set(name, new Set([...(found.get(name) ?? []), ...values]));
  for (const element of elements) {
    if (element.type === TYPE.argument) add(element.value, "Ärger & <b>Nähe</b>");
    if (element.type === TYPE.number) add(element.value, 0, 1, 61.5, 1234);
    if (element.type === TYPE.date || element.type === TYPE.time) add(element.value, "2026-03-07T10:00:00Z");
    if (element.type === TYPE.plural) add(element.value, 0, 1, 2, 21);
    if (element.type === TYPE.select)
      for (const [option, { value }] of Object.entries(element.options))
        if (option !== "other" || value.length > 0) add(element.value, option);
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const { value } of Object.values(element.options)) samplesOf(value, found);
    if (element.type === TYPE.tag) samplesOf(element.children, found);
  }
  return found;
}

function tagsOf(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return [element.value, ...tagsOf(element.children)];
    return element.type === TYPE.plural || element.type === TYPE.select
      ? Object.values(element.options).flatMap(({ value }) => tagsOf(value))
      : [];
  });
}

/** Each message with its first values, and with each other value of each argument in turn. */
function* everyText() {
  for (const { locale, id, text } of texts) {
    const elements = parse(text);
    const samples = samplesOf(elements);
    const first = Object.fromEntries([...samples].map(([name, values]) => [name, [...values][0]]));
    const tags = Object.fromEntries(
      tagsOf(elements).map((tag) => [tag, (inside: unknown[]) => inside.join("")]),
    );
    const all = [
      first,
      ...[...samples].flatMap(([name, values]) => [...values].map((value) => ({ ...first, [name]: value }))),
    ];
    for (const values of all)
      for (const written of locale === "en" ? (["en", "en-XA", "ar-XB"] as const) : [locale]) {
        const { pieces } = staffMessages(written) as unknown as {
          pieces: (id: string, values: object, tags: object) => readonly unknown[];
        };
        yield {
          locale: written,
          id,
          values,
          text: pieces(id, values, tags).join("").replace(/ {2,}/g, " ").trim(),
        };
      }
  }
}

test("every message for staff is a text with all sample values, in each language and in the pseudo-locales", () => {
  for (const { locale, id, values, text } of everyText()) {
    const shown = `${locale}: ${id} ${JSON.stringify(values)}: ${text}`;
    assert.ok(text !== "", shown);
    // Paragraphs of an e-mail have an empty line between them.
    const judged = id.endsWith(".email") ? text.replaceAll("\n\n", "\n") : text;
    assert.doesNotMatch(judged, /[{}#]|undefined|\[object| [.,;:](\s|$)|\.\.|\s\s/, shown);
  }
});

test("no text for staff holds a word that Concord does without", () => {
  for (const { locale, id, text } of texts)
    if (locale === "en") {
      // Hours of the clock, which are no sessions.
      const isTime = /^settings\..*task-hours|^messages\.times\./.test(id);
      const judged = isTime ? text.replace(/\bhours\b/gi, "") : text;
      assert.doesNotMatch(judged.replace(/\{\w+, (plural|select)/g, ""), bannedForStaff, id);
    }
});

test("apostrophes and quotation marks for staff are typographic", () => {
  for (const { locale, id, text } of texts)
    assert.doesNotMatch(text.replace(/'[{}]'/g, ""), /['"]/, `${locale}: ${id}`);
});

/** How many words a text has that are no values and no symbols. */
const wordsIn = (text: string) =>
  text
    .replace(/\{\w+, (?:plural|select),|\b\w+ (?=\{)/g, " ")
    .replace(/\{[^{}]*\}/g, " ")
    .match(/\p{Letter}{2,}/gu)?.length ?? 0;

test("every sample text differs between languages, but for terms that are the same", () => {
  const same = texts.filter(
    ({ locale, id, text }) =>
      locale === "it" &&
      wordsIn(text) > 3 &&
      texts.some((one) => one.locale === "en" && one.id === id && one.text === text),
  );
  assert.deepEqual(same, []);
});

test("staff read English where their language has no catalogue", () => {
  assert.deepEqual(["it-CH", "de-AT", "fr", "en-XA", ""].map(staffLocaleFor), [
    "it",
    "en",
    "en",
    "en-XA",
    "en",
  ]);
});

test("a browser's page loads one language and reads the same as the server", async () => {
  for (const locale of [...staffLocales, "en-XA", "ar-XB"] as const) {
    const loaded = await loadStaffMessages(locale, "Europe/Rome");
    assert.equal(loaded.locale, locale);
    assert.equal(loaded.text("shell.frame.demo"), staffMessages(locale).text("shell.frame.demo"));
  }
  assert.equal(
    staffMessages("it").text("shell.frame.demo"),
    "Studio dimostrativo: tutte le persone e i dati sono simulati.",
  );
});

test("a message that no loaded catalogue holds is refused by its id", () => {
  const { text } = staffMessages("en") as unknown as { readonly text: (id: string) => string };
  assert.throws(() => text("client-form.send.button"), {
    message: "message requires an id of a loaded catalogue: client-form.send.button",
  });
});

/** Messages of a made-up catalogue. */
function example(texts: Readonly<Record<string, string>>, locale: "en" | "it", timeZone = "UTC") {
  const made = createMessages({ locale, timeZone, find: (id) => texts[id] });
  return made as unknown as {
    readonly text: (id: string, values?: object) => string;
    readonly pieces: (id: string, values: object, tags: object) => readonly unknown[];
  };
}

test("a value may be another message, and several are listed as the language lists", () => {
  const catalogue = {
    sentence: "{what} decreased.",
    rating: "The {rater} rating",
    goals: "goals",
    bond: "bond",
  };
  const nested = {
    id: "rating",
    values: { rater: [{ id: "goals", values: {} }, { id: "bond", values: {} }, "age"] },
  };
  assert.equal(
    example(catalogue, "en").text("sentence", { what: nested }),
    "The goals, bond, and age rating decreased.",
  );
  assert.equal(
    example(catalogue, "it").text("sentence", { what: nested }),
    "The goals, bond e age rating decreased.",
  );
  assert.ok(
    isMessage(nested) && !isMessage("rating") && !isMessage({ id: 3, values: {} }) && !isMessage(null),
  );
});

test("what stands between tags is given to a function; a value with markup stays text", () => {
  const { pieces } = example({ read: "See <link>the {what} page</link> first, {name}." }, "en");
  const link = (inside: readonly unknown[]) => ({ link: inside });
  assert.deepEqual(pieces("read", { what: "help", name: "<b>Ann</b>" }, { link }), [
    "See ",
    { link: ["the help page"] },
    " first, <b>Ann</b>.",
  ]);
});

test("dates are those of the reader's language and the practice's time zone; a day without time is that day", () => {
  const texts = { at: "{when, date, medium} {when, time, short}", day: "{when, date, medium}" };
  // Half past eleven at night in London is half past twelve of the next day in Rome.
  const when = "2026-01-31T23:30:00Z";
  assert.equal(example(texts, "en").text("at", { when }), "31 Jan 2026 23:30");
  assert.equal(example(texts, "it", "Europe/Rome").text("at", { when: new Date(when) }), "1 feb 2026 00:30");
  assert.equal(example(texts, "en", "America/Lima").text("day", { when: "2026-01-31" }), "31 Jan 2026");
  const format = formattersFor("it", "Europe/Rome");
  assert.equal(format.date(when), "1 feb 2026");
  assert.equal(format.dateTime(when), "1 feb 2026, 00:30");
  assert.equal(format.time(when), "00:30");
});

test("numbers, shares, lists and durations are written as the language writes them", () => {
  const en = formattersFor("en", "UTC");
  const it = formattersFor("it", "UTC");
  assert.deepEqual([en.number(12345.5), it.number(12345.5)], ["12,345.5", "12.345,5"]);
  assert.deepEqual([en.percent(0.956, 1), it.percent(0.956, 1)], ["95.6%", "95,6%"]);
  assert.deepEqual([en.list(["a", "b"]), it.list(["a", "b", "c"], "disjunction")], ["a and b", "a, b o c"]);
  assert.deepEqual(
    [90, 0, 3_600, 90_061].map((seconds) => en.duration(seconds)),
    ["1 minute, 30 seconds", "0 seconds", "1 hour", "1 day, 1 hour"],
  );
  assert.equal(it.duration(90), "1 minuto e 30 secondi");
});

test("statistics are written in APA style: no zero before the point of a bounded value, in English only", () => {
  const texts = { r: "r = {r, number, bounded}, d = {d, number, statistic}, p = {p, number, bounded-3}" };
  const values = { r: -0.284, d: -0.001, p: 0.0414 };
  assert.equal(example(texts, "en").text("r", values), "r = −.28, d = 0.00, p = .041");
  assert.equal(example(texts, "it").text("r", values), "r = −0,28, d = 0,00, p = 0,041");
  const [en, it] = [formattersFor("en", "UTC"), formattersFor("it", "UTC")];
  assert.deepEqual(
    [en.statistic(1, "bounded"), en.statistic(-0.5), en.statistic(1234.5)],
    ["1.00", "−0.50", "1234.50"],
  );
  assert.deepEqual([it.statistic(0.5, "bounded"), it.statistic(61.24, "statistic-1")], ["0,50", "61,2"]);
});

/** Compiled, never run: each line that is marked must not compile. */
export function wrongCalls(): void {
  const words = staffMessages("en");
  words.text("shell.frame.demo");
  formatMessage({ id: "shell.frame.demo", values: {} }, words);
  // @ts-expect-error A client's message is in no catalogue of staff.
  words.text("client-form.send.button");
  // @ts-expect-error A client's message is in no catalogue of staff.
  formatMessage({ id: "client-form.send.button", values: {} }, words);
  // @ts-expect-error A staff message is in no catalogue of clients.
  messages("en").text("shell.frame.demo");
  // @ts-expect-error There is no such message.
  formatMessage({ id: "shell.frame.dem", values: {} }, words);
  // @ts-expect-error Staff do not read German.
  staffMessages("de");
}
