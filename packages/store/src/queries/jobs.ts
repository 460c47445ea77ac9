import { and, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import { failureFromText } from "../earlier-texts.ts";
import { type JobDone, type JobRequest, type JobRun, type JobTrouble, job } from "../schema/job.ts";
import type { Scope } from "../scope.ts";

export type JobName = "reevaluation";

/** A kind of work in a practice: wanted or not, under way or not, and how it went the last time. */
export interface Job {
  readonly wish: JobRequest | null;
  readonly run: JobRun | null;
  readonly last: JobDone | null;
  readonly trouble: JobTrouble | null;
  /** Someone works at it, or did a moment ago, until then. */
  readonly heldUntil: string | null;
  readonly notBefore: string | null;
}

/** Who works, and until when nobody else may unless it is heard from again. */
export interface JobHold {
  readonly holder: string;
  readonly until: string;
}

const nothing: Job = {
  wish: null,
  run: null,
  last: null,
  trouble: null,
  heldUntil: null,
  notBefore: null,
};

export async function find(scope: Scope, name: JobName): Promise<Job> {
  const [row] = await scope.database.select(columns).from(job).where(named(scope, name));
  return row === undefined ? nothing : { ...row, trouble: troubleOf(row.trouble) };
}

/** An earlier version stored a sentence in place of a message. */
function troubleOf(stored: (JobTrouble & { readonly sentence?: string }) | null): JobTrouble | null {
  if (stored === null) return null;
  const { at, times, message, sentence } = stored;
  return { at, times, message: message ?? failureFromText(sentence ?? "") };
}

/** Asks for the work. Asked for before and not begun, the reason is added and it is still done once. */
export async function want(scope: Scope, name: JobName, reason: string): Promise<void> {
  await scope.database.insert(job).values({ practiceId: scope.practice, name }).onConflictDoNothing();
  const [row] = await scope.database
    .select({ wish: job.wish })
    .from(job)
    .where(named(scope, name))
    .for("update");
  const before = row?.wish ?? null;
  const reasons = [...new Set([...(before?.reasons ?? []), reason])];
  await scope.database
    .update(job)
    .set({ wish: { since: before?.since ?? scope.now(), reasons } })
    .where(named(scope, name));
}

/** Somebody does not want to wait until the pause after trouble is over. */
export async function hurry(scope: Scope, name: JobName): Promise<void> {
  await scope.database.update(job).set({ notBefore: null }).where(named(scope, name));
}

/**
 * Takes the work up, if it is wanted or was left half-done and nobody else has it; null otherwise.
 *
 * Of several that try at once one gets it and the others do not wait. What was left half-done comes first: its run
 * is given back as it was, and a wish beside it stays a wish.
 */
export async function take(
  scope: Scope,
  name: JobName,
  hold: JobHold,
  begin: (wish: JobRequest) => JobRun,
): Promise<JobRun | null> {
  const now = scope.now();
  const [row] = await scope.database
    .select({ wish: job.wish, run: job.run })
    .from(job)
    .where(
      and(
        named(scope, name),
        or(isNotNull(job.wish), isNotNull(job.run)),
        or(isNull(job.heldUntil), lte(job.heldUntil, now)),
        or(isNull(job.notBefore), lte(job.notBefore, now)),
      ),
    )
    .for("update", { skipLocked: true });
  if (row === undefined) return null;
  const held = { heldBy: hold.holder, heldUntil: hold.until };
  if (row.run !== null) {
    const run = { ...row.run, takenUp: row.run.takenUp + 1 };
    await scope.database
      .update(job)
      .set({ run, ...held })
      .where(named(scope, name));
    return run;
  }
  if (row.wish === null) return null;
  const run = begin(row.wish);
  await scope.database
    .update(job)
    .set({ wish: null, run, ...held })
    .where(named(scope, name));
  return run;
}

/** Says how far it is and that the holder is still there. False: another has taken it up, and this one must stop. */
export function tell(scope: Scope, name: JobName, hold: JobHold, run: JobRun): Promise<boolean> {
  return asHolder(scope, name, hold.holder, { run, heldUntil: hold.until });
}

/** Done to its end. */
export function finish(scope: Scope, name: JobName, holder: string, last: JobDone): Promise<boolean> {
  return asHolder(scope, name, holder, { ...freed, run: null, last, trouble: null, notBefore: null });
}

/** Left as it is, for the next who comes. */
export function release(scope: Scope, name: JobName, holder: string): Promise<boolean> {
  return asHolder(scope, name, holder, freed);
}

/** Left as it is with what went wrong, not to be taken up again before a time. */
export function fail(
  scope: Scope,
  name: JobName,
  holder: string,
  trouble: JobTrouble,
  notBefore: string,
): Promise<boolean> {
  return asHolder(scope, name, holder, { ...freed, trouble, notBefore });
}

const freed = { heldBy: null, heldUntil: null } as const;

async function asHolder(
  scope: Scope,
  name: JobName,
  holder: string,
  set: Partial<typeof job.$inferInsert>,
): Promise<boolean> {
  const rows = await scope.database
    .update(job)
    .set(set)
    .where(and(named(scope, name), eq(job.heldBy, holder)))
    .returning({ name: job.name });
  return rows.length > 0;
}

const columns = {
  wish: job.wish,
  run: job.run,
  last: job.last,
  trouble: job.trouble,
  heldUntil: job.heldUntil,
  notBefore: job.notBefore,
};

function named(scope: Scope, name: JobName) {
  return and(eq(job.practiceId, scope.practice), eq(job.name, name));
}
