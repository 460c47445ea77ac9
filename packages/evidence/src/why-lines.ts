import { counted, number, share } from "./export/apa-number.ts";
import { resultWords } from "./ledger/difference.ts";
import type { Rederived } from "./rederive.ts";
import type { StudyEffect } from "./study/measured-effect.ts";
import type { ClaimWhy, WhySource, WhyStudy } from "./why-claim.ts";

/** The way from a claim down to the studies, as lines a person can read. */
export function whyLines({ sources }: ClaimWhy): readonly string[] {
  return sources.flatMap(sourceLines);
}

function sourceLines(source: WhySource): readonly string[] {
  switch (source.kind) {
    case "study": {
      const { citation, doi, population } = source.study;
      return [
        `The study: ${citation}${doi === null ? "" : `, https://doi.org/${doi}`}. ${sentence(population.description)} ` +
          "Its figures are told in words; none in hand can be pooled.",
        ...source.figures.map((line) => `It reports: ${line}.`),
      ];
    }
    case "published": {
      const { citation, k, n } = source.source;
      const isSynthesis = source.source.kind === "meta-analysis";
      const body = k === null ? "its studies" : counted(k, "study", "studies");
      return [
        ...source.figures.map((line) => `It gives: ${line}.`),
        ...source.checks.flatMap((check) => checkLines(check, n)),
        ...(isSynthesis
          ? [
              `Behind ${citation}: ${body}, listed there; without their own figures in hand the pooling cannot be worked ` +
                "out again here.",
            ]
          : []),
      ];
    }
    case "computed":
      return [
        `Computed here, ${source.edition}${source.state === "current" ? "" : " (newer studies have come since)"}: ` +
          `${source.model}${source.filter === "" ? "" : `, ${source.filter}`}.` +
          (source.result === null ? "" : ` It came to ${resultWords(source.result)}.`),
        ...source.studies.map(studyLine),
      ];
  }
}

/** What the printed interval says about itself. */
function checkLines({ effect, agreement, people }: Rederived, n: number | null): readonly string[] {
  const own = `${share(effect.estimate ?? Number.NaN)} [${share(effect.lower ?? Number.NaN)}, ${share(effect.upper ?? Number.NaN)}]`;
  const reported = effect.n ?? n;
  return [
    ...(agreement === "disagrees"
      ? [`Check: ${own} is not in the middle of its interval in Fisher’s z.`]
      : []),
    ...(reported !== null && people.lower > reported
      ? [
          `Check: ${own} is narrower than ${reported.toLocaleString("en")} independent people could make it ` +
            `(at least ${Math.ceil(people.lower).toLocaleString("en")}); what it counts must be more than people.`,
        ]
      : []),
  ];
}

function studyLine({ study, effects, weight }: WhyStudy): string {
  const doi = study.doi === null ? "" : `, https://doi.org/${study.doi}`;
  const counts = weight === null ? "" : `; counts ${number(weight, 1)}%`;
  return `Study: ${study.citation}${doi}: ${effects.map(effectWords).join("; ")}${counts}.`;
}

function effectWords({ figures, rater, timing, instrument }: StudyEffect): string {
  const said =
    figures.kind === "correlation"
      ? `r = ${share(figures.r)}, n = ${figures.n}`
      : figures.kind === "effect"
        ? `${figures.scale} ${number(figures.estimate)}, variance ${number(figures.variance, 4)}`
        : figures.kind;
  return `${said} (${rater}${timing === "not-reported" ? "" : `, ${timing}`}, ${instrument})`;
}

function sentence(words: string): string {
  return words === "" ? "" : `${words[0]!.toUpperCase()}${words.slice(1).replace(/\.$/, "")}.`;
}
