import { customType, pgSchema, uuid } from "drizzle-orm/pg-core";

/** What a practice holds. Every table in it carries `practice_id` in every key and a row-level policy on it. */
export const care = pgSchema("care");

/** Which practice something belongs to, and nothing else: readable before the practice is known. */
export const directory = pgSchema("directory");

/** Accounts and sign-in, kept by the sign-in library. Not about clients, not practice-scoped. */
export const auth = pgSchema("auth");

/** First column of every table of a practice, and of every key. */
export const practiceId = () => uuid("practice_id").notNull();

/** A moment, as an ISO 8601 string in UTC on this side and `timestamptz` on the other. */
export const instant = customType<{ data: string; driverData: string | Date }>({
  dataType: () => "timestamp with time zone",
  fromDriver: (value) => isoInstant(value),
});

/** Postgres writes `2026-03-01 09:00:00.5+00`; the rest of Concord speaks ISO. */
function isoInstant(value: string | Date): string {
  if (value instanceof Date) return value.toISOString();
  // The usual way it is written, put together without a calendar: a case has hundreds of moments.
  const isWhole = value.length === 22;
  const isUsual = value.endsWith("+00") && (isWhole || (value[19] === "." && value.length <= 26));
  if (isUsual) return `${value.slice(0, 10)}T${value.slice(11, 19)}.${value.slice(20, -3).padEnd(3, "0")}Z`;
  return new Date(value.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")).toISOString();
}

/** Bytes, e.g. a SHA-256. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
