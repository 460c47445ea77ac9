import { jobs, type Scope } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { permit } from "../permit.ts";
import { record } from "../record.ts";
import type { ReevaluationReason } from "./reasons.ts";

/** Somebody who runs the practice wants all cases evaluated again. It begins by itself, where Concord is served. */
export async function askReevaluation(context: AppContext, actor: Actor): Promise<void> {
  await within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    await requestRecalculation(scope, "asked");
    await jobs.hurry(scope, "reevaluation");
    await record(scope, actor, "ask-reevaluation", "practice");
  });
}

/** The same in a transaction of one's own, for whatever changes by what rules cases are read. */
export async function requestRecalculation(scope: Scope, reason: ReevaluationReason): Promise<void> {
  await jobs.want(scope, "reevaluation", reason);
}
