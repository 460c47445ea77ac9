import { mean } from "@concord/numerics";

/** What a complete matrix of ratings is made of: X = mean + actor + partner + relationship. */
export interface MatrixEffects {
  readonly mean: number;
  readonly actor: readonly number[];
  readonly partner: readonly number[];
  /** Includes the error of a single rating; zero on the diagonal. */
  readonly relationship: readonly (readonly number[])[];
}

/**
 * How does each member see the others, how is each seen, and what remains between two?
 *
 *     aᵢ = (n−1)²/(n(n−2)) Mᵢ. + (n−1)/(n(n−2)) M.ᵢ − (n−1)/(n−2) M..
 *     bᵢ = (n−1)²/(n(n−2)) M.ᵢ + (n−1)/(n(n−2)) Mᵢ. − (n−1)/(n−2) M..
 *     gᵢⱼ = Xᵢⱼ − aᵢ − bⱼ − M..
 *
 * The row and the column mean of a person lack different people, which the two weights put right.
 * Warner RM, Kenny DA, Stoto M (1979). J Pers Soc Psychol 37: 1742–1757. The diagonal is not read.
 */
export function matrixEffects(ratings: readonly (readonly number[])[]): MatrixEffects {
  const n = ratings.length;
  if (n < 4) throw new RangeError(`social relations require four or more members: ${n}`);
  // Counting from one of the ratings keeps equal ratings exactly without variance, and the sums small.
  const origin = ratings[0]![1]!;
  const rows = new Array<number>(n).fill(0);
  const columns = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) {
    const row = ratings[i]!;
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const away = (row[j]! - origin) / (n - 1);
      rows[i]! += away;
      columns[j]! += away;
    }
  }
  const centre = mean(rows);
  const own = (n - 1) ** 2 / (n * (n - 2));
  const other = (n - 1) / (n * (n - 2));
  const effect = (from: readonly number[], against: readonly number[]) =>
    from.map((value, i) => own * (value - centre) + other * (against[i]! - centre));
  const actor = effect(rows, columns);
  const partner = effect(columns, rows);
  const relationship = ratings.map((row, i) =>
    row.map((value, j) => (i === j ? 0 : value - origin - centre - actor[i]! - partner[j]!)),
  );
  const limit =
    ROUNDING * Math.max(...ratings.flatMap((row, i) => row.map((x, j) => (i === j ? 0 : Math.abs(x)))));
  return {
    mean: centre + origin,
    actor: orNone(actor, limit),
    partner: orNone(partner, limit),
    relationship: relationship.flat().every((value) => Math.abs(value) <= limit)
      ? relationship.map((row) => row.map(() => 0))
      : relationship,
  };
}

/** A rating such as 0.1 + 0.6 is rounded in its last place, and its effects are sums of such ratings. */
const ROUNDING = 32 * Number.EPSILON;

/** Returns the effects, or zeros where none of them is more than rounding: their products would be tested as if they varied. */
function orNone(effects: readonly number[], limit: number): readonly number[] {
  return effects.every((value) => Math.abs(value) <= limit) ? effects.map(() => 0) : effects;
}
