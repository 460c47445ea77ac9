import type { Course, Rater } from "@concord/course";
import type { StaffMessage } from "@concord/messages";
import { sessionRatings } from "./decreases/lines.ts";
import { detect } from "./detect.ts";
import { directRules, indirectRules } from "./detectors.ts";
import { withHypothesis } from "./hypothesis.ts";
import { rank } from "./rank.ts";
import type { Detector, Signal } from "./signal.ts";
import { type MissedRupture, missedRuptures } from "./unshared-ruptures.ts";
import { watchedRaters, watchedSeries } from "./watched.ts";

/** How many rules see a fall in about the same session, and whether anyone reported one. */
export interface Agreement {
  /** Whose ratings; of a report alone, who reported. */
  readonly rater: Rater;
  /** First and last session named for its beginning. */
  readonly from: number;
  readonly to: number;
  /** Indirect rules that see it, by name, and how many could have. */
  readonly rules: readonly string[];
  readonly of: number;
  /** Reports by anyone in these sessions or one beside them. */
  readonly reports: readonly Signal[];
  /**
   * `reported`: somebody said so; `agreed`: at least two rules see it; `single`: one rule alone. One report weighs more
   * than any number of rules.
   */
  readonly badge: "reported" | "agreed" | "single";
}

/** Beginnings so many sessions apart are taken to be one. */
const near = 2;

/** Gathers the findings of a panel by session. Notes are not counted: such steps are common. */
function agreementsOf(rows: readonly PanelRow[]): readonly Agreement[] {
  const indirect = rows.filter((row) => row.way === "indirect");
  const reports = rows.filter((row) => row.way === "direct").flatMap((row) => row.signals);
  const told = new Set<Signal>();
  const seen = [...new Set(indirect.map((row) => row.rater))].flatMap((rater) => {
    const own = indirect.filter((row) => row.rater === rater);
    const could = own.filter((row) => row.state !== "cannot-look").length;
    return clusters(own.flatMap((row) => row.signals).filter((signal) => signal.weight !== "note")).map(
      (cluster): Agreement => {
        const from = cluster[0]!.session;
        const to = cluster.at(-1)!.session;
        const rules = [...new Set(cluster.map((signal) => signal.detector))];
        const beside = reports.filter((report) => report.session >= from - 1 && report.session <= to + 1);
        for (const report of beside) told.add(report);
        const badge = beside.length > 0 ? "reported" : rules.length >= 2 ? "agreed" : "single";
        return { rater, from, to, rules, of: could, reports: beside, badge };
      },
    );
  });
  const alone = reports
    .filter((report) => !told.has(report))
    .map((report): Agreement => {
      const { rater, session } = report;
      const could = indirect.filter((row) => row.rater === rater && row.state !== "cannot-look").length;
      return {
        rater,
        from: session,
        to: session,
        rules: [],
        of: could,
        reports: [report],
        badge: "reported",
      };
    });
  return [...seen, ...alone].sort((a, b) => a.from - b.from || a.rater.localeCompare(b.rater, "en"));
}

/** Findings in order of session, parted where one begins more than two sessions after the first of its cluster. */
function clusters(signals: readonly Signal[]): readonly (readonly Signal[])[] {
  const found: Signal[][] = [];
  for (const signal of [...signals].sort((a, b) => a.session - b.session)) {
    const last = found.at(-1);
    if (last !== undefined && signal.session - last[0]!.session <= near) last.push(signal);
    else found.push([signal]);
  }
  return found;
}

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
