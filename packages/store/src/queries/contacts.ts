import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { contact } from "../schema/contact.ts";
import type { Scope } from "../scope.ts";

/** How a client, a caregiver or an observer of a client is reached. */
export interface Contact {
  readonly contact: string;
  readonly client: string;
  readonly person: "client" | "caregiver" | "observer";
  /** Who it is, where it is not the client. */
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly channel: "none" | "email" | "sms";
  /** The language of messages to them; null for the client's. */
  readonly language: string | null;
  /** When they agreed to be sent messages; null while they do not. */
  readonly consentedAt: string | null;
  /** The last failure of delivery to the present address; null since the last message that got through. */
  readonly failingSince: string | null;
  readonly createdAt: string;
}

export type NewContact = Pick<Contact, "client" | "person" | "channel"> &
  Partial<Pick<Contact, "name" | "email" | "phone" | "language" | "consentedAt">>;

export type ContactChange = Partial<
  Pick<Contact, "name" | "email" | "phone" | "channel" | "language" | "consentedAt" | "failingSince">
>;

/** Adds a contact and returns its identifier. */
export async function add(scope: Scope, given: NewContact): Promise<string> {
  const contactId = newIdentifier();
  await scope.database.insert(contact).values({
    practiceId: scope.practice,
    contactId,
    clientId: given.client,
    person: given.person,
    name: given.name ?? null,
    email: given.email ?? null,
    phone: given.phone ?? null,
    channel: given.channel,
    language: given.language ?? null,
    consentedAt: given.consentedAt ?? null,
    failingSince: null,
    createdAt: scope.now(),
    removedAt: null,
  });
  return contactId;
}

/** Returns a contact that was not removed. */
export async function find(scope: Scope, contactId: string): Promise<Contact | null> {
  const [row] = await scope.database
    .select()
    .from(contact)
    .where(and(named(scope, contactId), isNull(contact.removedAt)));
  return row === undefined ? null : contactOf(row);
}

/** Returns the contacts of some clients that were not removed, in the order in which they were added. */
export async function list(scope: Scope, clients: readonly string[]): Promise<readonly Contact[]> {
  if (clients.length === 0) return [];
  const rows = await scope.database
    .select()
    .from(contact)
    .where(
      and(
        eq(contact.practiceId, scope.practice),
        inArray(contact.clientId, [...clients]),
        isNull(contact.removedAt),
      ),
    )
    .orderBy(asc(contact.createdAt), asc(contact.contactId));
  return rows.map(contactOf);
}

export async function change(scope: Scope, contactId: string, changes: ContactChange): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await scope.database.update(contact).set(changes).where(named(scope, contactId));
}

/** Removes a contact: its addresses and its name are deleted, the row stays for the messages that were sent. */
export async function remove(scope: Scope, contactId: string): Promise<void> {
  await scope.database
    .update(contact)
    .set({
      removedAt: scope.now(),
      name: null,
      email: null,
      phone: null,
      channel: "none",
      consentedAt: null,
      failingSince: null,
    })
    .where(named(scope, contactId));
}

const named = (scope: Scope, contactId: string) =>
  and(eq(contact.practiceId, scope.practice), eq(contact.contactId, contactId));

function contactOf(row: typeof contact.$inferSelect): Contact {
  const { practiceId: _, contactId, clientId, removedAt: __, ...rest } = row;
  return { contact: contactId, client: clientId, ...rest };
}
