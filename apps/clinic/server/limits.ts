export type Passage = { readonly kind: "passed" } | { readonly kind: "wait"; readonly seconds: number };

/** Lets a key through so many times in a window, then says how long to wait. Kept in memory, bounded. */
export interface Limit {
  readonly take: (key: string) => Passage;
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
  return {
    take(key) {
      const at = now();
      const found = buckets.get(key);
      if (found === undefined || at - found.opened >= windowSeconds * 1000) {
        buckets.delete(key);
        buckets.set(key, { opened: at, taken: 1 });
        if (buckets.size > keys) buckets.delete(buckets.keys().next().value ?? key);
        return { kind: "passed" };
      }
      found.taken += 1;
      if (found.taken <= most) return { kind: "passed" };
      return { kind: "wait", seconds: Math.ceil(windowSeconds - (at - found.opened) / 1000) };
    },
  };
}
