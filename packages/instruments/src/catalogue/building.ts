import type { Item, ResponseScale, Scale } from "../instrument.ts";
import { generalRequirement } from "../missing-rule.ts";

export function likert(minimum: number, maximum: number): ResponseScale {
  return { kind: "likert", minimum, maximum };
}

/** A hundred-millimetre line, read to the millimetre. */
export const tenCentimetres: ResponseScale = { kind: "line", minimum: 0, maximum: 10, step: 0.1 };

/** `i01`, `i02`, … for an instrument's own numbers. */
export function itemId(number: number): string {
  return `i${String(number).padStart(2, "0")}`;
}

function itemIds(numbers: readonly number[]): readonly string[] {
  return numbers.map(itemId);
}

/** 1, 2, … up to and including `last`, or from `first` to `last` by `step`. */
export function numbersTo(last: number, first = 1, step = 1): readonly number[] {
  const numbers: number[] = [];
  for (let number = first; number <= last; number += step) numbers.push(number);
  return numbers;
}

/** The items of an instrument whose questions all take the same answers. */
export function sameItems(
  count: number,
  response: ResponseScale,
  reversed: readonly number[] = [],
): readonly Item[] {
  return numbersTo(count).map((number) =>
    reversed.includes(number)
      ? { id: itemId(number), response, reversed: true }
      : { id: itemId(number), response },
  );
}

/** A last question that may stay empty. */
export function freeText(number: number): Item {
  return { id: itemId(number), response: { kind: "text", longest: 2000 }, optional: true };
}

type ScaleHead = Pick<Scale, "id" | "title" | "better"> &
  Partial<Pick<Scale, "factor" | "requires" | "loinc">>;

export function meanScale(head: ScaleHead, numbers: readonly number[]): Scale {
  return { requires: generalRequirement(numbers.length), ...head, items: itemIds(numbers), combine: "mean" };
}

export function sumScale(head: ScaleHead, numbers: readonly number[]): Scale {
  return { requires: generalRequirement(numbers.length), ...head, items: itemIds(numbers), combine: "sum" };
}

/** A scale whose items are not known to us: its name alone, or its name and the range of its total. */
export function namedScale(head: ScaleHead, range?: Scale["range"]): Scale {
  const bare: Scale = { requires: 0, ...head, items: [], combine: "sum" };
  return range === undefined ? bare : { ...bare, range };
}
