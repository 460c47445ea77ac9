import { normalUpperQuantile } from "@concord/numerics";
import { twoSided } from "../meta-analysis/coefficients.ts";

/** A path and its standard error. */
export interface PathEstimate {
  readonly estimate: number;
  readonly standardError: number;
}

/** The product of two paths with the three large-sample standard errors in use. */
export interface ProductTest {
  readonly product: number;
  readonly sobel: NormalTest;
  readonly aroian: NormalTest;
  /** NaN where the estimate of the variance is negative. */
  readonly goodman: NormalTest;
  /** product ± z · Sobel's standard error. */
  readonly lower: number;
  readonly upper: number;
}

export interface NormalTest {
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
}

/**
 * Is a·b other than nought, in a large sample?
 *
 * Var(ab) = a²s_b² + b²s_a² (Sobel ME 1982, Sociol Methodol 13: 290–312); plus s_a²s_b² (Aroian LA 1947, Ann Math Stat
 * 18: 265–271); less it (Goodman LA 1960, J Am Stat Assoc 55: 708–713). The product of two normals is skewed: these
 * tests miss small effects, and the bootstrap or the product's own distribution is to be preferred (MacKinnon DP et
 * al. 2002, Psychol Methods 7: 83–104).
 */
export function productTest(a: PathEstimate, b: PathEstimate, level = 0.95): ProductTest {
  const product = a.estimate * b.estimate;
  const first = a.estimate ** 2 * b.standardError ** 2 + b.estimate ** 2 * a.standardError ** 2;
  const second = a.standardError ** 2 * b.standardError ** 2;
  const tested = (variance: number): NormalTest => {
    const standardError = variance > 0 ? Math.sqrt(variance) : Number.NaN;
    const z = product / standardError;
    return { standardError, z, p: twoSided(z, Number.POSITIVE_INFINITY) };
  };
  const sobel = tested(first);
  const reach = normalUpperQuantile((1 - level) / 2) * sobel.standardError;
  return {
    product,
    sobel,
    aroian: tested(first + second),
    goodman: tested(first - second),
    lower: product - reach,
    upper: product + reach,
  };
}
