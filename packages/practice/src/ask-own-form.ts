import { findInstrument } from "@concord/instruments";
import { episodes, newIdentifier, requests, type Scope, sessions } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { hoursAfter } from "./calendar.ts";
import { isShared } from "./case-facts.ts";
import { InvalidInput, permit } from "./permit.ts";
import { record } from "./record.ts";
import { settingsOf } from "./settings.ts";
import { formStarter } from "./wordings.ts";

/**
 * A therapist asks themselves: the request of a private form about the therapist, ready to be answered.
 *
 * Every answer is kept with a case, so it lies beside the therapist's newest one that has a session, and no
 * page of that case shows it. One that waits already is given back instead of a second. The record says that
 * a form was asked for, not which.
 */
export async function askOwnForm(context: AppContext, actor: Actor, instrumentId: string): Promise<string> {
  return within(context, actor, async (scope) => {
    const staff = actor.kind === "staff" ? actor.staff : "";
    permit(actor, "read-own-reflections", { kind: "reflections", staff });
    const instrument = findInstrument(instrumentId);
    if (instrument === null || instrument.about !== "self" || isShared(instrument.id)) {
      throw new RangeError(`askOwnForm requires a private form about the therapist: ${instrumentId}`);
    }
    const waiting = (await requests.waitingFor(scope, staff)).find(
      (one) => one.instrument === instrument.id && one.expiresAt > scope.now(),
    );
    if (waiting !== undefined) return waiting.request;
    const place = await placeFor(scope, staff);
    if (place === null) {
      throw new InvalidInput({ id: "refusals.form.own-needs-session", values: {} });
    }
    const { linkDays, language } = await settingsOf(scope);
    const start = (await formStarter(scope))(instrument, language);
    if (start.kind === "refused") throw new InvalidInput(start.sentence);
    const request = await requests.ask(scope, {
      request: newIdentifier(context.now().getTime()),
      episode: place.episode,
      session: place.session,
      instrument: instrument.id,
      instrumentVersion: instrument.version,
      construct: instrument.construct,
      rater: "therapist",
      language: start.wording.language,
      expiresAt: hoursAfter(context.now(), 24 * linkDays).toISOString(),
      respondentStaff: staff,
    });
    await record(scope, actor, "ask-own-form", `request:${request}`);
    return request;
  });
}

/** The newest of the therapist's cases that has a session, and its last one. */
async function placeFor(scope: Scope, therapist: string) {
  const own = await episodes.list(scope, { therapist });
  const newest = own.toSorted((a, b) => (a.openedOn < b.openedOn ? 1 : -1));
  const held = Map.groupBy(
    await sessions.list(
      scope,
      own.map((one) => one.episode),
    ),
    (one) => one.episode,
  );
  for (const { episode } of newest) {
    const session = held.get(episode)?.at(-1)?.session;
    if (session !== undefined) return { episode, session };
  }
  return null;
}
