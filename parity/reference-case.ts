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
