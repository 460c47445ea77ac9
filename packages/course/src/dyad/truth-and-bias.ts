import {
  bestLinearPrediction,
  type Effect,
  type FittedMetaAnalysis,
  fitLine,
  metaAnalysis,
} from "@concord/statistics";

/** Both chairs' ratings of the same sessions, 0–100. */
export interface BothRated {
  readonly session: number;
  readonly client: number;
  readonly therapist: number;
}

/** A figure of one pair, or of many, with its 95 % limits. */
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
  | { readonly kind: "none"; readonly reason: string; readonly n: number };

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
  const none = (reason: string): DyadLine => ({ kind: "none", reason, n });
  if (n < fewestSessions) return none(`${n} sessions rated by both: ${fewestSessions} are needed`);
  const mean = rated.reduce((sum, each) => sum + each.client, 0) / n;
  const fit = fitLine(
    rated.map((each) => each.client - mean),
    rated.map((each) => each.therapist - mean),
  );
  switch (fit.kind) {
    case "line":
      return { kind: "line", discrepancy: bounded(fit.intercept), tracking: bounded(fit.slope), n };
    case "exact":
      return none(
        "the therapist's ratings lie on one line with the client's: there is no scatter to judge by",
      );
    default:
      return none("the client gave the same rating each time: there is nothing to move along with");
  }
}

/** The pairs of one therapist together: what is usual for them, and each pair drawn towards it. */
export type AmongDyads =
  | {
      readonly kind: "among";
      readonly discrepancy: { readonly usual: Bounded; readonly between: number };
      readonly tracking: { readonly usual: Bounded; readonly between: number };
      /** In the order given; null for a pair without a line. */
      readonly each: readonly ({ readonly discrepancy: Bounded; readonly tracking: Bounded } | null)[];
      readonly pairs: number;
    }
  | { readonly kind: "none"; readonly reason: string; readonly pairs: number };

/** Below this many clients nothing is said of a therapist. */
export const fewestPairs = 5;

/**
 * What is usual between this therapist and their clients, and how does each pair stand to that?
 *
 * In two stages: the line of each pair, then a random-effects model over the pairs by REML, in which each is drawn
 * towards the usual the more, the less sure it is (Raudenbush and Bryk 1985). Discrepancy and tracking are taken
 * one at a time: their covariance over pairs is not used, which a single multilevel model would.
 */
export function amongDyads(lines: readonly DyadLine[]): AmongDyads {
  const usable = lines.filter((line): line is Line => line.kind === "line");
  const pairs = usable.length;
  const none = (reason: string): AmongDyads => ({ kind: "none", reason, pairs });
  if (pairs < fewestPairs) {
    return none(`${pairs} clients with enough sessions rated by both: ${fewestPairs} are needed`);
  }
  const discrepancy = pooled(usable.map((line) => line.discrepancy));
  const tracking = pooled(usable.map((line) => line.tracking));
  if (discrepancy === null || tracking === null)
    return none("the pairs differ too oddly for one model to hold them");
  return {
    kind: "among",
    discrepancy,
    tracking,
    each: lines.map((line) => {
      const place = line.kind === "line" ? usable.indexOf(line) : -1;
      const [off, along] = [discrepancy.each[place], tracking.each[place]];
      return off === undefined || along === undefined ? null : { discrepancy: off, tracking: along };
    }),
    pairs,
  };
}

type Line = Extract<DyadLine, { kind: "line" }>;

interface Pooled {
  readonly usual: Bounded;
  /** Standard deviation of the true values over pairs. */
  readonly between: number;
  readonly each: readonly Bounded[];
}

function pooled(of: readonly Bounded[]): Pooled | null {
  const effects = of.map(
    ({ value, standardError }): Effect => ({ estimate: value, variance: standardError ** 2 }),
  );
  const found = metaAnalysis(effects, { method: "REML" });
  if (found.kind !== "fitted") return null;
  const fit: FittedMetaAnalysis = found;
  const first = fit.coefficients[0]!;
  return {
    usual: {
      value: first.estimate,
      standardError: first.standardError,
      lower: first.lower,
      upper: first.upper,
    },
    between: Math.sqrt(fit.betweenStudyVariance.value),
    each: bestLinearPrediction(fit).map(({ estimate, standardError, lower, upper }) => ({
      value: estimate,
      standardError,
      lower,
      upper,
    })),
  };
}

function bounded({ value, standardError, lower, upper }: Bounded): Bounded {
  return { value, standardError, lower, upper };
}
