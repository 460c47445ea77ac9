import type { Message } from "@concord/messages";
import type { HelpText } from "@concord/practice";
import { sentText } from "../request/sent.ts";

/** Rows of the form for people to call; empty ones are left out. */
export const contactRows = 4;

/** The most characters of each text of the help panel. */
export const longestHelp = { heading: 120, sentence: 600, monitored: 400, name: 80, number: 40 } as const;

/** Returns the help text as it was sent; rows for people to call stay where they are, empty ones among them. */
export function sentHelp(sent: FormData): HelpText {
  // A browser counts the end of a line as one character and sends two.
  const text = (name: string) => sentText(sent, name).replaceAll("\r\n", "\n");
  return {
    heading: text("heading"),
    sentence: text("sentence"),
    contacts: Array.from({ length: contactRows }, (_, row) => ({
      name: text(`contact-${row}-name`),
      number: text(`contact-${row}-number`),
    })),
    monitored: text("monitored"),
  };
}

/** Returns the first input of a help text that cannot be saved, and why; null if all can. */
export function helpProblem(help: HelpText): { readonly field: string; readonly problem: Message } | null {
  for (const field of ["heading", "sentence", "monitored"] as const) {
    const most = longestHelp[field];
    if (help[field] === "") return { field, problem: { id: "settings.safety.problem.missing", values: {} } };
    if (help[field].length > most)
      return { field, problem: { id: "settings.safety.problem.too-long", values: { most } } };
  }
  for (const [row, contact] of help.contacts.entries())
    for (const part of ["name", "number"] as const) {
      const field = `contact-${row}-${part}`;
      if (contact[part].length > longestHelp[part])
        return {
          field,
          problem: { id: "settings.safety.problem.too-long", values: { most: longestHelp[part] } },
        };
      const other = part === "name" ? contact.number : contact.name;
      if (contact[part] === "" && other !== "")
        return { field, problem: { id: "settings.safety.problem.contact", values: {} } };
    }
  return null;
}

/** Returns the help text without the empty rows for people to call. */
export function filledHelp(help: HelpText): HelpText {
  return { ...help, contacts: help.contacts.filter(({ name }) => name !== "") };
}
