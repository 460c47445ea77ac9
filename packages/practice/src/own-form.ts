import { isIdentifier, requests, responses, type Scope } from "@concord/store";
import type { Actor } from "./actor.ts";
import { openCase } from "./open-case.ts";
import { absent, permit } from "./permit.ts";

/**
 * A response this member of staff gave in person, with its request. What a client or anyone else has answered is
 * theirs: nobody opens it to change it.
 */
export async function ownForm(scope: Scope, actor: Actor, responseId: string) {
  const old = isIdentifier(responseId) ? await responses.find(scope, responseId) : null;
  const { episode } = await openCase(scope, actor, "write-case", old?.episode ?? "");
  const request = old?.request == null ? null : await requests.find(scope, old.request);
  if (old === null || request === null || request.respondentStaff === null) throw absent();
  permit(actor, "answer-form", {
    kind: "request",
    request: request.request,
    staff: request.respondentStaff,
  });
  return { old, episode, request };
}
