import type { StaffMessage } from "@concord/messages";
import { fitLine } from "@concord/statistics/change";

/** Both chairs' ratings of the same sessions, 0–100. */
export interface BothRated {
  readonly session: number;
  readonly client: number;
  readonly therapist: number;
}

/** A figure of one pair, or of many, with its 95% limits. */
export interface Bounded {
  readonly value: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/** How a therapist's ratings lie to one client's: how far off, and how far they move along. */
export type DyadLine =
  | {
      readonly kind: "line";
      /** Therapist minus client, in points of 100, at the client's own mean. */
      readonly discrepancy: Bounded;
      /** Points the therapist's rating moves for each point of the client's: 1 moves along in full. */
      readonly tracking: Bounded;
      readonly n: number;
    }
  | { readonly kind: "none"; readonly reason: StaffMessage; readonly n: number };

/** Fewest sessions rated by both: a line with its doubt needs more than three. */
export const fewestSessions = 5;

/**
 * How far is the therapist's view from the client's, and does it go along with it?
 *
 * T − C̄ = b₀ + b₁ (C − C̄) + e, both centred on the client's own mean (West and Kenny 2011, doi 10.1037/a0022936):
 * b₀ is the directional discrepancy, b₁ the tracking. Neither chair is the truth; the client's is the one measured
 * from, because it is the one that predicts. Least squares within one pair, sessions taken as independent.
 */
export function dyadLine(rated: readonly BothRated[]): DyadLine {
  const n = rated.length;
  const none = (reason: StaffMessage): DyadLine => ({ kind: "none", reason, n });
  if (n < fewestSessions) return none({ id: "relationship.dyad.few", values: { n, needed: fewestSessions } });
  const mean = rated.reduce((sum, each) => sum + each.client, 0) / n;
  const fit = fitLine(
    rated.map((each) => each.client - mean),
    rated.map((each) => each.therapist - mean),
  );
  switch (fit.kind) {
    case "line":
      return { kind: "line", discrepancy: bounded(fit.intercept), tracking: bounded(fit.slope), n };
    case "exact":
      return none({ id: "relationship.dyad.exact", values: {} });
    default:
      return none({ id: "relationship.dyad.constant", values: {} });
  }
}

function bounded({ value, standardError, lower, upper }: Bounded): Bounded {
  return { value, standardError, lower, upper };
}
