import { type Claim, claim, claims, latestEdition } from "@concord/evidence";
import type { HeldEvidence } from "./load-evidence.ts";

/** Every claim that may be made here: those that ship with Concord, and those computed from the studies in hand; made-up ones last. */
export function heldClaims({ ledger, results }: HeldEvidence): readonly Claim[] {
  const computed = ledger.claims.flatMap((text) => {
    const synthesis = results.get(text.synthesis);
    const edition = latestEdition(ledger.editions, text.synthesis);
    if (synthesis === undefined || edition === undefined) return [];
    const claimed = claim(synthesis, text, { edition: edition.id, date: edition.date });
    return claimed.kind === "claimed" ? [claimed.claim] : [];
  });
  const isMadeUp = (one: Claim) => one.computed?.cautions.some(({ kind }) => kind === "simulated") === true;
  return [...computed.filter((one) => !isMadeUp(one)), ...claims, ...computed.filter(isMadeUp)];
}
