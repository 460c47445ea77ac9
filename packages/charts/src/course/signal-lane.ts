import type { Course, Series } from "@concord/course";
import { signalFlag, signalLeader, signalRing } from "../marks/signal-mark.ts";
import type { SignalKey } from "../signal-key.ts";
import { element, type Markup } from "../svg.ts";
import { flagRowHeight, type Layout } from "./layout.ts";
import { panelY } from "./main-panel.ts";
import { outcomeY } from "./outcome-panel.ts";

/** In which row each flag stands, so that neighbours do not cover each other. */
export function flagRows(
  keys: readonly SignalKey[],
  x: (session: number) => number,
): ReadonlyMap<number, number> {
  const ends: number[] = [];
  const rows = new Map<number, number>();
  for (const key of keys) {
    const left = x(key.session) - 12;
    let row = ends.findIndex((end) => end <= left);
    if (row < 0 && ends.length < 3) row = ends.length;
    // Three rows are all there is: the flag goes where it covers the least.
    if (row < 0) row = ends.indexOf(Math.min(...ends));
    ends[row] = left + 24;
    rows.set(key.number, row);
  }
  return rows;
}

/** Numbered flags above the lines, each leading down to the point it speaks of. */
export function signalLane(
  keys: readonly SignalKey[],
  rows: ReadonlyMap<number, number>,
  course: Course,
  drawn: readonly Series[],
  outcome: Series | null,
  layout: Layout,
): readonly Markup[] {
  return keys.map((key) => {
    const x = layout.x(key.session);
    const flagY = layout.flags.bottom - flagRowHeight / 2 - (rows.get(key.number) ?? 0) * flagRowHeight;
    const target = targetY(key, course, drawn, outcome, layout);
    const end = target.kind === "point" ? target.y - 7.5 : target.y;
    return element("g", { class: "chart-signal-mark" }, [
      // A note keeps to its ring: a line down from each would hide the course behind a fence.
      key.weight === "note" ? null : signalLeader(key.weight, x, flagY + 10, Math.max(flagY + 10, end)),
      target.kind === "point" ? signalRing(key.weight, x, target.y) : null,
      signalFlag(key, x, flagY),
    ]);
  });
}

type Target = { readonly kind: "point" | "base"; readonly y: number };

function targetY(
  key: SignalKey,
  course: Course,
  drawn: readonly Series[],
  outcome: Series | null,
  layout: Layout,
): Target {
  const { lead, session } = key;
  const at = (series: Series | undefined | null) => series?.points.find((point) => point.session === session);
  if (lead.construct === "outcome" && outcome !== null && layout.outcome !== null) {
    const point = at(outcome);
    if (point !== undefined) return { kind: "point", y: outcomeY(outcome, layout.outcome)(point.value) };
  }
  if (layout.main !== null && lead.construct !== "outcome") {
    const own = drawn.find((series) => series.rater === lead.rater && series.construct === lead.construct);
    const point = at(own);
    if (point !== undefined) return { kind: "point", y: panelY(layout.main)(point.percent) };
  }
  const missed = course.missed.some((form) => form.session === session && form.rater === lead.rater);
  const base = layout.main?.bottom ?? layout.axis;
  return { kind: "base", y: missed ? base + 4 : base };
}
