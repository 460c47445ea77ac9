import { responses } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { openView } from "./form-view.ts";
import { ownForm } from "./own-form.ts";
import { InvalidInput } from "./permit.ts";
import { settingsOf } from "./settings.ts";
import type { FormView } from "./views.ts";

/** A form as it was answered, to be put right by `correctForm`. */
export interface FormToCorrect {
  readonly episode: string;
  readonly view: FormView;
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * The therapist's own form with the answers it holds. What a client or anyone else has answered is theirs and
 * is not opened here.
 */
export async function openCorrection(
  context: AppContext,
  actor: Actor,
  responseId: string,
): Promise<FormToCorrect> {
  return within(context, actor, async (scope) => {
    const { old, episode, request } = await ownForm(scope, actor, responseId);
    const standing = await responses.list(scope, [episode.episode], old.instrument);
    if (!standing.some((one) => one.response === responseId)) {
      throw new InvalidInput({ id: "refusals.form.corrected", values: {} });
    }
    const values = Object.entries(old.values).map(([item, value]) => [item, String(value)] as const);
    return {
      episode: episode.episode,
      view: await openView(scope, request, await settingsOf(scope)),
      answers: { ...Object.fromEntries(values), ...old.texts },
    };
  });
}
