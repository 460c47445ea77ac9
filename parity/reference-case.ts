/** One reference case: data, options, what R returns for it, and how closely that must be met. */
export interface ReferenceCase {
  readonly id: string;
  readonly about: string;
  readonly source: string;
  readonly capability: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
  readonly tolerance: Tolerance;
  readonly r_code: string;
}

export interface Limit {
  readonly rel: number;
  readonly abs: number;
}

export interface Tolerance extends Limit {
  /** Looser limits for every value whose path has a segment that contains the key. */
  readonly overrides?: Readonly<Record<string, Partial<Limit>>>;
}

/** Takes a case through the packages and returns results of the shape of its `expected`. */
export interface Adapter {
  readonly run: (reference: ReferenceCase) => unknown;
  /** Values that are not compared, each with the reason. */
  readonly leftOut?: (reference: ReferenceCase) => readonly LeftOut[];
}

export interface LeftOut {
  /** Dotted path; everything below it is left out too. */
  readonly path: string;
  readonly reason: string;
  /** Compared all the same, at this looser limit; still counted as left out. */
  readonly within?: Limit;
}

/** A column of the input as numbers, null where the value is missing. */
export function numbersOf(reference: ReferenceCase, column: string): readonly (number | null)[] {
  return reference.input[column] as readonly (number | null)[];
}

/** The input as one record per row, its columns renamed where a new name is given. */
export function recordsOf(
  columns: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>> = {},
): readonly Readonly<Record<string, number | null>>[] {
  const entries = Object.entries(columns) as [string, readonly (number | null)[]][];
  const rows = entries[0]?.[1].length ?? 0;
  return Array.from({ length: rows }, (_, i) =>
    Object.fromEntries(entries.map(([name, values]) => [names[name] ?? name, values[i] ?? null])),
  );
}
