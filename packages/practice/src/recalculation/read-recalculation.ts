import type { StaffMessage } from "@concord/messages";
import { type Job, jobs } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { knownMessage } from "../known-message.ts";
import { permit } from "../permit.ts";
import { evaluationBasis } from "./basis.ts";
import { reasonsOf } from "./job-lease.ts";
import { outcomeOf, type Reevaluated } from "./outcome.ts";
import type { ReevaluationReason } from "./reasons.ts";
import { type ReevaluationStep, reevaluationSteps } from "./steps.ts";

/** How the work stands: at rest, waiting for its turn, under way, or interrupted until somebody takes it up. */
export type ReevaluationState =
  | { readonly kind: "rests" }
  | {
      readonly kind: "waits";
      readonly since: string;
      readonly reasons: readonly ReevaluationReason[];
      /** After trouble: not before then. */
      readonly notBefore: string | null;
    }
  | {
      readonly kind: "runs" | "interrupted";
      readonly since: string;
      readonly reasons: readonly ReevaluationReason[];
      readonly step: ReevaluationStep;
      readonly done: number;
      readonly of: number | null;
      readonly notBefore: string | null;
    };

/** For whoever runs the practice. */
export interface ReevaluationView {
  readonly state: ReevaluationState;
  readonly last:
    | (Reevaluated & {
        readonly startedAt: string;
        readonly finishedAt: string;
        readonly reasons: readonly ReevaluationReason[];
        /** Done by the rules of this Concord, not of an older or newer one. */
        readonly byTheseRules: boolean;
      })
    | null;
  readonly trouble: { readonly at: string; readonly message: StaffMessage; readonly times: number } | null;
}

/** Is anything under way, how far is it, and how did it go the last time? */
export async function readReevaluation(context: AppContext, actor: Actor): Promise<ReevaluationView> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const job = await jobs.find(scope, "reevaluation");
    const outcome = outcomeOf(job.last?.outcome);
    return {
      state: stateOf(job, context.now()),
      last:
        job.last === null || outcome === null
          ? null
          : {
              ...outcome,
              startedAt: job.last.startedAt,
              finishedAt: job.last.finishedAt,
              reasons: reasonsOf(job.last),
              byTheseRules: outcome.basis === evaluationBasis(),
            },
      trouble:
        job.trouble === null
          ? null
          : { ...job.trouble, message: knownMessage(job.trouble.message, unexpected) },
    };
  });
}

const unexpected: StaffMessage = { id: "stored.failure.unexpected", values: {} };

function stateOf({ run, wish, heldUntil, notBefore }: Job, now: Date): ReevaluationState {
  const later = notBefore !== null && Date.parse(notBefore) > now.getTime() ? notBefore : null;
  if (run !== null) {
    const isHeld = heldUntil !== null && Date.parse(heldUntil) > now.getTime();
    return {
      kind: isHeld ? "runs" : "interrupted",
      since: run.startedAt,
      reasons: reasonsOf(run),
      step: reevaluationSteps.find((step) => step === run.step) ?? "caseload",
      done: run.done,
      of: run.of,
      notBefore: later,
    };
  }
  if (wish === null) return { kind: "rests" };
  return { kind: "waits", since: wish.since, reasons: reasonsOf(wish), notBefore: later };
}
