import type { Course, Point, Series } from "@concord/course";
import { observerSystem, recognisedRuptures, ruptureRepair } from "../basis.ts";
import { placeOf, sessionRatings } from "../decreases/lines.ts";
import { detector, type Finding } from "../rule.ts";

const parameters = {
  /** From this share of the scale's range on, something was seen. */
  seenShare: 25,
  /** From this share on, it weighed. */
  weighedShare: 50,
};

/** What an observer's scales look at; resolution and the therapist's contribution are not ruptures themselves. */
const kinds = ["withdrawal", "confrontation", "tension"] as const;

/**
 * Did an observer see a rupture in the session?
 *
 * An observer's ratings of withdrawal, confrontation or tension (3RS and its like), each by itself. The direct look:
 * one report is enough. Which of the two it was is the observer's word here, not an inference from a score.
 */
export const observer = detector({
  id: "observer",
  version: "1.0.0",
  kind: "observer",
  parameters,
  provisional: true,
  basis: [observerSystem, recognisedRuptures, ruptureRepair],
  because: ["rupture-repair-relates-to-outcome", "clients-report-fewer-ruptures-than-therapists"],
  find: (course, given) =>
    course.series
      .filter((series) => series.rater === "observer" && series.construct === "rupture")
      .filter((series) => kinds.some((kind) => kind === series.scale))
      .flatMap((series) => sessionRatings(series).flatMap((point) => seenAt(course, series, point, given))),
});

function seenAt(course: Course, series: Series, point: Point, given: typeof parameters): readonly Finding[] {
  const share = shareOf(series, point);
  if (share < given.seenShare) return [];
  const resolved = course.series
    .find(
      (other) => other.scale === "resolved" && other.rater === "observer" && other.construct === "rupture",
    )
    ?.points.find((other) => other.session === point.session);
  const isResolved = resolved !== undefined && resolved.percent >= 75;
  return [
    {
      ...placeOf(series),
      weight: share >= given.weighedShare ? "credible" : "note",
      session: point.session,
      message: {
        id: "signals.observer.found",
        values: {
          strength: share >= given.weighedShare ? "clear" : "some",
          kind: series.scale as (typeof kinds)[number],
          session: point.session,
          resolved: isResolved ? "yes" : "no",
        },
      },
      figures: { value: point.value, share },
      ...(series.scale === "tension" ? {} : { hypothesis: series.scale as "withdrawal" | "confrontation" }),
    },
  ];
}

function shareOf({ minimum, maximum }: Series, { value }: Point): number {
  return (100 * (value - minimum)) / (maximum - minimum);
}
