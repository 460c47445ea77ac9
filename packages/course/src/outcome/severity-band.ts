import type { AgeBand, Instrument } from "@concord/instruments";
import { type ScaleRange, severityCutoffs } from "../criteria.ts";
import type { SeverityBand } from "./outcome-reading.ts";

/** Returns the band that a value lies in by the instrument's own cut-offs, or null where the scale has none. */
export function severityBand(
  instrument: Instrument,
  range: ScaleRange,
  ageBand: AgeBand | undefined,
  value: number,
): SeverityBand | null {
  if (range.better === "neither") return null;
  const sign = range.better === "lower" ? 1 : -1;
  const cutoffs = [...severityCutoffs(instrument, range, ageBand)].sort((a, b) => sign * (a.value - b.value));
  if (cutoffs.length === 0) return null;
  const place = cutoffs.findLastIndex((cutoff) => sign * (value - cutoff.value) >= 0);
  const from = cutoffs[place] ?? null;
  return {
    id: `${range.scale}:${from === null ? "none" : from.value}`,
    from: from?.value ?? null,
    to: cutoffs[place + 1]?.value ?? null,
    meaning: from?.meaning ?? null,
  };
}
