import { measureEffects } from "../../src/effect-size/index.ts";
import type { Effect } from "../../src/meta-analysis/index.ts";

/**
 * The thirteen trials of the BCG vaccine against tuberculosis: cases and others with and without vaccination, and
 * the latitude of the place. Colditz GA et al. (1994). JAMA 271: 698–702; the table is in Berkey CS et al.
 * (1995). Stat Med 14: 395–411, table I.
 */
export const TRIALS = [
  { tpos: 4, tneg: 119, cpos: 11, cneg: 128, year: 1948, latitude: 44, allocation: "random" },
  { tpos: 6, tneg: 300, cpos: 29, cneg: 274, year: 1949, latitude: 55, allocation: "random" },
  { tpos: 3, tneg: 228, cpos: 11, cneg: 209, year: 1960, latitude: 42, allocation: "random" },
  { tpos: 62, tneg: 13536, cpos: 248, cneg: 12619, year: 1977, latitude: 52, allocation: "random" },
  { tpos: 33, tneg: 5036, cpos: 47, cneg: 5761, year: 1973, latitude: 13, allocation: "alternate" },
  { tpos: 180, tneg: 1361, cpos: 372, cneg: 1079, year: 1953, latitude: 44, allocation: "alternate" },
  { tpos: 8, tneg: 2537, cpos: 10, cneg: 619, year: 1973, latitude: 19, allocation: "random" },
  { tpos: 505, tneg: 87886, cpos: 499, cneg: 87892, year: 1980, latitude: 13, allocation: "random" },
  { tpos: 29, tneg: 7470, cpos: 45, cneg: 7232, year: 1968, latitude: 27, allocation: "random" },
  { tpos: 17, tneg: 1699, cpos: 65, cneg: 1600, year: 1961, latitude: 42, allocation: "systematic" },
  { tpos: 186, tneg: 50448, cpos: 141, cneg: 27197, year: 1974, latitude: 18, allocation: "systematic" },
  { tpos: 5, tneg: 2493, cpos: 3, cneg: 2338, year: 1969, latitude: 33, allocation: "systematic" },
  { tpos: 27, tneg: 16886, cpos: 29, cneg: 17825, year: 1976, latitude: 33, allocation: "systematic" },
] as const;

/** Their log risk ratios. */
export const LOG_RISK_RATIOS: readonly Effect[] = measureEffects(
  "RR",
  TRIALS.map(({ tpos, tneg, cpos, cneg }) => ({ ai: tpos, bi: tneg, ci: cpos, di: cneg })),
).filter((effect) => effect.kind === "measured");

/** Example 1 of Viechtbauer W (2005). J Educ Behav Stat 30: 261–293, page 271. */
export const VIECHTBAUER_2005: readonly Effect[] = [
  [-0.581, 0.023],
  [0.53, 0.052],
  [0.771, 0.06],
  [1.031, 0.115],
  [0.553, 0.095],
  [0.295, 0.203],
  [0.078, 0.2],
  [0.573, 0.211],
  [-0.176, 0.051],
  [-0.232, 0.04],
].map(([estimate, variance]) => ({ estimate: estimate!, variance: variance! }));
