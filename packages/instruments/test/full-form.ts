import fc from "fast-check";
import {
  codesOf,
  type Instrument,
  type Item,
  type Response,
  type Scale,
  type ScaleScore,
  score,
  type Unscorable,
} from "../src/index.ts";

/** A full form, every code equally likely; follow-ups are asked as their triggers say. */
export function fullForms(instrument: Instrument): fc.Arbitrary<Response> {
  const numeric = instrument.items.filter((item) => item.response.kind !== "text");
  const answers = Object.fromEntries(numeric.map((item) => [item.id, codes(item)]));
  return fc.record(answers).map((given) => {
    const values = { ...given };
    for (const item of numeric) if (!asked(item, values)) delete values[item.id];
    return response(instrument, values);
  });
}

function codes(item: Item): fc.Arbitrary<number> {
  const range = codesOf(item.response)!;
  if (item.response.kind !== "line") return fc.integer({ min: range.minimum, max: range.maximum });
  const { minimum, maximum, step } = item.response;
  return fc.integer({ min: 0, max: Math.round((maximum - minimum) / step) }).map((n) => minimum + n * step);
}

function asked(item: Item, values: Response["values"]): boolean {
  if (item.askedWhen === undefined) return true;
  const trigger = values[item.askedWhen.item];
  return trigger !== undefined && trigger >= item.askedWhen.atLeast;
}

export function response(instrument: Instrument, values: Response["values"]): Response {
  return { kind: "response", instrument: instrument.id, version: instrument.version, values, texts: {} };
}

export function on(
  instrument: Instrument,
  scale: Scale,
  values: Response["values"],
): ScaleScore | Unscorable {
  const made = score(instrument, response(instrument, values)).scales;
  return made.find((each) => each.scale === scale.id)!;
}

export function without(values: Response["values"], ids: readonly string[]): Response["values"] {
  return Object.fromEntries(Object.entries(values).filter(([id]) => !ids.includes(id)));
}

/** All answers at the end that makes every scale lowest or highest. */
export function extreme(instrument: Instrument, highest: boolean): Response["values"] {
  const values: Record<string, number> = {};
  for (const item of instrument.items) {
    const range = codesOf(item.response);
    if (range !== null)
      values[item.id] = highest !== (item.reversed === true) ? range.maximum : range.minimum;
  }
  return values;
}

export function triggers(instrument: Instrument, item: Item): boolean {
  return instrument.items.some((each) => each.askedWhen?.item === item.id);
}
