import type { ClaimText } from "../claim.ts";
import { allianceClaims } from "./claims/alliance.ts";
import { attachmentClaims } from "./claims/attachment.ts";
import { feedbackClaims } from "./claims/feedback.ts";
import { relationshipClaims } from "./claims/relationship.ts";
import { ruptureClaims } from "./claims/ruptures.ts";

/** What the evidence lets one say, in our own words, for the systems Concord serves. */
export const claimTexts: readonly ClaimText[] = [
  ...allianceClaims,
  ...ruptureClaims,
  ...feedbackClaims,
  ...attachmentClaims,
  ...relationshipClaims,
];
