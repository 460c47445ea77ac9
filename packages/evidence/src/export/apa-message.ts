import type { Message, Text } from "@concord/messages";
import type { OmnibusTest } from "@concord/statistics/meta-analysis";
import type { SynthesisDefinition } from "../synthesis/definition.ts";
import type { PooledMean } from "../synthesis/pooled-mean.ts";
import type { PooledSynthesis, Spread, Synthesis } from "../synthesis/synthesis.ts";
import { number, onScale, probability, share, testStatistic } from "./apa-number.ts";

/** Returns the result as a methods-and-results text in APA style, ready to be checked and pasted. */
export function apaMessage(
  synthesis: Synthesis,
): Message<"stored.synthesis.no-result" | "stored.synthesis.one-study" | "stored.synthesis.pooled"> {
  switch (synthesis.kind) {
    case "refused":
    case "unsettled":
      return { id: "stored.synthesis.no-result", values: { reason: synthesis.reason } };
    case "one-study":
      return {
        id: "stored.synthesis.one-study",
        values: {
          study: synthesis.study,
          result: meanMessage(synthesis.mean, synthesis.definition.model.level),
        },
      };
    case "pooled":
      return pooledMessage(synthesis);
  }
}

function pooledMessage(synthesis: PooledSynthesis): Message<"stored.synthesis.pooled"> {
  const { definition, effects, studies, people, spread } = synthesis;
  const { model } = definition;
  const common = model.method === "FE" || model.method === "EE" || model.method === "CE";
  const { measure } = model;
  return {
    id: "stored.synthesis.pooled",
    values: {
      levels: model.random === "study/effect" ? "three" : common ? "common" : "other",
      method: common ? "inverse" : "other",
      methodName: model.method,
      test: model.test === "t" ? "t" : model.test === "z" ? "none" : "hartung",
      scale: isNamedScale(measure) ? measure : "other",
      scaleName: measure,
      effects: effects.length,
      studies,
      sample: people === null ? "unknown" : "known",
      people: people ?? 0,
      mean: meanOf(synthesis),
      heterogeneity: heterogeneityOf(spread),
      ...moderationOf(synthesis),
      robust: model.robust === null ? "" : { id: "stored.synthesis.robust", values: { kind: model.robust } },
    },
  };
}

const namedScales = ["ZCOR", "COR", "SMD", "OR", "RR"] as const;

function isNamedScale(measure: string): measure is (typeof namedScales)[number] {
  return namedScales.some((one) => one === measure);
}

/** Returns a mean with its interval; numbers are in APA notation, which is the same in every language. */
function meanMessage(
  { read }: PooledMean,
  level: number,
): Message<"stored.synthesis.estimate" | "stored.synthesis.estimate-alone"> {
  const { scale, estimate, lower, upper, prediction } = read;
  const value = `${scale} = ${onScale(estimate, scale)}`;
  if (![lower, upper].every(Number.isFinite))
    return { id: "stored.synthesis.estimate-alone", values: { value } };
  const between = (from: number, to: number) => `[${onScale(from, scale)}, ${onScale(to, scale)}]`;
  return {
    id: "stored.synthesis.estimate",
    values: {
      value,
      level,
      interval: between(lower, upper),
      prediction: prediction === null ? "none" : "other",
      predicted: prediction === null ? "" : between(prediction.lower, prediction.upper),
    },
  };
}

function meanOf({ mean, definition }: PooledSynthesis): Message<"stored.synthesis.mean"> | "" {
  if (mean === null) return "";
  const { statistic, degreesOfFreedom, p } = mean.pooled;
  return {
    id: "stored.synthesis.mean",
    values: {
      result: meanMessage(mean, definition.model.level),
      test: `${testStatistic(statistic, degreesOfFreedom)}, ${probability(p)}`,
    },
  };
}

function heterogeneityOf({
  q,
  degreesOfFreedom,
  p,
  parts,
  iSquared,
}: Spread): Message<"stored.synthesis.heterogeneity"> {
  const share = iSquared === null ? "" : `, I² = ${number(iSquared, 0)}%`;
  return {
    id: "stored.synthesis.heterogeneity",
    values: {
      test: `Q(${degreesOfFreedom}) = ${number(q)}, ${probability(p)}${share}`,
      variance: parts.length === 0 ? "none" : "other",
      variances: parts.map(({ name, variance }) => ({
        id: "stored.synthesis.variance",
        values: { value: number(variance, 3), level: levels[name], levelName: name },
      })),
    },
  };
}

const levels = {
  "between studies": "between_studies",
  "within studies": "within_studies",
  "between effects": "between_effects",
} as const;

function moderationOf({ moderation, definition }: PooledSynthesis) {
  if (moderation === null) return { moderators: "", means: "", explained: "" };
  const { omnibus, groups, formula, explained } = moderation;
  const means = groups.map(({ name, mean, studies }): Message<"stored.synthesis.group-mean"> => {
    const { scale, estimate, lower, upper } = mean.read;
    const interval = `[${onScale(lower, scale)}, ${onScale(upper, scale)}]`;
    return {
      id: "stored.synthesis.group-mean",
      values: { group: name, result: `${scale} = ${onScale(estimate, scale)} ${interval}`, studies },
    };
  });
  const moderators: Message<"stored.synthesis.moderators" | "stored.synthesis.moderators-too-few"> =
    omnibus === null
      ? { id: "stored.synthesis.moderators-too-few", values: { formula } }
      : {
          id: "stored.synthesis.moderators",
          values: { formula, test: `${omnibusWords(omnibus)}, ${probability(omnibus.p)}` },
        };
  const all: Message<"stored.synthesis.means"> = {
    id: "stored.synthesis.means",
    values: { level: definition.model.level, means: inSeries(means) },
  };
  const explainedShare: Message<"stored.synthesis.explained"> = {
    id: "stored.synthesis.explained",
    values: { share: share((explained ?? 0) / 100) },
  };
  return {
    moderators,
    means: means.length === 0 ? "" : all,
    explained: explained === null ? "" : explainedShare,
  };
}

/** Returns texts that contain commas as one text, with semicolons between them. */
function inSeries(texts: readonly Text[]): Text {
  const [first = "", ...rest] = texts;
  return rest.length === 0
    ? first
    : { id: "stored.synthesis.series", values: { first, rest: inSeries(rest) } };
}

/** Returns how the effects were pooled, as a message. */
export function modelMessage({ model }: SynthesisDefinition): Message<"evidence.model"> {
  const { measure, method, random, test } = model;
  const common = method === "FE" || method === "EE" || method === "CE";
  return {
    id: "evidence.model",
    values: {
      levels: random === "study/effect" ? "three" : common ? "common" : "other",
      method: common ? "inverse" : "other",
      methodName: method,
      test: test === "t" ? "t" : test === "z" ? "none" : "hartung",
      scale: isNamedScale(measure) ? measure : "other",
      scaleName: measure,
    },
  };
}

/** F(2, 22.7) = 2.79, or QM(2) = 5.80. */
function omnibusWords(omnibus: OmnibusTest): string {
  const { kind, statistic, degreesOfFreedom, denominatorDegreesOfFreedom: rest } = omnibus;
  return kind === "F"
    ? `F(${degreesOfFreedom}, ${number(rest, Number.isInteger(rest) ? 0 : 1)}) = ${number(statistic)}`
    : `QM(${degreesOfFreedom}) = ${number(statistic)}`;
}
