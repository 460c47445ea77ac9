import { DrizzleQueryError } from "drizzle-orm";
import pg from "pg";

/** SQLSTATE disk_full. For a file that may not grow any further (a quota) PostgreSQL has only words, and XX000 or 58030. */
const diskFull = "53100";
const noRoom = /^could not (extend|write to|write|fallocate) file .*(No space left|File too large|quota)/i;

/**
 * What the database would not do, without the values it was asked to do it with.
 *
 * The errors of the driver and of the query builder quote statements, parameters and rows; these are about
 * people and errors end in logs. What is left says enough to find the place: SQLSTATE, table and constraint.
 */
export class DatabaseRefusal extends Error {
  override readonly name = "DatabaseRefusal";
  readonly code: string;
  readonly table: string | null;
  readonly constraint: string | null;
  /** Schema, table and constraint, as far as they are known: `care.score.score_or_reason`. */
  readonly place: string | null;

  constructor(error: pg.DatabaseError) {
    const where = [error.schema, error.table, error.constraint]
      .filter((part) => part !== undefined)
      .join(".");
    super(`The database refused (SQLSTATE ${error.code ?? "unknown"}${where === "" ? "" : `, ${where}`}).`);
    this.code = noRoom.test(error.message) ? diskFull : (error.code ?? "");
    this.table = error.table ?? null;
    this.constraint = error.constraint ?? null;
    this.place = where === "" ? null : where;
  }
}

/** The same error without values; anything that is not the database's comes back as it is. */
export function withoutValues(error: unknown): unknown {
  const inner = error instanceof DrizzleQueryError ? error.cause : error;
  if (inner instanceof pg.DatabaseError) return new DatabaseRefusal(inner);
  if (!(error instanceof DrizzleQueryError)) return error;
  return inner instanceof Error ? inner : new Error("The query failed.");
}

/** Is this an error with this SQLSTATE, or the system's code of this name? */
export function isDatabaseError(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
