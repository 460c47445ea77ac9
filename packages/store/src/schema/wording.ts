import type { Wording } from "@concord/instruments";
import { foreignKey, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { staff } from "./staff.ts";

/** The words of an instrument that this practice has the right to use, as it imported them. */
export const wordingPack = care.table(
  "wording_pack",
  {
    practiceId: practiceId(),
    instrument: text("instrument").notNull(),
    language: text("language").notNull(),
    wording: jsonb("wording").$type<Wording>().notNull(),
    importedBy: uuid("imported_by").notNull(),
    importedAt: instant("imported_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "wording_pack_key", columns: [table.practiceId, table.instrument, table.language] }),
    foreignKey({
      name: "wording_pack_imported_by",
      columns: [table.practiceId, table.importedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
  ],
);
