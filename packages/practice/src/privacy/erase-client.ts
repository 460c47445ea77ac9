import { clients, type Erasure, episodes, erasures, groups, type Scope, tasks } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { openCase } from "../open-case.ts";
import { absent, InvalidInput, permit } from "../permit.ts";
import { record } from "../record.ts";
import { refresh } from "../refresh.ts";
import { listErased, noteErased } from "./erased-list.ts";

/** What was deleted, and whether the list beside the backups says so, by which a restored client is found. */
export interface ErasedClient {
  readonly rows: number;
  readonly isListed: boolean;
}

/**
 * Erases a client of all treatments. It cannot be undone. `typed` must be what the practice calls the client.
 *
 * Throws `InvalidInput` where it is not, and while an answer about safety waits for review: someone must have seen it.
 */
export async function eraseClient(
  context: AppContext,
  actor: Actor,
  given: { readonly episode: string; readonly typed: string },
): Promise<ErasedClient> {
  const erased = await within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "erase-client", given.episode);
    const { client, label } = episode.client;
    if (given.typed.trim() !== label.trim())
      throw new InvalidInput({ id: "refusals.privacy.label", values: {} }, "typed");
    return eraseOne(scope, actor, client, "request");
  });
  return { rows: erased.rows, isListed: await listIt(context, actor.practice, erased) };
}

/** Erases a client that a restored backup has brought back. */
export async function eraseAgain(context: AppContext, actor: Actor, client: string): Promise<ErasedClient> {
  const { backupFolder } = context;
  const known = backupFolder === null ? [] : await listErased(backupFolder, actor.practice);
  const erased = await within(context, actor, async (scope) => {
    permit(actor, "erase-client", { kind: "practice" });
    if (!known.some((one) => one.client === client)) throw absent();
    return eraseOne(scope, actor, client, "restored");
  });
  return { rows: erased.rows, isListed: true };
}

/** Erases a client within a transaction, and makes what is shown of fellow members of groups again. */
export async function eraseOne(
  scope: Scope,
  actor: Actor,
  client: string,
  basis: Erasure["basis"],
): Promise<{ readonly client: string; readonly at: string; readonly rows: number }> {
  if ((await clients.find(scope, client)) === null) throw absent();
  const own = (await episodes.list(scope)).filter((one) => one.client.client === client);
  const ids = own.map(({ episode }) => episode);
  const waiting = await tasks.list(scope, { episodes: ids, open: true });
  if (waiting.length > 0)
    throw new InvalidInput(
      { id: "refusals.privacy.safety-open", values: { count: waiting.length } },
      "typed",
    );
  const fellows = await fellowEpisodes(scope, ids);
  const erasure = await erasures.erase(scope, {
    client,
    episodes: ids,
    basis,
    erasedBy: actor.kind === "staff" ? actor.staff : "",
  });
  const rows = Object.values(erasure.rows).reduce((sum, count) => sum + count, 0);
  await record(scope, actor, `erase-client ${rows}`, `client:${client}`);
  await refresh(scope, fellows);
  return { client, at: erasure.erasedAt, rows };
}

/** Adds an erased client to the list beside the backups; false where there is none or it cannot be written. */
export async function listIt(
  { backupFolder }: Pick<AppContext, "backupFolder">,
  practice: string,
  { client, at }: { readonly client: string; readonly at: string },
): Promise<boolean> {
  if (backupFolder === null) return false;
  return noteErased(backupFolder, { practice, client, at }).then(
    () => true,
    () => false,
  );
}

async function fellowEpisodes(scope: Scope, ids: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const id of ids)
    for (const group of await groups.ofEpisode(scope, id))
      for (const { episode } of await groups.members(scope, group.group)) found.add(episode);
  return [...found].filter((one) => !ids.includes(one));
}
