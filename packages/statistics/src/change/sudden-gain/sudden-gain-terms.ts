import { mean, sampleVariance } from "@concord/numerics";
import type { SuddenGains } from "./sudden-gains.ts";

/**
 * The sudden gains of several clients under the names of R's suddengains: a row for each gain, then the
 * whole.
 */
export function suddenGainTerms(courses: readonly { readonly id: string; readonly found: SuddenGains }[]) {
  const rows = courses.flatMap(({ id, found }) => found.gains.map((gain) => ({ id, gain, found })));
  const sizes = rows.map(({ gain }) => gain.magnitude);
  const withGain = courses.filter(({ found }) => found.gains.length > 0);
  const several = courses.filter(({ found }) => found.gains.length > 1);
  const reversed = rows.filter(({ gain }) => gain.reversed);
  return {
    bysg: {
      id: rows.map(({ id }) => id),
      id_sg: rows.map(({ id, gain }) => `${id}_sg_${gain.at + 1}`),
      sg_session_n: rows.map(({ gain }) => gain.at + 1),
      sg_freq_byperson: rows.map(({ found }) => found.gains.length),
      sg_magnitude: sizes,
      sg_change_proportion: rows.map(({ gain }) => gain.shareOfChange ?? null),
      sg_reversal_value: rows.map(({ gain }) => gain.reversalValue),
      sg_reversal: rows.map(({ gain }) => (gain.reversed ? 1 : 0)),
    },
    describe: {
      total_n: courses.length,
      judged_n: courses.filter(({ found }) => found.judged > 0).length,
      sg_total_n: rows.length,
      sg_n: withGain.length,
      sg_pct: percentage(withGain.length, courses.length),
      sg_multiple_n: several.length,
      sg_multiple_pct: percentage(several.length, courses.length),
      sg_reversal_n: reversed.length,
      sg_reversal_pct: percentage(reversed.length, rows.length),
      sg_magnitude_m: sizes.length === 0 ? null : mean(sizes),
      sg_magnitude_sd: sizes.length < 2 ? null : Math.sqrt(sampleVariance(sizes)),
    },
  };
}

function percentage(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}
