import { date, foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { practice } from "./practice.ts";
import { staff } from "./staff.ts";

/** Somebody who was referred to the practice or asked for treatment, until a therapist is found or it is declined. */
export const referral = care.table(
  "referral",
  {
    practiceId: practiceId(),
    referralId: uuid("referral_id").notNull(),
    label: text("label").notNull(),
    ageBand: text("age_band", { enum: ["child", "adolescent", "adult"] }).notNull(),
    referredBy: text("referred_by"),
    receivedOn: date("received_on").notNull(),
    note: text("note"),
    preferredTherapist: uuid("preferred_therapist"),
    state: text("state", { enum: ["waiting", "assigned", "declined"] }).notNull(),
    /** The treatment that it became. */
    episodeId: uuid("episode_id"),
    /** Why it was declined. */
    declinedBecause: text("declined_because"),
    decidedBy: uuid("decided_by"),
    decidedOn: date("decided_on"),
    addedBy: uuid("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "referral_key", columns: [table.practiceId, table.referralId] }),
    foreignKey({
      name: "referral_practice",
      columns: [table.practiceId],
      foreignColumns: [practice.practiceId],
    }),
    foreignKey({
      name: "referral_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
    foreignKey({
      name: "referral_preferred_therapist",
      columns: [table.practiceId, table.preferredTherapist],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      name: "referral_decided_by",
      columns: [table.practiceId, table.decidedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      name: "referral_added_by",
      columns: [table.practiceId, table.addedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("referral_by_state").on(table.practiceId, table.state, table.receivedOn),
  ],
);
