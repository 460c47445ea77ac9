import assert from "node:assert/strict";
import { test } from "node:test";
import { directionOf, localeFor, locales, messages, pseudoText } from "../src/index.ts";

test("the pseudo-locale is 40 % longer and accented; from right to left it is English shown backwards", () => {
  const english = messages("en").text("client-form.close.done");
  const long = messages("en-XA").text("client-form.close.done");
  assert.ok(long.length >= english.length * 1.3 && long.length <= english.length * 1.6, long);
  assert.match(long, /^Ýôûŕ àñšŵéŕš/);
  assert.doesNotMatch(long, /[a-z]/i);
  assert.equal(messages("ar-XB").direction, "rtl");
  assert.match(messages("ar-XB").text("client-form.close.done"), /^\u202eÝôûŕ .+\u202c$/s);
  assert.equal(pseudoText(" ", "en-XA"), " ");
});

test("values stay as they are in the pseudo-locale", () => {
  const text = messages("en-XA").text("client-form.closed.no-wording.text", { title: "Heute" });
  assert.match(text, /Heute/);
  const left = messages("en-XA").text("client-form.sitting.time-left", { unit: "minutes", count: 3 });
  assert.match(left, /3/);
});

test("a language tag leads to its locale, and to English where there is none", () => {
  for (const locale of locales) assert.equal(localeFor(`${locale.toUpperCase()}-x`), locale);
  assert.deepEqual(["de-AT", "pt-BR", "", "fa", "EN-xa", "ar-XB"].map(localeFor), [
    "de",
    "en",
    "en",
    "en",
    "en-XA",
    "ar-XB",
  ]);
  assert.deepEqual(["ar-XB", "fa-AF", "de", "EN"].map(directionOf), ["rtl", "rtl", "ltr", "ltr"]);
});
