import { counted, meanWords } from "@concord/evidence/export";
import { readMean, readScales } from "@concord/evidence/pooled-mean";
import { MEASURES } from "@concord/statistics/effect-size";
import type { MetaforTerms } from "@concord/statistics/meta-analysis";
import { percentOf } from "../analysis.ts";
import { number, probability, share, testStatistic } from "../text/apa.ts";
import type { TableEffects } from "./effects.ts";
import type { TableFit } from "./fit.ts";
import type { ReadOut, TableAnalysis, TableModel } from "./request.ts";
import { backOf, meanOf } from "./terms.ts";

/**
 * Returns what subgroups and the tools for bias found as one sentence and one table, means on the scale on which they
 * are read; undefined for other analyses.
 */
export function readOutOf(
  table: TableEffects,
  model: TableModel,
  fitted: TableFit,
  analysis: TableAnalysis,
  terms: MetaforTerms,
): ReadOut | undefined {
  if (terms.error === true) return undefined;
  const back = backOf(table, fitted);
  const scale = readScales[table.measure];
  const isBack = MEASURES[table.measure] !== undefined && back(0.5) !== 0.5;
  const reading: Reading = {
    back,
    name: scale === "estimate" ? "estimate" : scale,
    // The slopes and steps of a tool stay on the scale of pooling.
    pooled: isBack ? " (scale of pooling)" : "",
    words: (estimate, lower, upper) => {
      if (![estimate, lower, upper].every(Number.isFinite))
        return `${number(back(estimate))} without an interval`;
      const none = Number.NaN;
      const tested = { standardError: none, statistic: none, degreesOfFreedom: none, p: none };
      const sizes = fitted.used.map(({ n }) => n);
      return meanWords(
        readMean({ ...tested, estimate, lower, upper, prediction: null }, table.measure, sizes),
        percentOf(model.confidenceLevel),
      );
    },
    level: model.confidenceLevel,
  };
  switch (analysis.kind) {
    case "subgroups":
      return subgroups(terms, analysis.by, reading);
    case "regtest":
      return asymmetry(terms, reading);
    case "ranktest":
      return ranks(terms, reading);
    case "trimfill":
      return filled(terms, fitted, reading);
    case "selmodel":
      return selection(terms, fitted, analysis.steps, reading);
    case "pet-peese":
      return precision(terms, reading);
    case "fsn":
      return failSafe(terms, analysis.alpha);
    default:
      return undefined;
  }
}

interface Reading {
  readonly back: (value: number) => number;
  readonly name: string;
  readonly pooled: string;
  readonly words: (estimate: number, lower: number, upper: number) => string;
  readonly level: number;
}

/** A number of the terms, NaN where there is none. */
function at(terms: MetaforTerms, name: string, place?: number): number {
  const value = place === undefined ? terms[name] : (terms[name] as readonly unknown[] | undefined)?.[place];
  return typeof value === "number" ? value : Number.NaN;
}

function bounds({ level }: Reading): readonly [string, string] {
  return [`${percentOf(level)}% from`, "to"];
}

function isSmall(p: number, { level }: Pick<Reading, "level">): boolean {
  return p < 1 - level;
}

function subgroups(terms: MetaforTerms, by: string, reading: Reading): ReadOut {
  const { back, words, name } = reading;
  const groups = (terms.levels as readonly string[]).map((level) => ({
    level,
    own: (terms.separate as Readonly<Record<string, MetaforTerms>>)[level]!,
  }));
  const means = groups.map(({ level, own }) =>
    own.error === true
      ? `${level}: no mean (${String(own.message)})`
      : `${level}: ${words(at(own, "beta", 0), at(own, "ci_lb", 0), at(own, "ci_ub", 0))} (${counted(at(own, "k"), "effect", "effects")})`,
  );
  const between = terms.Q_between_separate_tau2 as MetaforTerms | null;
  const test =
    between === null
      ? `Whether they differ has no test: ${String(terms.between_not_tested)}.`
      : `The groups ${isSmall(at(between, "p"), reading) ? "differ" : "do not differ significantly"}, ` +
        `Q(${at(between, "df")}) = ${number(at(between, "Q"))}, ${probability(at(between, "p"))}.`;
  return {
    sentence: `Means by ${by}: ${means.join("; ")}. ${test}`,
    titles: [by, "effects", name, ...bounds(reading), "p", "tau²", "I²%"],
    rows: groups.map(({ level, own }) => [
      level,
      ...(own.error === true
        ? [null, null, null, null, null, null, null]
        : [
            at(own, "k"),
            ...[at(own, "beta", 0), at(own, "ci_lb", 0), at(own, "ci_ub", 0)].map(back),
            at(own, "pval", 0),
            at(own, "tau2"),
            at(own, "I2"),
          ]),
    ]),
  };
}

function asymmetry(terms: MetaforTerms, reading: Reading): ReadOut {
  const p = at(terms, "pval");
  const df = terms.df === null ? Number.POSITIVE_INFINITY : at(terms, "df");
  const limit = at(terms, "est");
  const slope = terms.slope as MetaforTerms;
  return {
    sentence:
      `Egger's regression on ${String(terms.predictor)}: ${testStatistic(at(terms, "stat"), df)}, ${probability(p)}; ` +
      `small studies ${isSmall(p, reading) ? "show other effects than large ones" : "do not show significantly other effects"}.` +
      (Number.isFinite(limit)
        ? ` A study without sampling error would find ${reading.words(limit, at(terms, "ci_lb"), at(terms, "ci_ub"))}.`
        : ""),
    titles: [`term${reading.pooled}`, "b", "SE", "test", "df", "p"],
    rows: [
      ["intercept", at(slope, "est", 0), at(slope, "se", 0), null, null, null],
      [
        String(terms.predictor),
        at(slope, "est", 1),
        at(slope, "se", 1),
        at(terms, "stat"),
        terms.df ?? null,
        p,
      ],
    ],
  };
}

function ranks(terms: MetaforTerms, reading: Reading): ReadOut {
  const [tau, p] = [at(terms, "tau"), at(terms, "pval")];
  return {
    sentence:
      `Kendall's τ between effects and variances was ${share(tau)}, ${probability(p)}; ` +
      `they are ${isSmall(p, reading) ? "" : "not significantly "}associated (Begg and Mazumdar).`,
    titles: ["test", "tau", "p"],
    rows: [["Begg and Mazumdar", tau, p]],
  };
}

function filled(terms: MetaforTerms, fitted: TableFit, reading: Reading): ReadOut {
  const before = meanOf(fitted);
  const missing = at(terms, "k0");
  const after = [at(terms, "beta"), at(terms, "ci_lb"), at(terms, "ci_ub")] as const;
  const variance = fitted.kind === "plain" ? fitted.fit.betweenStudyVariance.value : Number.NaN;
  return {
    sentence:
      `Trim and fill (${String(terms.estimator)}) added ${counted(missing, "study", "studies")} on the ${String(terms.side)}: ` +
      `${reading.words(...after)} with ${missing === 1 ? "it" : "them"}, ` +
      `${reading.words(before.estimate, before.lower, before.upper)} without.`,
    titles: ["model", "effects", reading.name, ...bounds(reading), "tau²", "I²%"],
    rows: [
      [
        "as found",
        fitted.used.length,
        ...[before.estimate, before.lower, before.upper].map(reading.back),
        variance,
        fitted.fit.heterogeneity.iSquared,
      ],
      ["filled in", at(terms, "k_total"), ...after.map(reading.back), at(terms, "tau2"), at(terms, "I2")],
    ],
  };
}

function selection(
  terms: MetaforTerms,
  fitted: TableFit,
  steps: readonly number[],
  reading: Reading,
): ReadOut {
  const after = [at(terms, "beta", 0), at(terms, "ci_lb", 0), at(terms, "ci_ub", 0)] as const;
  const before = fitted.fit.interceptOnly ? meanOf(fitted) : null;
  const p = at(terms, "LRTp");
  const ends = [0, ...steps, 1];
  return {
    sentence:
      (before === null
        ? "With weights for the chance of being published "
        : `Weighted by the chance of being published the mean is ${reading.words(...after)}, without weights ` +
          `${reading.words(before.estimate, before.lower, before.upper)}; `) +
      `selection is ${isSmall(p, reading) ? "" : "not significantly "}visible, ` +
      `χ²(${at(terms, "LRTdf")}) = ${number(at(terms, "LRT"))}, ${probability(p)}.`,
    titles: ["p one-sided", "weight", "SE", "p", ...bounds(reading)],
    rows: (terms.delta as readonly number[]).map((weight, i) => [
      `${ends[i] ?? "–"} to ${ends[i + 1] ?? 1}`,
      weight,
      at(terms, "se_delta", i),
      at(terms, "pval_delta", i),
      at(terms, "ci_lb_delta", i),
      at(terms, "ci_ub_delta", i),
    ]),
  };
}

function precision(terms: MetaforTerms, reading: Reading): ReadOut {
  const { from, estimate, lower, upper } = terms.conditional as unknown as {
    readonly from: string;
    readonly estimate: number;
    readonly lower: number;
    readonly upper: number;
  };
  const p = at(terms, "pet_p_one_sided");
  const row = (name: string, line: MetaforTerms) => [
    name,
    at(line, "b", 0),
    at(line, "se", 0),
    at(line, "t", 0),
    at(line, "p", 0),
  ];
  return {
    sentence:
      `Extrapolated to a study without sampling error by ${from} the mean is ${reading.words(estimate, lower, upper)} ` +
      `(${from === "PET" ? "PET finds no effect" : "PET finds an effect, so that PEESE is taken"}: one-sided ${probability(p)}).`,
    titles: [`model${reading.pooled}`, "intercept", "SE", "t", "p"],
    rows: [row("PET", terms.pet_wls as MetaforTerms), row("PEESE", terms.peese_wls as MetaforTerms)],
  };
}

function failSafe(terms: MetaforTerms, alpha: number): ReadOut {
  const [studies, p, mean, target] = ["fsnum", "pval_observed", "est", "target"].map((name) =>
    at(terms, name),
  ) as [number, number, number, number];
  const aim =
    terms.type === "Orwin"
      ? `bring the mean from ${number(mean)} to ${number(target)}`
      : `raise the p of the mean to ${share(alpha)}`;
  return {
    sentence: `By ${String(terms.type)} it would take ${counted(studies, "unseen study", "unseen studies")} without an effect to ${aim}.`,
    titles: ["kind", "unseen studies", "p observed", "mean", "target"],
    rows: [[String(terms.type), studies, p, mean, target]],
  };
}
