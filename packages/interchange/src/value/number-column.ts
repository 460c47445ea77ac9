import type { Delimiter } from "../text/delimiter.ts";

/** A column as numbers, or the places of what is none. */
export type NumberColumn =
  | { readonly kind: "numbers"; readonly values: readonly (number | null)[]; readonly remark: string | null }
  | {
      readonly kind: "no-numbers";
      /** How many of the known texts are numbers or look like one. */
      readonly numbers: number;
      /** Places of what is no number, or of numbers that could be read in two ways. */
      readonly others: readonly number[];
      readonly why: "words" | "two-readings" | "two-marks";
    };

const plainNumber = /^[+\-\u2212]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const commaNumber = /^[+\-\u2212]?\d*,\d+(?:[eE][+-]?\d+)?$/;
const groupedByComma = /^[+\-\u2212]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const groupedByPoint = /^[+\-\u2212]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const groupedBySpace = /^[+\-\u2212]?\d{1,3}(?:[ \u00a0\u202f'\u2019]\d{3})+(?:[.,]\d+)?$/;

/** Whether a text is a number in any of the usual notations. */
export function isNumberLike(text: string): boolean {
  return [plainNumber, commaNumber, groupedByComma, groupedByPoint, groupedBySpace].some((form) =>
    form.test(text),
  );
}

/**
 * Reads a whole column of texts (null is missing) as numbers.
 *
 * One rule holds for the column: a comma is the decimal mark where some number shows that it is (0,5), a thousands
 * separator where some number shows that (1,234,567 or 1,234.5), and nothing is guessed where all could be both
 * (1,234 alone) unless the fields are separated by another sign, where a comma is the decimal mark.
 */
export function numberColumn(texts: readonly (string | null)[], delimiter: Delimiter): NumberColumn {
  const known = texts.flatMap((text, at) => (text === null ? [] : [at]));
  const others = known.filter((at) => !isNumberLike(texts[at]!));
  if (others.length > 0 || known.length === 0)
    return { kind: "no-numbers", numbers: known.length - others.length, others, why: "words" };
  const read = (form: (text: string) => string, remark: string | null): NumberColumn => ({
    kind: "numbers",
    values: texts.map((text) => (text === null ? null : Number(form(text.replace("\u2212", "-"))))),
    remark,
  });
  const doubtful = (places: readonly number[], why: "two-readings" | "two-marks"): NumberColumn => ({
    kind: "no-numbers",
    numbers: known.length,
    others: places,
    why,
  });
  const isSpaced = known.some((at) => groupedBySpace.test(texts[at]!));
  const bare = (text: string): string => (isSpaced ? text.replace(/[ \u00a0\u202f'\u2019]/g, "") : text);
  const spaced = isSpaced ? "spaces or apostrophes part thousands" : null;
  const all = known.map((at) => bare(texts[at]!));
  const withComma = known.filter((_, i) => all[i]!.includes(","));
  const text = (at: number): string => bare(texts[at]!);
  const manyPoints = known.filter((at) => (text(at).match(/\./g) ?? []).length > 1);
  if (withComma.length === 0) {
    if (manyPoints.length === 0) return read(bare, spaced);
    const unlike = known.filter((at) => text(at).includes(".") && !groupedByPoint.test(text(at)));
    return unlike.length > 0
      ? doubtful(manyPoints, "two-marks")
      : read((one) => bare(one).replaceAll(".", ""), "points part thousands");
  }
  const withPoint = known.filter((at) => text(at).includes("."));
  const showsGroups = known.filter(
    (at) =>
      groupedByComma.test(text(at)) && (text(at).includes(".") || (text(at).match(/,/g) ?? []).length > 1),
  );
  const showsDecimal = withComma.filter(
    (at) => !groupedByComma.test(text(at)) || /^[+\-\u2212]?0,/.test(text(at)),
  );
  if (showsGroups.length > 0) {
    return showsDecimal.length > 0
      ? doubtful(showsDecimal, "two-marks")
      : read((one) => bare(one).replaceAll(",", ""), "commas part thousands");
  }
  if (showsDecimal.length > 0) {
    const unlike = withPoint.filter((at) => !groupedByPoint.test(text(at)));
    if (unlike.length > 0)
      return doubtful(unlike.length < withComma.length ? unlike : withComma, "two-marks");
    const both = withPoint.some((at) => text(at).includes(",") || (text(at).match(/\./g) ?? []).length > 1);
    if (withPoint.length > 0 && !both) return doubtful(withPoint, "two-readings");
    return read(
      (one) => bare(one).replaceAll(".", "").replace(",", "."),
      delimiter === "," || withPoint.length > 0 ? "a comma is the decimal mark" : null,
    );
  }
  if (withPoint.length > 0) return doubtful(withComma, "two-marks");
  if (delimiter === ";") return read((one) => bare(one).replace(",", "."), null);
  return doubtful(withComma, "two-readings");
}
