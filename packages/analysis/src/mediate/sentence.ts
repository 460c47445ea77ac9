import {
  type BootstrappedEffect,
  type Ends,
  type FittedMultilevelMediation,
  type LevelEffect,
  processModel,
} from "@concord/statistics/mediation";
import { interval, number, probability, testStatistic } from "../text/apa.ts";
import type { Mediated, MediateRequest, MediateResult } from "./request.ts";

/** The interval of an effect in the kind that was asked for; the delta method's where nothing was drawn. */
export function endsOf(model: Mediated, at: number, kind: MediateRequest["interval"]): Ends {
  const { lower, upper } = model.fit.effects[at]!;
  const drawn = model.bootstrap?.effects[at];
  if (kind === "monte-carlo") return model.monteCarlo?.[at] ?? [lower, upper];
  return drawn === undefined ? [lower, upper] : bootstrapEnds(drawn, kind);
}

function bootstrapEnds(
  effect: BootstrappedEffect,
  kind: Exclude<MediateRequest["interval"], "monte-carlo">,
): Ends {
  switch (kind) {
    case "percentile":
      return effect.percentileType7;
    case "bca":
      return effect.bca.normalScale;
    case "basic":
      return effect.basic;
    case "normal":
      return effect.normal;
  }
}

export function intervalWords({ bootstrap }: Mediated, kind: MediateRequest["interval"]): string {
  if (kind === "monte-carlo") return "Monte Carlo";
  if (bootstrap === undefined) return "delta method";
  const names = { percentile: "percentile", bca: "BCa", basic: "basic", normal: "normal" };
  return `${names[kind]} bootstrap, ${bootstrap.resamples.toLocaleString("en")} resamples`;
}

/** A value that two decimals would show as nought keeps a third. */
export function effectWords(estimate: number, lower: number, upper: number, level: number): string {
  const isSmall = [estimate, lower, upper].some((value) => value !== 0 && Math.abs(value) < 0.005);
  const format = (value: number) => number(value, isSmall ? 3 : 2);
  return `${format(estimate)}, ${interval(lower, upper, level, format)}`;
}

export function mediateSentence(result: MediateResult, request: MediateRequest): string {
  if (result.kind === "multilevel") return levelSentence(result.fit, request);
  return result.models.map((model) => sentenceOf(model, request)).join(" ");
}

function sentenceOf(model: Mediated, request: MediateRequest): string {
  const { fit } = model;
  const { predictor, outcome, mediators, moderation } = fit.model;
  const said = (at: number) => {
    const [lower, upper] = endsOf(model, at, request.interval);
    return effectWords(fit.effects[at]!.estimate, lower, upper, request.confidenceLevel);
  };
  const places = fit.effects.map((effect, at) => ({ effect, at }));
  const of = (kind: string) => places.filter(({ effect }) => effect.role.kind === kind);
  if (moderation !== undefined) {
    const parts = of("index").map(({ effect, at }) => {
      const way = "via" in effect.role ? effect.role.via.join(" and ") : mediators.join(" and ");
      const [lower, upper] = endsOf(model, at, request.interval);
      const holds = lower <= 0 && upper >= 0 ? "did not depend clearly" : "depended";
      return `The indirect effect of ${predictor} on ${outcome} by way of ${way} ${holds} on ${moderation.moderator} (Hayes' model ${processModel(moderation.paths)}): index of moderated mediation ${said(at)} (${intervalWords(model, request.interval)}).`;
    });
    const values = of("indirect").map(
      ({ effect, at }) => `${said(at)} at ${moderation.moderator} = ${number(effect.at ?? Number.NaN)}`,
    );
    return [...parts, `Conditional indirect effects: ${values.join("; ")}.`].join(" ");
  }
  const ways = of("indirect").map(({ effect, at }) => {
    const own = "via" in effect.role ? effect.role.via.join(" and then ") : "";
    const level = effect.predictor === predictor ? "" : ` (${effect.predictor})`;
    return `by way of ${own}${level} it was ${said(at)}`;
  });
  const direct = of("direct").map(({ effect }) => {
    const equation = fit.equations.at(-1)!;
    const path =
      equation.coefficients.find(({ name }) => name === effect.predictor) ?? equation.coefficients[1]!;
    return `${number(path.estimate)}, ${testStatistic(path.statistic, path.degreesOfFreedom)}, ${probability(path.p)}`;
  });
  return `Indirect effect of ${predictor} on ${outcome} (${intervalWords(model, request.interval)}, n = ${fit.n}): ${ways.join("; ")}. The direct effect was ${direct.join("; ")}; the total effect ${of(
    "total",
  )
    .map(({ at }) => said(at))
    .join("; ")}.`;
}

function levelSentence(
  { effects, groups, rows, design }: FittedMultilevelMediation,
  request: MediateRequest,
): string {
  const { x, y, m, group, confidenceLevel: level } = request;
  const said = (one: LevelEffect) =>
    `${number(one.estimate)}, ${interval(one.interval[0], one.interval[1], level)}`;
  const parts = effects
    .filter(({ kind }) => kind === "indirect")
    .map((one) => `${one.level} groups of ${group} it was ${said(one)}`);
  const direct = effects.filter(({ kind }) => kind === "direct").map((one) => `${said(one)} ${one.level}`);
  return `Indirect effect of ${x} on ${y} by way of ${m.join(", ")} (${design}, ${rows.toLocaleString("en")} rows of ${groups.toLocaleString("en")} groups): ${parts.join("; ")}. Direct effect: ${direct.join("; ")}.`;
}
