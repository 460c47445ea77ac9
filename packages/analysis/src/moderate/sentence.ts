import type { CurveExtremum, SimpleSlope } from "@concord/statistics/moderation";
import { fStatistic, interval, number, probability, testStatistic } from "../text/apa.ts";
import type { ModerateRequest, ModerateResult } from "./request.ts";

export function extremumWords(
  { kind, at, interval: ends, isInside, p }: CurveExtremum,
  along: string,
): string {
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
