import { type StaffMessages, staffMessages } from "@concord/messages";

/** Figures of tables are in English, as their sentences are. */
export const english: StaffMessages = staffMessages("en");
