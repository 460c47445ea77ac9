import { type Chance, heavyDraw, normalDraw, oneOf } from "./draw.ts";
import type { Population } from "./population.ts";

/** How the alliance of one made-up therapy goes, apart from its ups and downs. */
export type CourseShape =
  | { readonly kind: "stable" }
  | { readonly kind: "growing" }
  /** So near the best mark that little can be seen. */
  | { readonly kind: "ceiling" }
  /** A slow decline from a session on. */
  | { readonly kind: "drift"; readonly from: number; readonly perSession: number }
  /** A fall at a session, for so many sessions; null: to the end. */
  | { readonly kind: "rupture"; readonly at: number; readonly depth: number; readonly length: number | null };

export interface CoursePlan {
  readonly sessions: number;
  readonly shape: CourseShape;
  /** Lag-1, of the ups and downs. */
  readonly autocorrelation: number;
  readonly population: Population;
}

/**
 * One client's ratings, session by session, null where the form is missing.
 *
 * level + growth · ln(session) − fall + u, with u an AR(1) process of the client's own spread; held within 0 to 100
 * and rounded to the steps of the client's form. The same chance gives the same client.
 */
export function simulateRatings(plan: CoursePlan, chance: Chance): readonly (number | null)[] {
  const { sessions, shape, autocorrelation, population } = plan;
  const draw = population.tails === "heavy" ? heavyDraw : normalDraw;
  const start = population.start + population.startDeviation * normalDraw(chance);
  const growth = population.growth + population.growthDeviation * normalDraw(chance);
  const spread = population.deviation * Math.exp(population.deviationSpread * normalDraw(chance));
  const steps = oneOf(chance, population.steps);
  const deviation = shape.kind === "ceiling" ? spread / 2 : spread;
  const innovation = Math.sqrt(1 - autocorrelation ** 2);
  let left = draw(chance);
  return Array.from({ length: sessions }, (_, i) => {
    if (i > 0) left = autocorrelation * left + innovation * draw(chance);
    const level =
      shape.kind === "ceiling"
        ? 97
        : Math.min(92, start + (shape.kind === "growing" ? growth * Math.log(i + 1) : 0));
    const value = level - fallAt(shape, i + 1) + deviation * left;
    const isMissing = chance() < population.missing;
    return isMissing ? null : onSteps(Math.min(100, Math.max(0, value)), steps);
  });
}

/** Points below the level that the shape takes in a session. */
function fallAt(shape: CourseShape, session: number): number {
  if (shape.kind === "drift") return shape.perSession * Math.max(0, session - shape.from + 1);
  if (shape.kind !== "rupture" || session < shape.at) return 0;
  return shape.length === null || session < shape.at + shape.length ? shape.depth : 0;
}

function onSteps(percent: number, steps: number): number {
  return (Math.round((percent * steps) / 100) * 100) / steps;
}
