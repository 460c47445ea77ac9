import type { Text } from "@concord/messages";
import {
  type Certainty,
  certaintyOf,
  type PublishedEffect,
  type PublishedSynthesis,
  type RaterSplit,
  type Reading,
} from "./published.ts";
import type { SynthesisId } from "./synthesis/definition.ts";
import type { MeanInFigures } from "./synthesis/pooled-mean.ts";
import type { Caution } from "./synthesis/synthesis.ts";

export type ClaimId = string;

/** A meta-analysis, B trial or longitudinal study, C expert consensus. */
export type Grade = "A" | "B" | "C";

/** Unclear: the interval allows for either direction. */
export type ClaimDirection =
  | "higher-is-better"
  | "higher-is-worse"
  | "no-relation"
  | "mixed"
  | "about-method"
  | "unclear";

/** What a claim says, before its figures are looked up. The figures live with their source, once. */
export interface ClaimText {
  readonly id: ClaimId;
  /** A few words to call it by, in links and lists. */
  readonly title: Text;
  /** One sentence in our own words. */
  readonly sentence: Text;
  readonly direction: ClaimDirection;
  readonly grade: Grade;
  /** The syntheses it rests on; the first gives the leading figure. */
  readonly rests: readonly { readonly synthesis: string; readonly effect?: string }[];
  readonly population: Text;
  readonly rater: RaterSplit;
  /** Which of the systems S1–S11 it serves. */
  readonly serves: readonly string[];
  readonly limits: readonly Text[];
  /** Concepts of the library that the claim speaks of, by identifier: there one can read what authors wrote. */
  readonly concepts?: readonly string[];
  /** ISO date on which its wording was last held against its sources. */
  readonly reviewedOn: string;
}

/** A claim with the figures it rests on. */
export interface Claim extends ClaimText {
  readonly leading: PublishedEffect | null;
  readonly sources: readonly PublishedSynthesis[];
  readonly k: number | null;
  readonly n: number | null;
  /** What was read for the least well-read of its sources and its leading figure. */
  readonly read: Reading;
  /** How sure the claim is: as sure as its weakest source. */
  readonly certainty: Certainty;
  /** Where the figures were computed here, from studies in hand, and not quoted. */
  readonly computed?: ComputedFigures;
}

/** From the best read to the least. */
const order: readonly Reading[] = ["source", "manual", "abstract", "summary", "memory", "unverified"];

/** What does this claim rest on? Throws when it names a source that the corpus does not hold. */
export function resolveClaim(text: ClaimText, corpus: readonly PublishedSynthesis[]): Claim {
  const sources = text.rests.map(({ synthesis }) => {
    const found = corpus.find(({ id }) => id === synthesis);
    if (found === undefined)
      throw new RangeError(`claim ${text.id} requires a synthesis in the corpus: ${synthesis}`);
    return found;
  });
  const first = text.rests[0];
  const leading =
    first === undefined
      ? null
      : ((first.effect === undefined
          ? sources[0]?.effects[0]
          : sources[0]?.effects.find(({ label }) => label === first.effect)) ?? null);
  if (first?.effect !== undefined && leading === null)
    throw new RangeError(`claim ${text.id} requires an effect of ${first.synthesis}: ${first.effect}`);
  const readings = [...sources.map(({ read }) => read), ...(leading === null ? [] : [leading.read])];
  const read = order[Math.max(0, ...readings.map((each) => order.indexOf(each)))] ?? "unverified";
  return {
    ...text,
    leading,
    sources,
    k: leading?.k ?? sources[0]?.k ?? null,
    n: leading?.n ?? sources[0]?.n ?? null,
    read,
    certainty: certaintyOf(read),
  };
}

/** The figures of a claim that was computed here. */
export interface ComputedFigures extends MeanInFigures {
  readonly synthesis: SynthesisId;
  /** The edition to cite, such as `alliance-outcome @ 2026-11-22 #1`. */
  readonly edition: string;
  readonly digest: string;
  readonly date: string;
  readonly cautions: readonly Caution[];
}
