import { episodes, restrictions } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { openCase } from "../open-case.ts";
import { InvalidInput } from "../permit.ts";
import { record } from "../record.ts";
import { refresh } from "../refresh.ts";
import { stopAsking } from "./measuring.ts";

const longestReason = 500;

/**
 * Restricts processing of a client’s data: what waits to be answered is withdrawn, nothing is asked, sent, exported or
 * used for statistics until the restriction is lifted. What is stored stays and can be read.
 */
export function restrictProcessing(
  context: AppContext,
  actor: Actor,
  given: { readonly episode: string; readonly reason: string },
): Promise<void> {
  return change(context, actor, given, "placed");
}

/** Lifts the restriction. Questionnaires that were withdrawn stay withdrawn. */
export function liftRestriction(
  context: AppContext,
  actor: Actor,
  given: { readonly episode: string; readonly reason: string },
): Promise<void> {
  return change(context, actor, given, "lifted");
}

async function change(
  context: AppContext,
  actor: Actor,
  given: { readonly episode: string; readonly reason: string },
  state: "placed" | "lifted",
): Promise<void> {
  await within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "manage-privacy", given.episode);
    const { client } = episode.client;
    const reason = given.reason.trim();
    if (reason === "" || reason.length > longestReason)
      throw new InvalidInput({ id: "refusals.privacy.reason", values: { limit: longestReason } }, "reason");
    const isPlaced = (await restrictions.restricted(scope, [client])).has(client);
    if (isPlaced === (state === "placed"))
      throw new InvalidInput({ id: "refusals.privacy.restriction-changed", values: {} }, "reason");
    await restrictions.record(scope, {
      client,
      state,
      reason,
      recordedBy: actor.kind === "staff" ? actor.staff : "",
    });
    const own = (await episodes.list(scope)).filter((one) => one.client.client === client);
    const ids = own.map((one) => one.episode);
    if (state === "placed") for (const id of ids) await stopAsking(scope, id);
    await record(scope, actor, `restriction ${state}`, `client:${client}`);
    await refresh(scope, ids);
  });
}
