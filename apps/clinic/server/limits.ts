import { createHash } from "node:crypto";
import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

export type Passage = { readonly kind: "passed" } | { readonly kind: "wait"; readonly seconds: number };

/** Lets a key through so many times in a window, then says how long to wait. */
export interface Limit {
  readonly take: (key: string) => Promise<Passage>;
}

/**
 * Tries that may fail: the first few are free, then each waits twice as long as the one before. A success
 * forgets them.
 */
export interface GrowingLimit {
  readonly begin: (key: string) => Promise<Passage>;
  readonly succeed: (key: string) => Promise<void>;
  /** Gives one try back, where what was counted turned out not to be a failure. */
  readonly giveBack: (key: string) => Promise<void>;
}

/** The part of a PostgreSQL pool that limits are counted with. */
export type LimitDatabase = Pick<pg.Pool, "query">;

const table = {
  storeType: "pool",
  schemaName: "auth",
  tableName: "limit_points",
  tableCreated: true,
} as const;

/** A fixed window per key, counted in the database: the same for every process that serves the pages. */
export function limit(database: LimitDatabase, name: string, most: number, windowSeconds: number): Limit {
  const limiter = new RateLimiterPostgres({
    ...table,
    storeClient: database,
    keyPrefix: name,
    points: most,
    duration: windowSeconds,
  });
  return {
    async take(given) {
      const key = hidden(given);
      const found = await passage(limiter.consume(key));
      if (found.kind === "passed" || found.seconds <= windowSeconds) return found;
      // Longer than the window: the clock was set back meanwhile, and the count begins again.
      await limiter.delete(key);
      return passage(limiter.consume(key));
    },
  };
}

export interface Growth {
  /** Failures without any wait. */
  readonly free: number;
  readonly firstWait: number;
  readonly longestWait: number;
  /** For how long failures are remembered, in seconds. */
  readonly remembered: number;
}

/** A growing wait per key, counted in the database. A try is counted before it is made, so many at once do not slip through. */
export function growingLimit(database: LimitDatabase, name: string, growth: Growth): GrowingLimit {
  const tries = new RateLimiterPostgres({
    ...table,
    storeClient: database,
    keyPrefix: `${name}-tries`,
    points: 1_000_000_000,
    duration: growth.remembered,
  });
  const gate = new RateLimiterPostgres({
    ...table,
    storeClient: database,
    keyPrefix: `${name}-gate`,
    points: 1,
    duration: growth.longestWait,
  });
  return {
    async begin(given) {
      const key = hidden(given);
      let closed = await gate.get(key);
      // Longer than any wait: the clock was set back meanwhile, and nobody is locked out until it catches up.
      if (closed !== null && closed.msBeforeNext > growth.longestWait * 1000) {
        await gate.delete(key);
        closed = null;
      }
      if (closed !== null && closed.consumedPoints >= 1 && closed.msBeforeNext > 0)
        return { kind: "wait", seconds: Math.ceil(closed.msBeforeNext / 1000) };
      let { consumedPoints, msBeforeNext } = await tries.consume(key);
      if (msBeforeNext > growth.remembered * 1000) {
        await tries.delete(key);
        ({ consumedPoints, msBeforeNext } = await tries.consume(key));
      }
      if (consumedPoints < growth.free) return { kind: "passed" };
      // From the last free try on, each closes the gate behind it: whoever comes at the same moment waits.
      const seconds = waitAfter(consumedPoints, growth);
      return passage(gate.consume(key, 1, { customDuration: seconds }));
    },
    async succeed(given) {
      const key = hidden(given);
      await tries.delete(key);
      await gate.delete(key);
    },
    async giveBack(given) {
      const key = hidden(given);
      await tries.reward(key, 1);
      await gate.delete(key);
    },
  };
}

/** Returns how long to wait after so many failures, in seconds: doubling, up to the longest. */
export function waitAfter(failures: number, { free, firstWait, longestWait }: Growth): number {
  if (failures < free) return 0;
  return Math.min(longestWait, firstWait * 2 ** Math.min(30, failures - free));
}

async function passage(consumed: Promise<RateLimiterRes>): Promise<Passage> {
  try {
    await consumed;
    return { kind: "passed" };
  } catch (refused) {
    if (refused instanceof RateLimiterRes)
      return { kind: "wait", seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
    throw refused;
  }
}

/** Neither addresses nor names lie in the table. */
const hidden = (key: string) => createHash("sha256").update(key).digest("base64url");
