import type { Instrument, Item, ResponseScale } from "./instrument.ts";
import { rangeText } from "./item-range.ts";
import type { RawAnswers, Rejected, Response } from "./response.ts";

/**
 * What did the person answer, in the instrument's own codes?
 *
 * Takes strings as a form or a file sends them. Empty means not answered, and a form may be half filled: what a
 * missing answer costs is for `score` to say. A follow-up whose question was answered below its threshold was
 * not asked, so it is left out. One problem makes the whole `Rejected`, with a line for each and every valid
 * answer kept, so that nobody has to fill in a form twice.
 */
export function answer(instrument: Instrument, raw: RawAnswers): Response | Rejected {
  const items = new Map<string, Item>(instrument.items.map((item) => [item.id, item]));
  const values: Record<string, number> = {};
  const texts: Record<string, string> = {};
  const problems: { item: string; problem: string }[] = [];
  for (const [id, given] of Object.entries(raw)) {
    const item = items.get(id);
    if (item === undefined) {
      problems.push({ item: id, problem: `${instrument.shortTitle} has no item "${shorten(id)}".` });
      continue;
    }
    const reading = read(item.response, given);
    if (reading.kind === "value") values[id] = reading.value;
    else if (reading.kind === "text") texts[id] = reading.text;
    else if (reading.kind === "problem") problems.push({ item: id, problem: reading.problem });
  }
  for (const item of instrument.items) {
    const trigger = item.askedWhen === undefined ? undefined : values[item.askedWhen.item];
    if (trigger !== undefined && trigger < item.askedWhen!.atLeast) {
      delete values[item.id];
      delete texts[item.id];
    }
  }
  if (problems.length > 0) return { kind: "rejected", problems, kept: values, keptTexts: texts };
  return { kind: "response", instrument: instrument.id, version: instrument.version, values, texts };
}

type Reading =
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly value: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "problem"; readonly problem: string };

const plainNumber = /^[+\-\u2212]?\d{1,9}(?:[.,]\d{1,15})?$/;

function read(scale: ResponseScale, given: string | number | null | undefined): Reading {
  if (given === null || given === undefined) return { kind: "empty" };
  const text = String(given).trim();
  if (text === "") return { kind: "empty" };
  if (scale.kind === "text") {
    if (text.length <= scale.longest) return { kind: "text", text };
    return {
      kind: "problem",
      problem: `The text is ${text.length} characters long; there is room for ${scale.longest}.`,
    };
  }
  const value = typeof given === "number" ? given : toNumber(text);
  if (!Number.isFinite(value)) {
    return { kind: "problem", problem: `"${shorten(text)}" is not a number ${rangeText(scale)}.` };
  }
  if (scale.kind !== "line" && !Number.isInteger(value)) {
    return { kind: "problem", problem: `${shorten(text)} is not a whole number ${rangeText(scale)}.` };
  }
  if (value < scale.minimum || value > scale.maximum) {
    return { kind: "problem", problem: `${shorten(text)} is not ${rangeText(scale)}.` };
  }
  return { kind: "value", value };
}

/** NaN for anything but plain digits: "1e3", "0x2" and "1.000,5" are typing errors here, not numbers. */
function toNumber(text: string): number {
  if (!plainNumber.test(text)) return Number.NaN;
  return Number(text.replace("\u2212", "-").replace(",", "."));
}

function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
