import {
  type Contact,
  contacts,
  episodes,
  isIdentifier,
  messages,
  requests,
  type Scope,
  sittings,
} from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { requireLanguage } from "../language.ts";
import { openCase } from "../open-case.ts";
import { absent, InvalidInput } from "../permit.ts";
import { record } from "../record.ts";
import { cancelReason } from "./cancel-reason.ts";
import { isMailAddress, phoneNumber } from "./contact-address.ts";
import { readSittingMessages, type SittingMessages } from "./send-sitting.ts";

/** A contact as it was entered. */
export interface ContactGiven {
  readonly episode: string;
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly channel: string;
  /** Empty for the client's language. */
  readonly language: string;
  /** They have agreed to be sent messages. */
  readonly consents: boolean;
}

/** What the page of a client's contacts shows. */
export interface CaseContacts {
  readonly episode: string;
  readonly client: string;
  readonly contacts: readonly Contact[];
  /** What waits to be answered, with what was sent about it. */
  readonly sittings: readonly (SittingMessages & {
    readonly session: number;
    readonly rater: string;
    readonly respondent: string | null;
    readonly expiresAt: string;
  })[];
}

/** Returns the contacts of a client, for those who may ask for questionnaires. */
export async function readCaseContacts(
  context: AppContext,
  actor: Actor,
  episode: string,
): Promise<CaseContacts> {
  const sent = await readSittingMessages(context, actor, episode);
  return within(context, actor, async (scope) => {
    const found = await openCase(scope, actor, "request-form", episode);
    const { client, label } = found.episode.client;
    const forms = Map.groupBy(
      (await requests.list(scope, [episode])).filter(
        (one) => one.answeredAt === null && one.withdrawnAt === null,
      ),
      (one) => one.sitting,
    );
    const open = (await sittings.list(scope, [episode])).filter(
      (one) => forms.has(one.sitting) && one.expiresAt > scope.now(),
    );
    return {
      episode,
      client: label,
      contacts: await contacts.list(scope, [client]),
      sittings: open.map(({ sitting, session, rater, respondent, expiresAt }) => ({
        ...(sent.find((one) => one.sitting === sitting) ?? { sitting, sentBefore: 0, messages: [] }),
        session,
        rater,
        respondent,
        expiresAt,
      })),
    };
  });
}

/** Adds a contact and returns its identifier. Throws `InvalidInput` naming the field that cannot be used. */
export async function addContact(context: AppContext, actor: Actor, given: ContactGiven): Promise<string> {
  return within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "request-form", given.episode);
    const { consents, ...entered } = contactOf(given);
    const contact = await contacts.add(scope, {
      ...entered,
      client: episode.client.client,
      consentedAt: consents ? scope.now() : null,
    });
    await record(scope, actor, "add-contact", `episode:${given.episode}`);
    if (consents) await record(scope, actor, "consent-given messages", `episode:${given.episode}`);
    return contact;
  });
}

/**
 * Changes a contact. Where consent is withdrawn or there is no address any more, messages that wait are cancelled; a new
 * address is no longer one that fails.
 */
export async function changeContact(
  context: AppContext,
  actor: Actor,
  contactId: string,
  given: ContactGiven,
): Promise<void> {
  await within(context, actor, async (scope) => {
    await openCase(scope, actor, "request-form", given.episode);
    const before = await ownContact(scope, given.episode, contactId);
    const { consents, person: _, ...entered } = contactOf({ ...given, person: before.person });
    const isSame = before.email === entered.email && before.phone === entered.phone;
    await contacts.change(scope, contactId, {
      ...entered,
      consentedAt: consents ? (before.consentedAt ?? scope.now()) : null,
      failingSince: isSame ? before.failingSince : null,
    });
    await record(scope, actor, "change-contact", `episode:${given.episode}`);
    if (consents !== (before.consentedAt !== null))
      await record(
        scope,
        actor,
        `consent-${consents ? "given" : "withdrawn"} messages`,
        `episode:${given.episode}`,
      );
    if (!consents) await messages.cancel(scope, { contact: contactId }, cancelReason("consent"));
    else if (entered.channel === "none")
      await messages.cancel(scope, { contact: contactId }, cancelReason("address"));
  });
}

/** Removes a contact with its addresses; what waits to be sent to it is cancelled. */
export async function removeContact(
  context: AppContext,
  actor: Actor,
  given: { readonly episode: string; readonly contact: string },
): Promise<void> {
  await within(context, actor, async (scope) => {
    await openCase(scope, actor, "request-form", given.episode);
    await ownContact(scope, given.episode, given.contact);
    await messages.cancel(scope, { contact: given.contact }, cancelReason("removed"));
    await contacts.remove(scope, given.contact);
    await record(scope, actor, "remove-contact", `episode:${given.episode}`);
  });
}

async function ownContact(scope: Scope, episode: string, contactId: string): Promise<Contact> {
  const contact = isIdentifier(contactId) ? await contacts.find(scope, contactId) : null;
  const found = await episodes.find(scope, episode);
  if (contact === null || found?.client.client !== contact.client) throw absent();
  return contact;
}

function contactOf(given: ContactGiven) {
  const person = (["client", "caregiver", "observer"] as const).find((one) => one === given.person);
  if (person === undefined) throw invalid("messages.contact.problem.person", "person");
  const channel = (["none", "email", "sms"] as const).find((one) => one === given.channel);
  if (channel === undefined) throw invalid("messages.contact.problem.channel", "channel");
  const [name, email, typed] = [given.name.trim(), given.email.trim(), given.phone.trim()];
  if (name.length > 120) throw invalid("messages.contact.problem.name", "name");
  if (person !== "client" && name === "") throw invalid("messages.contact.problem.who", "name");
  if (email !== "" && !isMailAddress(email)) throw invalid("messages.contact.problem.email", "email");
  const phone = typed === "" ? null : phoneNumber(typed);
  if (typed !== "" && phone === null) throw invalid("messages.contact.problem.phone", "phone");
  if (channel === "email" && email === "") throw invalid("messages.contact.problem.email-needed", "email");
  if (channel === "sms" && phone === null) throw invalid("messages.contact.problem.phone-needed", "phone");
  if (given.language !== "") requireLanguage(given.language);
  return {
    person,
    channel,
    name: name === "" ? null : name,
    email: email === "" ? null : email,
    phone,
    language: given.language === "" ? null : given.language,
    consents: given.consents,
  };
}

function invalid(
  id:
    | "messages.contact.problem.person"
    | "messages.contact.problem.channel"
    | "messages.contact.problem.name"
    | "messages.contact.problem.who"
    | "messages.contact.problem.email"
    | "messages.contact.problem.phone"
    | "messages.contact.problem.email-needed"
    | "messages.contact.problem.phone-needed",
  field: string,
): InvalidInput {
  return new InvalidInput({ id, values: {} }, field);
}
