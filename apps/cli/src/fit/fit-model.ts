import { normalSurvival } from "@concord/numerics";
import {
  type AutoregressiveFit,
  autoregressiveModel,
  type CentredPart,
  type ContextualEffect,
  centredFrame,
  compareFits,
  compareSeries,
  contextualEffects,
  type FitComparison,
  type FittedAutoregressive,
  type FittedMixedModel,
  type Frame,
  fitMultilevel,
  type MixedProfileInterval,
  profileIntervals,
  rowCount,
  type SerialCorrelationInterval,
  type SerialCorrelationTest,
  type SeriesComparison,
  satterthwaite,
  serialCorrelationInterval,
  type TestedFixedEffect,
  testSerialCorrelation,
} from "@concord/statistics";
import type { Columns, Outcome } from "../model/model-command.ts";
import { withDerived } from "./derived-columns.ts";
import { type FitFlags, seriesOf } from "./flags.ts";
import { columnsIn, withoutMissing } from "./formula-columns.ts";

export interface MultilevelResult {
  readonly kind: "multilevel";
  readonly fit: FittedMixedModel;
  readonly tests: readonly TestedFixedEffect[];
  readonly contextual: readonly (ContextualEffect & { readonly test: TestedFixedEffect })[];
  readonly profile: readonly MixedProfileInterval[] | undefined;
  readonly comparison: FitComparison | undefined;
}

export interface SeriesResult {
  readonly kind: "series";
  readonly fit: FittedAutoregressive;
  readonly test: SerialCorrelationTest;
  readonly interval: SerialCorrelationInterval;
  /** Tested by z: nlme has no degrees of freedom for what lies within and between at once. */
  readonly contextual: MultilevelResult["contextual"];
  readonly comparison: SeriesComparison | undefined;
}

/** What a formula, its flags and a table come to. */
export function fitModel(
  columns: Columns,
  formula: string,
  flags: FitFlags,
): Outcome<MultilevelResult | SeriesResult> {
  const centred = centredTable(columns, formula, flags);
  if (centred.kind === "refused") return centred;
  const { frame, parts } = centred;
  return flags.ar1 === undefined
    ? multilevel(frame, formula, flags, parts)
    : series(frame, formula, flags, flags.ar1, parts);
}

/** The table with a column for each within() and between() of both formulas, names taken as names. */
export function centredTable(
  columns: Columns,
  formula: string,
  flags: Pick<FitFlags, "factor" | "let" | "compare">,
): ReturnType<typeof centredFrame> {
  const named: Frame = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [
      name,
      flags.factor.includes(name) ? values.map((value) => (value === null ? null : String(value))) : values,
    ]),
  );
  const unknown = flags.factor.find((name) => !Object.hasOwn(columns, name));
  if (unknown !== undefined)
    throw new RangeError(
      `--factor requires a column of the file: ${unknown}; there are ${Object.keys(columns).join(", ")}`,
    );
  const derived = withDerived(named, flags.let);
  if (derived.kind === "refused") return derived;
  let { frame } = derived;
  const parts = [...derived.parts];
  for (const own of [formula, ...(flags.compare === undefined ? [] : [flags.compare])]) {
    const centred = centredFrame(own, frame);
    if (centred.kind === "refused") return centred;
    frame = centred.frame;
    parts.push(...centred.parts.filter(({ name }) => parts.every((part) => part.name !== name)));
  }
  return { kind: "centred", frame, parts };
}

function multilevel(
  frame: Frame,
  formula: string,
  flags: FitFlags,
  parts: readonly CentredPart[],
): Outcome<MultilevelResult> {
  const method = flags.ml === true ? "ML" : "REML";
  const { compare } = flags;
  // Likelihoods are compared over the rows that both models can use.
  const rows =
    compare === undefined
      ? frame
      : withoutMissing(frame, [...columnsIn(formula, frame), ...columnsIn(compare, frame)]);
  const fit = fitMultilevel(formula, rows, { method });
  if (fit.kind === "refused") return fit;
  const other = compare === undefined ? undefined : fitMultilevel(compare, rows, { method: "ML" });
  if (other?.kind === "refused") return { kind: "refused", reason: `in ${compare}: ${other.reason}` };
  const contextual = contextualEffects(fit, parts);
  const tests = satterthwaite(
    fit,
    contextual.map(({ variable, weights }) => ({ name: `contextual(${variable})`, weights })),
  );
  return {
    kind: "done",
    result: {
      kind: "multilevel",
      fit,
      tests: satterthwaite(fit),
      contextual: contextual.map((effect, i) => ({ ...effect, test: tests[i]! })),
      profile: flags.profile === true ? profileIntervals(fit, flags.level / 100) : undefined,
      comparison: other === undefined ? undefined : compareFits(fit, other),
    },
    notes: notesOf(fit),
    used: rowCount(frame) - fit.leftOut,
  };
}

function notesOf(fit: FittedMixedModel): readonly string[] {
  return [
    ...fit.dropped.map((name) => `${name} follows from the other predictors and was left out.`),
    ...fit.singular.map(({ group, effect, reason }) =>
      reason === "no-variance"
        ? `The fit is singular: ${effect} does not vary over ${group}.`
        : `The fit is singular: ${effect} over ${group} follows from the other effects of ${group}.`,
    ),
  ];
}

function series(
  frame: Frame,
  formula: string,
  flags: FitFlags,
  ar1: string,
  parts: readonly CentredPart[],
): Outcome<SeriesResult> {
  const order = seriesOf(ar1);
  const method = flags.ml === true ? "ML" : "REML";
  const { compare } = flags;
  const rows =
    compare === undefined
      ? frame
      : withoutMissing(frame, [...columnsIn(formula, frame), ...columnsIn(compare, frame)]);
  const fit = autoregressiveModel(formula, rows, order, { method });
  if (fit.kind !== "fitted") return refusalOf(fit);
  let comparison: SeriesComparison | undefined;
  if (compare !== undefined) {
    const [own, other] = [formula, compare].map((text) =>
      autoregressiveModel(text, rows, order, { method: "ML" }),
    );
    if (own!.kind !== "fitted") return refusalOf(own!);
    if (other!.kind !== "fitted") return refusalOf(other!);
    comparison = compareSeries(own!, other!);
  }
  return {
    kind: "done",
    result: {
      kind: "series",
      fit,
      test: testSerialCorrelation(fit),
      interval: serialCorrelationInterval(fit, flags.level / 100),
      contextual: contextualEffects({ fixed: fit.coefficients, covariance: fit.covariance }, parts).map(
        byNormal,
      ),
      comparison,
    },
    notes: fit.atBoundary.map((what) => `The fit is singular: ${what}.`),
    used: rowCount(frame) - fit.data.left,
  };
}

function byNormal(effect: ContextualEffect): MultilevelResult["contextual"][number] {
  const { variable, estimate, standardError } = effect;
  const t = estimate / standardError;
  const [name, p] = [`contextual(${variable})`, 2 * normalSurvival(Math.abs(t))];
  return {
    ...effect,
    test: { name, estimate, standardError, degreesOfFreedom: Number.POSITIVE_INFINITY, t, p },
  };
}

function refusalOf(fit: Exclude<AutoregressiveFit, FittedAutoregressive>): Outcome<SeriesResult> {
  return { kind: "refused", reason: fit.reason };
}
