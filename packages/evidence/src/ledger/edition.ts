import type { Text } from "@concord/messages";
import type { ClaimDirection, Grade } from "../claim.ts";
import { type ComputedClaimText, claim } from "../computed-claim.ts";
import type { SynthesisId } from "../synthesis/definition.ts";
import type { MeanInFigures, ReadScale } from "../synthesis/pooled-mean.ts";
import type { Synthesis } from "../synthesis/synthesis.ts";

/** What a synthesis came to, small enough to be kept for ever. */
export type EditionResult =
  | ({ readonly kind: "mean" } & MeanInFigures)
  | {
      readonly kind: "moderation";
      readonly formula: string;
      readonly p: number | null;
      readonly studies: number;
      readonly effects: number;
      readonly people: number | null;
      readonly groups: readonly {
        readonly name: string;
        readonly estimate: number;
        readonly lower: number;
        readonly upper: number;
      }[];
      readonly scale: ReadScale | null;
    }
  | { readonly kind: "no-result"; readonly reason: Text };

export interface EditionClaim {
  readonly id: string;
  readonly sentence: Text;
  readonly direction: ClaimDirection;
  readonly grade: Grade;
}

/** One state of a synthesis and its claims on a date. Editions are only ever added, so that each stays citable. */
export interface Edition {
  /** `alliance-outcome @ 2026-11-22 #1` */
  readonly id: string;
  readonly synthesis: SynthesisId;
  readonly number: number;
  readonly date: string;
  /** Of the studies' figures and the model: equal digests, equal results. */
  readonly digest: string | null;
  readonly result: EditionResult;
  readonly claims: readonly EditionClaim[];
  /** Why it was created: "First version.", "Smith 2021 was added."; text where an earlier version of Concord wrote it. */
  readonly because: Text;
}

/** The next edition of a synthesis. */
export function issueEdition(
  earlier: readonly Edition[],
  synthesis: Synthesis,
  texts: readonly ComputedClaimText[],
  occasion: { readonly date: string; readonly because: Text },
): Edition {
  const id = synthesis.definition.id;
  const number = earlier.filter((edition) => edition.synthesis === id).length + 1;
  const cited = { edition: `${id} @ ${occasion.date} #${number}`, date: occasion.date };
  return {
    id: cited.edition,
    synthesis: id,
    number,
    date: occasion.date,
    digest: digestOfSynthesis(synthesis),
    result: editionResult(synthesis),
    claims: texts
      .filter((text) => text.synthesis === id)
      .flatMap((text) => {
        const claimed = claim(synthesis, text, cited);
        if (claimed.kind === "no-claim") return [];
        const { sentence, direction, grade } = claimed.claim;
        return [{ id: text.id, sentence, direction, grade }];
      }),
    because: occasion.because,
  };
}

/** The last edition of a synthesis, or undefined before the first. */
export function latestEdition(editions: readonly Edition[], synthesis: SynthesisId): Edition | undefined {
  return editions.findLast((edition) => edition.synthesis === synthesis);
}

/** What tells one state of a synthesis from another; null where its model was refused. */
export function digestOfSynthesis(synthesis: Synthesis): string | null {
  return synthesis.kind === "refused" ? null : synthesis.digest;
}

function editionResult(synthesis: Synthesis): EditionResult {
  if (synthesis.kind === "refused" || synthesis.kind === "unsettled")
    return { kind: "no-result", reason: synthesis.reason };
  const { studies, effects, people } = synthesis;
  const body = { studies, effects: effects.length, people };
  if (synthesis.kind === "pooled" && synthesis.moderation !== null) {
    const { formula, omnibus, groups } = synthesis.moderation;
    return {
      kind: "moderation",
      ...body,
      formula,
      p: omnibus?.p ?? null,
      scale: groups[0]?.mean.read.scale ?? null,
      groups: groups.map(({ name, mean }) => {
        const { estimate, lower, upper } = mean.read;
        return { name, estimate, lower, upper };
      }),
    };
  }
  const { mean } = synthesis;
  if (mean === null) return { kind: "no-result", reason: { id: "evidence.no-result.no-single", values: {} } };
  const iSquared = synthesis.kind === "pooled" ? synthesis.spread.iSquared : null;
  return { kind: "mean", ...body, ...mean.read, iSquared };
}
