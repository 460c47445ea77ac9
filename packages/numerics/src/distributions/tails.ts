import { logOneMinusExp } from "../special/log-probability.ts";

/** Which side of a value is meant. */
export type Side = "lower" | "upper";

/** The probability on either side of a value, as itself and as its natural logarithm. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  readonly logLower: number;
  readonly logUpper: number;
}

/** Both tails from the logarithm of one, the other as its complement. */
export function tailsFromLog(logProbability: number, side: Side): Tails {
  const logOwn = Math.min(0, logProbability);
  const own = Math.exp(logOwn);
  const other = own < 0.5 ? 1 - own : -Math.expm1(logOwn);
  const logOther = logOneMinusExp(logOwn);
  return side === "lower"
    ? { lower: own, upper: other, logLower: logOwn, logUpper: logOther }
    : { lower: other, upper: own, logLower: logOther, logUpper: logOwn };
}

export const ALL_BELOW: Tails = { lower: 1, upper: 0, logLower: 0, logUpper: Number.NEGATIVE_INFINITY };
export const ALL_ABOVE: Tails = { lower: 0, upper: 1, logLower: Number.NEGATIVE_INFINITY, logUpper: 0 };
export const UNDEFINED: Tails = {
  lower: Number.NaN,
  upper: Number.NaN,
  logLower: Number.NaN,
  logUpper: Number.NaN,
};

/** A probability to be met by a quantile: the smaller of the two sides, as a logarithm. */
export interface Target {
  readonly logProbability: number;
  readonly side: Side;
}

/** The target for a probability p on one side. */
export function targetOf(p: number, side: Side): Target {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile requires a probability between 0 and 1: ${p}`);
  if (p <= 0.5) return { logProbability: Math.log(p), side };
  return { logProbability: Math.log(1 - p), side: opposite(side) };
}

/** The target for the natural logarithm of a probability on one side. */
export function targetOfLog(logP: number, side: Side): Target {
  if (!(logP <= 0))
    throw new RangeError(`quantile requires the logarithm of a probability, at most 0: ${logP}`);
  if (logP <= -Math.LN2) return { logProbability: logP, side };
  return { logProbability: logOneMinusExp(logP), side: opposite(side) };
}

function opposite(side: Side): Side {
  return side === "lower" ? "upper" : "lower";
}

/** A distribution on a scale u that runs over all real numbers: both tails, and the log density with respect to u. */
export interface OnRealLine {
  readonly tails: (u: number) => Tails;
  readonly logDensity: (u: number) => number;
}

/**
 * Returns the u at which the tail equals the target.
 *
 * Newton's steps on the logarithm of the tail, within a bracket that is halved whenever a step would leave it or the last
 * one did not halve the distance. The second condition matters far out: there the slope is the difference of two
 * numbers of 1e15, and a step from it may be near zero however far the target is.
 */
export function invertTail(distribution: OnRealLine, target: Target, start: number): number {
  const sign = target.side === "lower" ? 1 : -1;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let u = start;
  let reach = 1;
  let distance = Number.POSITIVE_INFINITY;
  for (let step = 0; step < 2000; step++) {
    const tails = distribution.tails(u);
    const logTail = target.side === "lower" ? tails.logLower : tails.logUpper;
    const excess = logTail - target.logProbability;
    if (excess === 0) return u;
    if (Number.isNaN(excess)) return Number.NaN;
    if (excess * sign < 0) low = u;
    else high = u;
    const isSlow = Math.abs(excess) > 0.5 * distance;
    distance = Math.abs(excess);
    const logSlope = distribution.logDensity(u) - logTail;
    const newton = u - (sign * excess) / Math.exp(logSlope);
    let next = newton;
    if (high - low < Number.POSITIVE_INFINITY) {
      if (isSlow || !(newton > low && newton < high)) next = low + (high - low) / 2;
    } else if (!(newton > low && newton < high) || Math.abs(newton - u) > reach) {
      next = low === Number.NEGATIVE_INFINITY ? u - reach : u + reach;
      reach *= 2;
    }
    if (next === u || next === low || next === high) return next;
    if (Math.abs(next - u) <= 4e-15 * Math.max(1, Math.abs(next)) && !isSlow) return next;
    if (high - low <= 1e-15 * Math.max(1, Math.abs(next))) return next;
    u = next;
  }
  return Number.NaN;
}
