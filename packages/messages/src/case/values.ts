// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Text } from "../message.ts";

export interface CaseValues {
  "case.change.no-criterion": { readonly instrument: Text };
  "case.change.no-direction": Record<never, never>;
  "case.change.not-in-catalogue": { readonly instrument: Text };
  "case.change.once": Record<never, never>;
  "case.estimates.autocorrelation": Record<never, never>;
  "case.estimates.caption": Record<never, never>;
  "case.estimates.interval": { readonly lower: Text; readonly n: number; readonly upper: Text };
  "case.estimates.mean": Record<never, never>;
  "case.estimates.rater": Record<never, never>;
  "case.estimates.sd": Record<never, never>;
  "case.estimates.slope": Record<never, never>;
}

export type CaseTags = Record<never, never>;
