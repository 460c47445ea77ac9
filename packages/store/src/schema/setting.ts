import { foreignKey, jsonb, primaryKey, text } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { practice } from "./practice.ts";

/** What a practice has decided for itself, by name: its help text, its forms, its detectors' parameters. */
export const setting = care.table(
  "setting",
  {
    practiceId: practiceId(),
    name: text("name").notNull(),
    value: jsonb("value").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "setting_key", columns: [table.practiceId, table.name] }),
    foreignKey({
      name: "setting_practice",
      columns: [table.practiceId],
      foreignColumns: [practice.practiceId],
    }),
  ],
);
