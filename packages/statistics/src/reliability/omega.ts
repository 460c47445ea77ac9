import type { Frame } from "../formula/frame.ts";
import { structuralModel } from "../structure/structural-model.ts";
import { alphaCoefficients } from "./alpha-coefficients.ts";
import { type Answers, itemMoments, itemSet } from "./items.ts";
import { communalities, minimumResidualFactors } from "./minimum-residual.ts";
import { rotateFactors } from "./rotation.ts";
import type { RefusedScale, ScaleOptions } from "./scale-reliability.ts";

/** How much of the sum is one thing, how much is anything in common, under a general factor with groups below it. */
export interface HierarchicalOmega {
  readonly kind: "fitted";
  /** The share of the sum's variance due to the general factor: ωₕ. */
  readonly general: number;
  /** Due to all common factors: ω total. */
  readonly total: number;
  /** ωₕ of a test without end: ωₕ/ω total. */
  readonly limit: number;
  readonly alpha: number;
  readonly guttman6: number | undefined;
  readonly generalLoadings: readonly number[];
  readonly groupLoadings: readonly (readonly number[])[];
  readonly uniqueness: readonly number[];
  readonly cautions: readonly string[];
}

/**
 * Schmid and Leiman's general factor: group factors by least residuals, turned by oblimin; one factor of their
 * correlations; what it reaches through the groups is general, the rest stays with the groups.
 *
 * Schmid J, Leiman JM (1957). Psychometrika 22: 53–61. McDonald RP (1999). Test Theory. Zinbarg RE, Revelle W, Yovel I,
 * Li W (2005). Psychometrika 70: 123–133. Items that load negatively on the general factor are turned round.
 * With two group factors the general one is not determined; both are taken to reach it alike, with a caution.
 */
export function hierarchicalOmega(
  answers: Readonly<Record<string, Answers>>,
  factors = 3,
  options: ScaleOptions = {},
): HierarchicalOmega | RefusedScale {
  const set = itemSet(answers, options.reversed, options.range);
  if (factors < 2) throw new RangeError(`a general factor requires two or more groups below it: ${factors}`);
  const { pairCorrelation: correlation, size } = itemMoments(set);
  if (correlation.some(Number.isNaN))
    return { kind: "refused", reason: "an item does not vary, or two were never answered together" };
  const first = schmidLeiman(correlation, size, factors);
  const signs = first.generalLoadings.map((loading) => (loading < 0 ? -1 : 1));
  const isTurned = signs.includes(-1);
  const own = isTurned
    ? correlation.map((r, at) => r * signs[Math.floor(at / size)]! * signs[at % size]!)
    : correlation;
  const solution = isTurned ? schmidLeiman(own, size, factors) : first;
  const { generalLoadings, uniqueness } = solution;
  const impossible = set.names.filter((_, i) => uniqueness[i]! < 0);
  if (impossible.length > 0)
    return {
      kind: "refused",
      reason:
        `the factors explain more than all of ${impossible.join(", ")}: a communality above 1 (a Heywood case); ` +
        "take fewer factors",
    };
  const above = overstated(set.names, own, generalLoadings);
  if (above !== undefined) return { kind: "refused", reason: above };
  const whole = own.reduce((total, r) => total + r, 0);
  const general = generalLoadings.reduce((total, loading) => total + loading, 0) ** 2 / whole;
  const total = 1 - uniqueness.reduce((rest, share) => rest + share, 0) / whole;
  if (general > total * (1 + 1e-9))
    return {
      kind: "refused",
      reason:
        "the general factor would explain more of the sum than all factors together: the items do not follow these factors; " +
        "take another number of factors, or look at items that should be reversed",
    };
  const alpha = alphaCoefficients(own, own, size);
  return {
    kind: "fitted",
    general,
    total,
    limit: general / total,
    alpha: alpha.raw,
    guttman6: alpha.guttman6,
    generalLoadings,
    groupLoadings: solution.groupLoadings,
    uniqueness,
    cautions: [
      ...(factors === 2
        ? ["two group factors leave the general one undetermined: take three if the items allow"]
        : []),
      ...(isTurned
        ? [
            `turned round, as they go against the general factor: ${set.names.filter((_, i) => signs[i]! < 0).join(", ")}`,
          ]
        : []),
      ...(solution.heywood.length > 0
        ? [
            `next to nothing of its own is left to ${solution.heywood.map((i) => set.names[i]).join(", ")} (a Heywood case): ` +
              "take fewer factors, or look at the item",
          ]
        : []),
    ],
  };
}

/**
 * Returns why ω would lie above 1, or nothing: one factor then predicts more than the whole variance of the sum, and the
 * item whose covariances it exceeds most is named.
 */
function overstated(
  names: readonly string[],
  covariance: ArrayLike<number>,
  loadings: readonly number[],
): string | undefined {
  const size = names.length;
  let whole = 0;
  for (let at = 0; at < size * size; at++) whole += covariance[at]!;
  const common = loadings.reduce((total, loading) => total + loading, 0) ** 2;
  if (whole > 0 && common <= whole * (1 + 1e-9)) return undefined;
  const excess = names.map((_, i) =>
    loadings.reduce(
      (total, loading, j) => (i === j ? total : total + loadings[i]! * loading - covariance[i * size + j]!),
      0,
    ),
  );
  const most = names[excess.indexOf(Math.max(...excess))]!;
  return (
    `the factor that all items share explains more than the whole variance of their sum, and ω would be above 1; it goes ` +
    `furthest beyond the answers for ${most}: look at this item, or at items that should be reversed`
  );
}

function schmidLeiman(correlation: Float64Array, size: number, factors: number) {
  const extracted = minimumResidualFactors(correlation, size, factors);
  const { loadings, between } = rotateFactors(extracted.loadings, "oblimin");
  // Two factors that go against each other lie on opposite sides of the general one.
  const shared = Math.sqrt(Math.abs(between.values[1]!));
  const upper =
    factors === 2
      ? [shared, between.values[1]! < 0 ? -shared : shared]
      : Array.from(minimumResidualFactors(between.values, factors, 1).loadings.values);
  const row = (i: number) => Array.from(loadings.values.subarray(i * factors, (i + 1) * factors));
  const generalLoadings = Array.from({ length: size }, (_, i) =>
    row(i).reduce((total, loading, f) => total + loading * upper[f]!, 0),
  );
  return {
    generalLoadings,
    groupLoadings: generalLoadings.map((_, i) =>
      row(i).map((loading, f) => loading * Math.sqrt(Math.max(0, 1 - upper[f]! ** 2))),
    ),
    uniqueness: communalities(loadings, between).map((share) => 1 - share),
    heywood: extracted.heywood,
  };
}

/** ω of one factor by maximum likelihood. */
export interface OneFactorOmega {
  readonly kind: "fitted";
  readonly names: readonly string[];
  readonly loadings: readonly number[];
  readonly residuals: readonly number[];
  /** (Σλ)² over (Σλ)² + Σθ: of the sum as the model has it. */
  readonly ofModel: number;
  /** (Σλ)² over the variance of the sum as observed. */
  readonly ofObserved: number;
  readonly cautions: readonly string[];
}

/**
 * How much of the sum is the one thing all items have in common? Unlike α it lets items differ in how much they show of it.
 *
 * McDonald RP (1999). Test Theory: A Unified Treatment, chapter 6. Complete rows.
 */
export function oneFactorOmega(
  answers: Readonly<Record<string, Answers>>,
  options: ScaleOptions = {},
): OneFactorOmega | RefusedScale {
  const set = itemSet(answers, options.reversed, options.range);
  const columns = set.columns.map((column) =>
    Array.from(column, (value) => (Number.isNaN(value) ? null : value)),
  );
  const frame: Frame = Object.fromEntries(columns.map((column, j) => [`item.${j + 1}`, column]));
  const model = structuralModel(frame, `common =~ ${Object.keys(frame).join(" + ")}`, {
    standardizedFactors: true,
  });
  if (model.kind !== "fitted") return { kind: "refused", reason: model.reason };
  const raw = model.estimates.filter(({ operator }) => operator === "=~").map(({ estimate }) => estimate);
  const sign = raw.reduce((total, loading) => total + loading, 0) < 0 ? -1 : 1;
  const loadings = raw.map((loading) => sign * loading);
  const residuals = model.estimates
    .filter(({ operator, left, right }) => operator === "~~" && left === right && left !== "common")
    .map(({ estimate }) => estimate);
  const impossible = set.names.filter((_, i) => residuals[i]! < 0);
  if (impossible.length > 0)
    return {
      kind: "refused",
      reason:
        `one factor explains more than all of ${impossible.join(", ")}: the variance of its own is estimated below zero ` +
        "(a Heywood case), and ω would be above what it can be; look at these items, or collect more answers",
    };
  const above = overstated(set.names, model.saturated[0]!.covariance, loadings);
  if (above !== undefined) return { kind: "refused", reason: above };
  const common = loadings.reduce((total, loading) => total + loading, 0) ** 2;
  const own = residuals.reduce((total, share) => total + share, 0);
  const observed = model.saturated[0]!.covariance.reduce((total, value) => total + value, 0);
  return {
    kind: "fitted",
    names: set.names,
    loadings,
    residuals,
    ofModel: common / (common + own),
    ofObserved: common / observed,
    cautions: model.cautions.map((caution) =>
      caution.replaceAll(/item\.(\d+)/gu, (_, place: string) => set.names[Number(place) - 1] ?? place),
    ),
  };
}
