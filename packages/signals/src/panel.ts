import type { Course, Rater } from "@concord/course";
import type { StaffMessage } from "@concord/messages";
import { type Agreement, agreementsOf } from "./agreement.ts";
import { detect } from "./detect.ts";
import { directRules, indirectRules } from "./detectors.ts";
import { sessionRatings } from "./falls/lines.ts";
import { withHypothesis } from "./hypothesis.ts";
import { type MissedRupture, missedRuptures } from "./missed-ruptures.ts";
import { rank } from "./rank.ts";
import type { Detector, Signal } from "./signal.ts";
import { watchedRaters, watchedSeries } from "./watched.ts";

/** What one rule says of one chair's ratings. */
export interface PanelRow {
  readonly detector: string;
  readonly version: string;
  readonly title: StaffMessage;
  readonly provisional: boolean;
  readonly way: "direct" | "indirect";
  readonly rater: Rater;
  /** Found something, found nothing, or could not look, and why. */
  readonly state: "found" | "nothing" | "cannot-look";
  readonly reason: StaffMessage | null;
  readonly signals: readonly Signal[];
}

/** All rules that look for ruptures, side by side. */
export interface Panel {
  readonly rows: readonly PanelRow[];
  /** By session: how many of the rules that could look agree, and whether anyone said so. */
  readonly agreements: readonly Agreement[];
  /** Ruptures that one of the two reported and the other did not. */
  readonly missed: readonly MissedRupture[];
}

/**
 * What do the published rules, and ours, find in one course, each by its own lights?
 *
 * No standard exists, so all are shown: which found something, which did not, and which had too few ratings to look.
 * Agreement counts the rules that see a fall within two sessions of each other; they share their data, so ten that
 * agree are not ten witnesses.
 */
export function panelOf(course: Course): Panel {
  const raters = watchedRaters.filter((rater) => watchedSeries(course, [rater]).length > 0);
  const indirect = indirectRules.flatMap((rule) => {
    const found = detect(rule, course).map((signal) => withHypothesis(course, signal));
    return raters.map((rater) => indirectRow(course, rule, rater, found));
  });
  const direct = directRules.flatMap((rule) => directRows(course, rule));
  const rows = [...direct, ...indirect];
  return { rows, agreements: agreementsOf(rows), missed: missedRuptures(course) };
}

function indirectRow(course: Course, rule: Detector, rater: Rater, found: readonly Signal[]): PanelRow {
  const rated = Math.max(...watchedSeries(course, [rater]).map((series) => sessionRatings(series).length));
  const fewest = rule.fewest ?? 0;
  const own = rank(found.filter((signal) => signal.rater === rater));
  const isBlind = rated < fewest;
  return {
    ...nameOf(rule),
    way: "indirect",
    rater,
    state: own.length > 0 ? "found" : isBlind ? "cannot-look" : "nothing",
    reason: isBlind ? { id: "signals.panel.too-few", values: { rated, needed: fewest } } : null,
    signals: own,
  };
}

function directRows(course: Course, rule: Detector): readonly PanelRow[] {
  const found = detect(rule, course);
  const raters = rule.id === "observer" ? (["observer"] as const) : (["client", "therapist"] as const);
  return raters.map((rater) => {
    const own = rank(found.filter((signal) => signal.rater === rater));
    const wasAsked = course.series.some((series) => series.construct === "rupture" && series.rater === rater);
    return {
      ...nameOf(rule),
      way: "direct",
      rater,
      state: own.length > 0 ? "found" : wasAsked ? "nothing" : "cannot-look",
      reason: wasAsked ? null : { id: "signals.panel.not-asked", values: {} },
      signals: own,
    };
  });
}

function nameOf({ id, version, title, provisional }: Detector) {
  return { detector: id, version, title, provisional };
}
