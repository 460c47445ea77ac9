import type { Course, Series } from "@concord/course";
import type { Signal } from "./signal.ts";

/** What else in the session speaks for one kind of rupture; provisional throughout. */
const limits = {
  /** A rating from here on leaves little to be seen. */
  high: 85,
  /** Points of 100 by which depth must lie below what it was before. */
  depthFall: 12,
  /** Points by which bond, and tasks or goals, must each have fallen. */
  partFall: 15,
} as const;

/**
 * Might it have been withdrawal, or confrontation? A hypothesis to ask about, or null.
 *
 * A score alone cannot tell. Depth that falls while the rating stays high hints at someone who keeps back; a bond that
 * falls together with tasks or goals hints at open disagreement. The observer's own word goes before both.
 */
export function hypothesisOf(course: Course, signal: Signal): Signal["hypothesis"] | null {
  if (signal.hypothesis !== undefined) return signal.hypothesis;
  const { session, rater, instrument } = signal;
  const observed = course.series.find(
    (series) =>
      series.rater === "observer" &&
      series.construct === "rupture" &&
      (series.scale === "withdrawal" || series.scale === "confrontation") &&
      (pointIn(series, session)?.percent ?? 100) <= 50,
  );
  if (observed !== undefined) return observed.scale as "withdrawal" | "confrontation";
  const own = course.series.filter((series) => series.construct === "alliance" && series.rater === rater);
  const total = own.find((series) => series.instrument === instrument && series.scale === signal.scale);
  const value = total === undefined ? undefined : pointIn(total, session)?.percent;
  const depth = course.series.find(
    (series) => series.construct === "session-depth" && series.rater === rater,
  );
  if (value !== undefined && value >= limits.high && depth !== undefined) {
    const fall = fallOf(depth, session);
    if (fall !== null && fall >= limits.depthFall) return "withdrawal";
  }
  const fell = (scale: string) => {
    const part = own.find((series) => series.scale === scale && series.instrument === instrument);
    return part !== undefined && (fallOf(part, session) ?? 0) >= limits.partFall;
  };
  return fell("bond") && (fell("tasks") || fell("goals")) ? "confrontation" : null;
}

/** The signal with its hypothesis, where there is one. Only signals of a fall, a ceiling or a report have any. */
export function withHypothesis(course: Course, signal: Signal): Signal {
  if (["risk", "missing", "low-start"].includes(signal.kind)) return signal;
  const hypothesis = hypothesisOf(course, signal);
  return hypothesis === null || hypothesis === undefined ? signal : { ...signal, hypothesis };
}

/** How far a line lies below the mean of up to three ratings before. */
function fallOf(series: Series, session: number): number | null {
  const now = pointIn(series, session);
  const before = series.points.filter((point) => point.session < session && point.session > 0).slice(-3);
  if (now === undefined || before.length === 0) return null;
  return before.reduce((sum, point) => sum + point.percent, 0) / before.length - now.percent;
}

function pointIn(series: Series, session: number): Series["points"][number] | undefined {
  return series.points.find((point) => point.session === session);
}
