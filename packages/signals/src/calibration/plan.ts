import type { Chance } from "../simulate/draw.ts";
import type { Population } from "../simulate/population.ts";
import type { CourseShape } from "../simulate/simulate-ratings.ts";
import type { Cell } from "./trial.ts";

/** How much is simulated, and with which seeds. */
export interface CalibrationPlan {
  /** Thresholds are chosen here … */
  readonly trainingSeed: number;
  /** … and everything is reported from here. */
  readonly reportSeed: number;
  readonly sessions: number;
  /** Courses without a rupture for each carry-over and kind. */
  readonly quiet: number;
  /** Courses with a rupture for each carry-over, depth and length. */
  readonly ruptured: number;
}

export const usualPlan: CalibrationPlan = {
  trainingSeed: 11,
  reportSeed: 2026,
  sessions: 20,
  quiet: 300,
  ruptured: 120,
};

/** Clients by their own SD and lag-1 autocorrelation, and how many are simulated of each. */
export interface ClientsPlan {
  readonly sessions: number;
  readonly deviations: readonly number[];
  readonly autocorrelations: readonly number[];
  readonly depths: readonly number[];
  readonly lengths: readonly number[];
  /** Without a decrease, for each SD and autocorrelation. */
  readonly quiet: number;
  /** With one, for each SD, autocorrelation, depth and length. */
  readonly ruptured: number;
  /** Of each practice, without and with a decrease. */
  readonly mixed: number;
  readonly trainingSeed: number;
  readonly reportSeed: number;
}

export const usualClients: ClientsPlan = {
  sessions: 20,
  deviations: [3, 5, 8, 11, 14],
  autocorrelations: [0, 0.3, 0.6],
  depths: [8, 12, 16, 20, 25],
  lengths: [1, 2, 3, 4],
  quiet: 800,
  ruptured: 40,
  mixed: 1000,
  trainingSeed: 1011,
  reportSeed: 4026,
};

/** Of 100 rated sessions without a rupture, at most so many may ring. */
export const limitPer100 = 3;

export const autocorrelations = [0, 0.25, 0.5] as const;
/** Points of 100. Nought shows what is caught by chance. */
export const depths = [0, 10, 15, 20, 30] as const;
/** Sessions a fall lasts; null: to the end. */
export const lengths = [1, 3, null] as const;

/** The depths over which rules are compared: at thirty points nearly all see it, at nought there is nothing. */
export const comparedDepths: readonly number[] = [10, 15, 20];

/** Kinds of courses in which nothing happens. */
export const uneventfulShapes = ["stable", "growing", "ceiling"] as const;
export type QuietShape = (typeof uneventfulShapes)[number];

/** Courses of one shape. */
export function shapeCell(
  { sessions }: CalibrationPlan,
  population: Population,
  autocorrelation: number,
  courses: number,
  shape: CourseShape,
): Cell {
  return { population, sessions, autocorrelation, shape: () => shape, courses };
}

/** The fall comes in a session from the fifth on, each as likely, with room after it. */
export function ruptureCell(
  { sessions }: CalibrationPlan,
  population: Population,
  autocorrelation: number,
  courses: number,
  fall: { readonly depth: number; readonly length: number | null },
): Cell {
  const room = sessions - 10;
  const shape = (_: number, chance: Chance): CourseShape => {
    return { kind: "rupture", at: 5 + Math.floor(chance() * room), ...fall };
  };
  return { population, sessions, autocorrelation, shape, courses };
}
