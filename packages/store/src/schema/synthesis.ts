import type { SynthesisDefinition } from "@concord/evidence";
import { foreignKey, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { staff } from "./staff.ts";

/** A question to a body of studies, as data: which effects, pooled how. A change of it is a further revision. */
export const synthesis = care.table(
  "synthesis",
  {
    practiceId: practiceId(),
    synthesisId: text("synthesis_id").notNull(),
    /** From 1. The highest stands. */
    revision: integer("revision").notNull(),
    definition: jsonb("definition").$type<SynthesisDefinition>().notNull(),
    addedBy: uuid("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "synthesis_key", columns: [table.practiceId, table.synthesisId, table.revision] }),
    foreignKey({
      name: "synthesis_added_by",
      columns: [table.practiceId, table.addedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
  ],
);
