import type { Rater } from "@concord/course";
import type { PanelRow } from "./panel.ts";
import type { Signal } from "./signal.ts";

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
export function agreementsOf(rows: readonly PanelRow[]): readonly Agreement[] {
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
