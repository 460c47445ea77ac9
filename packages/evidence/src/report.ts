import type { StaffMessage, StaffMessages, Text } from "@concord/messages";
import type { Claim } from "./claim.ts";
import { scaleMessage, valueMessage } from "./export/statistic-message.ts";
import type { PublishedEffect, Reading } from "./published.ts";

/** Returns a published effect size as a message: its interval where it has one, and that it is unverified. */
export function effectMessage(effect: PublishedEffect): Text {
  const { metric, estimate, lower, upper, certainty } = effect;
  if (estimate === null) return effect.label;
  const values = { scale: scaleMessage(metric), estimate: valueMessage(estimate, metric) };
  const shown: StaffMessage =
    lower === null || upper === null
      ? { id: "evidence.effect.estimate", values }
      : {
          id: "evidence.effect.interval",
          values: { ...values, lower: valueMessage(lower, metric), upper: valueMessage(upper, metric) },
        };
  return certainty === "doubtful" ? { id: "evidence.effect.unverified", values: { effect: shown } } : shown;
}

/** What was read for a source, in a few English words. */
export const readingWords: Readonly<Record<Reading, string>> = {
  source: "read in the source",
  abstract: "read in the abstract",
  summary: "read in a summary, not in the source",
  manual: "read in the manual",
  memory: "from memory, not read again in the source",
  unverified: "at least one unverified",
};

/** Returns a claim as lines in the language of `messages`: what it says, how large, how certain, sources, limitations. */
export function claimReport(claim: Claim, messages: StaffMessages): readonly string[] {
  return reportLines(claim).map(messages.written);
}

function reportLines(claim: Claim): readonly Text[] {
  const { leading, k, n, grade, computed } = claim;
  const effect = leading === null ? null : effectMessage(leading);
  return [
    claim.sentence,
    ...(effect === null ? [] : [k === null ? effect : sizeLine(effect, k, n)]),
    ...computedLines(claim),
    {
      id: "evidence.report.grade",
      values: {
        grade,
        meaning: { id: "evidence.grade", values: { grade } },
        certainty:
          computed === undefined
            ? { id: "evidence.claim.certainty-read", values: { reading: claim.read } }
            : "",
        population: claim.population,
      },
    },
    ...claim.sources.map(({ citation: source, doi, note }): StaffMessage => {
      const citation = doi === null ? source : `${source}, https://doi.org/${doi}`;
      return note === null
        ? { id: "evidence.report.source", values: { citation } }
        : { id: "evidence.report.source-note", values: { citation, note } };
    }),
    ...claim.limits.map((limit): StaffMessage => ({ id: "evidence.report.limit", values: { limit } })),
  ];
}

function sizeLine(effect: Text, studies: number, participants: number | null): StaffMessage {
  const body: StaffMessage =
    participants === null
      ? { id: "evidence.body.studies", values: { studies } }
      : { id: "evidence.body.studies-participants", values: { studies, participants } };
  return { id: "evidence.report.size", values: { effect, body } };
}

function computedLines({ computed }: Claim): readonly StaffMessage[] {
  if (computed === undefined) return [];
  const { prediction, scale, effects, edition, digest } = computed;
  return [
    ...(prediction === null
      ? []
      : [
          {
            id: "evidence.report.prediction",
            values: {
              lower: valueMessage(prediction.lower, scale),
              upper: valueMessage(prediction.upper, scale),
            },
          } as const,
        ]),
    {
      id: "evidence.report.computed",
      values: { count: effects, version: edition, checksum: digest.slice(0, 12) },
    },
  ];
}
