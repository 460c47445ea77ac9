import type { Claim } from "./claim.ts";
import { counted, onScale } from "./export/apa-number.ts";
import type { PublishedEffect, Reading } from "./published.ts";

/** r = .28, 95% CI [.26, .30]: APA drops the zero of what cannot exceed one. */
export function effectInWords(effect: PublishedEffect): string {
  if (effect.estimate === null) return effect.label;
  const bounded = effect.metric === "r";
  const digits = (value: number) => {
    const text = value.toFixed(2).replace("-", "−");
    return bounded ? text.replace(/^(−?)0\./, "$1.") : text;
  };
  const interval =
    effect.lower === null || effect.upper === null
      ? ""
      : `, 95% CI [${digits(effect.lower)}, ${digits(effect.upper)}]`;
  const doubt = effect.certainty === "doubtful" ? " (unverified)" : "";
  return `${effect.metric} = ${digits(effect.estimate)}${interval}${doubt}`;
}

const gradeWords = {
  A: "meta-analysis",
  B: "trial or longitudinal study",
  C: "expert consensus",
} as const;

/** What was read for a figure, in a few words. */
export const readingWords: Readonly<Record<Reading, string>> = {
  source: "read in the source",
  abstract: "read in the abstract",
  summary: "read in a summary, not in the source",
  manual: "read in the manual",
  memory: "from memory, not read again in the source",
  unverified: "at least one unverified",
};

/** A claim as lines a person can read: what it says, how large, how sure, from where, within which limits. */
export function claimReport(claim: Claim): readonly string[] {
  const people = claim.n === null ? "" : `, ${claim.n.toLocaleString("en")} people`;
  const size =
    claim.leading === null
      ? []
      : [
          `${effectInWords(claim.leading)}${claim.k === null ? "" : `; ${claim.k} ${claim.k === 1 ? "study" : "studies"}${people}`}`,
        ];
  return [
    claim.sentence,
    ...size,
    ...computedLines(claim),
    `Grade ${claim.grade}: ${gradeWords[claim.grade]}. ${claim.computed === undefined ? `Figures: ${readingWords[claim.read]}. ` : ""}Population: ${claim.population}.`,
    ...claim.sources.map(
      ({ citation, doi, note }) =>
        `Source: ${citation}${doi === null ? "" : `, https://doi.org/${doi}`}${note === null ? "" : `. ${note}`}`,
    ),
    ...claim.limits.map((limit) => `Limit: ${limit}`),
  ];
}

function computedLines({ computed }: Claim): readonly string[] {
  if (computed === undefined) return [];
  const { prediction, scale } = computed;
  return [
    ...(prediction === null
      ? []
      : [
          `Another study may find anything from ${onScale(prediction.lower, scale)} to ` +
            `${onScale(prediction.upper, scale)} (prediction interval).`,
        ]),
    `Computed here from ${counted(computed.effects, "effect", "effects")}. To cite: ${computed.edition}, ` +
      `digest ${computed.digest.slice(0, 12)}.`,
  ];
}
