import { codesOf, type Instrument, type Item } from "@concord/instruments";
import type { Measure } from "../mapping/mapping.ts";
import { type ScaleFacts, type Unknown, unnamed } from "../measured/facts.ts";
import type { ProblemKind } from "../problem.ts";
import type { Delimiter } from "../text/delimiter.ts";
import { quoted } from "../text/printable.ts";
import { isUsualCode } from "../value/missing.ts";
import { readNumber } from "../value/number.ts";
import { codeOfWords } from "./answer-words.ts";

export type ReadCell =
  | { readonly kind: "value"; readonly value: number }
  | { readonly kind: "fault"; readonly problem: ProblemKind; readonly sentence: string };

/** The decimal mark of a file, by the first number that has one. */
export interface DecimalMark {
  mark: "." | "," | null;
  line: number;
  /** Semicolons part the fields of a file whose decimal mark is the comma; any other delimiter says nothing of it. */
  readonly delimiter: Delimiter;
}

/** One to three digits, a comma, three digits: 1070 in one country and 1.07 in another. */
const eitherWay = /^[+\-\u2212]?[1-9]\d{0,2},\d{3}$/;

/** A number, in the decimal mark the file began with. */
export function numberIn(text: string, decimal: DecimalMark, line: number): ReadCell {
  const read = readNumber(text);
  if (read.kind === "not-a-number") return fault("not-a-number", `${quoted(text)} is not a number.`);
  if (read.mark !== null && read.mark !== decimal.mark) {
    if (decimal.mark === null && decimal.delimiter !== ";" && eitherWay.test(text)) {
      const [whole, fraction] = [text.replace(",", ""), text.replace(",", ".")];
      const sentence = `${quoted(text)} can be ${whole} or ${fraction}. Write it without a comma.`;
      return fault("mixed-decimal", sentence);
    }
    if (decimal.mark !== null) {
      const [here, there] = read.mark === "," ? ["comma", "point"] : ["point", "comma"];
      const sentence = `${quoted(text)} has a decimal ${here}, but line ${decimal.line} a decimal ${there}.`;
      return fault("mixed-decimal", sentence);
    }
    decimal.mark = read.mark;
    decimal.line = line;
  }
  return { kind: "value", value: read.value };
}

/** A score on the instrument's own metric, if it can be one. */
export function scoreOf(value: number, facts: ScaleFacts, fractions: "refused" | "allowed"): ReadCell {
  const asGiven = facts.given ?? facts.range;
  if (asGiven === null) return { kind: "value", value };
  const { minimum, maximum } = asGiven;
  if (!(value >= minimum && value <= maximum)) {
    const name = facts.instrument === unnamed ? "the scale" : facts.instrument;
    const what = facts.scale === "total" ? name : `${facts.scale} of ${name}`;
    const hint = isUsualCode(value) ? ` If it means no answer, say so: --missing ${value}.` : "";
    return fault(
      "out-of-range",
      `${value} is outside ${what}, which runs from ${minimum} to ${maximum}.${hint}`,
    );
  }
  if (facts.whole && fractions === "refused" && !Number.isInteger(value)) {
    const sentence = `${value} is not a whole number, and a sum of whole answers is one.`;
    return fault("not-whole", sentence);
  }
  if (facts.given === null || facts.range === null) return { kind: "value", value };
  const share = (value - minimum) / (maximum - minimum);
  return { kind: "value", value: facts.range.minimum + share * (facts.range.maximum - facts.range.minimum) };
}

/** Between which codes the file counts an item, and what is added to come to the instrument's own. */
export interface ItemCodes {
  readonly kind: "codes";
  readonly lowest: number;
  readonly highest: number;
  readonly shift: number;
}

/**
 * The codes of an item in a file that counts from `minimum` to `maximum`: the instrument's own unless the file says
 * otherwise. A file whose steps are more or fewer than the instrument's is not read.
 */
export function itemCodes(form: Instrument, item: Item, measure: Measure): ItemCodes | Unknown {
  const codes = codesOf(item.response);
  if (codes === null) {
    const sentence = `Item ${item.id} of ${form.shortTitle} takes words.`;
    return { kind: "unknown", problem: "not-a-number", sentence };
  }
  const { minimum: lowest = codes.minimum, maximum: highest = codes.maximum } = measure;
  if (highest - lowest !== codes.maximum - codes.minimum) {
    const sentence = `Answers from ${lowest} to ${highest} (--minimum, --maximum) cannot be those of item ${item.id} of ${form.shortTitle}, which runs from ${codes.minimum} to ${codes.maximum}.`;
    return { kind: "unknown", problem: "out-of-range", sentence };
  }
  return { kind: "codes", lowest, highest, shift: codes.minimum - lowest };
}

/** An answer to one item: a number as the file counts, or the instrument's own words for it. */
export function answerIn(
  text: string,
  form: Instrument,
  item: Item,
  codes: ItemCodes,
  decimal: DecimalMark,
  line: number,
): ReadCell {
  const number = numberIn(text, decimal, line);
  if (number.kind === "value") return answerOf(number.value, form, item, codes);
  const worded = number.problem === "not-a-number" ? codeOfWords(form, item.id, text) : null;
  return worded === null ? number : { kind: "value", value: worded };
}

function answerOf(
  value: number,
  form: Instrument,
  item: Item,
  { lowest, highest, shift }: ItemCodes,
): ReadCell {
  if (!(value >= lowest && value <= highest)) {
    const hint = isUsualCode(value) ? ` If it means no answer, say so: --missing ${value}.` : "";
    const sentence = `${value} is not an answer to item ${item.id} of ${form.shortTitle}, which runs from ${lowest} to ${highest}.${hint}`;
    return fault("out-of-range", sentence);
  }
  if (item.response.kind !== "line" && !Number.isInteger(value)) {
    return fault("not-whole", `${value} is not a whole number, and item ${item.id} takes whole numbers.`);
  }
  return { kind: "value", value: value + shift };
}

const itemNumber = /^(?:[\p{L}][\p{L} _.-]*)?0*(\d{1,3})$/iu;

/** The item a word names: `i05`, `5`, `item 5`. */
export function itemNamed(form: Instrument, word: string): Item | null {
  const exact = form.items.find((item) => item.id === word);
  if (exact !== undefined) return exact;
  const number = itemNumber.exec(word)?.[1];
  return number === undefined ? null : itemNumbered(form, Number(number));
}

export function itemNumbered(form: Instrument, number: number): Item | null {
  return form.items.find((item) => item.id === `i${String(number).padStart(2, "0")}`) ?? null;
}

const fault = (problem: ProblemKind, sentence: string): ReadCell => ({ kind: "fault", problem, sentence });
