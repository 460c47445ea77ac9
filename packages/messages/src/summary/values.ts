// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Text } from "../message.ts";

export interface SummaryValues {
  "summary.change.above": { readonly high: number; readonly low: number };
  "summary.change.below": { readonly high: number; readonly low: number };
  "summary.change.expected": { readonly high: number; readonly low: number };
  "summary.change.expected-far": { readonly high: number; readonly low: number };
  "summary.change.far": { readonly whose: string };
  "summary.change.few": Record<never, never>;
  "summary.change.gap": { readonly count: number };
  "summary.change.larger": { readonly whose: string };
  "summary.change.none": Record<never, never>;
  "summary.change.probably-below": Record<never, never>;
  "summary.change.usual": { readonly whose: string };
  "summary.child.alone": Record<never, never>;
  "summary.child.others": { readonly ratings: Text };
  "summary.child.rating": {
    readonly rater: "therapist" | "caregiver" | "observer" | "member" | "client";
    readonly score: number;
    readonly session: number;
  };
  "summary.later": { readonly session: number };
  "summary.none": Record<never, never>;
  "summary.opening.one": {
    readonly construct: "alliance" | "cohesion";
    readonly now: number;
    readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member";
    readonly session: number;
  };
  "summary.opening.several": {
    readonly construct: "alliance" | "cohesion";
    readonly first: number;
    readonly now: number;
    readonly previous: number;
    readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member";
    readonly session: number;
  };
  "summary.opening.two": {
    readonly construct: "alliance" | "cohesion";
    readonly first: number;
    readonly now: number;
    readonly rater: "client" | "therapist" | "caregiver" | "observer" | "member";
    readonly session: number;
  };
  "summary.text": {
    readonly change: Text;
    readonly later: Text;
    readonly opening: Text;
    readonly others: Text;
  };
}

export type SummaryTags = Record<never, never>;
