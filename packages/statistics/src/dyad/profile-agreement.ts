import { studentTSurvival } from "@concord/numerics";
import { type IntraclassResult, intraclassCorrelations } from "../reliability/intraclass-correlation.ts";
import { type MeanSquares, meanSquares } from "../reliability/rating-table.ts";

/** Two profiles of one thing over the same items; a row a dyad, null where an answer is missing. */
export interface ProfilePairs {
  readonly first: readonly (readonly (number | null)[])[];
  readonly second: readonly (readonly (number | null)[])[];
}

/** How alike two profiles are. Undefined measures, as of a flat profile, are NaN. */
export interface ProfileAgreement {
  /** Shape only. */
  readonly pearson: number;
  readonly spearman: number;
  /** Shape, level and spread at once: Pearson's r of both orders together. */
  readonly doubleEntry: number;
  /** Shrout and Fleiss' single-rater forms over items. */
  readonly intraclass: readonly [one: number, two: number, three: number];
  /** Cronbach and Gleser's D² = Σ (a − b)². */
  readonly squaredDistance: number;
  readonly meanAbsoluteDifference: number;
  /** Mean of the first less that of the second. */
  readonly elevation: number;
  readonly scatter: readonly [first: number, second: number];
  /** Lin's concordance. */
  readonly concordance: number;
  /** Likeness beyond what the average member of each side answers. */
  readonly distinctive: number;
  /** Likeness of the first to the average second. */
  readonly normative: number;
  readonly items: number;
}

export interface MeanTest {
  readonly mean: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly n: number;
}

export interface ProfileAgreements {
  readonly dyads: readonly ProfileAgreement[];
  /** Fisher's z of the dyads' correlations against nought; read back as r. One of ±1 has no z and is left out. */
  readonly meanCorrelation: MeanTest & { readonly r: number };
  /** For each item: how far members of a dyad agree about it, compared with other dyads. */
  readonly items: readonly IntraclassResult[];
  /** Whether one side answers higher. */
  readonly elevation: MeanTest;
  /** Whether dyads with a high first member have a high second. */
  readonly elevationCorrelation: number;
}

/**
 * Do the two members of a dyad see the same profile, beyond what anybody would answer?
 *
 * A correlation of two profiles holds what is normative: most therapies get high ratings on the same items. Distinctive
 * agreement takes each side's average profile off first (Furr RM 2008, J Pers 76: 1267–1316). Cronbach LJ, Gleser GC (1953),
 * Psychol Bull 50: 456–473; Lin LI (1989), Biometrics 45: 255–268.
 */
export function profileAgreement({ first, second }: ProfilePairs): ProfileAgreements {
  const items = first[0]?.length ?? 0;
  const uneven = [...first, ...second].find((row) => row.length !== items);
  if (first.length !== second.length || uneven !== undefined)
    throw new RangeError(
      `profiles require as many dyads and items on both sides: ${first.length} and ${second.length} dyads, ${items} items`,
    );
  if (items < 3) throw new RangeError(`profiles require three or more items: ${items}`);
  if (first.length < 2) throw new RangeError(`profiles require two or more dyads: ${first.length}`);
  const usual = [first, second].map((side) =>
    Array.from({ length: items }, (_, item) => meanOf(side.flatMap((row) => row[item] ?? []))),
  ) as [number[], number[]];
  const dyads = first.map((own, i) => agreementOf(own, second[i]!, usual));
  const z = dyads.flatMap(({ pearson }) => (Math.abs(pearson) < 1 - 1e-12 ? [Math.atanh(pearson)] : []));
  const correlation = meanTest(z);
  const levels = first.map((own, i) => [meanOf(known(own)), meanOf(known(second[i]!))] as const);
  const both = levels.filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
  return {
    dyads,
    meanCorrelation: { ...correlation, r: Math.tanh(correlation.mean) },
    items: Array.from({ length: items }, (_, item) =>
      itemAgreement(
        first.flatMap((own, i) => {
          const [a, b] = [own[item]!, second[i]![item]!];
          return a === null || b === null ? [] : [[a, b]];
        }),
      ),
    ),
    elevation: meanTest(both.map(([a, b]) => a - b)),
    elevationCorrelation: pearson(
      both.map(([a]) => a),
      both.map(([, b]) => b),
    ),
  };
}

/** The ICCs of one item over dyads; refused where so few or so uniform ratings leave the bounds without degrees of freedom. */
function itemAgreement(ratings: readonly (readonly number[])[]): IntraclassResult {
  try {
    return intraclassCorrelations(ratings);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      kind: "refused",
      reason: "too few or too uniform ratings of this item to bound the agreement about it",
    };
  }
}

function agreementOf(
  own: readonly (number | null)[],
  other: readonly (number | null)[],
  [usualFirst, usualSecond]: readonly [readonly number[], readonly number[]],
): ProfileAgreement {
  const at = own.flatMap((value, item) => (value !== null && other[item] !== null ? [item] : []));
  const a = at.map((item) => own[item]!);
  const b = at.map((item) => other[item]!);
  const gaps = a.map((value, i) => value - b[i]!);
  const squaredDistance = gaps.reduce((sum, gap) => sum + gap * gap, 0);
  const elevation = meanOf(a) - meanOf(b);
  const k = a.length;
  return {
    pearson: pearson(a, b),
    spearman: pearson(ranks(a), ranks(b)),
    doubleEntry: pearson([...a, ...b], [...b, ...a]),
    intraclass:
      k < 2
        ? [Number.NaN, Number.NaN, Number.NaN]
        : intraclassOf(meanSquares(a.map((value, i) => [value, b[i]!]))),
    squaredDistance,
    meanAbsoluteDifference: meanOf(gaps.map(Math.abs)),
    elevation,
    scatter: [deviation(a), deviation(b)],
    concordance: (2 * covariance(a, b)) / (covariance(a, a) + covariance(b, b) + elevation ** 2),
    distinctive: pearson(
      at.map((item, i) => a[i]! - usualFirst[item]!),
      at.map((item, i) => b[i]! - usualSecond[item]!),
    ),
    normative: pearson(
      a,
      at.map((item) => usualSecond[item]!),
    ),
    items: k,
  };
}

/** ICC(1), ICC(2) and ICC(3) of single ratings. */
function intraclassOf({
  targets,
  between,
  within,
  judges,
  error,
}: MeanSquares): readonly [number, number, number] {
  return [
    (between - within) / (between + within),
    (between - error) / (between + error + (2 * (judges - error)) / targets),
    (between - error) / (between + error),
  ];
}

/** The mean of values against nought, by Student's t; without a test for fewer than two. */
function meanTest(values: readonly number[]): MeanTest {
  const n = values.length;
  const mean = meanOf(values);
  if (n < 2) return { mean, t: Number.NaN, degreesOfFreedom: Math.max(0, n - 1), p: Number.NaN, n };
  const t = mean / (deviation(values) / Math.sqrt(n));
  return { mean, t, degreesOfFreedom: n - 1, p: 2 * studentTSurvival(Math.abs(t), n - 1), n };
}

function known(row: readonly (number | null)[]): readonly number[] {
  return row.filter((value) => value !== null);
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** With n, not n − 1, below. */
function covariance(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  return meanOf(a.map((value, i) => (value - meanA) * (b[i]! - meanB)));
}

function deviation(values: readonly number[]): number {
  return Math.sqrt((covariance(values, values) * values.length) / (values.length - 1));
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const spread = Math.sqrt(covariance(a, a) * covariance(b, b));
  return spread > 0 ? covariance(a, b) / spread : Number.NaN;
}

/** Ranks from 1, ties at their middle. */
function ranks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return below + (same + 1) / 2;
  });
}
