import assert from "node:assert/strict";
import { answer, findInstrument, type Instrument, type RawAnswers, score } from "../src/index.ts";

export function form(id: string): Instrument {
  const found = findInstrument(id);
  assert.ok(found !== null, id);
  return found;
}

export function scoreOf(instrument: Instrument, raw: RawAnswers) {
  const given = answer(instrument, raw);
  assert.ok(given.kind === "response");
  return score(instrument, given);
}

export function scaleOf(instrument: Instrument, raw: RawAnswers, scale: string) {
  const found = scoreOf(instrument, raw).scales.find((each) => each.scale === scale);
  assert.ok(found !== undefined, scale);
  return found;
}

export function worth(instrument: Instrument, raw: RawAnswers, scale: string): number | string {
  const found = scaleOf(instrument, raw, scale);
  return found.kind === "score" ? found.value : found.reason;
}

/** Item 1 takes the first number, and so on; null leaves an item out. */
export function answers(...values: readonly (number | null)[]): RawAnswers {
  return Object.fromEntries(values.map((value, index) => [`i${String(index + 1).padStart(2, "0")}`, value]));
}

export function all(count: number, value: number): RawAnswers {
  return answers(...Array.from({ length: count }, () => value));
}
