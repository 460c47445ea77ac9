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

/** The mean of values with its interval, on whatever metric they have. */
export function meanOf(values: readonly number[], of = "ratings"): Estimate {
  const found = estimateMean(values);
  switch (found.kind) {
    case "mean":
      return estimate(found.mean, found.n, `mean of the ${of}, t interval, taken as independent`);
    case "too-few":
      return none(found.n, `${count(found.n)} so far: the mean's doubt shows from two on`);
    case "constant":
      return none(found.n, `all ${found.n} ${of} are the same: there is no spread to judge the doubt by`);
  }
}

/** Whether two sets of ratings move together, sessions paired. */
export function trackingOf(x: readonly number[], y: readonly number[]): Estimate {
  const found = estimateCorrelation(x, y);
  switch (found.kind) {
    case "correlation":
      return estimate(
        found.coefficient,
        found.n,
        "Pearson correlation, Fisher interval, sessions as independent",
      );
    case "too-few":
      return none(found.n, `${found.n} sessions rated by both: ${found.required} are needed`);
    case "constant":
      return none(
        found.n,
        "one of the two gave the same rating each time: there is nothing to move together",
      );
  }
}

function along(points: readonly Point[]): Pick<SeriesEstimates, "slope" | "withinDeviation"> {
  const fromIntake = points[0]?.session === 0;
  const time = fromIntake ? "ln(session + 1), from the intake form on" : "ln(session)";
  const fit = fitLine(
    points.map((point) => Math.log(point.session + (fromIntake ? 1 : 0))),
    points.map((point) => point.percent),
  );
  switch (fit.kind) {
    case "line":
      return {
        slope: estimate(fit.slope, fit.n, `least squares on ${time}, t interval`),
        withinDeviation: estimate(
          fit.residualDeviation,
          fit.n,
          `residual standard deviation around the line on ${time}, χ² interval`,
        ),
      };
    case "exact":
      return both(fit.n, "every rating lies on one line: there is no scatter to judge the doubt by");
    default:
      return both(fit.n, `${count(fit.n)} so far: a line with its doubt needs three`);
  }
}

function carry(points: readonly Point[]): Estimate {
  const found = lagOneAutocorrelation(points.map((point) => ({ at: point.session, value: point.percent })));
  switch (found.kind) {
    case "autocorrelation":
      return estimate(
        found.coefficient,
        found.n,
        `lag-1 autocorrelation over ${found.pairs} pairs of neighbouring sessions, angular interval`,
      );
    case "too-few":
      return none(found.n, `${found.pairs} pairs of neighbouring sessions: ${found.required} are needed`);
    case "constant":
      return none(found.n, `all ${found.n} ratings are the same: there is nothing to carry over`);
  }
}

function both(n: number, reason: string): Pick<SeriesEstimates, "slope" | "withinDeviation"> {
  return { slope: none(n, reason), withinDeviation: none(n, reason) };
}

function estimate(
  { value, standardError, lower, upper, level }: Bounded,
  n: number,
  method: string,
): Estimate {
  return { kind: "estimate", value, standardError, lower, upper, level, n, method };
}

function none(n: number, reason: string): Estimate {
  return { kind: "none", reason, n };
}

function count(n: number): string {
  return n === 0 ? "no rating" : n === 1 ? "one rating" : `${n} ratings`;
}
