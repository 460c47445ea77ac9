import { boolean, primaryKey, text } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";

/** A practice: the tenant. `language` is that of pages and questionnaires for which nobody has chosen another. `simulated` practices say so on every page. */
export const practice = care.table(
  "practice",
  {
    practiceId: practiceId(),
    name: text("name").notNull(),
    language: text("language").notNull().default("en"),
    /** IANA name: the times on pages are those of this place. */
    timeZone: text("time_zone").notNull().default("UTC"),
    simulated: boolean("simulated").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ name: "practice_key", columns: [table.practiceId] })],
);
