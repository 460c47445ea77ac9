import type { OmnibusTest } from "@concord/statistics/meta-analysis";
import type { SynthesisDefinition } from "../synthesis/definition.ts";
import type { PooledSynthesis, Spread, Synthesis } from "../synthesis/synthesis.ts";
import { counted, meanWords, number, onScale, probability, share, testStatistic } from "./apa-number.ts";

/** The result as a methods-and-results sentence in APA style, ready to be checked and pasted. */
export function apaSentence(synthesis: Synthesis): string {
  switch (synthesis.kind) {
    case "refused":
      return `There is no result: ${synthesis.reason}.`;
    case "unsettled":
      return `There is no result: ${synthesis.reason}.`;
    case "one-study":
      return `One study alone (${synthesis.study}) gives ${meanWords(synthesis.mean, synthesis.definition.model.level)}.`;
    case "pooled":
      return [
        `${modelWords(synthesis.definition)} pooled ${bodyWords(synthesis)}.`,
        ...meanSentence(synthesis),
        spreadSentence(synthesis.spread),
        ...moderationSentences(synthesis),
        ...(synthesis.definition.model.robust === null
          ? []
          : [
              `Standard errors were made robust to dependence within studies (${synthesis.definition.model.robust}).`,
            ]),
      ].join(" ");
  }
}

/** How the effects were pooled, in words. */
export function modelWords({ model }: SynthesisDefinition): string {
  const common = model.method === "FE" || model.method === "EE" || model.method === "CE";
  const levels =
    model.random === "study/effect"
      ? "A three-level random-effects meta-analysis"
      : common
        ? "A common-effect meta-analysis"
        : "A random-effects meta-analysis";
  const test = {
    z: "",
    t: ", t tests",
    knha: ", Knapp–Hartung adjustment",
    adhoc: ", Knapp–Hartung adjustment",
  };
  return `${levels} (${common ? "inverse variances" : model.method}${test[model.test]}; ${scaleWords[model.measure] ?? model.measure})`;
}

const scaleWords: Readonly<Partial<Record<SynthesisDefinition["model"]["measure"], string>>> = {
  ZCOR: "Fisher’s z, read as r",
  COR: "r",
  SMD: "Hedges’ g",
  OR: "log odds ratios",
  RR: "log risk ratios",
};

/** "102 effects from 15 studies (N = 1,075)". */
function bodyWords({ effects, studies, people }: PooledSynthesis): string {
  const body = `${counted(effects.length, "effect", "effects")} from ${counted(studies, "study", "studies")}`;
  return people === null ? body : `${body} (N = ${people.toLocaleString("en")})`;
}

function meanSentence({ mean, definition }: PooledSynthesis): readonly string[] {
  if (mean === null) return [];
  const { statistic, degreesOfFreedom, p } = mean.pooled;
  const words = meanWords(mean, definition.model.level);
  return [`The mean was ${words}, ${testStatistic(statistic, degreesOfFreedom)}, ${probability(p)}.`];
}

function spreadSentence({ q, degreesOfFreedom, p, parts, iSquared }: Spread): string {
  const variances = parts.map(({ name, variance }) => `${number(variance, 3)} ${name}`);
  return [
    `Heterogeneity: Q(${degreesOfFreedom}) = ${number(q)}, ${probability(p)}`,
    ...(iSquared === null ? [] : [`I² = ${number(iSquared, 0)}%`]),
    ...(variances.length === 0 ? [] : [`variance ${variances.join(" and ")}`]),
  ]
    .join(", ")
    .concat(".");
}

function moderationSentences({ moderation, definition }: PooledSynthesis): readonly string[] {
  if (moderation === null) return [];
  const { omnibus, groups, formula } = moderation;
  const means = groups.map(({ name, mean, studies }) => {
    const { scale, estimate, lower, upper } = mean.read;
    return (
      `${name}: ${scale} = ${onScale(estimate, scale)} [${onScale(lower, scale)}, ${onScale(upper, scale)}], ` +
      `${counted(studies, "study", "studies")}`
    );
  });
  return [
    omnibus === null
      ? `Too few studies bear on the moderators (${formula}) to test them.`
      : `The moderators (${formula}) gave ${omnibusWords(omnibus)}, ${probability(omnibus.p)}.`,
    ...(means.length === 0 ? [] : [`Means (${definition.model.level}% CI): ${means.join("; ")}.`]),
    ...(moderation.explained === null ? [] : [`R² = ${share(moderation.explained / 100)}.`]),
  ];
}

/** F(2, 22.7) = 2.79, or QM(2) = 5.80. */
export function omnibusWords(omnibus: OmnibusTest): string {
  const { kind, statistic, degreesOfFreedom, denominatorDegreesOfFreedom: rest } = omnibus;
  return kind === "F"
    ? `F(${degreesOfFreedom}, ${number(rest, Number.isInteger(rest) ? 0 : 1)}) = ${number(statistic)}`
    : `QM(${degreesOfFreedom}) = ${number(statistic)}`;
}
