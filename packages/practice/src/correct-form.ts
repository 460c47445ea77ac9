import { findInstrument, inVersion, type RawAnswers } from "@concord/instruments";
import { responses } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { fellowMembers } from "./form-view.ts";
import { applyResponseEffects } from "./keep-response.ts";
import { ownForm } from "./own-form.ts";
import { absent, InvalidInput } from "./permit.ts";
import { readAnswers } from "./read-answers.ts";
import { record } from "./record.ts";
import { settingsOf } from "./settings.ts";

export type Correction =
  | { readonly kind: "corrected"; readonly response: string }
  | {
      readonly kind: "rejected";
      readonly problems: readonly { readonly item: string; readonly problem: string }[];
    };

/**
 * Puts a new response in the place of one's own that was wrong.
 *
 * The old one stays as it was given, with what followed from it; the new one names it. From now on the course
 * is traced from the new one.
 */
export async function correctForm(
  context: AppContext,
  actor: Actor,
  responseId: string,
  raw: RawAnswers,
): Promise<Correction> {
  return within(context, actor, async (scope): Promise<Correction> => {
    const { old } = await ownForm(scope, actor, responseId);
    const known = findInstrument(old.instrument);
    if (known === null) throw absent();
    const instrument = inVersion(known, old.instrumentVersion);
    const reading = readAnswers(instrument, raw, await fellowMembers(scope, old, instrument));
    if (reading.kind === "rejected") return reading;
    const { values, texts, members } = reading;
    const corrected = await responses.correct(scope, responseId, {
      values,
      texts,
      members,
      receivedAt: scope.now(),
    });
    if (corrected === null) throw new InvalidInput({ id: "refusals.form.corrected", values: {} });
    await applyResponseEffects(scope, instrument, corrected, await settingsOf(scope));
    await record(scope, actor, "correct-form", `response:${responseId}`);
    return { kind: "corrected", response: corrected.response };
  });
}
