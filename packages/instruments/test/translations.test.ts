import assert from "node:assert/strict";
import { test } from "node:test";
import { withTranslations } from "../src/catalogue/concord/translations/index.ts";
import { catalogue, type Instrument, type ItemWording, startForm, type Wording } from "../src/index.ts";

const languages = ["en", "de", "es", "fr", "it"];

/** Concord's own forms that somebody else than a therapist or observer answers. */
const forms = catalogue.filter(
  ({ id, rater }) => id.startsWith("concord-") && ["client", "caregiver", "member"].includes(rater),
);

const wordingOf = (form: Instrument, language: string): Wording =>
  form.wordings.find((wording) => wording.language === language)!;

const textsOf = ({ title, instruction, items }: Wording): readonly string[] => [
  title,
  instruction,
  ...Object.values(items).flatMap(({ text, anchors }) => [text, ...Object.values(anchors ?? {})]),
];

const labelled = ({ anchors }: ItemWording) => Object.keys(anchors ?? {});

test("every form for clients, caregivers and members comes in five languages, the translations marked", () => {
  assert.equal(forms.length, 16);
  for (const form of forms) {
    assert.deepEqual(
      form.wordings.map(({ language }) => language),
      languages,
      form.id,
    );
    for (const { language, translation } of form.wordings)
      assert.equal(translation, language === "en" ? undefined : "not-checked", `${form.id} ${language}`);
    for (const language of ["de-AT", "es-MX", "fr-CA", "it-CH"])
      assert.equal(startForm(form, language, []).kind, "ready", `${form.id} ${language}`);
  }
});

test("a translation has the questions of the English text, with labels on the same answers", () => {
  for (const form of forms)
    for (const language of languages) {
      const { items } = wordingOf(form, language);
      const english = wordingOf(form, "en").items;
      assert.deepEqual(Object.keys(items), Object.keys(english), `${form.id} ${language}`);
      for (const [id, item] of Object.entries(items)) {
        assert.deepEqual(labelled(item), labelled(english[id]!), `${form.id} ${language} ${id}`);
        const labels = Object.values(item.anchors ?? {});
        assert.equal(new Set(labels).size, labels.length, `${form.id} ${language} ${id}: labels differ`);
      }
    }
});

test("no text is empty, left in English, or that of another question", () => {
  for (const form of forms) {
    const english = new Set(textsOf(wordingOf(form, "en")).filter((text) => text.length > 12));
    for (const language of languages.slice(1)) {
      const wording = wordingOf(form, language);
      for (const text of textsOf(wording)) {
        assert.ok(text.trim() === text && text !== "", `${form.id} ${language}`);
        assert.ok(!english.has(text), `${form.id} ${language}: ${text}`);
        assert.doesNotMatch(text, /["']/, `${form.id} ${language}: ${text}`);
      }
      const questions = Object.values(wording.items).map(({ text }) => text);
      assert.equal(new Set(questions).size, questions.length, `${form.id} ${language}`);
    }
  }
});

/** How the reader is addressed in each language. */
const formal: Readonly<Record<string, RegExp>> = {
  de: /\b(Sie\b(?! hilft)|Ihre?[nmrs]?|Ihnen)\b/,
  es: /\b(usted|piense|elija)\b/i,
  fr: /\b(vous|votre|vos)\b/i,
  it: /\b(Lei|Suo|Sua|[Ss]celga|[Pp]ensi all[ae])\b/,
};
const informal: Readonly<Record<string, RegExp>> = {
  de: /\b(du|dir|dich|deine?[nmrs]?)\b/i,
  es: /\b(tú|ti|te|contigo|quieres)\b/i,
  fr: /\b(tu|toi|ton|ta|tes|t’)\b/i,
  it: /\b(ti|te|tuo|tua|vuoi|puoi)\b/i,
};

test("adults are addressed formally, children and adolescents informally, all ages neither way", () => {
  for (const form of forms)
    for (const language of languages.slice(1)) {
      const { title, instruction, items } = wordingOf(form, language);
      // What is asked is said in the first person; the reader is addressed in the frame around it.
      const last = Object.values(items)
        .filter(({ anchors }) => anchors === undefined)
        .map(({ text }) => text);
      const frame = [title, instruction, ...last].join(" ");
      const isForAdults = form.rater === "caregiver" || form.ageBands.every((band) => band === "adult");
      const isForYoung = form.rater === "client" && form.ageBands.every((band) => band !== "adult");
      const told = `${form.id} ${language}: ${frame}`;
      if (!isForAdults) assert.doesNotMatch(frame, formal[language]!, told);
      if (!isForYoung) assert.doesNotMatch(frame, informal[language]!, told);
      if (isForAdults && !isForYoung) assert.match(frame, formal[language]!, told);
      if (isForYoung) assert.match(frame, informal[language]!, told);
    }
});

test("an answer's words mean the same code in every language", () => {
  for (const form of forms) {
    const codes = new Map<string, string>();
    for (const { language, items } of form.wordings)
      for (const [id, { anchors }] of Object.entries(items))
        for (const [code, label] of Object.entries(anchors ?? {})) {
          const before = codes.get(`${id} ${label}`);
          assert.ok(before === undefined || before === code, `${form.id} ${language} ${id}: ${label}`);
          codes.set(`${id} ${label}`, code);
        }
  }
});

test("a form that is called validated takes no unchecked translation", () => {
  const claimed: Instrument = { ...forms[0]!, validation: "published" };
  assert.throws(() => withTranslations(claimed), RangeError);
  for (const form of catalogue)
    for (const { translation } of form.wordings)
      assert.ok(translation === undefined || form.validation === "not-yet-validated", form.id);
});
