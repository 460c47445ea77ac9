import { consents, type Episode, episodes, groups, isIdentifier, type Scope } from "@concord/store";
import type { Action, Actor, Subject } from "./actor.ts";
import { absent, permit } from "./permit.ts";
import { grantAccess } from "./supervision.ts";

export interface OpenCase {
  readonly episode: Episode;
  readonly subject: Extract<Subject, { kind: "episode" }>;
}

/**
 * The case, if there is one and this actor may do this to it; anything else ends the verb in the same words.
 */
export async function openCase(
  scope: Scope,
  actor: Actor,
  action: Action,
  episodeId: string,
): Promise<OpenCase> {
  const found = await findCase(scope, episodeId);
  if (found === null) throw absent();
  permit(actor, action, found.subject);
  return found;
}

/** For rules that need to know whose case it is, e.g. a route's: null where there is none. */
export async function findCase(scope: Scope, episodeId: string): Promise<OpenCase | null> {
  const episode = isIdentifier(episodeId) ? await episodes.find(scope, episodeId) : null;
  if (episode === null) return null;
  const supervisors = grantAccess(await consents.list(scope, [episodeId]));
  const therapist = episode.therapist.staff;
  const groupLeaders = await groups.leadersOf(scope, episodeId);
  return { episode, subject: { kind: "episode", episode: episodeId, therapist, groupLeaders, supervisors } };
}
