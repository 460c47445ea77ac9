import { jobs } from "@concord/store";
import { type AppContext, inPractice } from "../app-context.ts";
import { dayOf } from "../calendar.ts";
import { expectedModels } from "../expected/expected-models.ts";
import { learnFromCases } from "../expected/learn-from-cases.ts";
import { responseModels } from "../expected/response-models.ts";
import { replaceStarting } from "../norms/default-populations.ts";
import { recordAs } from "../record.ts";
import { evaluationBasis } from "./basis.ts";
import { backoffDelay, failureMessage } from "./failure.ts";
import { type Held, holdReevaluation, LeaseLost } from "./job-lease.ts";
import type { Reevaluated, ReevaluationOutcome } from "./outcome.ts";
import { refreshAll } from "./refresh-all.ts";
import { rescore } from "./rescore.ts";
import type { ReevaluationStep } from "./steps.ts";

export interface Reevaluation {
  readonly step: ReevaluationStep;
  readonly done: number;
  /** Known for all steps but the scores: what is out of date is found as it goes. */
  readonly of: number | null;
}

export interface WatchReevaluation {
  readonly onProgress?: (now: Reevaluation) => void;
  /** Ends it at the next batch; what is left is kept for whoever takes it up. */
  readonly signal?: AbortSignal;
}

/** How one try ended: nothing was wanted or another has it, done to the end, or left with what stood in the way. */
export type Ran =
  | { readonly kind: "nothing" }
  | { readonly kind: "done"; readonly outcome: Reevaluated; readonly problem: unknown }
  | { readonly kind: "stopped"; readonly reason: unknown }
  | { readonly kind: "failed"; readonly error: unknown };

/**
 * A line written in the moments in which the expected course is exchanged may rest on the old one: on taking the work
 * up again such a line is made once more.
 */
const grace = 2_000;

/**
 * Evaluates every case of a practice again, if that is wanted and nobody else is at it.
 *
 * In short transactions, so that the practice works on meanwhile. Killed or stopped at any moment, it is taken up
 * again where it was: what has been scored is not scored again, what has been learnt stands, and of the caseload only
 * the lines that are left are made.
 */
export async function runReevaluation(
  context: AppContext,
  practice: string,
  { onProgress, signal }: WatchReevaluation = {},
): Promise<Ran> {
  const held = await holdReevaluation(context, practice, evaluationBasis(), signal);
  if (held === null) return { kind: "nothing" };
  const tell: Held["tell"] = async (step, done, of) => {
    await held.tell(step, done, of);
    onProgress?.({ step, done, of });
  };
  try {
    const { outcome, problem } = await work(context, practice, { ...held, tell }, signal);
    await finish(context, practice, held, outcome);
    const { basis: _, ...told } = outcome;
    return { kind: "done", outcome: told, problem };
  } catch (error) {
    if (signal?.aborted) {
      await inPractice(context, practice, (scope) => jobs.release(scope, "reevaluation", held.holder));
      return { kind: "stopped", reason: error };
    }
    await leave(context, practice, held, error);
    return { kind: "failed", error };
  }
}

async function work(
  context: AppContext,
  practice: string,
  held: Held,
  signal: AbortSignal | undefined,
): Promise<{ readonly outcome: ReevaluationOutcome; readonly problem: unknown }> {
  const { basis } = held.run();
  const goesOn = held.run().step === "caseload";
  let scored = 0;
  let keptPrior: Reevaluated["keptPrior"] = [];
  if (!goesOn) {
    await held.tell("scores", 0, null);
    scored = await rescore(context, practice, (done) => held.tell("scores", done, null));
    await inPractice(context, practice, (scope) => replaceStarting(scope, dayOf(context.now())));
    const learnt = await learnFromCases(
      context,
      practice,
      (done, of) => held.tell("expected", done, of),
      signal,
    );
    keptPrior = [...learnt.expected, ...learnt.responses].flatMap((one) =>
      one.kind === "learnt" ? [] : [{ instrument: one.instrument, rater: one.rater, reason: one.reason }],
    );
    await held.tell("caseload", 0, null);
  }
  const since = new Date(Date.parse(held.run().stepSince) + grace).toISOString();
  const { cases, leftOut, problem } = await refreshAll(context, practice, since, (done, of) =>
    held.tell("caseload", done, of),
  );
  const learnt = await inPractice(
    context,
    practice,
    async (scope) => (await expectedModels(scope)).length + (await responseModels(scope)).length,
  );
  return { outcome: { cases, scored, learnt, keptPrior, leftOut, basis }, problem };
}

async function finish(
  context: AppContext,
  practice: string,
  held: Held,
  outcome: ReevaluationOutcome,
): Promise<void> {
  const { startedAt, reasons } = held.run();
  await inPractice(context, practice, async (scope) => {
    const finishedAt = scope.now();
    const done = { startedAt, finishedAt, reasons, outcome };
    if (!(await jobs.finish(scope, "reevaluation", held.holder, done))) throw new LeaseLost();
    const action = `reevaluate ${outcome.cases} cases (${reasons.join(" ")})` as const;
    await recordAs(scope, { who: "Concord" }, action, "practice");
  });
}

/** What went wrong is kept in one line; where even that cannot be written, the hold runs out by itself. */
async function leave(context: AppContext, practice: string, held: Held, error: unknown): Promise<void> {
  try {
    await inPractice(context, practice, async (scope) => {
      const times = ((await jobs.find(scope, "reevaluation")).trouble?.times ?? 0) + 1;
      const now = context.now();
      const trouble = { at: now.toISOString(), message: failureMessage(error), times };
      const notBefore = new Date(now.getTime() + backoffDelay(times)).toISOString();
      await jobs.fail(scope, "reevaluation", held.holder, trouble, notBefore);
    });
  } catch {
    // The error that is told is the first one.
  }
}
