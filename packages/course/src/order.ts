import type { Construct, Rater } from "@concord/instruments";

const raters: readonly Rater[] = ["client", "therapist", "caregiver", "observer", "member"];
const constructs: readonly Construct[] = ["alliance", "cohesion", "rupture", "session-depth", "outcome"];
const scales: readonly string[] = ["total", "bond", "tasks", "goals"];

interface Named {
  readonly rater: Rater;
  readonly construct: Construct;
  readonly instrument: string;
  readonly scale: string;
}

/**
 * The alliance first, the client first, the total first; the rest by name: independent of the order of the
 * rows.
 */
export function byImportance(a: Named, b: Named): number {
  return (
    place(constructs, a.construct) - place(constructs, b.construct) ||
    byName(a.construct, b.construct) ||
    raters.indexOf(a.rater) - raters.indexOf(b.rater) ||
    byName(a.instrument, b.instrument) ||
    place(scales, a.scale) - place(scales, b.scale) ||
    byName(a.scale, b.scale)
  );
}

function place(order: readonly string[], name: string): number {
  const index = order.indexOf(name);
  return index < 0 ? order.length : index;
}

/** By code point: the same on every machine, whatever its language. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
