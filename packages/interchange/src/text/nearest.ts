/**
 * Which of these names did the writer most likely mean?
 *
 * The name with the fewest edits (insertions, deletions, changes, swaps of neighbours), if no more than a third
 * of the word must change; otherwise null, because a wild guess helps nobody.
 */
export function nearest(word: string, names: Iterable<string>): string | null {
  const wanted = plain(word);
  if (wanted === "" || wanted.length > 40) return null;
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const edits = distance(wanted, plain(name));
    if (edits < fewest) {
      fewest = edits;
      best = name;
    }
  }
  return fewest <= Math.max(1, Math.floor(wanted.length / 3)) ? best : null;
}

/** Lower case, without spaces, hyphens, dots and underscores: how names are compared. */
export const plain = (word: string): string => word.toLowerCase().replace(/[\s._-]+/gu, "");

/** Optimal string alignment (Damerau–Levenshtein without overlapping swaps). */
function distance(first: string, second: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: second.length + 1 }, (_, at) => at);
  for (let row = 1; row <= first.length; row++) {
    const current = [row];
    for (let column = 1; column <= second.length; column++) {
      const same = first[row - 1] === second[column - 1];
      let edits = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1];
      if (row > 1 && column > 1 && swapped) edits = Math.min(edits, beforeLast[column - 2]! + 1);
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[second.length]!;
}
