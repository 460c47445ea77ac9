import { bilinear, type Matrix } from "@concord/numerics";

/** A factor times a product of coefficients, these by their position. */
export interface Monomial {
  readonly factor: number;
  readonly of: readonly number[];
}

/** An effect that is a sum of products of coefficients: a path, a·b, (a + a_w w)·b, c′ + Σ a·b. */
export type EffectPolynomial = readonly Monomial[];

/** The effect at given coefficients. */
export function effectAt(effect: EffectPolynomial, coefficients: ArrayLike<number>): number {
  let total = 0;
  for (const { factor, of } of effect) {
    let product = factor;
    for (const position of of) product *= coefficients[position]!;
    total += product;
  }
  return total;
}

/** Its standard error by the delta method: √(gᵀVg), g the derivatives by each coefficient. */
export function deltaStandardError(
  effect: EffectPolynomial,
  coefficients: ArrayLike<number>,
  covariance: Matrix,
): number {
  const gradient = new Float64Array(coefficients.length);
  for (const { factor, of } of effect) {
    of.forEach((position, skipped) => {
      let product = factor;
      of.forEach((other, i) => {
        if (i !== skipped) product *= coefficients[other]!;
      });
      gradient[position]! += product;
    });
  }
  return Math.sqrt(Math.max(0, bilinear(gradient, covariance, gradient)));
}

export function sumOf(effects: readonly EffectPolynomial[]): EffectPolynomial {
  return effects.flat();
}

export function productOf(left: EffectPolynomial, right: EffectPolynomial): EffectPolynomial {
  return left.flatMap((a) => right.map((b) => ({ factor: a.factor * b.factor, of: [...a.of, ...b.of] })));
}

export function timesNumber(effect: EffectPolynomial, number: number): EffectPolynomial {
  return effect.map(({ factor, of }) => ({ factor: factor * number, of }));
}
