import { findInstrument } from "@concord/instruments";
import { type FormRequest, requests, responses, type StoredResponse } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { isShared } from "./case-facts.ts";
import { openCase } from "./open-case.ts";
import { record } from "./record.ts";
import type { FormLine } from "./views.ts";

/** Returns the questionnaires of a case and their state, without its course and signals. Reading it is recorded. */
export async function readCaseForms(
  context: AppContext,
  actor: Actor,
  episodeId: string,
): Promise<{ readonly client: string; readonly forms: readonly FormLine[] }> {
  return within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "read-case", episodeId);
    await record(scope, actor, "read-case", `episode:${episodeId}`);
    const asked = (await requests.list(scope, [episodeId])).filter(
      (one) => one.withdrawnAt === null && isShared(one.instrument),
    );
    const answered = await responses.list(scope, [episodeId]);
    return { client: episode.client.label, forms: formLines(asked, answered, context.now()) };
  });
}

/** Forms asked for, and answers that came without a request, newest session first. */
export function formLines(
  requested: readonly FormRequest[],
  answered: readonly StoredResponse[],
  now: Date,
): readonly FormLine[] {
  const byRequest = new Map(answered.map((one) => [one.request, one.response]));
  const asked = requested.map((one): FormLine => {
    return {
      ...lineOf(one),
      request: one.request,
      response: byRequest.get(one.request) ?? null,
      ...stateOf(one, now),
    };
  });
  const unasked = answered
    .filter((one) => one.request === null && isShared(one.instrument))
    .map((one): FormLine => {
      return {
        ...lineOf(one),
        request: null,
        response: one.response,
        state: "answered",
        at: one.answeredOn ?? one.receivedAt,
      };
    });
  return [...asked, ...unasked].sort((a, b) => b.session - a.session);
}

function lineOf(one: Pick<FormRequest, "instrument" | "rater" | "session">) {
  const instrument = findInstrument(one.instrument);
  return {
    instrument: one.instrument,
    title: instrument?.title ?? one.instrument,
    construct: instrument?.construct ?? ("alliance" as const),
    rater: one.rater,
    session: one.session,
  };
}

function stateOf(one: FormRequest, now: Date): Pick<FormLine, "state" | "at"> {
  if (one.answeredAt !== null) return { state: "answered", at: one.answeredAt };
  return Date.parse(one.expiresAt) <= now.getTime()
    ? { state: "expired", at: one.expiresAt }
    : { state: "waiting", at: one.createdAt };
}
