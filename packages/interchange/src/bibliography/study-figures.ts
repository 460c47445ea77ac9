import type { Figures } from "@concord/evidence";
import type { StudyColumn } from "./study-columns.ts";

export type FiguresRead =
  | { readonly kind: "figures"; readonly figures: Figures }
  | { readonly kind: "none" }
  | { readonly kind: "problem"; readonly column: StudyColumn; readonly sentence: string };

/** The number in a column; null where the cell is empty. */
export type NumberIn = (column: StudyColumn) => number | null;

interface Way {
  readonly needs: readonly StudyColumn[];
  readonly make: (value: (column: StudyColumn) => number, number: NumberIn) => Figures;
}

/** The ways in which a report gives a relation, most direct first. */
const ways: readonly Way[] = [
  {
    needs: ["r", "n"],
    make: (value, number) => ({
      kind: "correlation",
      r: value("r"),
      n: value("n"),
      ...given("reliabilityOfX", number("rxx")),
      ...given("reliabilityOfY", number("ryy")),
    }),
  },
  {
    needs: ["m1", "sd1", "n1", "m2", "sd2", "n2"],
    make: (value) => ({
      kind: "two-groups",
      first: { n: value("n1"), mean: value("m1"), deviation: value("sd1") },
      second: { n: value("n2"), mean: value("m2"), deviation: value("sd2") },
    }),
  },
  {
    needs: ["a", "b", "c", "d"],
    make: (value) => ({
      kind: "two-by-two",
      firstEvents: value("a"),
      firstNonEvents: value("b"),
      secondEvents: value("c"),
      secondNonEvents: value("d"),
    }),
  },
  { needs: ["t", "df"], make: (value) => ({ kind: "t-test", t: value("t"), df: value("df") }) },
  {
    needs: ["f", "df", "sign"],
    make: (value) => ({ kind: "f-test", f: value("f"), df: value("df"), sign: signOf(value("sign")) }),
  },
  {
    needs: ["chi2", "n", "sign"],
    make: (value) => ({
      kind: "chi-square",
      chiSquare: value("chi2"),
      n: value("n"),
      sign: signOf(value("sign")),
    }),
  },
  {
    needs: ["p", "df", "sign"],
    make: (value, number) => ({
      kind: "p-value",
      p: value("p"),
      tails: number("tails") === 1 ? 1 : 2,
      df: value("df"),
      sign: signOf(value("sign")),
    }),
  },
  {
    needs: ["yi", "vi"],
    make: (value, number) => ({
      kind: "effect",
      scale: "ZCOR",
      estimate: value("yi"),
      variance: value("vi"),
      n: number("n"),
    }),
  },
];

/** Every column that a figure may be read from. */
export const figureColumns: readonly StudyColumn[] = [
  ...new Set([...ways.flatMap(({ needs }) => needs), "rxx", "ryy", "tails"] as const),
];

/** Columns that say on their own that a figure was meant. */
const telling: readonly StudyColumn[] = ["r", "m1", "a", "t", "f", "chi2", "p", "yi"];

/** Which figures does this line report? None where all its cells are empty; a problem where some are missing. */
export function readFigures(number: NumberIn): FiguresRead {
  const value = (column: StudyColumn) => number(column) ?? Number.NaN;
  const way = ways.find(({ needs }) => needs.every((column) => number(column) !== null));
  if (way !== undefined) return { kind: "figures", figures: way.make(value, number) };
  const begun = telling.find((column) => number(column) !== null);
  if (begun === undefined) return { kind: "none" };
  const needs = ways.find((one) => one.needs.includes(begun))!.needs;
  const missing = needs.find((column) => number(column) === null) ?? begun;
  return { kind: "problem", column: missing, sentence: `${begun} needs ${missing} beside it.` };
}

function given<Name extends string>(name: Name, value: number | null): { readonly [key in Name]?: number } {
  return value === null ? {} : ({ [name]: value } as { readonly [key in Name]: number });
}

function signOf(value: number): 1 | -1 {
  return value < 0 ? -1 : 1;
}
