import { digests, episodes } from "@concord/store";
import { type AppContext, inPractice } from "../app-context.ts";
import { refresh } from "../refresh.ts";

/** Cases to a transaction: few, because who sends a form for one of them waits until it is done. */
const together = 25;

/** Two at a time: while the database writes one batch, the next is worked out. */
const lanes = 2;

/** In a batch that failed, so many cases are tried one by one before the fault is held to lie elsewhere. */
const triesAlone = 3;

export interface Refreshed {
  readonly cases: number;
  /** Cases that could not be evaluated; their lines stay as they were. */
  readonly leftOut: number;
  /** What stood in the way of the first of them. */
  readonly problem: unknown;
}

/**
 * Makes every line of the caseload again that was written before `since`.
 *
 * Two lanes of small batches, each its own transaction, with room between cases for whoever works meanwhile. Begun
 * again after a stop, it does what is left: a line written since then, by itself or by a form that came in, stands.
 * One case that cannot be evaluated does not keep the others waiting.
 */
export async function refreshAll(
  context: AppContext,
  practice: string,
  since: string,
  onProgress: (done: number, of: number) => Promise<void>,
): Promise<Refreshed> {
  const { left, of } = await inPractice(context, practice, async (scope) => ({
    left: await digests.olderThan(scope, since),
    of: await episodes.count(scope),
  }));
  let next = 0;
  let done = of - left.length;
  const problems: unknown[] = [];
  const lane = async (): Promise<void> => {
    while (next < left.length) {
      const some = left.slice(next, next + together);
      next += together;
      try {
        problems.push(...(await refreshSome(context, practice, some)));
        done += some.length;
        await onProgress(done, of);
      } catch (error) {
        // The other lane ends with its batch, so that nobody works on behind a caller who was told of the end.
        next = left.length;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  return { cases: of - problems.length, leftOut: problems.length, problem: problems[0] ?? null };
}

/** Gives back what stood in the way of single cases; what stands in the way of all of them is thrown. */
async function refreshSome(
  context: AppContext,
  practice: string,
  some: readonly string[],
): Promise<readonly unknown[]> {
  try {
    await inPractice(context, practice, (scope) => refresh(scope, some));
    return [];
  } catch (error) {
    if (isOfTheHouse(error)) throw error;
    const problems: unknown[] = [];
    for (const [index, one] of some.entries()) {
      try {
        await inPractice(context, practice, (scope) => refresh(scope, [one]));
      } catch (own) {
        if (isOfTheHouse(own)) throw own;
        problems.push(own);
        if (index + 1 === triesAlone && problems.length === triesAlone) throw own;
      }
    }
    return problems;
  }
}

/** The database's and the system's errors carry a code: they say nothing of the case at hand. */
function isOfTheHouse(error: unknown): boolean {
  return error instanceof Error && "code" in error;
}
