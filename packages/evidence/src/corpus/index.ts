import { type Claim, resolveClaim } from "../claim.ts";
import { claimTexts } from "./claims.ts";
import { syntheses } from "./syntheses.ts";

/** Every claim of the starting corpus, with the figures it rests on. */
export const claims: readonly Claim[] = claimTexts.map((text) => resolveClaim(text, syntheses));

const byId = new Map(claims.map((claim) => [claim.id, claim]));

export function findClaim(id: string): Claim | undefined {
  return byId.get(id);
}
