import { type ClaimWhy, type Edition, whyClaim } from "@concord/evidence";
import type { Actor } from "../actor.ts";
import { type AppContext, inPractice } from "../app-context.ts";
import { absent, permit } from "../permit.ts";
import { heldClaims } from "./held-claims.ts";
import { loadEvidence } from "./load-evidence.ts";

/** A claim with everything it rests on, and what it said before. */
export interface ClaimView extends ClaimWhy {
  /** The editions of its synthesis, newest first; none where the figures are quoted. */
  readonly editions: readonly Edition[];
}

/** Why may this be claimed? Refused where there is no such claim. */
export async function readClaim(context: AppContext, actor: Actor, id: string): Promise<ClaimView> {
  permit(actor, "read-evidence", { kind: "practice" });
  return inPractice(
    context,
    actor.practice,
    async (scope) => {
      const held = await loadEvidence(scope);
      const claim = heldClaims(held).find((one) => one.id === id);
      if (claim === undefined) throw absent();
      const synthesis = claim.computed?.synthesis;
      return {
        ...whyClaim(claim, held.ledger),
        editions: held.ledger.editions.filter((edition) => edition.synthesis === synthesis).toReversed(),
      };
    },
    "snapshot",
  );
}
