import { findInstrument, type ScaleScore } from "@concord/instruments";
import { episodes, requests, responses, type Scope, scores } from "@concord/store";
import type { Actor } from "./actor.ts";
import { isShared } from "./case-facts.ts";
import { type House, within } from "./house.ts";
import { permit } from "./permit.ts";

/** What a therapist's own form said, scale by scale. */
export interface Reflection {
  readonly instrument: string;
  readonly title: string;
  readonly at: string;
  readonly scales: readonly { readonly title: string; readonly score: ScaleScore }[];
}

/**
 * A therapist's answers about themselves, newest first. No other verb reads them, and reading is not
 * recorded.
 */
export async function readOwnReflections(house: House, actor: Actor): Promise<readonly Reflection[]> {
  return within(house, actor, async (scope) => {
    const staff = actor.kind === "staff" ? actor.staff : "";
    permit(actor, "read-own-reflections", { kind: "reflections", staff });
    const own = await answeredBy(scope, staff);
    const kept = await scores.list(scope, [...new Set(own.map((one) => one.episode))]);
    return own
      .map((one): Reflection => {
        const instrument = findInstrument(one.instrument);
        const scored = kept.filter((each) => each.response === one.response);
        return {
          instrument: one.instrument,
          title: instrument?.title ?? one.instrument,
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
  const own = (await episodes.list(scope, { therapist: staff })).map((one) => one.episode);
  const asked = await requests.list(scope, own);
  const mine = new Set(
    asked
      .filter((one) => one.respondentStaff === staff && !isShared(one.instrument))
      .map((one) => one.request),
  );
  const answered = await responses.list(scope, own);
  return answered.filter((one) => one.request !== null && mine.has(one.request));
}
