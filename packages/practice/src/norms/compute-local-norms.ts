import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { dayOf } from "../calendar.ts";
import { permit } from "../permit.ts";
import { requestRecalculation } from "../recalculation/request-recalculation.ts";
import { record } from "../record.ts";
import { replaceStarting } from "./default-populations.ts";
import { keptNorms, type LocalNorm, localNormsFrom } from "./local-norms.ts";

/**
 * Computes norms from the first response of each client of the practice, for every questionnaire on attachment and
 * perfectionism that enough clients of an age have answered, and returns what is kept.
 *
 * Kept with their day and number; they change only when someone computes them again.
 */
export async function computeLocalNorms(context: AppContext, actor: Actor): Promise<readonly LocalNorm[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const day = dayOf(context.now());
    const taken = await localNormsFrom(scope, day);
    await replaceStarting(scope, day);
    await requestRecalculation(scope, "new-norms");
    await record(scope, actor, `take-local-norms ${taken.length}`, "practice");
    return taken;
  });
}

/** Returns what is kept, for the settings page. */
export async function readLocalNorms(context: AppContext, actor: Actor): Promise<readonly LocalNorm[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    return keptNorms(scope);
  });
}
