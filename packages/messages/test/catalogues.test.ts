import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import { messageAreas, messageFiles } from "../../../scripts/message-types.ts";
import { type Address, clientAreas, type Locale, localesOf, type MessageId, messages } from "../src/index.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const folder = path.join(root, "packages/messages/src");

type Catalogue = Readonly<Record<string, string>>;

const read = (file: string): Catalogue => JSON.parse(readFileSync(path.join(folder, file), "utf8"));
const areas = messageAreas();
const english = new Map(areas.flatMap((area) => Object.entries(read(`${area}/en.json`))));

/** Each catalogue that is sent to readers: formal, and informal with what reads differently put in. */
const addressed = areas.flatMap((area) =>
  localesOf(area).flatMap((locale) => {
    const formal = read(`${area}/${locale}.json`);
    const own = globSync(`${area}/${locale}.informal.json`, { cwd: folder }).map(read)[0] ?? {};
    return [
      { area, locale, address: "formal" as Address, own: formal, catalogue: formal },
      { area, locale, address: "informal" as Address, own, catalogue: { ...formal, ...own } },
    ];
  }),
);

/** The arguments of a message, with the kind of each: "count plural", "title argument". */
function argumentsOf(elements: readonly MessageFormatElement[]): readonly string[] {
  const found = elements.flatMap((element): string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`${element.value} tag`, ...argumentsOf(element.children)];
    const own = `${element.value} ${TYPE[element.type]}`;
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [own];
    return [own, ...Object.values(element.options).flatMap((option) => argumentsOf(option.value))];
  });
  return [...new Set(found)].sort();
}

function* plurals(elements: readonly MessageFormatElement[]): Generator<readonly string[]> {
  for (const element of elements) {
    if (element.type === TYPE.plural) yield Object.keys(element.options);
    if (element.type === TYPE.tag) yield* plurals(element.children);
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const option of Object.values(element.options)) yield* plurals(option.value);
  }
}

const isClientArea = (area: string) => clientAreas.some((each) => each === area);

test("there are messages, each with a description and an id of its area", () => {
  assert.ok(english.size >= 60, `${english.size} messages`);
  for (const area of areas) {
    const ids = Object.keys(read(`${area}/en.json`));
    const descriptions = read(`${area}/descriptions.json`);
    // Staff's messages may share one: "signals.drop" describes all that begin so.
    const describes = (prefix: string, id: string) =>
      id === prefix || (!isClientArea(area) && id.startsWith(`${prefix}.`));
    for (const id of ids)
      assert.ok(
        Object.keys(descriptions).some((prefix) => describes(prefix, id)),
        `${id} is not described`,
      );
    for (const [prefix, description] of Object.entries(descriptions)) {
      assert.match(description, /^[A-Z].{15,}\.$/, prefix);
      assert.ok(
        ids.some((id) => describes(prefix, id)),
        `${prefix} describes nothing`,
      );
    }
    for (const id of ids) assert.match(id, new RegExp(`^${area}(\\.[a-z][a-z0-9-]*){1,4}$`));
    assert.deepEqual(ids, [...ids].sort(), "in order, so that a message is found");
  }
});

test("every locale has the same messages with the same arguments", () => {
  for (const { area, locale, address, own, catalogue } of addressed) {
    const ids = Object.keys(read(`${area}/en.json`));
    assert.deepEqual(Object.keys(catalogue).sort(), ids, `${locale} ${address}`);
    for (const id of Object.keys(own)) assert.ok(ids.includes(id), `${locale} ${address}: ${id}`);
    for (const id of ids)
      assert.deepEqual(
        argumentsOf(parse(catalogue[id]!)),
        argumentsOf(parse(english.get(id)!)),
        `${locale} ${address}: ${id}`,
      );
  }
});

test("every plural has a text for each category that whole numbers take in its language", () => {
  for (const { locale, address, catalogue } of addressed) {
    const rules = new Intl.PluralRules(locale);
    const categories = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
    for (const [id, message] of Object.entries(catalogue))
      for (const options of plurals(parse(message)))
        for (const category of [...categories, "other"])
          assert.ok(options.includes(category), `${locale} ${address}: ${id} lacks ${category}`);
  }
});

/** Values that a message may be given, several of each kind. */
const samples: Readonly<Record<string, readonly (string | number)[]>> = {
  argument: ["Ärger & <b>Nähe</b>", "3"],
  number: [0, 1, 2, 1234],
  plural: [1, 2, 5, 21, 1_000_000],
};

function valuesOf(message: string): readonly Readonly<Record<string, string | number>>[] {
  let all: Record<string, string | number>[] = [{}];
  for (const argument of argumentsOf(parse(message))) {
    const [name = "", kind = ""] = argument.split(" ");
    const options = new Set<string>();
    (function collect(elements: readonly MessageFormatElement[]) {
      for (const element of elements)
        if (element.type === TYPE.plural || element.type === TYPE.select)
          for (const [option, { value }] of Object.entries(element.options)) {
            if (element.type === TYPE.select && element.value === name && value.length > 0)
              options.add(option);
            collect(value);
          }
    })(parse(message));
    const choices = kind === "select" ? [...options] : samples[kind]!;
    all = all.flatMap((values) => choices.map((choice) => ({ ...values, [name]: choice })));
  }
  return all;
}

test("every message for clients is a text with all sample values, and holds each of them", () => {
  for (const { locale, address, catalogue } of addressed.filter(({ area }) => isClientArea(area)))
    for (const [id, message] of Object.entries(catalogue))
      for (const values of valuesOf(message)) {
        const text = String(new IntlMessageFormat(message, locale).format(values));
        const told = `${locale} ${address}: ${id} ${JSON.stringify(values)}: ${text}`;
        assert.ok(text.trim() !== "" && text === text.trim() && !/[{}#]| {2}|undefined/.test(text), told);
        for (const [name, value] of Object.entries(values))
          if (typeof value === "string" && name !== "unit") assert.ok(text.includes(value), told);
        for (const value of Object.values(values))
          if (typeof value === "number")
            assert.ok(text.includes(new Intl.NumberFormat(locale).format(value)), told);
      }
});

/** Names in the reader's grammatical person: what is left of formal address where the reader is a child. */
const formal: Readonly<Record<Locale, RegExp>> = {
  en: /(?!)/,
  de: /\b(Sie (?:haben|können|sind|sich|noch|es)|Ihre?[nmrs]?|Ihnen)\b/,
  es: /\b(usted|Su|su|sus|Sus|Pida|Elija|Responda|Revise|espere|ya puede|También puede)\b/,
  fr: /\b(vous|votre|vos|Vous|Votre|Vos)\b/,
  it: /\b(Lei|chi La|Suo|Sua|Sue|Suoi|Può|Chieda|Scelga|Risponda|Controlli|chiami)\b/i,
};
/** Read by adults only, or before it is known who reads. "Ihr" and "vous" of a child and their helper are plural. */
const adultOnly =
  /\.(error|unavailable|title|own)\.|seen-by\.(adult-safety|caregiver|child|observer|only-me|therapist|adolescent)$|not-changed$|not-saved$|consent\.caregiver$/;

test("children and adolescents are addressed informally throughout", () => {
  for (const { area, locale, address, catalogue } of addressed) {
    if (address === "formal" || !isClientArea(area)) continue;
    for (const [id, message] of Object.entries(catalogue)) {
      if (adultOnly.test(id)) continue;
      // Here "Sie" is the answers.
      assert.doesNotMatch(message.replace(/\bSie sind einmal\b/g, ""), formal[locale], `${locale}: ${id}`);
    }
  }
});

test("the types are those of the English catalogues: run `npm run messages`", () => {
  for (const [file, text] of messageFiles()) assert.equal(readFileSync(file, "utf8"), text, file);
});

test("every message is used, and every id that is used exists", () => {
  const files = globSync("{packages,apps}/*/{src,app,server}/**/*.{ts,tsx}", { cwd: root }).filter(
    // Names of tables (`auth.user`) are written like ids.
    (file) => !file.startsWith("packages/messages/") && !file.startsWith("packages/store/src/backup/"),
  );
  const used = new Set<string>();
  const patterns = new Map<string, RegExp>();
  const found = new RegExp(`["\`]((?:${areas.join("|")})\\.(?:[a-z0-9.-]|\\$\\{[^}\`]+\\})+)["\`]`, "g");
  // A name like that of the style sheet `form.css` is no id: ids of messages do not end in "css".
  for (const file of files)
    for (const [, id = ""] of readFileSync(path.join(root, file), "utf8").matchAll(found))
      if (id.includes("$")) {
        const parts = id.split(/\$\{[^}]+\}/).map((part) => part.replaceAll(".", "\\."));
        patterns.set(`${file}: ${id}`, new RegExp(`^${parts.join("[a-z0-9.-]+")}$`));
      } else if (!id.endsWith(".css")) used.add(id);
  assert.ok(used.size > 20 && patterns.size > 0, `${used.size} ids, ${patterns.size} patterns`);
  for (const id of used) assert.ok(english.has(id), `${id} is used and does not exist`);
  const ids = [...english.keys()];
  for (const [place, pattern] of patterns)
    assert.ok(
      ids.some((id) => pattern.test(id)),
      place,
    );
  for (const id of ids)
    assert.ok(used.has(id) || [...patterns.values()].some((one) => one.test(id)), `${id} is not used`);
});

test("no message with tags is asked for as text: its tags need functions", () => {
  const tagged = [...english].filter(([, message]) => /<[a-z]+>/.test(message)).map(([id]) => id);
  assert.ok(tagged.length > 20, `${tagged.length} messages with tags`);
  const asked = /\btext\(\s*["`]([a-z0-9.-]+)["`]/g;
  const files = globSync("{packages,apps}/*/{src,app,server}/**/*.{ts,tsx}", { cwd: root });
  const calls = files.flatMap((file) =>
    [...readFileSync(path.join(root, file), "utf8").matchAll(asked)].map(([, id = ""]) => ({ file, id })),
  );
  assert.ok(calls.length > 300, `${calls.length} calls`);
  assert.deepEqual(
    calls.filter(({ id }) => tagged.includes(id)),
    [],
  );
});

test("a text around an element, texts by plural category, and numbers are those of the locale", () => {
  assert.deepEqual(messages("de").around("client-form.send.progress", "answered", { total: 12 }), [
    "",
    " von 12 Fragen beantwortet",
  ]);
  assert.deepEqual(messages("de").byPlural("client-form.send.unanswered"), {
    one: "# Frage ist noch nicht beantwortet.",
    other: "# Fragen sind noch nicht beantwortet.",
  });
  assert.equal(
    messages("fr").byPlural("client-form.send.unanswered").one,
    "# question est encore sans réponse.",
  );
  const tooLong = { length: 12345, limit: 2000 };
  const inGerman = messages("de", "informal").text("client-form.problem.text-too-long", tooLong);
  assert.equal(inGerman, "Der Text hat 12.345 Zeichen. Möglich sind 2.000. Bitte kürze ihn.");
});

/** Compiled, never run: each line that is marked must not compile. */
export function wrongCalls(): void {
  const words = messages("en");
  // @ts-expect-error There is no such message.
  words.text("client-form.send.buton");
  // @ts-expect-error A value is missing.
  words.text("client-form.closed.no-wording.text");
  // @ts-expect-error A value has the wrong type.
  words.text("client-form.problem.text-too-long", { length: "3", limit: 2 });
  // @ts-expect-error There is no such unit.
  words.text("client-form.sitting.time-left", { unit: "hours", count: 1 });
  // @ts-expect-error The message takes no values.
  words.text("client-form.send.button", { count: 1 });
  const id: MessageId = "client-form.send.button";
  words.text(id);
}
