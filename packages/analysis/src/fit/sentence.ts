import { counted, interval, number, probability, share, testStatistic } from "../text/apa.ts";
import type { FitRequest } from "./request.ts";
import type { FitResult, MultilevelResult, SeriesResult } from "./result.ts";

/** How many predictors a sentence carries before it leaves the rest to the table. */
const MOST = 4;

/** The fit in APA style: what was fitted to what, each predictor, what varies. */
export function fitSentence(result: FitResult, request: FitRequest): string {
  return result.kind === "multilevel" ? multilevelSentence(result) : seriesSentence(result, request);
}

function multilevelSentence({ fit, tests, contextual, comparison }: MultilevelResult): string {
  const groups = fit.groups
    .map(({ name, count }) => `${count.toLocaleString("en")} groups of ${name}`)
    .join(" and ");
  const spread = fit.components
    .filter(({ second }) => second === undefined)
    .map(({ group, first, deviation }) =>
      first === undefined
        ? `${number(deviation)} for residuals`
        : `${number(deviation)} for ${first} over ${group}`,
    );
  const shares = fit.intraclass
    .filter(({ group }) => group !== "Residual")
    .map((own) => `${share(own.share)} between ${own.group}`);
  return [
    `A multilevel model (${fit.method}) of ${counted(fit.observations, "row", "rows")} in ${groups}:`,
    `${predictors(tests)}.`,
    ...contextualWords(contextual),
    `Standard deviations: ${spread.join(", ")}.`,
    ...(shares.length === 0 ? [] : [`Shares of variance: ${shares.join(", ")}.`]),
    ...compared(comparison),
  ].join(" ");
}

function seriesSentence(
  { fit, test, interval: bounds, contextual, comparison }: SeriesResult,
  { confidenceLevel: level }: FitRequest,
): string {
  const { lower, upper } = bounds;
  return [
    `A multilevel model (${fit.method}) with serially correlated residuals of`,
    `${counted(fit.data.outcome.length, "row", "rows")} in ${counted(fit.data.seriesCount, "series", "series")}:`,
    `${predictors(fit.coefficients)}.`,
    ...contextualWords(contextual),
    `Residuals one place apart correlated ${share(fit.correlation.value)},`,
    `${interval(lower ?? -1, upper ?? 1, level, share)}, χ²(1) = ${number(test.statistic)}, ${probability(test.p)}.`,
    ...compared(comparison),
  ].join(" ");
}

function contextualWords(contextual: MultilevelResult["contextual"]): readonly string[] {
  return contextual.map(
    ({ variable, test }) =>
      `The contextual effect of ${variable} (between less within) was ${number(test.estimate)}, ` +
      `SE = ${number(test.standardError)}, ${testStatistic(test.t, test.degreesOfFreedom)}, ${probability(test.p)}.`,
  );
}

interface Tested {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly t: number;
  readonly p: number;
}

function predictors(tests: readonly Tested[]): string {
  const named = tests.length > 1 ? tests.filter(({ name }) => name !== "(Intercept)") : tests;
  const said = named
    .slice(0, MOST)
    .map(
      ({ name, estimate, standardError, degreesOfFreedom, t, p }) =>
        `${name} b = ${number(estimate)}, SE = ${number(standardError)}, ` +
        `${testStatistic(t, degreesOfFreedom)}, ${probability(p)}`,
    );
  const rest = named.length - said.length;
  return [...said, ...(rest > 0 ? [`${rest} more in the table`] : [])].join("; ");
}

function compared(
  comparison:
    | {
        readonly statistic: number;
        readonly degreesOfFreedom: number;
        readonly p: number;
        readonly notNested?: string | undefined;
      }
    | undefined,
): readonly string[] {
  if (comparison === undefined) return [];
  const { statistic, degreesOfFreedom, p, notNested } = comparison;
  if (notNested !== undefined) return [`No test against the other model: ${notNested}.`];
  return degreesOfFreedom === 0
    ? ["The other model has as many parameters: no test tells them apart."]
    : [`Against the other model, χ²(${degreesOfFreedom}) = ${number(statistic)}, ${probability(p)}.`];
}
