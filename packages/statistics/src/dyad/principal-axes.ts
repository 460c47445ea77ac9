import { bilinear, type Matrix } from "@concord/numerics";
import { coefficientTested } from "../meta-analysis/coefficients.ts";
import type { Coefficient } from "../meta-analysis/model.ts";

/** The point where a quadratic surface is level, and the two lines through it along which it bends most and least. */
export interface PrincipalAxes {
  readonly stationaryX: Coefficient;
  readonly stationaryY: Coefficient;
  /** y = p10 + p11·x */
  readonly firstSlope: Coefficient;
  readonly firstIntercept: Coefficient;
  /** y = p20 + p21·x */
  readonly secondSlope: Coefficient;
  readonly secondIntercept: Coefficient;
}

/** A quantity with its derivatives by b₁ … b₅. */
interface Derived {
  readonly value: number;
  readonly gradient: readonly number[];
}

/**
 * Where is the surface b₁x + b₂y + b₃x² + b₄xy + b₅y² level, and along which lines does it turn?
 *
 * x₀ = (b₂b₄ − 2b₁b₅)/(4b₃b₅ − b₄²), y₀ = (b₁b₄ − 2b₂b₃)/(4b₃b₅ − b₄²); slopes p = (b₅ − b₃ ± √((b₃ − b₅)² + b₄²))/b₄,
 * intercepts y₀ − p·x₀; standard errors by the delta method. Not defined, and NaN, for b₄ = 0.
 *
 * Edwards JR, Parry ME (1993). Acad Manage J 36: 1577–1613, pp. 1582–1584.
 */
export function principalAxes(
  b: readonly number[],
  covariance: Matrix,
  degreesOfFreedom: number,
  critical: number,
): PrincipalAxes {
  const [b1, b2, b3, b4, b5] = b as readonly [number, number, number, number, number];
  const denominator: Derived = { value: 4 * b3 * b5 - b4 * b4, gradient: [0, 0, 4 * b5, -2 * b4, 4 * b3] };
  const x = quotient({ value: b2 * b4 - 2 * b1 * b5, gradient: [-2 * b5, b4, 0, b2, -2 * b1] }, denominator);
  const y = quotient({ value: b1 * b4 - 2 * b2 * b3, gradient: [b4, -2 * b3, -2 * b2, b1, 0] }, denominator);
  const root = Math.hypot(b3 - b5, b4);
  const lean = (b3 - b5) / root;
  const slope = (sign: 1 | -1): Derived =>
    quotient(
      {
        value: b5 - b3 + sign * root,
        gradient: [0, 0, sign * lean - 1, (sign * b4) / root, 1 - sign * lean],
      },
      { value: b4, gradient: [0, 0, 0, 1, 0] },
    );
  const intercept = (line: Derived): Derived => ({
    value: y.value - line.value * x.value,
    gradient: y.gradient.map((own, i) => own - line.value * x.gradient[i]! - x.value * line.gradient[i]!),
  });
  const tested = (name: string, { value, gradient }: Derived): Coefficient => {
    const standardError = Math.sqrt(Math.max(0, bilinear(gradient, covariance, gradient)));
    return coefficientTested(name, value, standardError, degreesOfFreedom, critical);
  };
  const [first, second] = [slope(1), slope(-1)];
  return {
    stationaryX: tested("X0", x),
    stationaryY: tested("Y0", y),
    firstSlope: tested("p11", first),
    firstIntercept: tested("p10", intercept(first)),
    secondSlope: tested("p21", second),
    secondIntercept: tested("p20", intercept(second)),
  };
}

function quotient(numerator: Derived, denominator: Derived): Derived {
  const value = numerator.value / denominator.value;
  return {
    value,
    gradient: numerator.gradient.map(
      (own, i) => (own - value * denominator.gradient[i]!) / denominator.value,
    ),
  };
}
