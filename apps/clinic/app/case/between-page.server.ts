import {
  attachmentPlane,
  circumplexChart,
  describeCircumplex,
  describeDistance,
  describePlane,
  describeTwoPeople,
  distanceChart,
  octantName,
  twoPeopleChart,
} from "@concord/charts";
import { distanceStanding, pseudoSecureStep, strategyRule } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import type { CaseView } from "@concord/practice";

/** The drawings of what lies between the two, made where the page is made; null where there is nothing to draw. */
export function betweenPage(view: Pick<CaseView, "relationship" | "course">, messages: StaffMessages) {
  const { twoPeople, amongOwn, attachment, distance, circumplex } = view.relationship;
  const newest = attachment?.readings[attachment.readings.length - 1];
  const among =
    amongOwn === null ? undefined : { here: amongOwn.discrepancy, usual: amongOwn.usualDiscrepancy };
  const two = (id: string, width: number) =>
    twoPeople === null
      ? ""
      : twoPeopleChart(twoPeople, { messages, id, width, ...(among === undefined ? {} : { among }) });
  const plane = (id: string, width: number) =>
    attachment === null ? "" : attachmentPlane(attachment.readings, { messages, id, width });
  const far = (id: string, width: number) =>
    distanceChart(distance, {
      messages,
      id,
      width,
      phases: view.course.phases,
      sessions: view.course.sessions,
    });
  const around = (id: string, width: number) =>
    circumplex === null ? "" : circumplexChart(circumplex, { messages, id, width });
  return {
    two:
      twoPeople === null
        ? null
        : {
            wide: two("two-wide", 560),
            narrow: two("two-narrow", 340),
            words: describeTwoPeople(twoPeople, messages),
          },
    plane:
      newest === undefined
        ? null
        : {
            wide: plane("plane-wide", 440),
            narrow: plane("plane-narrow", 330),
            words:
              newest.plane === null
                ? describePlane(newest, messages)
                : `${describePlane(newest, messages)} ${messages.text("relationship.attachment.plane-key")}`,
          },
    distance:
      distance.lines.length === 0
        ? null
        : {
            wide: far("distance-wide", 560),
            narrow: far("distance-narrow", 340),
            words: describeDistance(distance, messages),
          },
    circumplex:
      circumplex === null
        ? null
        : {
            drawn: {
              wide: around("circumplex-wide", 520),
              narrow: around("circumplex-narrow", 340),
              words: describeCircumplex(circumplex, messages),
            },
            octants: circumplex.octants.map((octant) => octantName(octant, messages)),
          },
    standing: distanceStanding,
    takeUp: pseudoSecureStep,
    markedFrom: strategyRule.markedFrom,
  };
}

export type Between = ReturnType<typeof betweenPage>;
