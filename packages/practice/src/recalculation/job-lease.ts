import { type JobRun, jobs, newIdentifier } from "@concord/store";
import { type AppContext, inPractice } from "../app-context.ts";
import { isReason, type ReevaluationReason } from "./reasons.ts";
import { firstStep, type ReevaluationStep } from "./steps.ts";

/** A process that is not heard from for so long is taken to be gone; another goes on with its work. */
const silence = 30_000;

/** Told at most so often: a row is written for it. */
const tellEvery = 400;

/** Thrown when another process has taken the work up: this one slept too long and must not go on. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";

  constructor() {
    super("Another process has taken this work up.");
  }
}

/** A run that this process holds. */
export interface Held {
  readonly run: () => JobRun;
  readonly holder: string;
  /** Keeps the hold and says how far it is; ends the work by throwing where it was stopped or taken over. */
  readonly tell: (step: ReevaluationStep, done: number, of: number | null) => Promise<void>;
}

/**
 * Takes the work up for one practice, if it is wanted and nobody else has it. What was left half-done by other rules
 * is begun again.
 */
export async function holdReevaluation(
  context: AppContext,
  practice: string,
  basis: string,
  signal: AbortSignal | undefined,
): Promise<Held | null> {
  const holder = newIdentifier();
  const hold = () => ({ holder, until: new Date(context.now().getTime() + silence).toISOString() });
  const beginning = () =>
    ({ basis, step: firstStep, stepSince: context.now().toISOString(), done: 0, of: null }) as const;
  const taken = await inPractice(context, practice, (scope) =>
    jobs.take(scope, "reevaluation", hold(), ({ reasons }) => ({
      startedAt: scope.now(),
      reasons,
      ...beginning(),
      takenUp: 1,
    })),
  );
  if (taken === null) return null;
  let run: JobRun = taken.basis === basis ? taken : { ...taken, ...beginning() };
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    run: () => run,
    holder,
    tell: async (step, done, of) => {
      signal?.throwIfAborted();
      const isNew = step !== run.step;
      run = { ...run, step, stepSince: isNew ? context.now().toISOString() : run.stepSince, done, of };
      const isLast = done === of;
      if (!isNew && !isLast && performance.now() - toldAt < tellEvery) return;
      toldAt = performance.now();
      const stillOurs = await inPractice(context, practice, (scope) =>
        jobs.tell(scope, "reevaluation", hold(), run),
      );
      if (!stillOurs) throw new LeaseLost();
    },
  };
}

export function reasonsOf(run: { readonly reasons: readonly string[] }): readonly ReevaluationReason[] {
  return run.reasons.filter(isReason);
}
