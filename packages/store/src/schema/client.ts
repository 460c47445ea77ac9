import { boolean, foreignKey, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { practice } from "./practice.ts";

/** Someone in care. `label` is what the practice calls them: a name, initials or a code. */
export const client = care.table(
  "client",
  {
    practiceId: practiceId(),
    clientId: uuid("client_id").notNull(),
    label: text("label").notNull(),
    ageBand: text("age_band", { enum: ["child", "adolescent", "adult"] }).notNull(),
    birthYear: integer("birth_year"),
    language: text("language").notNull().default("en"),
    /** The client of the practice that this one turned out to be: it has no treatments of its own any more. */
    mergedInto: uuid("merged_into"),
    simulated: boolean("simulated").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "client_key", columns: [table.practiceId, table.clientId] }),
    foreignKey({
      name: "client_practice",
      columns: [table.practiceId],
      foreignColumns: [practice.practiceId],
    }),
  ],
);
