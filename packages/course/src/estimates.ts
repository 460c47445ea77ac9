import type { StaffMessage } from "@concord/messages";
import {
  estimateCorrelation,
  estimateMean,
  fitLine,
  lagOneAutocorrelation,
} from "@concord/statistics/change";
import type { Estimate, Point } from "./course.ts";

type Bounded = Omit<Extract<Estimate, { kind: "estimate" }>, "kind" | "n" | "method">;

/** The four figures of a series, on the 0–100 metric. */
export interface SeriesEstimates {
  readonly level: Estimate;
  readonly slope: Estimate;
  readonly withinDeviation: Estimate;
  readonly autocorrelation: Estimate;
}

/**
 * Level, change along ln(session), scatter around that line and carry-over, each with its interval or its
 * reason.
 *
 * Most change comes early, so time is counted as ln(session) (Finch, Lambert and Schaalje 2001, doi
 * 10.1002/cpp.286). A series that begins with an intake form (session 0) is counted as ln(session + 1), and
 * its method says so.
 */
export function seriesEstimates(points: readonly Point[]): SeriesEstimates {
  return {
    level: meanOf(points.map((point) => point.percent)),
    ...along(points),
    autocorrelation: carry(points),
  };
}

/** Returns the mean of values with its interval, on whatever metric they have. */
export function meanOf(values: readonly number[], what: "ratings" | "differences" = "ratings"): Estimate {
  const found = estimateMean(values);
  switch (found.kind) {
    case "mean":
      return estimate(found.mean, found.n, { id: "relationship.estimate.mean", values: { what } });
    case "too-few":
      return none(found.n, {
        id: "relationship.estimate.mean.few",
        values: { ratings: countOfRatings(found.n) },
      });
    case "constant":
      return none(found.n, { id: "relationship.estimate.mean.constant", values: { n: found.n, what } });
  }
}

/** Returns the correlation of two sets of ratings, sessions paired. */
export function trackingOf(x: readonly number[], y: readonly number[]): Estimate {
  const found = estimateCorrelation(x, y);
  switch (found.kind) {
    case "correlation":
      return estimate(found.coefficient, found.n, { id: "relationship.estimate.correlation", values: {} });
    case "too-few":
      return none(found.n, {
        id: "relationship.estimate.correlation.few",
        values: { n: found.n, needed: found.required },
      });
    case "constant":
      return none(found.n, { id: "relationship.estimate.correlation.constant", values: {} });
  }
}

function along(points: readonly Point[]): Pick<SeriesEstimates, "slope" | "withinDeviation"> {
  const fromIntake = points[0]?.session === 0;
  const start = fromIntake ? "intake" : "session";
  const fit = fitLine(
    points.map((point) => Math.log(point.session + (fromIntake ? 1 : 0))),
    points.map((point) => point.percent),
  );
  switch (fit.kind) {
    case "line":
      return {
        slope: estimate(fit.slope, fit.n, { id: "relationship.estimate.slope", values: { start } }),
        withinDeviation: estimate(fit.residualDeviation, fit.n, {
          id: "relationship.estimate.within-sd",
          values: { start },
        }),
      };
    case "exact":
      return both(fit.n, { id: "relationship.estimate.line.exact", values: {} });
    default:
      return both(fit.n, {
        id: "relationship.estimate.line.few",
        values: { ratings: countOfRatings(fit.n) },
      });
  }
}

function carry(points: readonly Point[]): Estimate {
  const found = lagOneAutocorrelation(points.map((point) => ({ at: point.session, value: point.percent })));
  switch (found.kind) {
    case "autocorrelation":
      return estimate(found.coefficient, found.n, {
        id: "relationship.estimate.autocorrelation",
        values: { pairs: found.pairs },
      });
    case "too-few":
      return none(found.n, {
        id: "relationship.estimate.autocorrelation.few",
        values: { pairs: found.pairs, needed: found.required },
      });
    case "constant":
      return none(found.n, { id: "relationship.estimate.autocorrelation.constant", values: { n: found.n } });
  }
}

function both(n: number, reason: StaffMessage): Pick<SeriesEstimates, "slope" | "withinDeviation"> {
  return { slope: none(n, reason), withinDeviation: none(n, reason) };
}

function estimate(
  { value, standardError, lower, upper, level }: Bounded,
  n: number,
  method: StaffMessage,
): Estimate {
  return { kind: "estimate", value, standardError, lower, upper, level, n, method };
}

function none(n: number, reason: StaffMessage): Estimate {
  return { kind: "none", reason, n };
}

function countOfRatings(count: number): StaffMessage {
  return { id: "relationship.estimate.ratings", values: { count } };
}
