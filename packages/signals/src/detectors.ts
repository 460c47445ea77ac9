import type { StaffMessage } from "@concord/messages";
import { bocpd } from "./detectors/bocpd.ts";
import { ceiling } from "./detectors/ceiling.ts";
import { controlChart } from "./detectors/control-chart.ts";
import { drop } from "./detectors/drop.ts";
import { expectedCourseRule } from "./detectors/expected-course.ts";
import { gumz2012 } from "./detectors/gumz-2012.ts";
import { larsson2018 } from "./detectors/larsson-2018.ts";
import { lowStart } from "./detectors/low-start.ts";
import { missing } from "./detectors/missing.ts";
import { observer } from "./detectors/observer.ts";
import { partition } from "./detectors/partition.ts";
import { risk } from "./detectors/risk.ts";
import { ruptureReported } from "./detectors/rupture-reported.ts";
import { stateLike } from "./detectors/state-like.ts";
import { stevens2007 } from "./detectors/stevens-2007.ts";
import { stiles2004 } from "./detectors/stiles-2004.ts";
import { strauss2006 } from "./detectors/strauss-2006.ts";
import type { Detector } from "./signal.ts";

/** The rules that speak when nobody has chosen others. */
export const firstSignals: readonly Detector[] = [
  risk,
  ruptureReported,
  observer,
  expectedCourseRule,
  drop,
  controlChart,
  lowStart,
  ceiling,
  missing,
];

/** Rules that look for a rupture in the ratings themselves. */
export const indirectRules: readonly Detector[] = [
  expectedCourseRule,
  drop,
  controlChart,
  stiles2004,
  strauss2006,
  gumz2012,
  stevens2007,
  larsson2018,
  partition,
  bocpd,
  stateLike,
];

/** Rules that rest on someone's word. */
export const directRules: readonly Detector[] = [ruptureReported, observer];

/** Every rule Concord knows, side by side; none of them is hidden, and none is the last word. */
export const detectors: readonly Detector[] = [
  ...firstSignals,
  ...indirectRules.filter((rule) => !firstSignals.includes(rule)),
];

/** Returns the name of a rule that was tried out: of a detector, or of the default alert. */
export function ruleTitle(id: string): StaffMessage {
  return findDetector(id)?.title ?? { id: "signals.calibration.alert", values: {} };
}

/** The rule of this name, or null. */
export function findDetector(id: string): Detector | null {
  return detectors.find((detector) => detector.id === id) ?? null;
}
