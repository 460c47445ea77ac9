// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Text } from "../message.ts";

export interface ReviewValues {
  "review.agreed": { readonly session: number };
  "review.back": Record<never, never>;
  "review.both": Record<never, never>;
  "review.client-only": Record<never, never>;
  "review.options": Record<never, never>;
  "review.out-of": Record<never, never>;
  "review.people": { readonly client: Text; readonly therapist: Text };
  "review.session": { readonly session: number };
  "review.title": Record<never, never>;
}

export type ReviewTags = Record<never, never>;
