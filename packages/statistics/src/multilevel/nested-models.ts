import type { Matrix } from "@concord/numerics";
import { type Design, designOf } from "../formula/design.ts";
import { evaluate, type Frame, rowsOfFrame } from "../formula/frame.ts";
import { areSameGroups } from "../formula/same-groups.ts";
import { columnsOutside } from "../regression/columns-outside.ts";
import type { MixedModel } from "./model.ts";

/** A model as columns over rows: what is needed to see whether one model lies within another. */
export interface ModelColumns {
  readonly outcome: readonly number[];
  readonly fixed: { readonly names: readonly string[]; readonly matrix: Matrix };
  readonly random: readonly RandomColumns[];
}

export interface RandomColumns {
  readonly factor: string;
  /** The group of each row, under any name that is the same for all rows of a group. */
  readonly groups: readonly (string | number)[];
  readonly names: readonly string[];
  readonly matrix: Matrix;
}

/** Returns the columns of a multilevel model over these rows of its table. */
export function modelColumns(model: MixedModel, frame: Frame, rows: readonly number[]): ModelColumns {
  const used = rowsOfFrame(frame, rows);
  const outcome = evaluate(model.response, used);
  if (outcome.kind !== "numeric") throw new RangeError("an outcome requires numbers");
  const partOf = ({ names, matrix }: Design) => ({ names, matrix });
  return {
    outcome: outcome.values,
    fixed: partOf(designOf(model.fixed, used)),
    random: model.random.map(({ factor, columns, effects }) => ({
      factor,
      groups: rows.map((_, i) => JSON.stringify(columns.map((name) => used[name]![i]))),
      ...partOf(designOf(effects, used)),
    })),
  };
}

/**
 * Returns why the smaller model does not lie within the larger, undefined where it does: each of its fixed effects must
 * be a combination of those of the larger, and each of its random terms, with all its effects, must be within one term
 * over the same groups. Only then has twice the rise in log-likelihood a χ² distribution (Wilks SS 1938).
 */
export function whyNotNested(smaller: ModelColumns, larger: ModelColumns): string | undefined {
  const outside = columnsOutside(larger.fixed.matrix, smaller.fixed.matrix).map(
    (j) => smaller.fixed.names[j]!,
  );
  if (outside.length > 0) return notNestedReason(outside);
  for (const own of smaller.random) {
    const sameGroups = larger.random.filter(({ groups }) => areSameGroups(groups, own.groups));
    const left = sameGroups.map(({ matrix }) => columnsOutside(matrix, own.matrix));
    if (left.some((columns) => columns.length === 0)) continue;
    const fewest = left.sort((a, b) => a.length - b.length)[0];
    const names = fewest?.map((j) => own.names[j]!) ?? own.names;
    return notNestedReason([`${names.join(", ")} over ${own.factor}`]);
  }
  return undefined;
}

/** Throws where two models were not fitted to the same rows: a likelihood is of its rows. */
export function requireSameRows(a: ModelColumns, b: ModelColumns): void {
  const [first, second] = [a.outcome.length, b.outcome.length];
  if (first !== second)
    throw new RangeError(`a comparison requires the same rows in both models: ${first} and ${second}`);
  const differs = a.outcome.findIndex((value, row) => value !== b.outcome[row]);
  if (differs >= 0)
    throw new RangeError(
      `a comparison requires the same rows in both models: row ${differs + 1} of them has ${a.outcome[differs]} and ${b.outcome[differs]}`,
    );
}

/** Returns the sentence for effects that only the smaller model has. */
export function notNestedReason(names: readonly string[]): string {
  return `the smaller model has ${names.join(", ")}, which the larger has not: models that are not nested have no test`;
}
