import type { Claim, Grade, RaterSplit } from "@concord/evidence";
import type { StaffMessages } from "@concord/messages";
import type { Actor } from "../actor.ts";
import { type AppContext, inPractice } from "../app-context.ts";
import { permit } from "../permit.ts";
import { heldClaims } from "./held-claims.ts";
import { loadEvidence } from "./load-evidence.ts";

/** Which claims are wanted. What is null lets everything through. */
export interface ClaimQuery {
  /** Every word must occur in the sentence, the population, a limit or a source. */
  readonly search: string;
  readonly system: string | null;
  readonly grade: Grade | null;
  readonly rater: RaterSplit | null;
}

export interface ClaimList {
  readonly claims: readonly Claim[];
  /** Before choosing. */
  readonly total: number;
  readonly systems: readonly string[];
  readonly raters: readonly RaterSplit[];
}

/**
 * Returns the claims of this practice that fit words, system, grade and rater, and what there is to choose from. Words
 * are looked for in the language of `messages`.
 */
export async function listClaims(
  context: AppContext,
  actor: Actor,
  query: ClaimQuery,
  messages: StaffMessages,
): Promise<ClaimList> {
  permit(actor, "read-evidence", { kind: "practice" });
  const all = await inPractice(
    context,
    actor.practice,
    async (scope) => heldClaims(await loadEvidence(scope)),
    "snapshot",
  );
  const words = folded(query.search)
    .split(/\s+/)
    .filter((word) => word !== "");
  const chosen = all.filter(
    (claim) =>
      (query.system === null || claim.serves.includes(query.system)) &&
      (query.grade === null || claim.grade === query.grade) &&
      (query.rater === null || claim.rater === query.rater) &&
      words.every((word) => textOf(claim, messages).includes(word)),
  );
  const numbered = (system: string) => Number(system.slice(1));
  return {
    claims: chosen,
    total: all.length,
    systems: [...new Set(all.flatMap(({ serves }) => serves))].sort((a, b) => numbered(a) - numbered(b)),
    raters: [...new Set(all.map(({ rater }) => rater))],
  };
}

function textOf({ title, sentence, population, limits, sources }: Claim, { written }: StaffMessages): string {
  return folded(
    [title, sentence, population, ...limits, ...sources.map(({ citation }) => citation)]
      .map(written)
      .join(" "),
  );
}

/** Without case and accents: "fluckiger" finds "Flückiger". */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}
