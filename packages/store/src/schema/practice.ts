import { boolean, primaryKey, text } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";

/** A practice: the tenant. `simulated` practices say so on every page. */
export const practice = care.table(
  "practice",
  {
    practiceId: practiceId(),
    name: text("name").notNull(),
    language: text("language").notNull().default("en"),
    simulated: boolean("simulated").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ name: "practice_key", columns: [table.practiceId] })],
);
