import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { congruenceChart, controlChart, courseChart, describeCourse } from "@concord/charts";
import { staffMessages } from "@concord/messages";
import { controlPoints, emptyCourse, fullCourse, fullSignals, pairing } from "./course-value.ts";

const signals = fullSignals.map((each) => ({ ...each, text: "…" }));
const titles = { "phq-9": "PHQ-9" };

/** The texts of a drawing: what is written in it, its tips and its description. */
function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<(?:text|title|desc)[^>]*>([^<]*)</g)].flatMap(([, text]) => text || []);
}

const charts = (locale: "en" | "it" | "en-XA" | "ar-XB") => {
  const messages = staffMessages(locale);
  return [
    courseChart(fullCourse, signals, { messages, titles }),
    courseChart(fullCourse, signals, { messages, titles, width: 358, focus: "bond" }),
    courseChart(emptyCourse, [], { messages }),
    congruenceChart(pairing, { messages }),
    controlChart(controlPoints, { messages }),
  ].flatMap(textsOf);
};

describe("a chart in the language of the person who looks at it", () => {
  test("has months, decimals and names of the language", () => {
    const italian = staffMessages("it");
    const words = describeCourse(fullCourse, signals, italian, titles);
    assert.match(words, /Paziente, alleanza: 58 su 100 nella seduta 1/);
    assert.match(words, /PHQ-9 \(da 0 a 27, più basso è meglio\)/);
    const drawn = courseChart(fullCourse, signals, { messages: italian, titles });
    assert.match(drawn, />9 gen 2026</);
    assert.match(drawn, />Fase di lavoro</);
    assert.match(congruenceChart(pairing, { messages: italian }), /−7,6 \(IC 95% \[−9,6; −5,6\], n = 13\)/);
  });

  test("holds no English word in Italian", () => {
    const english = /\b(session|client|therapist|rating|ratings|range|signal|score|higher|lower|better)\b/i;
    for (const text of charts("it")) assert.doesNotMatch(text, english);
  });

  test("holds nothing that is not a message: in the pseudo-locale every word is changed", () => {
    for (const text of charts("en-XA"))
      assert.doesNotMatch(text.replace(/PHQ-9|…|\band\b|\d \w{3} 2026/g, ""), /\b[a-z]{3,}\b/, text);
  });

  test("marks the text direction of a right-to-left language", () => {
    for (const text of charts("ar-XB"))
      if (/\p{L}/u.test(text.replace(/PHQ-9|\d \w{3} 2026/g, ""))) assert.match(text, /\u202e/);
  });
});
