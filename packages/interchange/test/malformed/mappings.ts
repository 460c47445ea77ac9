import type { Mapping, ProblemKind } from "../../src/index.ts";
import { goodTable } from "./good.ts";
import type { Malformed } from "./malformed.ts";

const form = "concord-alliance-session";
const good = goodTable();
const faultyMapping = (name: string, mapping: Mapping, kind: ProblemKind = "heading"): Malformed => ({
  name,
  source: good,
  mapping,
  kind,
  line: kind === "heading" ? 1 : null,
  scores: 0,
});

/** Mappings that do not fit the sound table. */
export const mappings: readonly Malformed[] = [
  faultyMapping("a misspelt case column", { case: "caes" }),
  faultyMapping("a misspelt session column", { session: "sesion" }),
  faultyMapping("a misspelt time column", { time: "weeek" }),
  faultyMapping("a misspelt date column", { date: "datum" }),
  faultyMapping("a misspelt therapist column", { therapist: "therpist" }),
  faultyMapping("a misspelt value column", { measures: [{ value: "valeu" }] }),
  faultyMapping("session and time", { session: "session", time: "date" }),
  faultyMapping("a condition on no column", { where: [{ column: "arm", is: "equal", value: "1" }] }),
  faultyMapping("a recode of no column", { recode: [{ column: "arm", from: "1", to: "2" }] }),
  faultyMapping("a risk in no column", { risks: [{ column: "item9", atLeast: 1, about: "suicide" }] }),
  faultyMapping("a pattern that fits nothing", { measures: [{ wide: "wai{1..12}", instrument: form }] }),
  faultyMapping("a pattern without braces", { measures: [{ wide: "value", instrument: form }] }),
  faultyMapping("a pattern with one slot twice", { measures: [{ wide: "a{item}{item}", instrument: form }] }),
  faultyMapping("a range that falls", { measures: [{ wide: "wai{12..1}", instrument: form }] }),
  faultyMapping("a minimum alone", { measures: [{ value: "value", minimum: 1 }] }),
  faultyMapping("a minimum above the maximum", { measures: [{ value: "value", minimum: 9, maximum: 1 }] }),
  faultyMapping("an impossible rater", { measures: [{ value: "value", rater: "nobody" }] }),
  faultyMapping("value and wide", { measures: [{ value: "value", wide: "v{1..2}" }] }),
  faultyMapping(
    "an unknown instrument",
    { measures: [{ value: "value", instrument: "phq99", scale: "total", rater: "client" }] },
    "unknown-instrument",
  ),
  faultyMapping(
    "an unknown scale",
    { measures: [{ value: "value", instrument: form, scale: "totall", rater: "client" }] },
    "unknown-scale",
  ),
];
