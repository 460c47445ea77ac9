import { omnibusTest } from "./coefficients.ts";
import type { FittedMetaAnalysis, OmnibusTest } from "./model.ts";

/** The test that the coefficients at these positions (from 0) are all zero. */
export function omnibusOf(fit: FittedMetaAnalysis, tested: readonly number[]): OmnibusTest {
  const unknown = tested.find((position) => fit.coefficients[position] === undefined);
  if (tested.length === 0 || unknown !== undefined) {
    throw new RangeError(
      `an omnibus test requires positions of coefficients: ${tested.join(", ") || "none"}`,
    );
  }
  return omnibusTest(
    fit.coefficients.map((coefficient) => coefficient.estimate),
    tested,
    { covariance: fit.covariance, degreesOfFreedom: fit.coefficients[0]!.degreesOfFreedom, level: fit.level },
  );
}
