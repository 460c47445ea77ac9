// Written by `npm run messages` from the English catalogues; not edited by hand.

import type { Text } from "../message.ts";

export interface OutcomeValues {
  "outcome.cannot-say.late": { readonly measure: Text; readonly session: number };
  "outcome.cannot-say.no-criterion": { readonly measure: Text };
  "outcome.cannot-say.no-direction": { readonly measure: Text };
  "outcome.change": {
    readonly first: number;
    readonly firstSession: number;
    readonly last: number;
    readonly lastSession: number;
  };
  "outcome.deteriorated": { readonly change: Text; readonly measure: Text; readonly since: number };
  "outcome.improved": { readonly change: Text; readonly measure: Text; readonly since: number };
  "outcome.not-on-track.forecast": {
    readonly change: Text;
    readonly measure: Text;
    readonly since: number;
    readonly standing: "provisional" | "learnt";
  };
  "outcome.not-on-track.limit": {
    readonly change: Text;
    readonly measure: Text;
    readonly since: number;
    readonly standing: "provisional" | "learnt";
  };
  "outcome.on-track": {
    readonly change: Text;
    readonly measure: Text;
    readonly standing: "provisional" | "learnt";
  };
  "outcome.recovered": {
    readonly change: Text;
    readonly measure: Text;
    readonly since: number;
    readonly value: number;
  };
  "outcome.relapse": {
    readonly best: number;
    readonly bestSession: number;
    readonly change: Text;
    readonly measure: Text;
    readonly since: number;
  };
  "outcome.too-early": { readonly count: number; readonly measure: Text };
}

export type OutcomeTags = Record<never, never>;
