import { inLmTerms } from "../regression/lm-terms.ts";
import type { FittedSurface } from "./response-surface.ts";

/** A response surface in the terms of R's `lm` and of the package RSA. */
export function inSurfaceTerms(surface: FittedSurface) {
  const { fit, lines, axes, likelihood, curvature } = surface;
  const byName = (value: (line: (typeof lines)[number]) => number) =>
    Object.fromEntries(lines.map((line) => [line.name, value(line)]));
  const own = likelihood.axes;
  const parameters = [
    ...likelihood.coefficients,
    ...likelihood.lines,
    own.stationaryX,
    own.stationaryY,
    own.firstSlope,
    own.firstIntercept,
    own.secondSlope,
    own.secondIntercept,
  ];
  return {
    ols: inLmTerms(fit),
    surface: {
      a: byName(({ estimate }) => estimate),
      se: byName(({ standardError }) => standardError),
      t: lines.map(({ statistic }) => statistic),
      p: lines.map(({ p }) => p),
      df: fit.degreesOfFreedom,
      stationary_x: axes.stationaryX.estimate,
      stationary_y: axes.stationaryY.estimate,
      p11: axes.firstSlope.estimate,
      p10: axes.firstIntercept.estimate,
      p21: axes.secondSlope.estimate,
      p20: axes.secondIntercept.estimate,
    },
    R2_polynomial_vs_linear: { F: curvature.statistic, p: curvature.p },
    rsa_package: {
      label: parameters.map(({ name }) => name),
      est: parameters.map(({ estimate }) => estimate),
      se: parameters.map(({ standardError }) => standardError),
    },
  };
}
