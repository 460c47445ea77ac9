import { createHash } from "node:crypto";
import { courseVersion, expectedVersion, outcomeVersion } from "@concord/course";
import { catalogue, scoringVersion } from "@concord/instruments";
import { attentionVersion, detectors, earlyFall } from "@concord/signals";

/** Raised when the same course would give another line of the caseload. */
const lineVersion = "2";

/**
 * By which rules does this Concord read a case? A short name that changes when any of them does.
 *
 * Scoring, course, expected course, each rule with its thresholds, and each form's version are in it: a release that
 * changes one of them finds another name kept, and evaluates every case again.
 */
export function evaluationBasis(): string {
  const rules = detectors.map(({ id, version, parameters }) => [id, version, parameters]);
  const forms = catalogue.map(({ id, version }) => [id, version]);
  const all = [
    lineVersion,
    attentionVersion,
    scoringVersion,
    courseVersion,
    expectedVersion,
    outcomeVersion,
    earlyFall,
    rules,
    forms,
  ];
  return createHash("sha256").update(JSON.stringify(all)).digest("hex").slice(0, 16);
}
