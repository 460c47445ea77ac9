import type { StaffMessage, Text } from "@concord/messages";
import type { Study } from "../study/study.ts";
import { type SynthesisDefinition, type SynthesisId, selectReports } from "../synthesis/definition.ts";
import { synthesize } from "../synthesis/synthesize.ts";
import { type ClaimDifference, claimDifferences, resultDifference } from "./difference.ts";
import {
  digestOfSynthesis,
  type Edition,
  type EditionResult,
  issueEdition,
  latestEdition,
} from "./edition.ts";
import type { Ledger } from "./ledger.ts";

/** A synthesis before and after a change. */
export interface SynthesisDifference {
  readonly synthesis: SynthesisId;
  readonly title: string;
  readonly before: EditionResult | null;
  readonly after: EditionResult;
  readonly edition: Edition;
  /** What changed. */
  readonly message: StaffMessage;
}

export interface Recomputed {
  readonly kind: "recomputed";
  readonly ledger: Ledger;
  readonly because: Text;
  readonly syntheses: readonly SynthesisDifference[];
  readonly claims: readonly ClaimDifference[];
  /** Syntheses that do not depend on the study, and keep their edition. */
  readonly untouched: readonly SynthesisId[];
}

/** Whether a synthesis lets a study through, as it was or as it is. */
export function depends(
  { filter }: SynthesisDefinition,
  before: Study | undefined,
  after: Study | undefined,
): boolean {
  return [before, after].some((study) => study !== undefined && selectReports(filter, study) !== undefined);
}

/** Computes these syntheses again over the ledger's studies; each gets an edition if it moved, and only then. */
export function reissue(
  ledger: Ledger,
  touched: readonly SynthesisDefinition[],
  occasion: { readonly date: string; readonly because: Text },
): Recomputed {
  let { editions } = ledger;
  const syntheses: SynthesisDifference[] = [];
  const claims: ClaimDifference[] = [];
  for (const definition of touched) {
    const synthesis = synthesize(definition, ledger.studies);
    const last = latestEdition(editions, definition.id);
    const digest = digestOfSynthesis(synthesis);
    if (last !== undefined && digest !== null && last.digest === digest) continue;
    const edition = issueEdition(editions, synthesis, ledger.claims, occasion);
    editions = [...editions, edition];
    syntheses.push({
      synthesis: definition.id,
      title: definition.title,
      before: last?.result ?? null,
      after: edition.result,
      edition,
      message: resultDifference(last?.result ?? null, edition.result),
    });
    claims.push(...claimDifferences(last?.claims ?? [], edition.claims));
  }
  const moved = new Set(syntheses.map(({ synthesis }) => synthesis));
  return {
    kind: "recomputed",
    ledger: { ...ledger, editions },
    because: occasion.because,
    syntheses,
    claims,
    untouched: ledger.definitions.map(({ id }) => id).filter((id) => !moved.has(id)),
  };
}
