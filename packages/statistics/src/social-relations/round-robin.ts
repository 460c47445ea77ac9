/** Rows are perceivers, columns targets; the diagonal holds self-ratings; null where nobody answered. */
export type RatingMatrix = readonly (readonly (number | null)[])[];

/** One group in which everyone rates everyone, by one indicator or by two of the same construct. */
export interface RoundRobin {
  readonly group: string;
  readonly members: readonly string[];
  readonly indicators: readonly RatingMatrix[];
  /** Who was named but took no part as perceiver and as target, and so has no effects. */
  readonly leftOut: readonly string[];
}

/** How one person sees another; one value for each indicator. */
export interface Rating {
  readonly perceiver: string;
  readonly target: string;
  readonly group?: string;
  readonly values: readonly (number | null)[];
}

/**
 * Gathers single ratings into round robins, groups in order of appearance, members by code point.
 *
 * Who never rates another, or is never rated, has no place in the model and is named in `leftOut`. A rating
 * given twice, or ratings with different numbers of indicators, are a mistake of the caller: RangeError.
 */
export function roundRobinsOf(ratings: readonly Rating[]): readonly RoundRobin[] {
  const indicators = ratings[0]?.values.length ?? 0;
  const groups = new Map<string, Rating[]>();
  for (const rating of ratings) {
    if (rating.values.length !== indicators) {
      throw new RangeError(
        `ratings require the same indicators throughout: ${indicators} and ${rating.values.length}`,
      );
    }
    const group = rating.group ?? "";
    const gathered = groups.get(group);
    if (gathered === undefined) groups.set(group, [rating]);
    else gathered.push(rating);
  }
  return [...groups].map(([group, gathered]) => roundRobin(group, gathered, indicators));
}

/**
 * The mean of each group over all its ratings by the first indicator, self-ratings and people without effects
 * included.
 */
export function rawGroupMeans(ratings: readonly Rating[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { total: number; count: number }>();
  for (const { group = "", values } of ratings) {
    const value = values[0] ?? null;
    if (value === null) continue;
    const sum = sums.get(group) ?? { total: 0, count: 0 };
    sums.set(group, { total: sum.total + value, count: sum.count + 1 });
  }
  return new Map([...sums].map(([group, { total, count }]) => [group, total / count]));
}

function roundRobin(group: string, ratings: readonly Rating[], indicators: number): RoundRobin {
  const names = new Set<string>();
  for (const { perceiver, target } of ratings) names.add(perceiver).add(target);
  const named = [...names].sort(byCodePoint);
  const members = takingPart(named, ratings);
  const places = new Map(members.map((member, place) => [member, place]));
  const size = members.length;
  const matrices = Array.from({ length: indicators }, () =>
    Array.from({ length: size }, () => new Array<number | null>(size).fill(null)),
  );
  const seen = new Uint8Array(size * size);
  for (const { perceiver, target, values } of ratings) {
    const row = places.get(perceiver);
    const column = places.get(target);
    if (row === undefined || column === undefined) continue;
    if (seen[row * size + column] === 1)
      throw new RangeError(`a round robin requires one rating of each by each: ${perceiver} of ${target}`);
    seen[row * size + column] = 1;
    for (let k = 0; k < indicators; k++) matrices[k]![row]![column] = values[k]!;
  }
  const leftOut = size === named.length ? [] : named.filter((name) => !places.has(name));
  return { group, members, indicators: matrices, leftOut };
}

/**
 * Who rates another and is rated by another who takes part; leaving one out can leave a next one without
 * ratings.
 */
function takingPart(named: readonly string[], ratings: readonly Rating[]): readonly string[] {
  let members = named;
  for (;;) {
    const present = new Set(members);
    const perceivers = new Set<string>();
    const targets = new Set<string>();
    for (const { perceiver, target, values } of ratings) {
      if (perceiver === target || !present.has(perceiver) || !present.has(target)) continue;
      if (values.includes(null)) continue;
      perceivers.add(perceiver);
      targets.add(target);
    }
    const remaining = members.filter((member) => perceivers.has(member) && targets.has(member));
    if (remaining.length === members.length) return members;
    members = remaining;
  }
}

function byCodePoint(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
