import {
  attachmentPlane,
  describeDistance,
  describePlane,
  describeTwoPeople,
  distanceChart,
  twoPeopleChart,
} from "@concord/charts";
import { distanceStanding, pseudoSecureStep, strategyRule } from "@concord/course";
import type { CaseView } from "@concord/practice";

/** The drawings of what lies between the two, made where the page is made; null where there is nothing to draw. */
export function betweenPage(view: Pick<CaseView, "relationship" | "course">) {
  const { twoPeople, amongOwn, attachment, distance } = view.relationship;
  const newest = attachment?.readings[attachment.readings.length - 1];
  const among =
    amongOwn === null ? undefined : { here: amongOwn.discrepancy, usual: amongOwn.usualDiscrepancy };
  const two = (id: string, width: number) =>
    twoPeople === null
      ? ""
      : twoPeopleChart(twoPeople, { id, width, ...(among === undefined ? {} : { among }) });
  const plane = (id: string, width: number) =>
    attachment === null ? "" : attachmentPlane(attachment.readings, { id, width });
  const far = (id: string, width: number) =>
    distanceChart(distance, { id, width, phases: view.course.phases, sessions: view.course.sessions });
  return {
    two:
      twoPeople === null
        ? null
        : {
            wide: two("two-wide", 560),
            narrow: two("two-narrow", 340),
            words: describeTwoPeople(twoPeople),
          },
    plane:
      newest === undefined
        ? null
        : {
            wide: plane("plane-wide", 440),
            narrow: plane("plane-narrow", 330),
            words: newest.plane === null ? describePlane(newest) : `${describePlane(newest)} ${planeKey}`,
          },
    distance:
      distance.lines.length === 0
        ? null
        : {
            wide: far("distance-wide", 560),
            narrow: far("distance-narrow", 340),
            words: describeDistance(distance),
          },
    standing: distanceStanding,
    takeUp: pseudoSecureStep,
    markedFrom: strategyRule.markedFrom,
  };
}

const planeKey =
  "The full dot is this form, and the shaded round the room its error leaves it. The cross is the mean of those " +
  "compared with; past a dashed line a dimension counts as marked.";

export type Between = ReturnType<typeof betweenPage>;
