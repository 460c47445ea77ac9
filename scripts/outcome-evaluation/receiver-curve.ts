/** A score, higher for more risk, and whether what it warns of came. */
export interface Scored {
  readonly score: number;
  readonly came: boolean;
}

/** Returns how often a case that came scores higher than one that did not, ties counting half; NaN without both. */
export function areaUnderCurve(scored: readonly Scored[]): number {
  const ordered = [...scored].sort((a, b) => a.score - b.score);
  let [below, sum, came] = [0, 0, 0];
  for (let from = 0; from < ordered.length; ) {
    let to = from;
    while (to < ordered.length && ordered[to]!.score === ordered[from]!.score) to++;
    const tied = ordered.slice(from, to);
    const positive = tied.filter((each) => each.came).length;
    const negative = tied.length - positive;
    sum += positive * (below + negative / 2);
    below += negative;
    came += positive;
    from = to;
  }
  return sum / (came * below);
}

/**
 * Returns the sensitivity of a score where its specificity is the one given: on the straight line between the two
 * neighbouring thresholds, as if ties were broken by chance. NaN without cases of both kinds.
 */
export function sensitivityAt(scored: readonly Scored[], specificity: number): number {
  const positives = scored.filter(({ came }) => came).length;
  const negatives = scored.length - positives;
  if (positives === 0 || negatives === 0) return Number.NaN;
  const ordered = [...scored].sort((a, b) => b.score - a.score);
  const wanted = 1 - specificity;
  let [hit, falseAlarms] = [0, 0];
  for (let from = 0; from < ordered.length; ) {
    let to = from;
    while (to < ordered.length && ordered[to]!.score === ordered[from]!.score) to++;
    const tied = ordered.slice(from, to);
    const more = tied.filter((each) => each.came).length / positives;
    const moreFalse = (tied.length - more * positives) / negatives;
    if (falseAlarms + moreFalse > wanted)
      return hit + (moreFalse === 0 ? 0 : (more * (wanted - falseAlarms)) / moreFalse);
    hit += more;
    falseAlarms += moreFalse;
    from = to;
  }
  return hit;
}
