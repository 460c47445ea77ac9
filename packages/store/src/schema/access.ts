import { sql } from "drizzle-orm";
import { check, foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, care, directory, instant, practiceId } from "./columns.ts";
import { staff } from "./staff.ts";

/**
 * A change of who may see what: asked for, made or refused. Never deleted; what it says is not edited, only
 * how it was decided is added.
 */
export const accessChange = care.table(
  "access_change",
  {
    practiceId: practiceId(),
    changeId: uuid("change_id").notNull(),
    kind: text("kind").notNull(),
    /** The person whose access changes. */
    staffId: uuid("staff_id").notNull(),
    rolesBefore: text("roles_before").array(),
    rolesAfter: text("roles_after").array(),
    /** The administrator who asked; null for the operator's command line. */
    askedBy: uuid("asked_by"),
    askedAt: instant("asked_at").notNull(),
    state: text("state").notNull(),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
  },
  (table) => [
    primaryKey({ name: "access_change_key", columns: [table.practiceId, table.changeId] }),
    foreignKey({
      name: "access_change_staff",
      columns: [table.practiceId, table.staffId],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("access_change_by_time").on(table.practiceId, table.askedAt, table.changeId),
    check(
      "access_change_kind_known",
      sql`${table.kind} in ('added', 'roles', 'duty', 'left', 'returned', 'joined', 'password-reset', 'two-step-ended')`,
    ),
    check(
      "access_change_state_known",
      sql`${table.state} in ('made', 'asked', 'confirmed', 'refused', 'withdrawn')`,
    ),
  ],
);

/** Who has read the notice of a change of access. */
export const accessNoticeRead = care.table(
  "access_notice_read",
  {
    practiceId: practiceId(),
    changeId: uuid("change_id").notNull(),
    staffId: uuid("staff_id").notNull(),
    readAt: instant("read_at").notNull(),
  },
  (table) => [
    primaryKey({
      name: "access_notice_read_key",
      columns: [table.practiceId, table.changeId, table.staffId],
    }),
    foreignKey({
      name: "access_notice_read_change",
      columns: [table.practiceId, table.changeId],
      foreignColumns: [accessChange.practiceId, accessChange.changeId],
    }),
    foreignKey({
      name: "access_notice_read_staff",
      columns: [table.practiceId, table.staffId],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
  ],
);

/**
 * Invitations that were not accepted yet, by the SHA-256 of their token: which practice and which of its staff
 * a token is for. Nothing in it leads to an account.
 */
export const invitation = directory.table(
  "invitation",
  {
    practiceId: practiceId(),
    tokenHash: bytes("token_hash").notNull(),
    staffId: uuid("staff_id").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "invitation_key", columns: [table.practiceId, table.tokenHash] }),
    index("invitation_by_hash").on(table.tokenHash),
  ],
);
