import type { NodePgDatabase } from "drizzle-orm/node-postgres";

/** A Drizzle handle on one connection, already inside a transaction. */
export type Database = NodePgDatabase;

/**
 * A transaction bound to one practice. Every query of a practice's data takes one; there is no other way in.
 *
 * The database itself shows this transaction only the rows of `practice`, whatever a query asks for.
 */
export interface Scope {
  readonly practice: string;
  readonly database: Database;
  /** The time to write on new rows, ISO 8601 in UTC. */
  readonly now: () => string;
}
