import type { Course } from "@concord/course";
import { ringing } from "../default-alert.ts";
import { detect } from "../detect.ts";
import { bocpd } from "../detectors/bocpd.ts";
import { controlChart } from "../detectors/control-chart.ts";
import { drop } from "../detectors/drop.ts";
import { expectedCourseRule } from "../detectors/expected-course.ts";
import { gumz2012 } from "../detectors/gumz-2012.ts";
import { larsson2018 } from "../detectors/larsson-2018.ts";
import { partition } from "../detectors/partition.ts";
import { stateLike } from "../detectors/state-like.ts";
import { stevens2007 } from "../detectors/stevens-2007.ts";
import { stiles2004 } from "../detectors/stiles-2004.ts";
import { strauss2006 } from "../detectors/strauss-2006.ts";
import type { Detector, Signal } from "../signal.ts";

/** A rule as it is put to the test. */
export interface Entry {
  readonly id: string;
  /** As published, with its threshold moved to the wished rate of false alarms, or the alarm that rings by default. */
  readonly as: "published" | "equal-rate" | "alarm";
  /** The threshold that was moved, and to what. */
  readonly threshold: { readonly parameter: string; readonly value: number } | null;
  readonly find: (course: Course) => readonly Pick<Signal, "session">[];
}

/** A rule with the one parameter that makes it stricter, and how far that may be moved. */
export interface EvaluatedRule {
  readonly rule: Detector;
  /** Which of its findings ring: all, or those it calls credible at least. */
  readonly counts: "all" | "credible";
  readonly stricter: { readonly parameter: string; readonly from: number; readonly to: number } | null;
}

export const contestants: readonly EvaluatedRule[] = [
  { rule: stiles2004, counts: "all", stricter: { parameter: "deviations", from: 0.2, to: 6 } },
  { rule: strauss2006, counts: "all", stricter: { parameter: "deviations", from: 0.2, to: 6 } },
  { rule: gumz2012, counts: "all", stricter: { parameter: "deviations", from: 0.2, to: 6 } },
  { rule: stevens2007, counts: "all", stricter: { parameter: "fallShare", from: 2, to: 60 } },
  { rule: larsson2018, counts: "all", stricter: { parameter: "deviations", from: 0.2, to: 8 } },
  { rule: controlChart, counts: "credible", stricter: { parameter: "width", from: 0.2, to: 4 } },
  { rule: partition, counts: "all", stricter: { parameter: "leastFall", from: 0, to: 60 } },
  { rule: bocpd, counts: "all", stricter: { parameter: "probability", from: 0.02, to: 0.999 } },
  { rule: stateLike, counts: "all", stricter: { parameter: "deviations", from: 0.2, to: 8 } },
  { rule: drop, counts: "credible", stricter: null },
];

export function asPublished({ rule, counts }: EvaluatedRule): Entry {
  return {
    id: rule.id,
    as: "published",
    threshold: null,
    find: (course) => heard(detect(rule, course), counts),
  };
}

export function withThreshold({ rule, counts, stricter }: EvaluatedRule, value: number): Entry {
  if (stricter === null) throw new RangeError(`withThreshold requires a rule with a threshold: ${rule.id}`);
  const { parameter } = stricter;
  return {
    id: rule.id,
    as: "equal-rate",
    threshold: { parameter, value },
    find: (course) => heard(detect(rule, course, { [parameter]: value }), counts),
  };
}

/** The default alarm: what of the fall rules rings on the list of cases. */
export function alarmEntry(parameters: Readonly<Record<string, number>> = {}): Entry {
  return {
    id: "alarm",
    as: "alarm",
    threshold: null,
    find: (course) => ringing([...detect(expectedCourseRule, course, parameters), ...detect(drop, course)]),
  };
}

function heard(signals: readonly Signal[], counts: EvaluatedRule["counts"]): readonly Signal[] {
  return counts === "all" ? signals : signals.filter((signal) => signal.weight !== "note");
}
