import assert from "node:assert/strict";
import { test } from "node:test";
import { findInstrument, readWordingPack, startForm } from "../src/index.ts";

const srs = findInstrument("srs-client")!;
const phq9 = findInstrument("phq-9")!;
const concord = findInstrument("concord-alliance-session-client-adult")!;

/** Placeholder words: the real ones belong to their holder. */
const pack = {
  instrument: "srs-client",
  language: "de",
  title: "Sitzung",
  instruction: "Bitte ankreuzen.",
  items: {
    i01: { text: "Erste Linie", anchors: { 0: "links", 10: "rechts" } },
    i02: { text: "Zweite Linie" },
    i03: { text: "Dritte Linie" },
    i04: { text: "Vierte Linie" },
  },
};

function problemsOf(json: unknown): readonly string[] {
  const reading = readWordingPack(json);
  return reading.kind === "problems" ? reading.problems : [];
}

test("a pack that fits lets a closed form start, in its language and its regions", () => {
  const reading = readWordingPack(pack);
  assert.ok(reading.kind === "wording-pack");
  assert.equal(reading.instrument, "srs-client");
  assert.deepEqual(reading.wording.items.i01, { text: "Erste Linie", anchors: { 0: "links", 10: "rechts" } });
  for (const language of ["de", "DE", "de-AT"]) {
    assert.equal(startForm(srs, language, [reading]).kind, "ready");
  }
  assert.deepEqual(startForm(srs, "en", [reading]), {
    kind: "refused",
    sentence:
      "The words of Session Rating Scale, version 3 are loaded in German, not in English. Ask Scott D. Miller, Barry L. Duncan, Lynn Johnson; International Center for Clinical Excellence for the official translation, then import it as a wording pack.",
  });
});

test("without its words a form is refused, and the sentence says whom to ask", () => {
  const start = startForm(findInstrument("wai-sr-client")!, "en", []);
  assert.ok(start.kind === "refused");
  assert.match(start.sentence, /not loaded.*Society for Psychotherapy Research.*import the wording pack/);
});

test("without its key a form is refused even when words are there", () => {
  const start = startForm(findInstrument("cats-client")!, "en", []);
  assert.ok(start.kind === "refused");
  assert.match(start.sentence, /does not have its scoring key\. Ask Brent Mallinckrodt/);
});

test("open forms start at once; a site's own wording comes first", () => {
  const shipped = startForm(phq9, "en-US", []);
  assert.ok(shipped.kind === "ready");
  assert.equal(shipped.wording.items.i09?.anchors?.[0], "Not at all");
  const own = { ...concord.wordings[0]!, title: "Ours" };
  const start = startForm(concord, "en", [{ instrument: concord.id, wording: own }]);
  assert.equal(start.kind === "ready" && start.wording.title, "Ours");
  const inPortuguese = startForm(concord, "pt", []);
  assert.match(inPortuguese.kind === "refused" ? inPortuguese.sentence : "", /Anyone may translate it/);
});

test("each way a pack does not fit has its line", () => {
  assert.deepEqual(problemsOf([]), ["The file is not a JSON object."]);
  assert.deepEqual(problemsOf({ language: "en" }), ["The file does not say which instrument it words."]);
  assert.deepEqual(problemsOf({ ...pack, instrument: "nothing" }), [
    'Concord\'s catalogue has no instrument "nothing".',
  ]);
  assert.deepEqual(problemsOf({ ...pack, language: "German!" }), [
    '"German!" is not a language tag (for example en or de-AT).',
  ]);
  assert.deepEqual(
    problemsOf({
      instrument: "srs-client",
      items: {
        i01: { text: "", anchors: { 11: "too far", 2: "" } },
        i02: 7,
        extra: { text: "x" },
        i04: { text: "y".repeat(2001) },
      },
    }),
    [
      "The language is missing (for example en or de-AT).",
      "The title is missing.",
      "Item i01: it has no text.",
      "Item i01: the label of 2 is empty.",
      "Item i01: a label belongs to 11, but its values go from 0 to 10.",
      "Item i02: it has no text.",
      'Item "extra" is not an item of SRS.',
      "Item i04: its text is longer than 2000 characters.",
      "Item i03 is missing.",
    ],
  );
});

test("labels on likert values are whole, and texts take none", () => {
  const wording = concord.wordings[0]!;
  const items = { ...wording.items, i01: { text: "x", anchors: { 1.5: "between" } } };
  assert.deepEqual(problemsOf({ instrument: concord.id, ...wording, items }), [
    "Item i01: a label belongs to 1.5, but its values are whole numbers.",
  ]);
  const labelled = { ...wording.items, i07: { text: "x", anchors: { 1: "one" } } };
  assert.deepEqual(problemsOf({ instrument: concord.id, ...wording, items: labelled }), [
    "Item i07: it takes a text, which has no labels.",
  ]);
});

const answers = ["überhaupt nicht", "an einzelnen Tagen", "öfter", "fast jeden Tag"];
const options = answers.map((display, value) => ({
  valueCoding: {
    code: `LA${value}`,
    display,
    extension: [{ url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal: value }],
  },
}));
const questionnaire = {
  resourceType: "Questionnaire",
  url: "https://example.org/fhir/Questionnaire/phq-9|1.0",
  language: "de",
  title: "PHQ-9",
  copyright: "No permission required.",
  item: [
    {
      linkId: "group",
      type: "group",
      text: "In den letzten zwei Wochen",
      item: phq9.items.map((item, index) => ({
        linkId: `/${item.loinc}`,
        type: "choice",
        text: `Frage ${index + 1}`,
        answerOption: options,
      })),
    },
  ],
};

test("a FHIR Questionnaire is read by its LOINC codes and ordinal values", () => {
  const reading = readWordingPack(questionnaire);
  assert.ok(reading.kind === "wording-pack");
  assert.equal(reading.instrument, "phq-9");
  assert.equal(reading.wording.instruction, "In den letzten zwei Wochen");
  assert.equal(reading.wording.rights, "No permission required.");
  // 44260-8 is the ninth question; its check digit 8 must not be taken for a number.
  assert.equal(reading.wording.items.i09?.text, "Frage 9");
  assert.deepEqual(reading.wording.items.i08?.anchors, { ...answers });
});

test("numbered link ids and SDC item weights do as well", () => {
  const item = [1, 2, 3, 4].map((number) => ({
    linkId: `srs.line-0${number}`,
    type: "choice",
    text: `Linie ${number}`,
    answerOption: [
      {
        extension: [{ url: "http://hl7.org/fhir/StructureDefinition/itemWeight", valueDecimal: 10 }],
        valueString: "rechts",
      },
      { valueInteger: 0 },
    ],
  }));
  const reading = readWordingPack(
    { resourceType: "Questionnaire", language: "de", title: "SRS", item },
    "srs-client",
  );
  assert.ok(reading.kind === "wording-pack");
  assert.deepEqual(reading.wording.items.i03, { text: "Linie 3", anchors: { 0: "0", 10: "rechts" } });
});

test("an answer without a value is a problem, not a guess", () => {
  const item = questionnaire.item[0]!.item.map((each) => ({
    ...each,
    answerOption: [{ valueString: "vielleicht" }],
  }));
  assert.equal(
    problemsOf({ ...questionnaire, item })[0],
    'Item i01: the answer "vielleicht" has no ordinal value, so it cannot be scored.',
  );
});
