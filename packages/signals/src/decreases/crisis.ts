import type { Point } from "@concord/course";
import { rounding } from "./lines.ts";

/** A decline from a local high that reached a threshold, and what became of it. */
export interface Crisis {
  readonly high: Point;
  /** The session in which the decline reached the threshold. */
  readonly reached: Point;
  readonly lowest: Point;
  /** The rating that had regained the wished share of the fall; null while none has. */
  readonly regained: Point | null;
  /** From the high down to the lowest. */
  readonly drop: number;
  readonly declineSessions: number;
  /** From the lowest rating to the one that regained; null while none has. */
  readonly repairSessions: number | null;
}

export interface CrisisRule {
  /** Points of 100 from the local high. */
  readonly threshold: number;
  /** The longest decline that counts as one. */
  readonly longestDecline: number;
  /** Regained means back by this share of the fall. */
  readonly regainedShare: number;
}

/**
 * Which declines of neighbouring sessions reach the threshold, and when was the level regained?
 *
 * A decline goes from a local high downwards without a rise in between. Until the level is regained a further
 * decline belongs to the same crisis; afterwards a new one may begin. A missing session ends it unregained.
 */
export function crisesIn(run: readonly Point[], rule: CrisisRule): readonly Crisis[] {
  const found: Crisis[] = [];
  let at = 1;
  while (at < run.length) {
    const high = localHigh(run, at, rule.longestDecline);
    const before = run[high]!;
    const now = run[at]!;
    if (high === at || before.percent - now.percent < rule.threshold - rounding) {
      at++;
      continue;
    }
    const { crisis, next } = follow(run, high, at, rule);
    found.push(crisis);
    at = next;
  }
  return found;
}

/** Where the unbroken decline that ends here began, at most so many sessions back. */
function localHigh(run: readonly Point[], at: number, longest: number): number {
  let high = at;
  while (high > 0 && at - high < longest && run[high - 1]!.percent > run[high]!.percent) high--;
  return high;
}

function follow(
  run: readonly Point[],
  high: number,
  reached: number,
  { regainedShare }: CrisisRule,
): { readonly crisis: Crisis; readonly next: number } {
  const level = run[high]!.percent;
  let lowest = reached;
  let at = reached + 1;
  for (; at < run.length; at++) {
    const fall = level - run[lowest]!.percent;
    if (run[at]!.percent >= level - (1 - regainedShare) * fall - rounding) break;
    if (run[at]!.percent < run[lowest]!.percent) lowest = at;
  }
  const regained = run[at] ?? null;
  return {
    crisis: {
      high: run[high]!,
      reached: run[reached]!,
      lowest: run[lowest]!,
      regained,
      drop: level - run[lowest]!.percent,
      declineSessions: lowest - high,
      repairSessions: regained === null ? null : at - lowest,
    },
    next: at + 1,
  };
}
