import type { StaffMessage, StaffMessages, Text } from "@concord/messages";
import { resultMessage } from "./ledger/difference.ts";
import type { Rederived } from "./rederive.ts";
import type { StudyEffect } from "./study/measured-effect.ts";
import { printedMessage } from "./study/printed-message.ts";
import type { ClaimWhy, WhySource, WhyStudy } from "./why-claim.ts";

/** Returns the sources of a claim, down to the studies, as lines in the language of `messages`. */
export function whyLines({ sources }: ClaimWhy, messages: StaffMessages): readonly string[] {
  return sources.flatMap(sourceLines).map(messages.of);
}

function sourceLines(source: WhySource): readonly StaffMessage[] {
  switch (source.kind) {
    case "study": {
      const { population } = source.study;
      const citation = withDoi(source.study);
      return [
        population.description === ""
          ? { id: "evidence.report.why.study", values: { citation } }
          : {
              id: "evidence.report.why.study-population",
              values: { citation, population: population.description },
            },
        ...source.figures.map(resultLine),
      ];
    }
    case "published": {
      const { citation, k, n } = source.source;
      return [
        ...source.figures.map(resultLine),
        ...source.checks.flatMap((check) => checkLines(check, n)),
        ...(source.source.kind !== "meta-analysis"
          ? []
          : k === null
            ? [{ id: "evidence.report.why.listed-studies", values: { citation } } as const]
            : [
                {
                  id: "evidence.report.why.listed",
                  values: { citation, body: { id: "evidence.body.studies", values: { studies: k } } },
                } as const,
              ]),
      ];
    }
    case "computed": {
      const { edition: version, state, model, filter } = source;
      return [
        filter.length === 0
          ? { id: "evidence.report.why.computed", values: { version, state, model } }
          : { id: "evidence.report.why.computed-filtered", values: { version, state, model, filter } },
        ...(source.result === null ? [] : [resultLine(resultMessage(source.result))]),
        ...source.studies.map(studyLine),
      ];
    }
  }
}

function resultLine(result: Text): StaffMessage {
  return { id: "evidence.report.why.result", values: { result } };
}

/** What the reported interval implies. */
function checkLines({ effect, agreement, people }: Rederived, n: number | null): readonly StaffMessage[] {
  const value: StaffMessage = {
    id: "evidence.report.why.interval",
    values: {
      estimate: effect.estimate ?? Number.NaN,
      lower: effect.lower ?? Number.NaN,
      upper: effect.upper ?? Number.NaN,
    },
  };
  const reported = effect.n ?? n;
  return [
    ...(agreement === "disagrees"
      ? [{ id: "evidence.report.why.off-centre", values: { value } } as const]
      : []),
    ...(reported !== null && people.lower > reported
      ? [
          {
            id: "evidence.report.why.narrow",
            values: { value, n: reported, least: Math.ceil(people.lower) },
          } as const,
        ]
      : []),
  ];
}

function studyLine({ study, effects, weight }: WhyStudy): StaffMessage {
  const values = { citation: withDoi(study), effects: effects.map(effectLine) };
  return weight === null
    ? { id: "evidence.report.why.effects", values }
    : { id: "evidence.report.why.effects-weight", values: { ...values, weight } };
}

function effectLine({ figures, rater, timing, instrument }: StudyEffect): StaffMessage {
  const values = {
    statistic: printedMessage(figures),
    rater: { id: `evidence.rater.${rater}`, values: {} },
    instrument,
  } as const;
  return timing === "not-reported"
    ? { id: "evidence.report.why.effect", values }
    : {
        id: "evidence.report.why.effect-timed",
        values: { ...values, timing: { id: `evidence.timing.${timing}`, values: {} } },
      };
}

function withDoi({ citation, doi }: { readonly citation: string; readonly doi: string | null }): string {
  return doi === null ? citation : `${citation}, https://doi.org/${doi}`;
}
