import type { HelpText } from "@concord/practice";
import { sentText } from "../../access/sent.ts";

/** Rows of the form for people to call; empty ones are left out. */
export const contactRows = 4;

export function sentHelp(sent: FormData): HelpText {
  const contacts = Array.from({ length: contactRows }, (_, row) => ({
    name: sentText(sent, `contact-${row}-name`),
    number: sentText(sent, `contact-${row}-number`),
  })).filter(({ name, number }) => name !== "" && number !== "");
  return {
    heading: sentText(sent, "heading"),
    sentence: sentText(sent, "sentence"),
    contacts,
    monitored: sentText(sent, "monitored"),
  };
}
