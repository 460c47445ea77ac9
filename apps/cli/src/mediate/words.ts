import {
  type BootstrappedEffect,
  type Ends,
  effectName,
  type FittedMediation,
  processModel,
} from "@concord/statistics";
import { interval, number, probability, testStatistic } from "../model/apa.ts";
import { modelTable } from "../model/model-table.ts";
import { testedCells, testedTitles } from "../model/tested-cells.ts";
import { levelLines, levelSentence } from "./level-words.ts";
import type { Mediated, MediateFlags, MediateResult, PathsResult } from "./request.ts";

/** The interval of an effect in the kind that was asked for; the delta method's where nothing was drawn. */
export function endsOf(model: Mediated, at: number, kind: MediateFlags["interval"]): Ends {
  const { lower, upper } = model.fit.effects[at]!;
  const drawn = model.bootstrap?.effects[at];
  if (kind === "monte-carlo") return model.monteCarlo?.[at] ?? [lower, upper];
  return drawn === undefined ? [lower, upper] : bootstrapEnds(drawn, kind);
}

function bootstrapEnds(
  effect: BootstrappedEffect,
  kind: Exclude<MediateFlags["interval"], "monte-carlo">,
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

export function intervalWords({ bootstrap }: Mediated, kind: MediateFlags["interval"]): string {
  if (kind === "monte-carlo") return "Monte Carlo";
  if (bootstrap === undefined) return "delta method";
  const names = { percentile: "percentile", bca: "BCa", basic: "basic", normal: "normal" };
  return `${names[kind]} bootstrap, ${bootstrap.resamples.toLocaleString("en")} resamples`;
}

export function mediateLines(result: MediateResult, flags: MediateFlags): readonly string[] {
  if (result.kind === "multilevel") return levelLines(result.fit);
  return pathsLines(result, flags);
}

function pathsLines({ models }: PathsResult, flags: MediateFlags): readonly string[] {
  return models.flatMap((model, at) => [
    ...(at > 0 ? [""] : []),
    ...(model.fit.model.moderation === undefined
      ? []
      : [`Hayes' model ${processModel(model.fit.model.moderation.paths)}`, ""]),
    ...pathLines(model.fit),
    "",
    ...effectLines(model, flags),
  ]);
}

function pathLines({ equations, total }: FittedMediation): readonly string[] {
  const all = [...equations, ...(total === null ? [] : [total])];
  return modelTable(
    ["of", "on", ...testedTitles, "R²"],
    all.flatMap((equation, k) =>
      equation.coefficients.map((one, i) => [
        i === 0 ? `${equation.response}${k === equations.length ? " (total)" : ""}` : "",
        one.name,
        ...testedCells(one),
        i === 0 ? equation.rSquared : "",
      ]),
    ),
  );
}

function effectLines(model: Mediated, flags: MediateFlags): readonly string[] {
  const { fit, bootstrap } = model;
  return modelTable(
    [`effect (${intervalWords(model, flags.interval)})`, "estimate", "SE", "lower", "upper"],
    fit.effects.map((effect, i) => {
      const [lower, upper] = endsOf(model, i, flags.interval);
      const via =
        "via" in effect.role && effect.role.kind !== "contrast" ? ` by ${effect.role.via.join(" → ")}` : "";
      return [
        `${effectName(effect, fit)}${via}`,
        effect.estimate,
        bootstrap?.effects[i]?.standardError ?? effect.standardError,
        lower,
        upper,
      ];
    }),
  );
}

/** A value that two decimals would show as nought keeps a third. */
export function effectWords(estimate: number, lower: number, upper: number, level: number): string {
  const isSmall = [estimate, lower, upper].some((value) => value !== 0 && Math.abs(value) < 0.005);
  const format = (value: number) => number(value, isSmall ? 3 : 2);
  return `${format(estimate)}, ${interval(lower, upper, level, format)}`;
}

export function mediateSentence(result: MediateResult, flags: MediateFlags): string {
  if (result.kind === "multilevel") return levelSentence(result.fit, flags);
  return result.models.map((model) => sentenceOf(model, flags)).join(" ");
}

function sentenceOf(model: Mediated, flags: MediateFlags): string {
  const { fit } = model;
  const { predictor, outcome, mediators, moderation } = fit.model;
  const said = (at: number) => {
    const [lower, upper] = endsOf(model, at, flags.interval);
    return effectWords(fit.effects[at]!.estimate, lower, upper, flags.level);
  };
  const places = fit.effects.map((effect, at) => ({ effect, at }));
  const of = (kind: string) => places.filter(({ effect }) => effect.role.kind === kind);
  if (moderation !== undefined) {
    const parts = of("index").map(({ effect, at }) => {
      const way = "via" in effect.role ? effect.role.via.join(" and ") : mediators.join(" and ");
      const [lower, upper] = endsOf(model, at, flags.interval);
      const holds = lower <= 0 && upper >= 0 ? "did not depend clearly" : "depended";
      return `The indirect effect of ${predictor} on ${outcome} by way of ${way} ${holds} on ${moderation.moderator} (Hayes' model ${processModel(moderation.paths)}): index of moderated mediation ${said(at)} (${intervalWords(model, flags.interval)}).`;
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
  return `Indirect effect of ${predictor} on ${outcome} (${intervalWords(model, flags.interval)}, n = ${fit.n}): ${ways.join("; ")}. The direct effect was ${direct.join("; ")}; the total effect ${of(
    "total",
  )
    .map(({ at }) => said(at))
    .join("; ")}.`;
}
