import { findInstrument } from "@concord/instruments";
import { episodes, requests, sessions } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { isShared } from "./case-facts.ts";
import { permit } from "./permit.ts";
import type { FormLine } from "./views.ts";

/**
 * A case as the administration of forms needs it: whose it is and which forms are out, nothing of what they
 * said.
 */
export interface RegisterLine {
  readonly episode: string;
  readonly client: string;
  readonly therapist: string;
  /** The number of the last session that is recorded. */
  readonly lastSession: number;
  readonly waiting: number;
}

/** The open cases, for asking for forms. */
export async function readRegister(context: AppContext, actor: Actor): Promise<readonly RegisterLine[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "request-form", { kind: "practice" });
    const open = await episodes.list(scope, { state: "open" });
    const ids = open.map((one) => one.episode);
    const held = Map.groupBy(await sessions.list(scope, ids), (one) => one.episode);
    const asked = Map.groupBy(await requests.list(scope, ids), (one) => one.episode);
    return open.map(({ episode, client, therapist }) => ({
      episode,
      client: client.label,
      therapist: therapist.name,
      lastSession: Math.max(0, ...(held.get(episode) ?? []).map((one) => one.session)),
      waiting: (asked.get(episode) ?? []).filter(
        (one) => one.answeredAt === null && one.withdrawnAt === null && one.expiresAt > scope.now(),
      ).length,
    }));
  });
}

/** A form that waits for whoever is signed in. */
export interface OwnForm extends Pick<FormLine, "instrument" | "title" | "session"> {
  readonly request: string;
  readonly client: string;
  /** Nobody else will see the answers. */
  readonly isPrivate: boolean;
  /** A colleague asked for it: the client is theirs, and they see the answers. */
  readonly isAsObserver: boolean;
  readonly expiresAt: string;
}

/** What a therapist was asked to fill in and has not yet, oldest first. */
export async function listOwnForms(context: AppContext, actor: Actor): Promise<readonly OwnForm[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "read-own-reflections", {
      kind: "reflections",
      staff: actor.kind === "staff" ? actor.staff : "",
    });
    const waiting = actor.kind === "staff" ? await requests.waitingFor(scope, actor.staff) : [];
    const open = waiting.filter((one) => one.expiresAt > scope.now());
    const cases = await episodes.list(scope, { episodes: open.map((one) => one.episode) });
    const names = new Map(cases.map((one) => [one.episode, one.client.label]));
    return open.map(({ request, instrument, session, episode, expiresAt }) => ({
      request,
      instrument,
      title: findInstrument(instrument)?.title ?? instrument,
      session,
      client: names.get(episode) ?? "",
      isPrivate: !isShared(instrument),
      isAsObserver: findInstrument(instrument)?.rater === "observer",
      expiresAt,
    }));
  });
}
