import type { Text } from "@concord/messages";
import type { Claim, ClaimDirection, ClaimText, ComputedFigures } from "./claim.ts";
import type { PublishedEffect } from "./published.ts";
import type { SynthesisId } from "./synthesis/definition.ts";
import { noRelation, type PooledMean } from "./synthesis/pooled-mean.ts";
import type { OneStudy, PooledSynthesis, Synthesis } from "./synthesis/synthesis.ts";

/**
 * What a claim says for each way its figures may fall, in our own words: when studies come or go, the figures choose
 * the sentence, so that a claim can never say more than its interval.
 */
export interface ComputedClaimText
  extends Omit<ClaimText, "sentence" | "direction" | "grade" | "rests" | "reviewedOn"> {
  readonly synthesis: SynthesisId;
  readonly sentences: { readonly better: Text; readonly worse: Text; readonly unclear: Text };
}

/** A synthesis without a single figure gives no claim, and says why. */
export interface NoClaim {
  readonly kind: "no-claim";
  readonly id: string;
  readonly reason: Text;
}

export interface Claimed {
  readonly kind: "claimed";
  readonly claim: Claim;
}

/**
 * What may be said from this synthesis? Direction, size, interval and limits come from its figures; several studies
 * pooled are grade A, one study is grade B.
 */
export function claim(
  synthesis: Synthesis,
  text: ComputedClaimText,
  cited: { readonly edition: string; readonly date: string },
): Claimed | NoClaim {
  const none = (reason: Text): NoClaim => ({ kind: "no-claim", id: text.id, reason });
  if (synthesis.kind === "refused" || synthesis.kind === "unsettled") return none(synthesis.reason);
  if (synthesis.definition.id !== text.synthesis)
    throw new RangeError(
      `claim ${text.id} requires the synthesis ${text.synthesis}: ${synthesis.definition.id}`,
    );
  const { mean } = synthesis;
  if (mean === null) return none({ id: "evidence.no-result.no-single", values: {} });
  const direction = directionOf(mean);
  const { synthesis: _, sentences, ...rest } = text;
  const computed = figuresOf(synthesis, mean, cited);
  return {
    kind: "claimed",
    claim: {
      ...rest,
      sentence:
        direction === "higher-is-better"
          ? sentences.better
          : direction === "higher-is-worse"
            ? sentences.worse
            : sentences.unclear,
      direction,
      grade: synthesis.kind === "pooled" ? "A" : "B",
      rests: [],
      limits: [...text.limits, ...synthesis.cautions.map(({ message }) => message)],
      reviewedOn: cited.date,
      leading: leadingOf(synthesis, mean, text),
      sources: [],
      k: synthesis.studies,
      n: synthesis.people,
      read: isSimulated(synthesis) ? "unverified" : "memory",
      certainty: isSimulated(synthesis) ? "doubtful" : "confident",
      computed,
    },
  };
}

/** Which way the interval points; within a tenth of r (a fifth of g) of none on both sides, it says there is none. */
function directionOf({ pooled, read }: PooledMean): ClaimDirection {
  if (noRelation(read.scale) === null) return "about-method";
  if (pooled.lower > 0) return "higher-is-better";
  if (pooled.upper < 0) return "higher-is-worse";
  const small = read.scale === "r" ? 0.1 : read.scale === "g" ? 0.2 : 0;
  return read.lower > -small && read.upper < small ? "no-relation" : "unclear";
}

function figuresOf(
  synthesis: PooledSynthesis | OneStudy,
  { read }: PooledMean,
  cited: { readonly edition: string; readonly date: string },
): ComputedFigures {
  return {
    synthesis: synthesis.definition.id,
    ...cited,
    ...read,
    digest: synthesis.digest,
    studies: synthesis.studies,
    effects: synthesis.effects.length,
    people: synthesis.people,
    iSquared: synthesis.kind === "pooled" ? synthesis.spread.iSquared : null,
    cautions: synthesis.cautions,
  };
}

function leadingOf(
  synthesis: PooledSynthesis | OneStudy,
  { read }: PooledMean,
  text: ComputedClaimText,
): PublishedEffect {
  return {
    label: synthesis.definition.title,
    metric: read.scale,
    estimate: read.estimate,
    lower: read.lower,
    upper: read.upper,
    rater: text.rater,
    k: synthesis.studies,
    ...(synthesis.people === null ? {} : { n: synthesis.people }),
    read: isSimulated(synthesis) ? "unverified" : "memory",
    certainty: isSimulated(synthesis) ? "doubtful" : "confident",
  };
}

function isSimulated({ cautions }: PooledSynthesis | OneStudy): boolean {
  return cautions.some(({ kind }) => kind === "simulated");
}
