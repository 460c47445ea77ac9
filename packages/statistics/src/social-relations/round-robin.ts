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
 * Who never rates another, or is never rated, has no place in the model and is named in `leftOut`. A rating given
 * twice, or ratings with different numbers of indicators, are a mistake of the caller: RangeError.
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

function roundRobin(group: string, ratings: readonly Rating[], indicators: number): RoundRobin {
  const named = [...new Set(ratings.flatMap(({ perceiver, target }) => [perceiver, target]))].sort(
    byCodePoint,
  );
  let members: readonly string[] = named;
  // Leaving one out can leave another without ratings.
  for (;;) {
    const present = new Set(members);
    const others = ratings.filter(
      ({ perceiver, target, values }) =>
        perceiver !== target &&
        present.has(perceiver) &&
        present.has(target) &&
        values.every((value) => value !== null),
    );
    const perceivers = new Set(others.map(({ perceiver }) => perceiver));
    const targets = new Set(others.map(({ target }) => target));
    const remaining = members.filter((member) => perceivers.has(member) && targets.has(member));
    if (remaining.length === members.length) break;
    members = remaining;
  }
  const places = new Map(members.map((member, place) => [member, place]));
  const matrices = Array.from({ length: indicators }, () =>
    members.map(() => members.map((): number | null => null)),
  );
  const seen = new Set<string>();
  for (const { perceiver, target, values } of ratings) {
    const row = places.get(perceiver);
    const column = places.get(target);
    if (row === undefined || column === undefined) continue;
    const key = `${row} ${column}`;
    if (seen.has(key))
      throw new RangeError(`a round robin requires one rating of each by each: ${perceiver} of ${target}`);
    seen.add(key);
    values.forEach((value, indicator) => {
      matrices[indicator]![row]![column] = value;
    });
  }
  return { group, members, indicators: matrices, leftOut: named.filter((name) => !places.has(name)) };
}

function byCodePoint(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
