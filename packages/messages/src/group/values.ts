// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Text } from "../message.ts";

export interface GroupValues {
  "group.back": Record<never, never>;
  "group.cohesion.caption": Record<never, never>;
  "group.cohesion.latest": Record<never, never>;
  "group.cohesion.member": Record<never, never>;
  "group.cohesion.none": Record<never, never>;
  "group.cohesion.title": Record<never, never>;
  "group.cohesion.trend": Record<never, never>;
  "group.intro": { readonly members: number; readonly therapist: Text };
  "group.ratings.caption": { readonly scale: Text; readonly session: number };
  "group.ratings.empty.text": Record<never, never>;
  "group.ratings.empty.title": Record<never, never>;
  "group.ratings.intro": Record<never, never>;
  "group.ratings.none": Record<never, never>;
  "group.ratings.rater": Record<never, never>;
  "group.ratings.title": Record<never, never>;
}

export type GroupTags = Record<never, never>;
