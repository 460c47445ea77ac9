export type Passage = { readonly kind: "passed" } | { readonly kind: "wait"; readonly seconds: number };

/** Lets a key through so many times in a window, then says how long to wait. Kept in memory, bounded. */
export interface Limit {
  /** Counts one and says whether it may pass. */
  readonly take: (key: string) => Passage;
  /** Says the same without counting. */
  readonly look: (key: string) => Passage;
}

interface Bucket {
  readonly opened: number;
  taken: number;
}

/**
 * A fixed window per key. At most `keys` are remembered: beyond that the oldest windows are forgotten, so
 * that a flood of addresses costs memory only up to a known amount.
 */
export function limit(
  most: number,
  windowSeconds: number,
  now: () => number = Date.now,
  keys = 20_000,
): Limit {
  const buckets = new Map<string, Bucket>();
  const current = (key: string): Bucket | undefined => {
    const found = buckets.get(key);
    return found !== undefined && now() - found.opened < windowSeconds * 1000 ? found : undefined;
  };
  const verdict = (found: Bucket | undefined, spent: number): Passage =>
    found === undefined || spent <= most
      ? { kind: "passed" }
      : { kind: "wait", seconds: Math.max(1, Math.ceil(windowSeconds - (now() - found.opened) / 1000)) };
  return {
    take(key) {
      const found = current(key);
      if (found === undefined) {
        buckets.delete(key);
        buckets.set(key, { opened: now(), taken: 1 });
        if (buckets.size > keys) buckets.delete(buckets.keys().next().value ?? key);
        return { kind: "passed" };
      }
      found.taken += 1;
      return verdict(found, found.taken);
    },
    look(key) {
      const found = current(key);
      return verdict(found, (found?.taken ?? 0) + 1);
    },
  };
}
