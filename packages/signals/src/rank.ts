import type { Signal, SignalKind, Weight } from "./signal.ts";

/** From the one that cannot wait to the one that can. */
export const weightOrder: readonly Weight[] = ["urgent", "persistent", "credible", "note"];

/** Among equals: what was said goes before what was computed, and both before what is missing. */
const kindOrder: readonly SignalKind[] = [
  "risk",
  "rupture-reported",
  "observer",
  "drop",
  "expected-course",
  "control-chart",
  "rupture-shape",
  "level-change",
  "below-usual",
  "low-start",
  "ceiling",
  "missing",
];

/**
 * By weight, then the most recent first; the rest of the order is fixed so that the same signals always rank
 * alike.
 */
export function rank(signals: readonly Signal[]): readonly Signal[] {
  return [...signals].sort(
    (a, b) =>
      weightOrder.indexOf(a.weight) - weightOrder.indexOf(b.weight) ||
      b.session - a.session ||
      kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
      byName(identity(a), identity(b)),
  );
}

function identity({ detector, rater, construct, scale, instrument, message }: Signal): string {
  return `${detector} ${rater} ${construct} ${scale} ${instrument} ${message.id}`;
}

/** By code point: the same on every machine, whatever its language. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
