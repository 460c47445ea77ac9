import {
  type Contact,
  contacts,
  isIdentifier,
  messages,
  requests,
  type Scope,
  sittings,
} from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { openCase } from "../open-case.ts";
import { absent, InvalidInput } from "../permit.ts";
import { requireMeasuringAllowed } from "../privacy/measuring.ts";
import { record } from "../record.ts";
import { mailServer, smsGateway } from "./message-settings.ts";

export interface SittingSend {
  readonly sitting: string;
  readonly contact: string;
  /** How often it was sent before, as the page showed it: a second press of the same button sends nothing more. */
  readonly sentBefore: number;
}

/**
 * Asks for the link of a sitting to be sent to a contact, and makes the contact the one whom reminders go to.
 *
 * Throws `InvalidInput` where the contact has not agreed to messages or has no address, where everything is answered, or
 * where the practice has no server for this channel.
 */
export async function sendSitting(context: AppContext, actor: Actor, given: SittingSend): Promise<void> {
  await within(context, actor, async (scope) => {
    const sitting = isIdentifier(given.sitting) ? await sittings.find(scope, given.sitting) : null;
    const { episode } = await openCase(scope, actor, "request-form", sitting?.episode ?? "");
    const contact = isIdentifier(given.contact) ? await contacts.find(scope, given.contact) : null;
    if (sitting === null || contact === null || contact.client !== episode.client.client) throw absent();
    const forms = await requests.ofSitting(scope, sitting.sitting);
    if (sitting.withdrawnAt !== null || forms.every((one) => one.answeredAt !== null))
      throw new InvalidInput({ id: "refusals.form.none-outstanding", values: {} }, "contact");
    if (sitting.expiresAt <= scope.now())
      throw new InvalidInput({ id: "messages.problem.expired", values: {} }, "contact");
    await requireMeasuringAllowed(scope, episode);
    await requireReady(context, scope, contact);
    await sittings.change(scope, sitting.sitting, { contact: contact.contact });
    const count = Number.isInteger(given.sentBefore) && given.sentBefore > 0 ? given.sentBefore : 0;
    await queueForContact(scope, {
      key: count === 0 ? `link:${sitting.sitting}` : `link:${sitting.sitting}:${count}`,
      template: "link",
      sitting: sitting.sitting,
      contact,
      language: sitting.language,
    });
    await record(scope, actor, "send-form", `episode:${episode.episode}`);
  });
}

/** Adds a message to a contact, once for its key, and returns how many were added: none where it cannot be sent. */
export async function queueForContact(
  scope: Scope,
  given: {
    readonly key: string;
    readonly template: "link" | "reminder";
    readonly sitting: string;
    readonly contact: Contact;
    readonly language: string;
  },
): Promise<number> {
  const { contact } = given;
  const address = contactAddress(contact);
  if (contact.consentedAt === null || contact.channel === "none" || address === null) return 0;
  return messages.queue(scope, [
    {
      key: given.key,
      template: given.template,
      channel: contact.channel,
      address,
      language: contact.language ?? given.language,
      contact: contact.contact,
      sitting: given.sitting,
    },
  ]);
}

/** Returns the address that messages to a contact go to; null where there is none. */
export const contactAddress = ({ channel, email, phone }: Contact): string | null =>
  channel === "email" ? email : channel === "sms" ? phone : null;

async function requireReady(context: AppContext, scope: Scope, contact: Contact): Promise<void> {
  if (contact.consentedAt === null)
    throw new InvalidInput({ id: "messages.problem.consent", values: {} }, "contact");
  if (contactAddress(contact) === null)
    throw new InvalidInput({ id: "messages.problem.address", values: {} }, "contact");
  const route =
    contact.channel === "sms" ? await smsGateway(context, scope) : await mailServer(context, scope);
  if (route === null)
    throw new InvalidInput(
      contact.channel === "sms"
        ? { id: "messages.problem.no-sms", values: {} }
        : { id: "messages.problem.no-mail", values: {} },
      "contact",
    );
}

/** What a page shows next to a sitting, so that its link can be sent. */
export interface SittingMessages {
  readonly sitting: string;
  readonly sentBefore: number;
  readonly messages: readonly {
    readonly message: string;
    readonly state: string;
    readonly channel: "email" | "sms";
    readonly at: string;
  }[];
}

/** Returns what was sent about the sittings of a case. */
export async function readSittingMessages(
  context: AppContext,
  actor: Actor,
  episode: string,
): Promise<readonly SittingMessages[]> {
  return within(context, actor, async (scope) => {
    await openCase(scope, actor, "request-form", episode);
    const all = await sittings.list(scope, [episode]);
    const sent = await messages.listOf(scope, { sittings: all.map((one) => one.sitting) });
    return all.map(({ sitting }) => {
      const own = sent.filter((one) => one.sitting === sitting);
      return {
        sitting,
        sentBefore: own.filter((one) => one.template === "link").length,
        messages: own.map(({ message, state, channel, sentAt, sendAt }) => ({
          message,
          state,
          channel,
          at: sentAt ?? sendAt,
        })),
      };
    });
  });
}
