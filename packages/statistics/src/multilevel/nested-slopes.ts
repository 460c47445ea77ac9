import type { NestedLevel } from "./nested-modes.ts";

/**
 * The slopes of a criterion through the groups of one level, given its slope G in the sums that the level hands up.
 *
 * Adds E′(S′ − S′GS′)E of every group to `own`, its slope in D = ΛΛ′: S′ moves by −S′E dD E′S′, log|M| by tr(dD E′S′E).
 * Into `next` goes the slope in each group's sums S: (I − EHE′S) G (I − SEHE′) + EHE′.
 */
export function slopesOfLevel(
  level: NestedLevel,
  above: Float64Array,
  own: Float64Array,
  next: Float64Array | undefined,
): void {
  const { factor, parent, reached, space } = level;
  const { size, effects: q, starts, places, weights } = space;
  const block = size * q;
  const square = size * size;
  const turned = new Float64Array(size);
  for (let group = 0; group < factor.groups; group++) {
    const slope = (parent === undefined ? 0 : parent[group]!) * square;
    const at = group * block;
    for (let j = 0; j < q; j++) {
      for (let i = 0; i < size; i++) {
        let value = 0;
        for (let m = 0; m < size; m++) value += above[slope + i * size + m]! * reached[at + m * q + j]!;
        turned[i] = value;
      }
      for (let i = 0; i < q; i++) {
        let value = 0;
        for (let k = starts[j]!; k < starts[j + 1]!; k++)
          value += weights[k]! * reached[at + places[k]! * q + i]!;
        for (let m = 0; m < size; m++) value -= reached[at + m * q + i]! * turned[m]!;
        own[i * q + j]! += value;
      }
    }
  }
  if (next !== undefined) passDown(level, above, next);
}

/** With X = HE′S: G − EXG − GX′E′ + E(XGX′ + H)E′. */
function passDown(
  { factor, parent, sums, conditional, space }: NestedLevel,
  above: Float64Array,
  next: Float64Array,
): void {
  const { size, effects: q, starts, places, weights } = space;
  const square = size * size;
  const crossed = new Float64Array(q * size);
  const shares = new Float64Array(q * size);
  const pushed = new Float64Array(q * size);
  for (let group = 0; group < factor.groups; group++) {
    const from = (parent === undefined ? 0 : parent[group]!) * square;
    const to = group * square;
    for (let j = 0; j < q; j++) {
      for (let i = 0; i < size; i++) {
        let value = 0;
        for (let k = starts[j]!; k < starts[j + 1]!; k++)
          value += weights[k]! * packed(sums, group, size, places[k]!, i);
        crossed[j * size + i] = value;
      }
    }
    multiplyInto(conditional, group * q * q, q, crossed, 0, size, shares);
    multiplyInto(shares, 0, size, above, from, size, pushed, q);
    for (let i = 0; i < square; i++) next[to + i] = above[from + i]!;
    for (let j = 0; j < q; j++) {
      for (let k = starts[j]!; k < starts[j + 1]!; k++) {
        const place = places[k]!;
        for (let i = 0; i < size; i++) {
          const value = weights[k]! * pushed[j * size + i]!;
          next[to + place * size + i]! -= value;
          next[to + i * size + place]! -= value;
        }
      }
    }
    for (let j = 0; j < q; j++) {
      for (let l = 0; l < q; l++) {
        let value = conditional[group * q * q + j * q + l]!;
        for (let i = 0; i < size; i++) value += pushed[j * size + i]! * shares[l * size + i]!;
        for (let k = starts[j]!; k < starts[j + 1]!; k++) {
          for (let m = starts[l]!; m < starts[l + 1]!; m++)
            next[to + places[k]! * size + places[m]!]! += weights[k]! * weights[m]! * value;
        }
      }
    }
  }
}

/** An element of the packed upper triangle of a group's sums. */
function packed(sums: Float64Array, group: number, size: number, i: number, j: number): number {
  const high = Math.max(i, j);
  return sums[(group * (size * (size + 1))) / 2 + (high * (high + 1)) / 2 + Math.min(i, j)]!;
}

/** AB into a result, for A `rows` × `inner` from one place of its array and B `inner` × `columns` from another. */
function multiplyInto(
  a: Float64Array,
  fromA: number,
  inner: number,
  b: Float64Array,
  fromB: number,
  columns: number,
  result: Float64Array,
  rows = inner,
): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let value = 0;
      for (let m = 0; m < inner; m++) value += a[fromA + i * inner + m]! * b[fromB + m * columns + j]!;
      result[i * columns + j] = value;
    }
  }
}
