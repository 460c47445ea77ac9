/** Pairs of groups that meet in a cell, each group with itself too, laid end to end: there may be very many. */
export interface NodePairs {
  readonly count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Where the elements of each pair begin, effects of a by effects of b. */
  readonly starts: Int32Array;
  /** Z′Z. */
  readonly blocks: Float64Array;
  /** For each element: its place among the values of A left of the diagonal, or −1 − row on the diagonal. */
  readonly slots: Int32Array;
  /** For each element: its place in L. */
  readonly places: Int32Array;
}

/** A pair while the system is laid out. */
export interface NodePair {
  readonly a: number;
  readonly b: number;
  readonly block: Float64Array;
}

/** The pairs end to end, with slots and places still to be found. */
export function laidOut(pairs: readonly NodePair[]): NodePairs {
  const starts = new Int32Array(pairs.length + 1);
  pairs.forEach(({ block }, pair) => {
    starts[pair + 1] = starts[pair]! + block.length;
  });
  const elements = starts[pairs.length]!;
  const blocks = new Float64Array(elements);
  pairs.forEach(({ block }, pair) => {
    blocks.set(block, starts[pair]!);
  });
  return {
    count: pairs.length,
    a: Int32Array.from(pairs, ({ a }) => a),
    b: Int32Array.from(pairs, ({ b }) => b),
    starts,
    blocks,
    slots: new Int32Array(elements),
    places: new Int32Array(elements),
  };
}
