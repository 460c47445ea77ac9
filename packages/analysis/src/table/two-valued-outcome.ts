import { rName } from "@concord/evidence/export";
import { printable, type ReadFrame } from "@concord/interchange/table";
import { rText } from "../r-program/lines.ts";
import type { Cell, Columns } from "./cells.ts";

/** A column that a straight line is fitted to. */
export interface OutcomeUse {
  readonly name: string;
  /** The R call that fits a yes-or-no outcome, given the outcome as R writes it. */
  readonly logistic: (outcome: string) => string;
}

/** Returns the refusal for an outcome of two words; undefined where there is none. */
export function wordsOfTwoValuedOutcome(
  { columns }: ReadFrame,
  outcomes: readonly OutcomeUse[],
): string | undefined {
  for (const { name, logistic } of outcomes) {
    const values = [...distinct(columns[name] ?? [])].sort();
    if (values.length !== 2 || values.every((value) => typeof value === "number")) continue;
    const [first, second] = values.map((value) => printable(String(value)));
    return `column ${printable(name)} holds two words, ${first} and ${second}: a yes-or-no outcome requires a logistic model, in R: ${logistic(isSecond(name, values[1]!))}`;
  }
  return undefined;
}

/** Returns a note for each outcome that has two values in the rows that were used. */
export function twoValuedNotes(
  columns: Columns,
  outcomes: readonly OutcomeUse[],
  leftOut: readonly number[],
): readonly string[] {
  const left = new Set(leftOut);
  return outcomes.flatMap(({ name, logistic }) => {
    const used = (columns[name] ?? []).filter((_, row) => !left.has(row));
    const values = distinct(used);
    if (values.length !== 2 || !values.every((value) => typeof value === "number")) return [];
    const [low, high] = values.map(Number).sort((a, b) => a - b) as [number, number];
    const outcome = low === 0 && high === 1 ? rName(name) : isSecond(name, high);
    return [
      `${printable(name)} has two values, ${low} and ${high}: a straight line was fitted to a yes-or-no outcome, so that predictions can leave that range and standard errors, p and intervals can mislead. A logistic model fits it, in R: ${logistic(outcome)}`,
    ];
  });
}

function distinct(values: readonly Cell[]): readonly NonNullable<Cell>[] {
  return [...new Set(values)].filter((value) => value !== null);
}

function isSecond(name: string, value: NonNullable<Cell>): string {
  return `(${rName(name)} == ${typeof value === "number" ? value : rText(String(value))})`;
}
