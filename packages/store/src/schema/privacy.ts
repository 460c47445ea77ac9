import { foreignKey, index, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { client } from "./client.ts";
import { care, instant, practiceId } from "./columns.ts";
import { staff } from "./staff.ts";

/**
 * That data of a client may only be stored and not otherwise processed (GDPR, article 18), or no longer so. Append-only:
 * the newest row is in force.
 */
export const restriction = care.table(
  "restriction",
  {
    practiceId: practiceId(),
    restrictionId: uuid("restriction_id").notNull(),
    clientId: uuid("client_id").notNull(),
    state: text("state", { enum: ["placed", "lifted"] }).notNull(),
    reason: text("reason").notNull(),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "restriction_key", columns: [table.practiceId, table.restrictionId] }),
    foreignKey({
      name: "restriction_client",
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    foreignKey({
      name: "restriction_recorded_by",
      columns: [table.practiceId, table.recordedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("restriction_by_client").on(table.practiceId, table.clientId, table.recordedAt),
  ],
);

/**
 * That a client was erased: by whom, when and why, and how many rows of which table. Append-only. `clientId` names nobody
 * any more; it tells whether a restored backup has brought the client back.
 */
export const erasure = care.table(
  "erasure",
  {
    practiceId: practiceId(),
    erasureId: uuid("erasure_id").notNull(),
    clientId: uuid("client_id").notNull(),
    /** The episodes of care, so that entries of the access log about them can be understood. */
    episodes: uuid("episodes").array().notNull(),
    basis: text("basis", { enum: ["request", "retention", "restored"] }).notNull(),
    rows: jsonb("rows").$type<Readonly<Record<string, number>>>().notNull(),
    erasedBy: uuid("erased_by").notNull(),
    erasedAt: instant("erased_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "erasure_key", columns: [table.practiceId, table.erasureId] }),
    foreignKey({
      name: "erasure_by",
      columns: [table.practiceId, table.erasedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("erasure_by_time").on(table.practiceId, table.erasedAt),
  ],
);
