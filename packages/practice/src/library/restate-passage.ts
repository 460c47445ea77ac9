import type { AuthorPosition, Judgement } from "@concord/library";
import { concepts, type PassageReview, type Scope } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { absent, permit } from "../permit.ts";
import { record } from "../record.ts";

export interface Restated {
  readonly concept: string;
  /** The accepted passage, by the name of its ruling. */
  readonly ruling: string;
  readonly judgement: Judgement;
  readonly stance: AuthorPosition | null;
  readonly gloss: string | null;
}

/**
 * Says again what an accepted passage is for its concept; the words quoted stay what they are. A gloss that a language
 * model drafted is the scholar's from here on.
 */
export async function editPassageReview(context: AppContext, actor: Actor, given: Restated): Promise<void> {
  permit(actor, "write-library", { kind: "practice" });
  if (actor.kind !== "staff") throw absent();
  await within(context, actor, async (scope) => {
    const { ruling: _, ruledAt: __, ...kept } = await acceptedRuling(scope, given.concept, given.ruling);
    const { judgement, stance } = given;
    await concepts.rule(scope, {
      ...kept,
      judgement,
      stance,
      gloss: given.gloss?.trim() || null,
      glossBy: "scholar",
      quotation: judgement === "decoy" ? null : kept.quotation,
      ruledBy: actor.staff,
    });
    await record(scope, actor, "rule-on-passage", `concept:${given.concept}`);
  });
}

/** What stands of an accepted passage; refused where nothing is accepted by this name. */
export async function acceptedRuling(scope: Scope, concept: string, ruling: string): Promise<PassageReview> {
  const found = (await concepts.rulings(scope, concept)).find((one) => one.ruling === ruling);
  if (found === undefined || found.quotation === null) throw absent();
  return found;
}
