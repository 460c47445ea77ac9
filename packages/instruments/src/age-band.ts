import type { AgeBand } from "./instrument.ts";

/** Whose forms does a person of this age get? Null under six, for whom no form is scored. */
export function ageBandOf(years: number): AgeBand | null {
  if (!(years >= 0 && years < 150)) throw new RangeError(`ageBandOf requires an age in years: ${years}`);
  if (years < 6) return null;
  if (years < 11) return "child";
  return years < 18 ? "adolescent" : "adult";
}
