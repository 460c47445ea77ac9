import { type EffectSize, measured, notMeasurable } from "./effect-size.ts";

/** Counts of two groups by two outcomes: a, b in the first group, c, d in the second, the event first. */
export interface TwoByTwo {
  readonly firstEvents: number;
  readonly firstNonEvents: number;
  readonly secondEvents: number;
  readonly secondNonEvents: number;
}

/** What is done about empty cells before logarithms are taken. */
export interface Continuity {
  readonly add: number;
  readonly to: "tables-with-a-zero" | "all" | "none";
  /** Tables without any event, or with nothing but events, say nothing about a ratio: leave them out. */
  readonly doubleZeros: "keep" | "drop";
}

export const HALF_TO_ZEROS: Continuity = { add: 0.5, to: "tables-with-a-zero", doubleZeros: "keep" };

/** log(ad/bc), variance 1/a + 1/b + 1/c + 1/d (OR). Woolf B (1955). Ann Hum Genet 19: 251–253. */
export function logOddsRatio(table: TwoByTwo, continuity: Continuity = HALF_TO_ZEROS): EffectSize {
  return withCells(table, continuity, (a, b, c, d) =>
    measured(Math.log((a * d) / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d),
  );
}

/** The log odds ratio on the scale of d for normal outcomes: divided by 1.65 (OR2DN). Cox DR, Snell EJ (1989), p. 19. */
export function differenceFromOddsRatioNormal(
  table: TwoByTwo,
  continuity: Continuity = HALF_TO_ZEROS,
): EffectSize {
  return scaled(logOddsRatio(table, continuity), 1 / 1.65);
}

/** The log odds ratio on the scale of d for logistic outcomes: times √3/π (OR2DL). Hasselblad V, Hedges LV (1995). */
export function differenceFromOddsRatioLogistic(
  table: TwoByTwo,
  continuity: Continuity = HALF_TO_ZEROS,
): EffectSize {
  return scaled(logOddsRatio(table, continuity), Math.sqrt(3) / Math.PI);
}

/** log of the ratio of the risks (RR), variance 1/a − 1/(a + b) + 1/c − 1/(c + d). */
export function logRiskRatio(table: TwoByTwo, continuity: Continuity = HALF_TO_ZEROS): EffectSize {
  return withCells(table, continuity, (a, b, c, d) =>
    measured(Math.log(a / (a + b)) - Math.log(c / (c + d)), b / (a * (a + b)) + d / (c * (c + d))),
  );
}

/** The difference of the risks (RD). */
export function riskDifference(table: TwoByTwo, continuity: Continuity = HALF_TO_ZEROS): EffectSize {
  return withCells(table, continuity, (a, b, c, d) => {
    const first = a / (a + b);
    const second = c / (c + d);
    return measured(first - second, (first * (1 - first)) / (a + b) + (second * (1 - second)) / (c + d));
  });
}

/** Peto's log odds ratio (O − E)/V, for rare events (PETO). Yusuf S et al. (1985). Prog Cardiovasc Dis 27: 335–371. */
export function petoLogOddsRatio(table: TwoByTwo, continuity: Continuity = HALF_TO_ZEROS): EffectSize {
  return withCells(table, continuity, (a, b, c, d) => {
    const total = a + b + c + d;
    const expected = ((a + b) * (a + c)) / total;
    const variance = (((a + b) * (c + d)) / total ** 2) * (((a + c) * (b + d)) / (total - 1));
    return measured((a - expected) / variance, 1 / variance);
  });
}

/** The difference of the arcsine-transformed risks (AS): defined with any zero, so no cell is ever filled. */
export function arcsineRiskDifference(table: TwoByTwo): EffectSize {
  return withCells(table, { add: 0, to: "none", doubleZeros: "keep" }, (a, b, c, d) =>
    measured(
      Math.asin(Math.sqrt(a / (a + b))) - Math.asin(Math.sqrt(c / (c + d))),
      1 / (4 * (a + b)) + 1 / (4 * (c + d)),
    ),
  );
}

function withCells(
  table: TwoByTwo,
  continuity: Continuity,
  measure: (a: number, b: number, c: number, d: number) => EffectSize,
): EffectSize {
  const { firstEvents: a, firstNonEvents: b, secondEvents: c, secondNonEvents: d } = table;
  for (const [name, count] of Object.entries(table)) {
    if (!Number.isFinite(count)) return notMeasurable(`${name} is missing`);
    if (count < 0) return notMeasurable(`${name} cannot be negative: ${count}`);
  }
  if (a + b === 0 || c + d === 0) return notMeasurable("a table requires people in both groups");
  const doubleZero = (a === 0 && c === 0) || (b === 0 && d === 0);
  if (doubleZero && continuity.doubleZeros === "drop")
    return notMeasurable("neither group differs in outcome");
  const hasZero = a === 0 || b === 0 || c === 0 || d === 0;
  const fill =
    continuity.to === "all" || (continuity.to === "tables-with-a-zero" && hasZero) ? continuity.add : 0;
  return measure(a + fill, b + fill, c + fill, d + fill);
}

function scaled(effect: EffectSize, factor: number): EffectSize {
  if (effect.kind === "not-measurable") return effect;
  return measured(effect.estimate * factor, effect.variance * factor ** 2);
}
