import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { isIdentifier } from "./identifier.ts";
import type { Outside } from "./outside.ts";
import { outsideOf } from "./outside.ts";
import type { Place } from "./place.ts";
import { withoutValues } from "./refusal.ts";
import type { Database, Scope } from "./scope.ts";

export interface Store {
  /**
   * Runs `work` in one transaction that sees and writes the rows of one practice only. It commits when `work`
   * is done, and takes everything back when `work` throws. What was committed is on disk.
   */
  readonly within: <T>(
    practice: string,
    work: (scope: Scope) => Promise<T>,
    kind?: TransactionKind,
  ) => Promise<T>;
  /** The few questions that come before a practice is known. */
  readonly outside: Outside;
  /** For the sign-in library's own tables (`accountTables`), and for nothing else. */
  readonly accounts: Database & { readonly $client: pg.Pool };
  readonly place: Place;
  /** Waits for running transactions, then stops the server if it is our own. */
  readonly close: () => Promise<void>;
}

/** `snapshot`: read-only, and every statement sees the same moment, e.g. for an export. */
export type TransactionKind = "write" | "snapshot";

/** The store on a pool whose connections act as the application's role. */
export function storeOn(
  pool: pg.Pool,
  connect: () => Promise<pg.PoolClient>,
  place: Place,
  now: () => string,
  close: () => Promise<void>,
): Store {
  const patient = patientPool(pool, connect);
  const store: Store = {
    within: async (practice, work, kind = "write") => {
      // It goes into a statement as a literal: Citus hands only literals on to the shards.
      if (!isIdentifier(practice))
        throw new RangeError(`within requires a practice's identifier: ${practice}`);
      const client = await connect();
      let broken: Error | undefined;
      try {
        await client.query(
          `${begin[kind]}; SET LOCAL concord.practice = '${practice}'; SET LOCAL row_security = on`,
        );
        const result = await work({ practice, database: drizzle(client), now });
        await client.query("COMMIT");
        return result;
      } catch (error) {
        // A connection that cannot even take its work back is thrown away rather than put back into the pool.
        await client.query("ROLLBACK").catch((failure: Error) => {
          broken = failure;
        });
        throw withoutValues(error);
      } finally {
        client.release(broken);
      }
    },
    outside: outsideOf(drizzle(patient)),
    accounts: drizzle(patient),
    place,
    close,
  };
  connections.set(store, connect);
  return store;
}

/** The pool, for single statements: each waits for a connection as long as a transaction would. */
function patientPool(pool: pg.Pool, connect: () => Promise<pg.PoolClient>): pg.Pool {
  const query = async (...given: unknown[]): Promise<unknown> => {
    const client = await connect();
    try {
      return await Reflect.apply(client.query, client, given);
    } finally {
      client.release();
    }
  };
  return Object.assign(Object.create(pool), { query });
}

/** For this room's own work on all practices at once, e.g. a backup. Not handed out at the door. */
export const connections = new WeakMap<Store, () => Promise<pg.PoolClient>>();

/** The address by which the owner of the tables reaches the database: for a scratch database beside it. */
export const ownerUrls = new WeakMap<Store, string>();

const begin: Readonly<Record<TransactionKind, string>> = {
  write: "BEGIN ISOLATION LEVEL READ COMMITTED",
  snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
};
