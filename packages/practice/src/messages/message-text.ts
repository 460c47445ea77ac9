import { type Address, localeFor, messages, staffLocaleFor, staffMessages } from "@concord/messages";
import type { OutboxMessage } from "@concord/store";

export interface MessageText {
  readonly subject: string;
  readonly text: string;
}

export interface TextChoices {
  readonly link: string;
  readonly until: string | null;
  readonly address: Address;
  readonly timeZone: string;
}

/** Returns the text of a message, by its template, channel and language. */
export function messageText(
  { template, channel, language }: Pick<OutboxMessage, "template" | "channel" | "language">,
  { link, until, address, timeZone }: TextChoices,
): MessageText {
  if (template === "link" || template === "reminder") {
    const { text, format } = messages(localeFor(language), address, timeZone);
    const values = { link, until: until === null ? "" : format.date(until, { dateStyle: "long" }) };
    return {
      subject: text(`client-form.message.${template}.subject`),
      text: text(`client-form.message.${template}.${channel}`, values),
    };
  }
  const { text } = staffMessages(staffLocaleFor(language), timeZone);
  if (template === "test")
    return { subject: text("messages.staff.test.subject"), text: text(`messages.staff.test.${channel}`) };
  if (template === "invitation")
    return {
      subject: text("messages.staff.invitation.subject"),
      text: text("messages.staff.invitation.email", { link, until: until ?? "" }),
    };
  const about = template === "safety-overdue" ? "safety-overdue" : "safety";
  return {
    subject: text(`messages.staff.${about}.subject`),
    text: text(`messages.staff.${about}.${channel}`, { link }),
  };
}
