import { foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { client } from "./client.ts";
import { care, instant, practiceId } from "./columns.ts";

/**
 * How a client, a caregiver or an observer of a client is reached. Nothing is sent to a contact without `consentedAt`.
 */
export const contact = care.table(
  "contact",
  {
    practiceId: practiceId(),
    contactId: uuid("contact_id").notNull(),
    clientId: uuid("client_id").notNull(),
    person: text("person", { enum: ["client", "caregiver", "observer"] }).notNull(),
    /** Who it is, where it is not the client: "mother", "school counsellor". */
    name: text("name"),
    email: text("email"),
    phone: text("phone"),
    /** How messages go to them. */
    channel: text("channel", { enum: ["none", "email", "sms"] }).notNull(),
    /** The language of messages to them; null for the client's. */
    language: text("language"),
    /** When they agreed to be sent messages; null while they have not, or no longer do. */
    consentedAt: instant("consented_at"),
    /** The last failure of delivery to the present address; null since the last message that got through. */
    failingSince: instant("failing_since"),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (table) => [
    primaryKey({ name: "contact_key", columns: [table.practiceId, table.contactId] }),
    foreignKey({
      name: "contact_client",
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    index("contact_by_client").on(table.practiceId, table.clientId),
  ],
);
