import { normalSurvival } from "@concord/numerics";
import { type Expression, type Frame, parseFormula, rowCount, written } from "@concord/statistics/formula";
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
  fitMultilevel,
  type MixedProfileInterval,
  mixedModelOf,
  profileIntervals,
  type SerialCorrelationInterval,
  type SerialCorrelationTest,
  type SeriesComparison,
  satterthwaite,
  serialCorrelationInterval,
  type TestedFixedEffect,
  testSerialCorrelation,
} from "@concord/statistics/multilevel";
import type { Outcome } from "../analysis.ts";
import type { Columns } from "../table/cells.ts";
import { type FitRequest, seriesOf, withDerived } from "./request.ts";

export type FitResult = MultilevelResult | SeriesResult;

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

/** What a formula and a table come to. */
export function fitModel(columns: Columns, request: FitRequest): Outcome<FitResult> {
  const centred = centredTable(columns, request);
  if (centred.kind === "refused") return centred;
  const { frame, parts } = centred;
  return request.ar1 === undefined
    ? multilevel(frame, request, parts)
    : series(frame, request, request.ar1, parts);
}

/** The table with a column for each within() and between() of both formulas, names taken as names. */
export function centredTable(
  columns: Columns,
  request: Pick<FitRequest, "formula" | "factor" | "let" | "compare">,
): ReturnType<typeof centredFrame> {
  const named: Frame = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [
      name,
      request.factor.includes(name) ? values.map((value) => (value === null ? null : String(value))) : values,
    ]),
  );
  const unknown = request.factor.find((name) => !Object.hasOwn(columns, name));
  if (unknown !== undefined)
    throw new RangeError(
      `--factor requires a column of the file: ${unknown}; there are ${Object.keys(columns).join(", ")}`,
    );
  const derived = withDerived(named, request.let);
  if (derived.kind === "refused") return derived;
  let { frame } = derived;
  const parts = [...derived.parts];
  for (const own of [request.formula, ...(request.compare === undefined ? [] : [request.compare])]) {
    const centred = centredFrame(own, frame);
    if (centred.kind === "refused") return centred;
    frame = centred.frame;
    parts.push(...centred.parts.filter(({ name }) => parts.every((part) => part.name !== name)));
  }
  return { kind: "centred", frame, parts };
}

function multilevel(
  frame: Frame,
  request: FitRequest,
  parts: readonly CentredPart[],
): Outcome<MultilevelResult> {
  const method = request.ml === true ? "ML" : "REML";
  const { formula, compare } = request;
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
      profile: request.profile === true ? profileIntervals(fit, request.confidenceLevel) : undefined,
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
  request: FitRequest,
  ar1: string,
  parts: readonly CentredPart[],
): Outcome<SeriesResult> {
  const order = seriesOf(ar1);
  const method = request.ml === true ? "ML" : "REML";
  const { formula, compare } = request;
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
      interval: serialCorrelationInterval(fit, request.confidenceLevel),
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

/** The columns of a frame that a formula uses: calls such as within(x) are in it under their own name. */
export function columnsIn(formula: string, frame: Frame): readonly string[] {
  const { response, fixed, random } = parseFormula(formula);
  const groups = random.length === 0 ? [] : mixedModelOf(formula).random;
  const variables = [
    ...(response === undefined ? [] : [response]),
    ...[fixed, ...groups.map(({ effects }) => effects)].flatMap(({ terms }) =>
      terms.flatMap((term) => term.variables),
    ),
  ];
  const names = [
    ...variables.flatMap((variable) => namesIn(variable, frame)),
    ...groups.flatMap(({ columns }) => columns),
  ];
  return [...new Set(names)].filter((name) => Object.hasOwn(frame, name));
}

/** The frame with the outcome taken away where one of these columns has no value. */
function withoutMissing(frame: Frame, columns: readonly string[]): Frame {
  const [outcome] = columns;
  if (outcome === undefined) return frame;
  const values = frame[outcome]!.map((value, row) =>
    columns.every((name) => frame[name]![row] !== null) ? value : null,
  );
  return { ...frame, [outcome]: values };
}

function namesIn(expression: Expression, frame: Frame): readonly string[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "name":
      return [expression.name];
    case "call": {
      const name = written(expression);
      return Object.hasOwn(frame, name) ? [name] : expression.of.flatMap((inner) => namesIn(inner, frame));
    }
    case "unary":
      return namesIn(expression.operand, frame);
    case "parentheses":
      return namesIn(expression.inner, frame);
    case "binary":
      return [...namesIn(expression.left, frame), ...namesIn(expression.right, frame)];
  }
}
