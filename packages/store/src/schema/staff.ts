import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { practice } from "./practice.ts";

/** Someone who works here. `userId` names the account they sign in with, once they have one. */
export const staff = care.table(
  "staff",
  {
    practiceId: practiceId(),
    staffId: uuid("staff_id").notNull(),
    userId: text("user_id"),
    name: text("name").notNull(),
    email: text("email").notNull(),
    roles: text("roles").array().notNull(),
    /** The language that they chose to read the pages in. */
    language: text("language"),
    active: boolean("active").notNull().default(true),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "staff_key", columns: [table.practiceId, table.staffId] }),
    foreignKey({
      name: "staff_practice",
      columns: [table.practiceId],
      foreignColumns: [practice.practiceId],
    }),
    unique("staff_account_once").on(table.practiceId, table.userId),
    unique("staff_email_once").on(table.practiceId, table.email),
    check(
      "staff_roles_known",
      sql`${table.roles} <@ array['therapist', 'supervisor', 'administrator', 'researcher']`,
    ),
  ],
);
