import { type Matrix, zeros } from "@concord/numerics";

/** One member's row: which dyad, which of its two places, the response and the predictors. */
export interface PairedRow {
  readonly dyad: number;
  readonly place: 0 | 1;
  readonly response: number;
  readonly predictors: readonly number[];
}

/** Σ zz′ over pairs, z = (x, y), within and across places; and over members whose partner gave no response. */
export interface PairSums {
  readonly pairs: number;
  readonly singles: readonly [number, number];
  readonly within: readonly [Matrix, Matrix];
  /** Σ z₁z₂′ */
  readonly across: Matrix;
  readonly alone: readonly [Matrix, Matrix];
}

/** One pass over the rows: everything that a likelihood of pairs needs of them. */
export function sumsOf(rows: readonly PairedRow[], p: number): PairSums {
  const members = new Map<number, [PairedRow?, PairedRow?]>();
  for (const row of rows) {
    const own = members.get(row.dyad) ?? [];
    if (own[row.place] !== undefined)
      throw new RangeError(`a dyad requires one row for each place: dyad ${row.dyad + 1} has more`);
    own[row.place] = row;
    members.set(row.dyad, own);
  }
  const blank = () => zeros(p + 1, p + 1);
  const within = [blank(), blank()] as const;
  const alone = [blank(), blank()] as const;
  const across = blank();
  const singles: [number, number] = [0, 0];
  let pairs = 0;
  const add = (target: Matrix, left: PairedRow, right: PairedRow) => {
    for (let i = 0; i <= p; i++) {
      const a = left.predictors[i] ?? left.response;
      for (let j = 0; j <= p; j++)
        target.values[i * (p + 1) + j]! += a * (right.predictors[j] ?? right.response);
    }
  };
  for (const [first, second] of members.values()) {
    if (first !== undefined && second !== undefined) {
      pairs++;
      add(within[0], first, first);
      add(within[1], second, second);
      add(across, first, second);
    } else {
      const single = (first ?? second)!;
      singles[single.place]++;
      add(alone[single.place], single, single);
    }
  }
  return { pairs, singles, within, across, alone };
}
