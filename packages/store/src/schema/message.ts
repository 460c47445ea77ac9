import { foreignKey, index, integer, jsonb, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { contact } from "./contact.ts";
import { sitting } from "./sitting.ts";
import { staff } from "./staff.ts";
import { riskTask } from "./task.ts";

/**
 * A message to be sent, being sent, or sent: the outbox. A key is used once, so that a message that is asked for twice is
 * sent once. Its text is made when it is sent, from the template and the values; the link in it is made then, too.
 */
export const message = care.table(
  "message",
  {
    practiceId: practiceId(),
    messageId: uuid("message_id").notNull(),
    key: text("key").notNull(),
    /** The template: what it is about. */
    template: text("template").notNull(),
    values: jsonb("values").$type<Readonly<Record<string, string | number>>>().notNull(),
    channel: text("channel", { enum: ["email", "sms"] }).notNull(),
    /** E-mail address or telephone number at the time when it was asked for. */
    address: text("address").notNull(),
    language: text("language").notNull(),
    contactId: uuid("contact_id"),
    staffId: uuid("staff_id"),
    sittingId: uuid("sitting_id"),
    taskId: uuid("task_id"),
    state: text("state", { enum: ["waiting", "sending", "sent", "failed", "cancelled"] }).notNull(),
    /** Not sent before. */
    sendAt: instant("send_at").notNull(),
    attempts: integer("attempts").notNull(),
    /** While a process sends it: until when no other takes it. */
    leasedUntil: instant("leased_until"),
    /** Why the last attempt failed, or why it was cancelled: an id of the messages, and values. */
    problem: jsonb("problem").$type<{
      readonly id: string;
      readonly values: Readonly<Record<string, string | number>>;
    }>(),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (table) => [
    primaryKey({ name: "message_key", columns: [table.practiceId, table.messageId] }),
    unique("message_asked_once").on(table.practiceId, table.key),
    foreignKey({
      name: "message_contact",
      columns: [table.practiceId, table.contactId],
      foreignColumns: [contact.practiceId, contact.contactId],
    }),
    foreignKey({
      name: "message_staff",
      columns: [table.practiceId, table.staffId],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      name: "message_sitting",
      columns: [table.practiceId, table.sittingId],
      foreignColumns: [sitting.practiceId, sitting.sittingId],
    }),
    foreignKey({
      name: "message_task",
      columns: [table.practiceId, table.taskId],
      foreignColumns: [riskTask.practiceId, riskTask.taskId],
    }),
    index("message_to_send").on(table.practiceId, table.state, table.sendAt),
    index("message_by_time").on(table.practiceId, table.createdAt),
    index("message_by_sitting").on(table.practiceId, table.sittingId),
    index("message_by_task").on(table.practiceId, table.taskId),
  ],
);
