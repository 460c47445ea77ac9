import type { CurveExtremum, SignificanceRegion, SimpleSlope } from "@concord/statistics/moderation";
import type { FittedLinearModel } from "@concord/statistics/regression";
import { modelTable, type TablePart, testedCells, testedTitles } from "../table/model-table.ts";
import { fStatistic, interval, number, probability, testStatistic } from "../text/apa.ts";
import type { ModerateRequest, ModerateResult } from "./request.ts";

export function moderateTable(result: ModerateResult, request: ModerateRequest): readonly TablePart[] {
  const model = coefficientLines(result.fit.fit);
  switch (result.kind) {
    case "linear":
      return [
        ...model,
        "",
        ...result.fit.effects.flatMap(({ predictor, probes, region, rowsSignificant }) => [
          ...probes.flatMap(({ choice, slopes }) => [
            ...slopeLines(`effect of ${predictor} at ${request.w} (${choice})`, slopes),
            "",
          ]),
          ...(region === null ? [] : [regionWords(region, request, rowsSignificant, predictor), ""]),
        ]),
      ];
    case "quadratic":
      return [
        ...model,
        "",
        ...slopeLines(`effect of ${request.x} at ${request.w}`, [
          ...result.fit.slopes,
          result.fit.slopeAtExtremum,
        ]),
        "",
        ...extremumLines(result.fit.extremum, request.w ?? request.x),
        ...(result.fit.bounds.length === 0
          ? []
          : [
              `The effect crosses the bound of significance at ${request.w} = ${result.fit.bounds.map((one) => number(one)).join(", ")}.`,
            ]),
      ];
    case "curve":
      return [...model, "", ...extremumLines(result.fit.extremum, request.x)];
  }
}

function coefficientLines(fit: FittedLinearModel): readonly TablePart[] {
  return modelTable(
    [`${fit.response} on`, ...testedTitles],
    fit.coefficients.map((one) => [one.name, ...testedCells(one)]),
  );
}

function slopeLines(title: string, slopes: readonly SimpleSlope[]): readonly TablePart[] {
  return modelTable(
    [title, ...testedTitles],
    slopes.map(({ at, effect }) => [
      typeof at === "number" ? Number(at.toPrecision(6)) : at,
      ...testedCells(effect),
    ]),
  );
}

/** Johnson and Neyman in a sentence. */
export function regionWords(
  { bounds, significant }: SignificanceRegion,
  { w }: ModerateRequest,
  rows: number | null,
  x: string,
): string {
  const share = rows === null ? "" : ` (${number(rows, 0)}% of the rows)`;
  if (significant === "everywhere") return `The effect of ${x} is significant at every value of ${w}.`;
  if (significant === "not defined")
    return `Where along ${w} the effect of ${x} is significant cannot be told: it has no robust standard error.`;
  if (significant === "nowhere") return `The effect of ${x} is significant at no value of ${w}.`;
  const [low, high] = bounds.map((bound) => number(bound));
  return significant === "inside"
    ? `The effect of ${x} is significant where ${w} lies between ${low} and ${high}${share}.`
    : `The effect of ${x} is significant where ${w} lies below ${low} or above ${high}${share}.`;
}

function extremumLines(extremum: CurveExtremum, along: string): readonly TablePart[] {
  const { slopes } = extremum;
  return [
    extremumWords(extremum, along),
    "",
    ...modelTable(
      [`slope at an end of ${along}`, "slope", "SE", "t", "p (one-sided)"],
      [slopes.atLowest, slopes.atHighest].map((end) => [end.at, end.slope, end.standardError, end.t, end.p]),
    ),
  ];
}

function extremumWords({ kind, at, interval: ends, isInside, p }: CurveExtremum, along: string): string {
  const bounds =
    ends.kind === "bounded"
      ? `between ${number(ends.lower)} and ${number(ends.upper)} by Fieller's interval`
      : "without a bound: the data hardly bend the line";
  const place = isInside ? "within" : "outside";
  return `The ${kind} lies at ${along} = ${number(at)}, ${bounds}, ${place} the values seen. That there is a ${kind} within them: ${probability(p)} (Lind and Mehlum).`;
}

export function moderateSentence(result: ModerateResult, request: ModerateRequest): string {
  const { x, y, w, confidenceLevel: level } = request;
  switch (result.kind) {
    case "linear": {
      const { interaction, effects } = result.fit;
      const test = `${fStatistic(interaction.statistic, interaction.numeratorDegreesOfFreedom, interaction.denominatorDegreesOfFreedom)}, ${probability(interaction.p)}, ΔR² = ${number(interaction.rSquaredGain, 3).replace("0.", ".")}`;
      const is = interaction.p < 1 - level ? "depended" : "did not depend clearly";
      const slopes = effects.flatMap(({ predictor, probes }) => {
        const probe = probes.find(({ choice }) => choice === "mean and SD" || choice === "levels");
        return (probe?.slopes ?? []).map(
          ({ at, effect }) =>
            `${slopeWords(effect, level)} ${typeof at === "number" ? `at ${w} = ${number(at)}` : `in ${w} ${at}`}${effects.length > 1 ? ` (${predictor})` : ""}`,
        );
      });
      return Number.isNaN(interaction.p)
        ? `Whether the effect of ${x} on ${y} depends on ${w} has no test: ${slopes.join("; ")}.`
        : `The effect of ${x} on ${y} ${is} on ${w}, ${test}: ${slopes.join("; ")}.`;
    }
    case "quadratic": {
      const { quadratic, extremum, slopeAtExtremum } = result.fit;
      const test = `${fStatistic(quadratic.statistic, quadratic.numeratorDegreesOfFreedom, quadratic.denominatorDegreesOfFreedom)}, ${probability(quadratic.p)}`;
      const most = extremum.kind === "peak" ? "highest" : "lowest";
      return `The effect of ${x} on ${y} followed ${quadratic.p < 1 - level ? "a curve" : "no clear curve"} along ${w}, ${test}. It was ${most} at ${w} = ${number(extremum.at)}, where it was ${slopeWords(slopeAtExtremum.effect, level)}. ${extremumWords(extremum, w ?? x)}`;
    }
    case "curve": {
      const { quadratic, extremum } = result.fit;
      return `${y} followed ${quadratic.p < 1 - level ? "a curve" : "no clear curve"} along ${x}, ${fStatistic(quadratic.statistic, quadratic.numeratorDegreesOfFreedom, quadratic.denominatorDegreesOfFreedom)}, ${probability(quadratic.p)}. ${extremumWords(extremum, x)}`;
    }
  }
}

function slopeWords(effect: SimpleSlope["effect"], level: number): string {
  if (Number.isNaN(effect.standardError)) return `b = ${number(effect.estimate)} without a test`;
  return `b = ${number(effect.estimate)}, ${interval(effect.lower, effect.upper, level)}, ${testStatistic(effect.statistic, effect.degreesOfFreedom)}, ${probability(effect.p)}`;
}
