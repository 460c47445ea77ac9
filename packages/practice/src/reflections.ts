import { findInstrument, type ScaleScore } from "@concord/instruments";
import { episodes, requests, responses, type Scope, scores } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { isShared } from "./case-facts.ts";
import { permit } from "./permit.ts";

/** What a therapist's own form said, scale by scale. */
export interface Reflection {
  readonly instrument: string;
  readonly title: string;
  /** The client it is about; null where it is about the therapist alone. */
  readonly client: string | null;
  readonly at: string;
  readonly scales: readonly { readonly title: string; readonly score: ScaleScore }[];
}

/**
 * A therapist's answers about themselves, newest first. No other verb reads them, and reading is not
 * recorded.
 */
export async function readOwnReflections(context: AppContext, actor: Actor): Promise<readonly Reflection[]> {
  return within(context, actor, async (scope) => {
    const staff = actor.kind === "staff" ? actor.staff : "";
    permit(actor, "read-own-reflections", { kind: "reflections", staff });
    const { own, clients } = await answeredBy(scope, staff);
    const kept = await scores.list(scope, [...new Set(own.map((one) => one.episode))]);
    return own
      .map((one): Reflection => {
        const instrument = findInstrument(one.instrument);
        const scored = kept.filter((each) => each.response === one.response);
        return {
          instrument: one.instrument,
          title: instrument?.title ?? one.instrument,
          client: instrument?.about === "self" ? null : (clients.get(one.episode) ?? null),
          at: one.receivedAt,
          scales: scored.flatMap(({ result }) => {
            if (result.kind !== "score") return [];
            const title = instrument?.scales.find((scale) => scale.id === result.scale)?.title;
            return [{ title: title ?? result.scale, score: result }];
          }),
        };
      })
      .sort((a, b) => (a.at < b.at ? 1 : -1));
  });
}

/**
 * Responses to forms for the therapist alone, in whichever case they were asked for, by who was to answer.
 */
async function answeredBy(scope: Scope, staff: string) {
  const cases = await episodes.list(scope, { therapist: staff });
  const clients = new Map(cases.map((one) => [one.episode, one.client.label]));
  const own = [...clients.keys()];
  const asked = await requests.list(scope, own);
  const mine = new Set(
    asked
      .filter((one) => one.respondentStaff === staff && !isShared(one.instrument))
      .map((one) => one.request),
  );
  const answered = await responses.list(scope, own);
  return { own: answered.filter((one) => one.request !== null && mine.has(one.request)), clients };
}
