import { chiSquareQuantile, chiSquareSurvival, findRoot } from "@concord/numerics";
import type { FittedAutoregressive } from "./fit.ts";
import { FURTHEST_CORRELATION, leastDeviance } from "./search.ts";

export interface SerialCorrelationTest {
  readonly statistic: number;
  readonly degreesOfFreedom: 1;
  readonly p: number;
}

/**
 * Do neighbouring sessions resemble each other beyond what the model explains? The likelihood with φ free against
 * that with independent residuals: 2(ℓ − ℓ₀) on one degree of freedom. Both have the same fixed effects, so that REML
 * serves as well as ML. A group without varying effects and φ > 0 explain the same data: judge both before either.
 */
export function testSerialCorrelation(fit: FittedAutoregressive): SerialCorrelationTest {
  const estimate = estimateOf(fit);
  const statistic = Math.max(0, atCorrelation(fit, 0) - atCorrelation(fit, estimate));
  return { statistic, degreesOfFreedom: 1, p: chiSquareSurvival(statistic, 1) };
}

export interface SerialCorrelationInterval {
  /** Null where the likelihood never falls far enough on that side. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The φ that the data do not speak against: those whose profile deviance, everything else at its best, exceeds the
 * least by no more than the χ²₁ quantile. Pinheiro and Bates (2000), 2.2.3, for likelihoods of nested models.
 */
export function serialCorrelationInterval(
  fit: FittedAutoregressive,
  level = 0.95,
): SerialCorrelationInterval {
  if (!(level > 0 && level < 1))
    throw new RangeError(`an interval requires a level between 0 and 1, as 0.95: ${level}`);
  const estimate = estimateOf(fit);
  const allowed = atCorrelation(fit, estimate) + chiSquareQuantile(level, 1);
  const excess = (at: number) => atCorrelation(fit, at) - allowed;
  const side = (edge: number): number | null => {
    let inside = estimate;
    for (let step = 0; step < 60; step++) {
      const outside = inside + (edge - inside) / 4;
      const next = Math.abs(edge - outside) < 1e-6 ? edge : outside;
      if (excess(next) > 0) {
        const root = findRoot(excess, Math.min(inside, next), Math.max(inside, next), 1e-9);
        return root.kind === "root" ? root.at : null;
      }
      if (next === edge) return null;
      inside = next;
    }
    return null;
  };
  return { lower: side(-FURTHEST_CORRELATION), upper: side(FURTHEST_CORRELATION) };
}

function estimateOf({ correlation }: FittedAutoregressive): number {
  if (correlation.kind === "estimated") return correlation.value;
  throw new RangeError(
    `what is asked of φ requires a fit that estimates it: it was held at ${correlation.value}`,
  );
}

/** The least deviance at a given φ, up to a constant of the fit. */
function atCorrelation(fit: FittedAutoregressive, correlation: number): number {
  return leastDeviance(fit.problem, fit.method, correlation, fit.entries).deviance;
}
