import type { Course, Point, Series } from "@concord/course";
import type { StaffMessage } from "@concord/messages";
import { clientsReportFewer, recognisedRuptures, ruptureRepair } from "../basis.ts";
import { detector, type Finding } from "../rule.ts";
import { isTension, perhapsShare, tensionShare } from "../tension.ts";

const parameters = {
  /** From this share of the tension question's range on, the answer is a yes. */
  yesShare: 100,
  /** From this share on, it is a perhaps. */
  perhapsShare,
  /** From this share of its range on, the tension counts as resolved in the session. */
  resolvedShare: 75,
};

type Parameters = typeof parameters;

/**
 * Did someone say that there was tension or a misunderstanding?
 *
 * The direct way: one report is enough, whatever the ratings say. A yes twice running, not resolved, is
 * persistent. Where the other chair answered no in the same session, the sentence says so: missed ruptures
 * matter.
 */
export const ruptureReported = detector({
  id: "rupture-reported",
  version: "1.1.0",
  kind: "rupture-reported",
  parameters,
  provisional: false,
  basis: [clientsReportFewer, recognisedRuptures, ruptureRepair],
  because: ["clients-report-fewer-ruptures-than-therapists", "rupture-repair-relates-to-outcome"],
  find: (course, given) =>
    course.series
      .filter((series) => series.rater !== "observer" && isTension(course, series))
      .flatMap((series) => series.points.flatMap((point) => reportAt(course, series, point, given))),
});

function reportAt(course: Course, series: Series, point: Point, given: Parameters): readonly Finding[] {
  const tension = tensionShare(series, point);
  if (tension < given.perhapsShare) return [];
  const yes = tension >= given.yesShare;
  const resolved = isResolved(course, series, point.session, given);
  const before = series.points.find((other) => other.session === point.session - 1);
  const again =
    before !== undefined &&
    tensionShare(series, before) >= given.yesShare &&
    !isResolved(course, series, before.session, given);
  const weight = !yes ? "note" : again && !resolved ? "persistent" : "credible";
  const strength = siblingShare(course, series, "strength", point.session);
  return [
    {
      weight,
      session: point.session,
      rater: series.rater,
      construct: series.construct,
      scale: series.scale,
      instrument: series.instrument,
      message: messageOf(course, series, point.session, { yes, again, resolved }, given),
      figures: { value: point.value, ...(strength === null ? {} : { strength }) },
      ...(resolved ? { repairedAt: point.session } : {}),
    },
  ];
}

function messageOf(
  course: Course,
  series: Series,
  session: number,
  answer: { readonly yes: boolean; readonly again: boolean; readonly resolved: boolean },
  given: Parameters,
): StaffMessage {
  const other = otherChairSaysNo(course, series, session, given);
  return {
    id: "signals.rupture-reported.found",
    values: {
      rater: series.rater,
      certainty: answer.yes ? "certain" : "possible",
      session,
      again: answer.again ? "yes" : "no",
      resolved: answer.resolved ? "yes" : "no",
      unshared: other === null ? "" : { id: "signals.rupture-reported.unshared", values: { rater: other } },
    },
  };
}

function otherChairSaysNo(
  course: Course,
  series: Series,
  session: number,
  given: Parameters,
): Series["rater"] | null {
  for (const other of course.series) {
    if (other.rater === series.rater || !isTension(course, other)) continue;
    const point = other.points.find((each) => each.session === session);
    if (point !== undefined && tensionShare(other, point) < given.perhapsShare) return other.rater;
  }
  return null;
}

function isResolved(course: Course, series: Series, session: number, given: Parameters): boolean {
  return (siblingShare(course, series, "resolved", session) ?? 0) >= given.resolvedShare;
}

function siblingShare(course: Course, series: Series, scale: string, session: number): number | null {
  const sibling = course.series.find(
    (other) =>
      other.scale === scale && other.instrument === series.instrument && other.rater === series.rater,
  );
  const point = sibling?.points.find((each) => each.session === session);
  return sibling === undefined || point === undefined ? null : tensionShare(sibling, point);
}
