import { jobs } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type House, within } from "../house.ts";
import { permit, Refusal } from "../permit.ts";
import { askReevaluation } from "./ask-reevaluation.ts";
import type { Reevaluated } from "./outcome.ts";
import { runReevaluation, type WatchReevaluation } from "./run-reevaluation.ts";

/**
 * Scores what is out of date, learns the expected course anew and holds every case against all rules again, and comes
 * back when it is done.
 *
 * The same work that is otherwise done in the background; where that is at it, this one is refused.
 */
export async function reevaluateAll(
  house: House,
  actor: Actor,
  watch: WatchReevaluation = {},
): Promise<Reevaluated> {
  permit(actor, "manage-practice", { kind: "practice" });
  await askReevaluation(house, actor);
  const ran = await runReevaluation(house, actor.practice, watch);
  if (ran.kind === "stopped") throw ran.reason;
  if (ran.kind === "failed") throw ran.error;
  if (ran.kind === "nothing") throw new Refusal(await whoIsAtIt(house, actor));
  return ran.outcome;
}

async function whoIsAtIt(house: House, actor: Actor): Promise<string> {
  const { run } = await within(house, actor, (scope) => jobs.find(scope, "reevaluation"));
  const far = run === null || run.of === null ? "" : `: ${run.done} of ${run.of} so far`;
  return `The cases of this practice are being evaluated at this moment${far}. What was asked for follows.`;
}
