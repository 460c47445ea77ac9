import type { Course } from "@concord/course";
import { firstSignals } from "./detectors.ts";
import { withHypothesis } from "./hypothesis.ts";
import { rank } from "./rank.ts";
import type { Detector, Signal } from "./signal.ts";

/** What one rule finds in a course, with its own parameters or with others for those that are named. */
export function detect(
  detector: Detector,
  course: Course,
  parameters: Readonly<Record<string, number>> = {},
): readonly Signal[] {
  for (const [name, value] of Object.entries(parameters)) {
    if (!Object.hasOwn(detector.parameters, name)) {
      const known = Object.keys(detector.parameters).join(", ") || "none";
      throw new RangeError(`${detector.id} requires one of its own parameters (${known}): ${name}`);
    }
    if (!Number.isFinite(value)) throw new RangeError(`${detector.id} requires a finite ${name}: ${value}`);
  }
  return detector.find(course, { ...detector.parameters, ...parameters });
}

/** What all the rules find, the most pressing first. */
export function detectAll(course: Course, rules: readonly Detector[] = firstSignals): readonly Signal[] {
  return rank(rules.flatMap((rule) => detect(rule, course)).map((signal) => withHypothesis(course, signal)));
}
