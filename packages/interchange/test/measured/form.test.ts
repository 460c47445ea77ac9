import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogue } from "@concord/instruments";
import { findForm, stemOf } from "../../src/measured/form.ts";

test("every form is found by its id and its rater", () => {
  for (const form of catalogue) {
    const found = findForm(form.id, form.rater, null);
    assert.equal(found.kind === "form" ? found.form.id : found.sentence, form.id);
  }
});

test("every instrument is found without its rater, who then chooses the form", () => {
  for (const form of catalogue) {
    const found = findForm(stemOf(form), form.rater, form.ageBands[0]!);
    assert.ok(found.kind === "form", stemOf(form));
    assert.equal(found.form.rater, form.rater);
    assert.equal(stemOf(found.form), stemOf(form));
  }
});

for (const [word, id] of [
  ["phq9", "phq-9"],
  ["PHQ-9", "phq-9"],
  ["WAI_SR", "wai-sr-client"],
  ["wai", "wai-client"],
  ["Generalised nothing", null],
  ["iip", null],
] as const) {
  test(`${word} means ${id ?? "nothing for certain"}`, () => {
    const found = findForm(word, "client", null);
    assert.equal(found.kind === "form" ? found.form.id : null, id);
  });
}

test("a form that its rater does not have is refused with those who do", () => {
  const found = findForm("phq-9", "therapist", null);
  assert.ok(found.kind === "other-rater");
  assert.match(found.sentence, /by the client, not by the therapist/);
});
