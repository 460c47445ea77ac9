import { clients, contacts, messages, type OpenSitting, type Scope } from "@concord/store";
import { type AppContext, inPractice } from "../app-context.ts";
import { hoursAfter } from "../calendar.ts";
import { messageTimes } from "./message-settings.ts";
import { queueForContact } from "./send-sitting.ts";

/**
 * Asks for the messages that are due about questionnaires which are not answered: the link and reminders in the hours
 * before the session, and one reminder some hours after the link was sent. Returns how many were new.
 *
 * An answer, a withdrawal or the end of consent stops them: what waits is looked at again when it is sent.
 */
export async function queueReminders(context: AppContext, practice: string): Promise<number> {
  return inPractice(context, practice, async (scope) => {
    const open = await messages.openSittings(scope);
    if (open.length === 0) return 0;
    const { before, after } = await messageTimes(scope);
    const now = context.now();
    let added = 0;
    for (const one of open) {
      const due = dueReminder(one, { before, after }, now);
      if (due !== null) added += await queueOne(scope, one, due);
    }
    return added;
  });
}

/** Which message is due for a sitting; null where none is. */
function dueReminder(
  { sitting, startsAt, linkSentAt }: OpenSitting,
  { before, after }: { readonly before: readonly number[]; readonly after: number },
  now: Date,
): { readonly key: string; readonly template: "link" | "reminder" } | null {
  const at = now.toISOString();
  // Without an appointment there is no time to count back from: the reminder follows the link, as after a session.
  if ((sitting.moment === "before" || sitting.moment === "intake") && startsAt !== null) {
    if (startsAt <= at) return null;
    // The last of the times that is reached: after an interruption one reminder is sent, not all of them.
    const reached = before.filter((hours) => hoursAfter(new Date(startsAt), -hours).toISOString() <= at);
    if (reached.length === 0) return null;
    const hours = Math.min(...reached);
    if (linkSentAt === null) return { key: `link:${sitting.sitting}`, template: "link" };
    // Not within the same span in which the link was sent.
    if (linkSentAt >= hoursAfter(new Date(startsAt), -hours).toISOString()) return null;
    return { key: `reminder:${sitting.sitting}:${hours}h:${startsAt}`, template: "reminder" };
  }
  if (after === 0 || linkSentAt === null) return null;
  if (hoursAfter(new Date(linkSentAt), after).toISOString() > at) return null;
  return { key: `reminder:${sitting.sitting}:after`, template: "reminder" };
}

async function queueOne(
  scope: Scope,
  { sitting }: OpenSitting,
  { key, template }: { readonly key: string; readonly template: "link" | "reminder" },
): Promise<number> {
  const contact = sitting.contact === null ? null : await contacts.find(scope, sitting.contact);
  const client = contact === null ? null : await clients.find(scope, contact.client);
  if (contact === null || client === null) return 0;
  return queueForContact(scope, {
    key,
    template,
    sitting: sitting.sitting,
    contact,
    language: sitting.language,
  });
}
