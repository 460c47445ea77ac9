import { HALF_LOG_TWO_PI } from "../special/log-gamma.ts";
import { type Target, targetOf, targetOfLog } from "./tails.ts";

/** Standard normal density φ(z). */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z - HALF_LOG_TWO_PI);
}

/** log φ(z). */
function normalLogDensity(z: number): number {
  return -0.5 * z * z - HALF_LOG_TWO_PI;
}

/** Φ(z), the probability at or below z. */
export function normalCumulative(z: number): number {
  return normalSurvival(-z);
}

/** 1 − Φ(z), computed as itself. */
export function normalSurvival(z: number): number {
  if (Math.abs(z) < 0.66) return 0.5 - 0.5 * errorNearZero(z * Math.SQRT1_2);
  const tail = 0.5 * scaledComplementaryError(Math.abs(z) * Math.SQRT1_2) * exponentialOfMinusSquare(z, 0.5);
  return z < 0 ? 1 - tail : tail;
}

/** log Φ(z), finite far into the lower tail. */
export function normalLogCumulative(z: number): number {
  return normalLogSurvival(-z);
}

/** log(1 − Φ(z)), finite far into the upper tail. */
export function normalLogSurvival(z: number): number {
  if (z < 1) return Math.log1p(-normalSurvival(-z));
  const x = z * Math.SQRT1_2;
  return Math.log(0.5 * scaledComplementaryError(x)) - 0.5 * z * z;
}

/** The z with Φ(z) = p. */
export function normalQuantile(p: number): number {
  return quantile(targetOf(p, "lower"));
}

/** The z with 1 − Φ(z) = p. */
export function normalUpperQuantile(p: number): number {
  return quantile(targetOf(p, "upper"));
}

/** The z with log Φ(z) = logP. */
export function normalLogQuantile(logP: number): number {
  return quantile(targetOfLog(logP, "lower"));
}

/** The z with log(1 − Φ(z)) = logP. */
export function normalLogUpperQuantile(logP: number): number {
  return quantile(targetOfLog(logP, "upper"));
}

/**
 * exp(x²) erfc(x) for x ≥ 0, with erfc(x) = 2/√π ∫ₓ^∞ exp(−t²) dt: what is left of the tail when its exponential is
 * taken out.
 *
 * Rational approximations of Cody WJ (1969). Math Comp 23: 631–637, relative error below 1e-15.
 */
function scaledComplementaryError(x: number): number {
  if (x <= 0.46875) return (1 - errorNearZero(x)) * Math.exp(x * x);
  if (x <= 4) {
    let numerator = MIDDLE_NUMERATOR[8]! * x;
    let denominator = x;
    for (let i = 0; i < 7; i++) {
      numerator = (numerator + MIDDLE_NUMERATOR[i]!) * x;
      denominator = (denominator + MIDDLE_DENOMINATOR[i]!) * x;
    }
    return (numerator + MIDDLE_NUMERATOR[7]!) / (denominator + MIDDLE_DENOMINATOR[7]!);
  }
  if (x > 1e8) return INVERSE_SQRT_PI / x;
  const square = 1 / (x * x);
  let numerator = FAR_NUMERATOR[5]! * square;
  let denominator = square;
  for (let i = 0; i < 4; i++) {
    numerator = (numerator + FAR_NUMERATOR[i]!) * square;
    denominator = (denominator + FAR_DENOMINATOR[i]!) * square;
  }
  const correction = (square * (numerator + FAR_NUMERATOR[4]!)) / (denominator + FAR_DENOMINATOR[4]!);
  return (INVERSE_SQRT_PI - correction) / x;
}

function errorNearZero(x: number): number {
  const square = Math.abs(x) > 1e-16 ? x * x : 0;
  let numerator = NEAR_NUMERATOR[4]! * square;
  let denominator = square;
  for (let i = 0; i < 3; i++) {
    numerator = (numerator + NEAR_NUMERATOR[i]!) * square;
    denominator = (denominator + NEAR_DENOMINATOR[i]!) * square;
  }
  return (x * (numerator + NEAR_NUMERATOR[3]!)) / (denominator + NEAR_DENOMINATOR[3]!);
}

/** exp(−factor·x²), the square split at sixteenths so that its rounding is not magnified. */
function exponentialOfMinusSquare(x: number, factor: number): number {
  const head = Math.trunc(x * 16) / 16;
  const rest = (x - head) * (x + head);
  return Math.exp(-factor * head * head) * Math.exp(-factor * rest);
}

/**
 * Wichura's rational approximations, relative error about 1e-16, down to p = 1e-300; below that Newton's steps
 * on the logarithm of the tail, from its asymptote.
 *
 * Wichura MJ (1988). Algorithm AS 241. Appl Stat 37: 477–484.
 */
function quantile(target: Target): number {
  const z = lowerTailQuantile(target.logProbability);
  return target.side === "lower" ? z : -z;
}

function lowerTailQuantile(logP: number): number {
  if (logP === Number.NEGATIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  const p = Math.exp(logP);
  const centred = p - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return (centred * polynomial(CENTRE_TOP, r)) / polynomial(CENTRE_BOTTOM, r);
  }
  const r = Math.sqrt(-logP);
  if (r <= 5) return -polynomial(NEAR_TOP, r - 1.6) / polynomial(NEAR_BOTTOM, r - 1.6);
  if (r <= 26) return -polynomial(TAIL_TOP, r - 5) / polynomial(TAIL_BOTTOM, r - 5);
  let z = -Math.sqrt(-2 * logP - 2 * HALF_LOG_TWO_PI - Math.log(-2 * logP));
  for (let step = 0; step < 20; step++) {
    const logTail = normalLogCumulative(z);
    const change = (logTail - logP) / Math.exp(normalLogDensity(z) - logTail);
    z -= change;
    if (Math.abs(change) <= 1e-15 * Math.abs(z)) break;
  }
  return z;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!;
  return sum;
}

const INVERSE_SQRT_PI = 0.5641895835477563;

const NEAR_NUMERATOR = [
  3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694, 0.18577770618460315,
];
const NEAR_DENOMINATOR = [23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171];
const MIDDLE_NUMERATOR = [
  0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
  1712.0476126340707, 2051.0783778260716, 1230.3393547979972, 2.1531153547440383e-8,
];
const MIDDLE_DENOMINATOR = [
  15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037495,
];
const FAR_NUMERATOR = [
  0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275, 0.0006587491615298378,
  0.016315387137302097,
];
const FAR_DENOMINATOR = [
  2.568520192289822, 1.8729528499234604, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
];

const CENTRE_TOP = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRE_BOTTOM = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const NEAR_TOP = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const NEAR_BOTTOM = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const TAIL_TOP = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const TAIL_BOTTOM = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];
