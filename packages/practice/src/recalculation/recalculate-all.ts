import type { Message } from "@concord/messages";
import { jobs } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { permit, Refusal } from "../permit.ts";
import type { Reevaluated } from "./outcome.ts";
import { askReevaluation } from "./request-recalculation.ts";
import { runReevaluation, type WatchReevaluation } from "./run-recalculation.ts";

/**
 * Scores what is out of date, learns the expected course again and holds every case against all rules again, and comes
 * back when it is done.
 *
 * The same work that is otherwise done in the background; where that is at it, this one is refused.
 */
export async function reevaluateAll(
  context: AppContext,
  actor: Actor,
  watch: WatchReevaluation = {},
): Promise<Reevaluated> {
  permit(actor, "manage-practice", { kind: "practice" });
  await askReevaluation(context, actor);
  const ran = await runReevaluation(context, actor.practice, watch);
  if (ran.kind === "stopped") throw ran.reason;
  if (ran.kind === "failed") throw ran.error;
  if (ran.kind === "nothing") throw new Refusal(await whoIsAtIt(context, actor));
  return ran.outcome;
}

async function whoIsAtIt(context: AppContext, actor: Actor): Promise<Message> {
  const { run } = await within(context, actor, (scope) => jobs.find(scope, "reevaluation"));
  if (run === null || run.of === null) return { id: "refusals.recalculation.running", values: {} };
  return { id: "refusals.recalculation.running-counted", values: { done: run.done, total: run.of } };
}
