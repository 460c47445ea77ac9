import { chiSquareQuantile, findRoot } from "@concord/numerics";
import { searchComponents } from "./components.ts";
import type { FittedMultilevel } from "./model.ts";

/** An interval for one variance component by its profile likelihood. */
export type ProfileInterval =
  | { readonly kind: "interval"; readonly lower: number; readonly upper: number }
  | { readonly kind: "not-found"; readonly reason: string };

/**
 * Which values of a component are compatible with the data when all others adapt to them? Those at which twice the
 * log-likelihood lies within the quantile of χ²₁ below its maximum.
 *
 * Hardy RJ, Thompson SG (1996). Stat Med 15: 619–629. The lower bound is zero where the likelihood never falls
 * that far.
 */
export function profileInterval(fit: FittedMultilevel, component: number): ProfileInterval {
  const best = fit.fit.components[component];
  if (best === undefined)
    throw new RangeError(`there is no variance component ${component}: ${fit.components.length}`);
  const highest = fit.fit.logLikelihood[fit.method];
  const drop = chiSquareQuantile(fit.level, 1);
  const below = (value: number): number => {
    const start = fit.fit.components.map((own, l) => (l === component ? value : own));
    const search = searchComponents(fit.problem, start, [component]);
    return 2 * (highest - search.fit.logLikelihood[fit.method]) - drop;
  };
  let lower = 0;
  if (best > 0 && below(0) > 0) {
    const root = findRoot(below, 0, best, 1e-10);
    if (root.kind !== "root") return { kind: "not-found", reason: "the lower bound was not found" };
    lower = root.at;
  }
  const unit = Math.max(
    best,
    (1e-3 * fit.effects.reduce((sum, { variance }) => sum + variance, 0)) / fit.effects.length,
  );
  let high = best + unit;
  for (let doubling = 0; below(high) < 0; doubling++) {
    if (doubling > 60) return { kind: "not-found", reason: "the likelihood does not fall for large values" };
    high = best + (high - best) * 2;
  }
  const root = findRoot(below, best, high, 1e-10);
  if (root.kind !== "root") return { kind: "not-found", reason: "the upper bound was not found" };
  return { kind: "interval", lower, upper: root.at };
}
