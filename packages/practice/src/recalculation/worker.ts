import { setTimeout as pause } from "node:timers/promises";
import { episodes, jobs } from "@concord/store";
import { type AppContext, inPractice } from "../app-context.ts";
import { escalateOverdue } from "../safety/tasks.ts";
import { evaluationBasis } from "./basis.ts";
import { dueReason } from "./due.ts";
import { outcomeOf } from "./outcome.ts";
import { requestRecalculation } from "./request-recalculation.ts";
import { runReevaluation } from "./run-recalculation.ts";

export interface Background {
  /** Ends after the batch at hand; what is left is done after the next start. */
  readonly stop: () => Promise<void>;
}

export interface BackgroundChoices {
  /** Pause between two rounds, in milliseconds. */
  readonly every?: number;
  /** Told what went wrong; the pages show it in one line, and the work is tried again later. */
  readonly onTrouble?: (error: unknown) => void;
}

/**
 * Keeps every practice current while Concord is served: marks what nobody has seen to by its time, asks each practice
 * in turn whether all its cases are to be evaluated again, and does it, one practice at a time.
 *
 * It begins at once and goes on until it is stopped. Several processes on one database share the practices among
 * them; none is done twice.
 */
export function startRecalculationWorker(context: AppContext, choices: BackgroundChoices = {}): Background {
  const ending = new AbortController();
  const rounds = goRound(context, choices.every ?? 3_000, choices.onTrouble ?? (() => {}), ending.signal);
  return {
    stop: () => {
      ending.abort();
      return rounds;
    },
  };
}

async function goRound(
  context: AppContext,
  every: number,
  onTrouble: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for (const practice of await context.store.outside.practices()) {
        if (signal.aborted) return;
        await attend(context, practice, onTrouble, signal);
      }
    } catch (error) {
      // The database is away: the next round asks again.
      onTrouble(error);
    }
    await pause(every, undefined, { signal, ref: false }).catch(() => {});
  }
}

async function attend(
  context: AppContext,
  practice: string,
  onTrouble: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  await escalateOverdue(context, practice);
  const isWanted = await inPractice(context, practice, async (scope) => {
    const { wish, run, last } = await jobs.find(scope, "reevaluation");
    if (wish !== null || run !== null) return true;
    const before = outcomeOf(last?.outcome);
    const reason = dueReason(
      last === null || before === null
        ? null
        : { startedAt: last.startedAt, basis: before.basis, cases: before.cases + before.leftOut },
      { basis: evaluationBasis(), cases: await episodes.count(scope), now: context.now() },
    );
    if (reason !== null) await requestRecalculation(scope, reason);
    return reason !== null;
  });
  if (!isWanted) return;
  const ran = await runReevaluation(context, practice, { signal });
  if (ran.kind === "failed") onTrouble(ran.error);
  if (ran.kind === "done" && ran.problem !== null) onTrouble(ran.problem);
}
