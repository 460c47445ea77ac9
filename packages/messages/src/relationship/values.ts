// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Text } from "../message.ts";

export interface RelationshipValues {
  "relationship.attachment.plane-key": Record<never, never>;
  "relationship.distance-step.deactivating-ending": Record<never, never>;
  "relationship.distance-step.deactivating-engagement": Record<never, never>;
  "relationship.distance-step.deactivating-working": Record<never, never>;
  "relationship.distance-step.fearful-ending": Record<never, never>;
  "relationship.distance-step.fearful-engagement": Record<never, never>;
  "relationship.distance-step.fearful-working": Record<never, never>;
  "relationship.distance-step.hyperactivating-ending": Record<never, never>;
  "relationship.distance-step.hyperactivating-engagement": Record<never, never>;
  "relationship.distance-step.hyperactivating-working": Record<never, never>;
  "relationship.distance-step.secure-ending": Record<never, never>;
  "relationship.distance-step.secure-engagement": Record<never, never>;
  "relationship.distance-step.secure-working": Record<never, never>;
  "relationship.distance-step.unsaid": Record<never, never>;
  "relationship.distance.evidence": Record<never, never>;
  "relationship.distance.finding.autonomy": Record<never, never>;
  "relationship.distance.finding.engagement": Record<never, never>;
  "relationship.distance.finding.experience": Record<never, never>;
  "relationship.distance.finding.observers": Record<never, never>;
  "relationship.distance.step-basis": Record<never, never>;
  "relationship.dyad.constant": Record<never, never>;
  "relationship.dyad.exact": Record<never, never>;
  "relationship.dyad.few": { readonly n: number; readonly needed: number };
  "relationship.dyad.outcome.few": {
    readonly clients: number;
    readonly sessions: number;
    readonly soFar: number;
    readonly soFarClients: number;
  };
  "relationship.dyad.outcome.no-line": Record<never, never>;
  "relationship.dyad.outcome.refused": { readonly reason: Text };
  "relationship.dyad.pairs.constant": Record<never, never>;
  "relationship.dyad.pairs.few": {
    readonly count: number;
    readonly pairs: number;
    readonly sessions: number;
  };
  "relationship.dyad.pairs.not-combined": Record<never, never>;
  "relationship.dyad.pairs.refused": { readonly reason: Text };
  "relationship.estimate.autocorrelation": { readonly pairs: number };
  "relationship.estimate.autocorrelation.constant": { readonly n: number };
  "relationship.estimate.autocorrelation.few": { readonly needed: number; readonly pairs: number };
  "relationship.estimate.correlation": Record<never, never>;
  "relationship.estimate.correlation.constant": Record<never, never>;
  "relationship.estimate.correlation.few": { readonly n: number; readonly needed: number };
  "relationship.estimate.line.exact": Record<never, never>;
  "relationship.estimate.line.few": { readonly ratings: Text };
  "relationship.estimate.mean": { readonly what: "ratings" | "differences" };
  "relationship.estimate.mean.constant": { readonly n: number; readonly what: "ratings" | "differences" };
  "relationship.estimate.mean.few": { readonly ratings: Text };
  "relationship.estimate.not-computed": Record<never, never>;
  "relationship.estimate.ratings": { readonly count: number };
  "relationship.estimate.slope": { readonly start: "session" | "intake" };
  "relationship.estimate.within-sd": { readonly start: "session" | "intake" };
  "relationship.monitor.early.found": {
    readonly level: "low" | "fine";
    readonly score: number;
    readonly session: number;
    readonly topic: "conditions" | "bond";
  };
  "relationship.monitor.early.missed": { readonly sessions: number; readonly topic: "conditions" | "bond" };
  "relationship.monitor.early.none": { readonly topic: "conditions" | "bond" };
  "relationship.monitor.early.not-yet": { readonly topic: "conditions" | "bond" };
  "relationship.monitor.ending.agreed": { readonly session: number };
  "relationship.monitor.ending.not-yet": Record<never, never>;
  "relationship.monitor.ending.open": Record<never, never>;
  "relationship.monitor.engagement.early": { readonly session: number };
  "relationship.monitor.engagement.found": {
    readonly lower: number;
    readonly trend: "grows" | "falls" | "flat";
    readonly upper: number;
    readonly value: number;
  };
  "relationship.monitor.engagement.none": Record<never, never>;
  "relationship.monitor.engagement.reason": { readonly reason: Text };
  "relationship.monitor.mood": Record<never, never>;
  "relationship.monitor.social.found": { readonly score: number; readonly session: number };
  "relationship.monitor.social.none": Record<never, never>;
  "relationship.monitor.social.old": {
    readonly ago: number;
    readonly score: number;
    readonly session: number;
  };
  "relationship.norm.no-reliability": { readonly population: Text };
  "relationship.norm.no-scale": { readonly population: Text };
  "relationship.norm.none-chosen": Record<never, never>;
  "relationship.norm.too-imprecise": { readonly population: Text };
}

export type RelationshipTags = Record<never, never>;
