import { glossRequest, readGloss, show } from "@concord/library";
import type { Text } from "@concord/messages";
import { concepts, type PassageReview, type Scope, texts } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { modelAddress } from "../language-model/address.ts";
import { askModel } from "../language-model/ask-model.ts";
import { languageModelOf } from "../language-model/settings.ts";
import { absent, permit } from "../permit.ts";
import { record } from "../record.ts";
import { keptConcept } from "./concepts.ts";
import { acceptedRuling } from "./restate-passage.ts";

export type GlossDrafted =
  | { readonly kind: "drafted"; readonly gloss: string }
  /** Nothing was kept; what stood before stands. */
  | { readonly kind: "not-drafted"; readonly reason: Text };

/**
 * Lets the practice's own language model draft the gloss of an accepted passage.
 *
 * The model is sent the passage's words as they are cut from the text today, and the concept's name. Its answer is
 * kept as a draft that says so, and only where no scholar has written a gloss: not before it was asked, nor meanwhile.
 */
export async function draftGloss(
  context: AppContext,
  actor: Actor,
  asked: { readonly concept: string; readonly ruling: string },
): Promise<GlossDrafted> {
  permit(actor, "write-library", { kind: "practice" });
  if (actor.kind !== "staff") throw absent();
  const { staff } = actor;
  const { language, ...found } = await within(context, actor, async (scope) => ({
    language: await languageModelOf(scope),
    concept: (await keptConcept(scope, asked.concept)).concept,
    ...(await passageOf(scope, asked)),
  }));
  if (!language.isOn) return notDrafted({ id: "library.draft-problem.off", values: {} });
  const address = modelAddress(language.address, context.models.hosts);
  if (address.kind === "refused") return notDrafted(address.message);
  if (hasOwnGloss(found.ruling)) return notDrafted({ id: "library.draft-problem.own", values: {} });
  if (found.words === null) return notDrafted({ id: "library.draft-problem.no-text", values: {} });
  const messages = glossRequest(found.concept, found.words);
  const answer = await askModel({ url: address.url, model: language.model, messages }, context.models);
  if (answer.kind === "failed") return notDrafted(answer.message);
  const draft = readGloss(answer.words, found.words);
  if (draft.kind === "refused")
    return notDrafted({ id: "library.draft-problem.unsaved", values: { reason: draft.message } });
  return within(context, actor, async (scope): Promise<GlossDrafted> => {
    const { ruling: _, ruledAt: __, ...now } = await acceptedRuling(scope, asked.concept, asked.ruling);
    if (hasOwnGloss(now)) return notDrafted({ id: "library.draft-problem.meanwhile", values: {} });
    await concepts.rule(scope, { ...now, gloss: draft.gloss, glossBy: "model", ruledBy: staff });
    await record(scope, actor, "draft-gloss", `concept:${asked.concept}`);
    return { kind: "drafted", gloss: draft.gloss };
  });
}

const notDrafted = (reason: Text): GlossDrafted => ({ kind: "not-drafted", reason });

const hasOwnGloss = ({ gloss, glossBy }: Pick<PassageReview, "gloss" | "glossBy">): boolean =>
  gloss !== null && glossBy === "scholar";

async function passageOf(scope: Scope, { concept, ruling: id }: { concept: string; ruling: string }) {
  const ruling = await acceptedRuling(scope, concept, id);
  const text = await texts.find(scope, ruling.text);
  const words = text === null ? null : (show(ruling.quotation!, text)?.words ?? null);
  return { ruling, words };
}
