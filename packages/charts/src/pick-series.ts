import type { Construct, Course, Rater, Series } from "@concord/course";
import { greatest } from "d3-array";

export type Focus = "total" | "bond" | "tasks" | "goals";

const raterOrder: readonly Rater[] = ["client", "therapist", "caregiver", "observer", "member"];
const parts: readonly string[] = ["bond", "tasks", "goals"];

/** Returns what the main panel shows: alliance where there is one, otherwise the cohesion of a group. */
export function mainConstruct(course: Course): "alliance" | "cohesion" | null {
  const drawable = (construct: Construct) =>
    course.series.some((series) => series.construct === construct && series.points.length > 0);
  return drawable("alliance") ? "alliance" : drawable("cohesion") ? "cohesion" : null;
}

/** One line for each rater: their longest series on the scale asked for. */
export function mainSeries(course: Course, focus: Focus): readonly Series[] {
  const construct = mainConstruct(course);
  if (construct === null) return [];
  return raterOrder.flatMap((rater) => {
    const own = course.series.filter(
      (series) => series.construct === construct && series.rater === rater && series.points.length > 0,
    );
    const asked = own.filter((series) => series.scale === focus);
    // An imported file may name its one scale as it likes; it still is the total.
    const eligible =
      asked.length > 0 || focus !== "total" ? asked : own.filter((series) => !parts.includes(series.scale));
    return longest(eligible);
  });
}

/** Bond, tasks and goals as far as they were asked, each with a line for every rater. */
export function partSeries(
  course: Course,
): readonly { readonly scale: Focus; readonly series: readonly Series[] }[] {
  return (["bond", "tasks", "goals"] as const)
    .map((scale) => ({ scale, series: mainSeries(course, scale) }))
    .filter((part) => part.series.length > 0);
}

/** The symptom measure with the longest course, from the client's chair where it exists. */
export function outcomeSeries(course: Course): Series | null {
  const outcomes = course.series.filter(
    (series) => series.construct === "outcome" && series.points.length > 0,
  );
  const fromClient = outcomes.filter((series) => series.rater === "client");
  return longest(fromClient.length > 0 ? fromClient : outcomes)[0] ?? null;
}

/**
 * Everything a course chart draws: its range and its dates come from these and not from what it leaves out.
 */
export function drawnSeries(course: Course): readonly Series[] {
  const outcome = outcomeSeries(course);
  return [
    ...mainSeries(course, "total"),
    ...partSeries(course).flatMap((part) => part.series),
    ...(outcome === null ? [] : [outcome]),
  ];
}

function longest(series: readonly Series[]): readonly Series[] {
  const best = greatest(
    series,
    (a, b) => a.points.length - b.points.length || Number(a.scale === "total") - Number(b.scale === "total"),
  );
  return best === undefined ? [] : [best];
}
