/** What is known of all dyads: y = b₀ + b₁x, their spread around it, and the scatter within a dyad. */
export interface DyadPopulation {
  readonly intercept: number;
  readonly slope: number;
  readonly interceptVariance: number;
  readonly slopeVariance: number;
  readonly covariance: number;
  readonly residualVariance: number;
}

/** One dyad's line, drawn towards that of all dyads as far as its own sessions leave it uncertain. */
export interface ShrunkenDyad {
  readonly intercept: number;
  readonly slope: number;
  /** Given the population, which is taken as known. */
  readonly interceptDeviation: number;
  readonly slopeDeviation: number;
  readonly n: number;
}

/**
 * How does one dyad's second rating follow its first, without making too much of a few sessions?
 *
 * The posterior mean β + D(σ²I + X′XD)⁻¹X′(y − Xβ) of a dyad's own intercept and slope, with the posterior standard
 * deviations from σ²D(σ²I + X′XD)⁻¹: what `conditionalModes` gives for a fitted model. No session gives the population
 * itself. Laird NM, Ware JH (1982). Biometrics 38: 963–974.
 */
export function shrunkenDyad(
  x: readonly number[],
  y: readonly number[],
  population: DyadPopulation,
): ShrunkenDyad {
  if (x.length !== y.length)
    throw new RangeError(`shrunkenDyad requires as many ratings of both: ${x.length} and ${y.length}`);
  const wrong = [...x, ...y].find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`shrunkenDyad requires finite ratings: ${wrong}`);
  const {
    intercept,
    slope,
    interceptVariance: d11,
    slopeVariance: d22,
    covariance: d12,
    residualVariance,
  } = population;
  if (!(residualVariance > 0))
    throw new RangeError(`shrunkenDyad requires a residual variance above nought: ${residualVariance}`);
  let [s, sx, sxx, r, rx] = [0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const residual = y[i]! - intercept - slope * x[i]!;
    s += 1;
    sx += x[i]!;
    sxx += x[i]! * x[i]!;
    r += residual;
    rx += residual * x[i]!;
  }
  // M = σ²I + X′X·D and P = D·M⁻¹.
  const m11 = residualVariance + s * d11 + sx * d12;
  const m12 = s * d12 + sx * d22;
  const m21 = sx * d11 + sxx * d12;
  const m22 = residualVariance + sx * d12 + sxx * d22;
  const determinant = m11 * m22 - m12 * m21;
  const p11 = (d11 * m22 - d12 * m21) / determinant;
  const p12 = (d12 * m11 - d11 * m12) / determinant;
  const p21 = (d12 * m22 - d22 * m21) / determinant;
  const p22 = (d22 * m11 - d12 * m12) / determinant;
  return {
    intercept: intercept + p11 * r + p12 * rx,
    slope: slope + p21 * r + p22 * rx,
    interceptDeviation: Math.sqrt(Math.max(0, residualVariance * p11)),
    slopeDeviation: Math.sqrt(Math.max(0, residualVariance * p22)),
    n: x.length,
  };
}
