import type { Course, Series } from "@concord/course";
import type { StaffMessages } from "@concord/messages";
import type { Signal, Weight } from "@concord/signals";
import { signalFlag, signalLeader, signalRing } from "../marks/signal-mark.ts";
import type { SignalKey, SignalWithText } from "../signal-key.ts";
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
  keys: readonly SignalKey<SignalWithText>[],
  rows: ReadonlyMap<number, number>,
  course: Course,
  drawn: readonly Series[],
  outcome: Series | null,
  layout: Layout,
  messages: StaffMessages,
): readonly Markup[] {
  return keys.map((key) => {
    const x = layout.x(key.session);
    const flagY = layout.flags.bottom - flagRowHeight / 2 - (rows.get(key.number) ?? 0) * flagRowHeight;
    const target = targetY(key.lead, course, drawn, outcome, layout);
    const rings = ringsOf(key, course, drawn, outcome, layout);
    const end = target.kind === "point" ? target.y - 7.5 : target.y;
    return element("g", { class: "chart-signal-mark" }, [
      // A note keeps to its ring: a line down from each would hide the course behind a fence.
      key.weight === "note" ? null : signalLeader(key.weight, x, flagY + 10, Math.max(flagY + 10, end)),
      ...rings.map((ring) => signalRing(ring.weight, x, ring.y)),
      signalFlag(key, x, flagY, messages),
    ]);
  });
}

/** Every point the session's signals speak of, once, in the weight of the heaviest that does. */
function ringsOf(
  key: SignalKey,
  course: Course,
  drawn: readonly Series[],
  outcome: Series | null,
  layout: Layout,
): readonly { readonly weight: Weight; readonly y: number }[] {
  const weights = new Map<number, Weight>();
  for (const signal of key.signals) {
    const target = targetY(signal, course, drawn, outcome, layout);
    if (target.kind === "point" && !weights.has(target.y)) weights.set(target.y, signal.weight);
  }
  return [...weights].map(([y, weight]) => ({ weight, y }));
}

type Target = { readonly kind: "point" | "base"; readonly y: number };

function targetY(
  signal: Signal,
  course: Course,
  drawn: readonly Series[],
  outcome: Series | null,
  layout: Layout,
): Target {
  const { session } = signal;
  const at = (series: Series | undefined | null) => series?.points.find((point) => point.session === session);
  if (signal.construct === "outcome" && outcome !== null && layout.outcome !== null) {
    const point = at(outcome);
    if (point !== undefined) return { kind: "point", y: outcomeY(outcome, layout.outcome)(point.value) };
  }
  if (layout.main !== null && signal.construct !== "outcome") {
    const own = drawn.find(
      (series) => series.rater === signal.rater && series.construct === signal.construct,
    );
    const point = at(own);
    if (point !== undefined) return { kind: "point", y: panelY(layout.main)(point.percent) };
  }
  const missed = course.missed.some((form) => form.session === session && form.rater === signal.rater);
  const base = layout.main?.bottom ?? layout.axis;
  return { kind: "base", y: missed ? base + 4 : base };
}
