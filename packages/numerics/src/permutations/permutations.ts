/**
 * Every order of 0 … n − 1, the given order first, then in rising lexicographic order. The yielded list is reused:
 * read it before asking for the next.
 */
export function* permutations(n: number): Generator<readonly number[]> {
  yield* arrangements(Array.from({ length: n }, (_, i) => i));
}

/**
 * Every distinct order of the labels, which may repeat, in rising lexicographic order: n!/(m₁!m₂!…) of them.
 *
 * Knuth DE (2011). The Art of Computer Programming 4A, 7.2.1.2, algorithm L. The yielded list is reused.
 */
export function* arrangements(labels: readonly number[]): Generator<readonly number[]> {
  const order = [...labels].sort((a, b) => a - b);
  while (true) {
    yield order;
    let i = order.length - 2;
    while (i >= 0 && order[i]! >= order[i + 1]!) i--;
    if (i < 0) return;
    let j = order.length - 1;
    while (order[j]! <= order[i]!) j--;
    swap(order, i, j);
    for (let left = i + 1, right = order.length - 1; left < right; left++, right--) swap(order, left, right);
  }
}

/** How many distinct orders the labels have, as a number that may be infinite. */
export function countArrangements(labels: readonly number[]): number {
  const seen = new Map<number, number>();
  let count = 1;
  labels.forEach((label, i) => {
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    count = (count * (i + 1)) / times;
  });
  return Math.round(count);
}

/** Every choice of signs for n values, 2ⁿ of them, one sign changing at a time (Gray). The yielded list is reused. */
export function* signFlips(n: number): Generator<readonly number[]> {
  const signs = Array.from({ length: n }, () => 1);
  yield signs;
  for (let count = 1; count < 2 ** n; count++) {
    let place = 0;
    let rest = count;
    while (rest % 2 === 0) {
      rest /= 2;
      place++;
    }
    signs[place] = -signs[place]!;
    yield signs;
  }
}

function swap(values: number[], i: number, j: number): void {
  const kept = values[i]!;
  values[i] = values[j]!;
  values[j] = kept;
}
