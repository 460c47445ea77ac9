import { type StaffMessage, staffMessages } from "@concord/messages";

const english = staffMessages("en");

/**
 * Returns a stored message, or `instead` where this version has no such text or other values for it. Texts of all
 * languages of staff have the same ids and values, so that what can be written in English can be written in each.
 */
export function knownMessage(stored: StaffMessage, instead: StaffMessage): StaffMessage {
  try {
    english.of(stored);
    return stored;
  } catch {
    return instead;
  }
}
