import type { AgeBand } from "@concord/instruments";
import { and, asc, eq } from "drizzle-orm";
import { insertMany } from "../bulk.ts";
import { newIdentifier } from "../identifier.ts";
import { client } from "../schema/client.ts";
import type { Scope } from "../scope.ts";

export interface Client {
  readonly client: string;
  /** What the practice calls them: a name, initials or a code. */
  readonly label: string;
  readonly ageBand: AgeBand;
  readonly birthYear: number | null;
  readonly language: string;
  readonly simulated: boolean;
  readonly createdAt: string;
}

export interface NewClient {
  readonly client?: string;
  readonly label: string;
  readonly ageBand: AgeBand;
  readonly birthYear?: number;
  readonly language?: string;
  readonly simulated?: boolean;
}

/** Adds someone in care and gives back their identifier. */
export async function add(scope: Scope, given: NewClient): Promise<string> {
  const clientId = given.client ?? newIdentifier();
  await addMany(scope, [{ ...given, client: clientId }]);
  return clientId;
}

/** Adds many at once; the caller made the identifiers. */
export async function addMany(
  scope: Scope,
  given: readonly (NewClient & { readonly client: string })[],
): Promise<void> {
  const createdAt = scope.now();
  await insertMany(
    scope,
    client,
    given.map((one) => ({
      clientId: one.client,
      label: one.label,
      ageBand: one.ageBand,
      birthYear: one.birthYear ?? null,
      language: one.language ?? "en",
      mergedInto: null,
      simulated: one.simulated ?? false,
      createdAt,
    })),
  );
}

export async function find(scope: Scope, clientId: string): Promise<Client | null> {
  const [row] = await scope.database
    .select()
    .from(client)
    .where(and(eq(client.practiceId, scope.practice), eq(client.clientId, clientId)));
  return row === undefined ? null : clientOf(row);
}

export async function list(scope: Scope): Promise<readonly Client[]> {
  const rows = await scope.database
    .select()
    .from(client)
    .where(eq(client.practiceId, scope.practice))
    .orderBy(asc(client.label), asc(client.clientId));
  return rows.map(clientOf);
}

export async function change(
  scope: Scope,
  clientId: string,
  changes: {
    readonly label?: string;
    readonly ageBand?: AgeBand;
    readonly birthYear?: number | null;
    readonly language?: string;
  },
): Promise<void> {
  await scope.database
    .update(client)
    .set(changes)
    .where(and(eq(client.practiceId, scope.practice), eq(client.clientId, clientId)));
}

function clientOf(row: typeof client.$inferSelect): Client {
  const { practiceId: _, mergedInto: __, clientId, ...rest } = row;
  return { client: clientId, ...rest };
}
