import { type Chance, heavyDraw, normalDraw } from "./draw.ts";

/** A decrease for some sessions: at once, or in equal steps down to its depth. */
export interface Decrease {
  readonly at: number;
  readonly depth: number;
  readonly length: number;
  readonly onset: "at once" | "gradual";
}

/** One client whose SD and lag-1 autocorrelation are given, and what else may be special about the ratings. */
export interface ClientPlan {
  readonly sessions: number;
  /** Standard deviation of the ratings around the client’s level. */
  readonly deviation: number;
  readonly autocorrelation: number;
  /** This client’s level in the first session, on the 0–100 metric. */
  readonly level: number;
  readonly decrease: Decrease | null;
  /** Standard deviation of the level’s own step from session to session (a random walk). */
  readonly walk: number;
  /** Share of sessions without a rating. */
  readonly missing: number;
  /** Steps from 0 to 100 that an answer can take; null: any number. */
  readonly steps: number | null;
  readonly tails: "normal" | "heavy";
}

/**
 * Returns one client’s ratings, session by session, null where the questionnaire is missing.
 *
 * level_t + u_t − decrease, where u is an AR(1) process of the given SD, cut off at 0 and 100. There is no growth and no
 * model behind it that any rule uses: what is told of rules here is told by another generator than theirs.
 */
export function simulateClient(plan: ClientPlan, chance: Chance): readonly (number | null)[] {
  const { sessions, deviation, autocorrelation, decrease, walk, missing, steps } = plan;
  const draw = plan.tails === "heavy" ? heavyDraw : normalDraw;
  const innovation = Math.sqrt(1 - autocorrelation ** 2);
  let { level } = plan;
  let left = draw(chance);
  return Array.from({ length: sessions }, (_, i) => {
    if (i > 0) {
      left = autocorrelation * left + innovation * draw(chance);
      level += walk * normalDraw(chance);
    }
    const value = Math.min(100, Math.max(0, level + deviation * left - decreaseIn(decrease, i + 1)));
    const isMissing = chance() < missing;
    if (isMissing) return null;
    return steps === null ? value : (Math.round((value * steps) / 100) * 100) / steps;
  });
}

function decreaseIn(decrease: Decrease | null, session: number): number {
  if (decrease === null) return 0;
  const { at, depth, length, onset } = decrease;
  if (session < at || session >= at + length) return 0;
  return onset === "at once" ? depth : (depth * (session - at + 1)) / length;
}
