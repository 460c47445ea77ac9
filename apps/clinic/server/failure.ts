import type { Message } from "@concord/messages";
import { data, type RouterContextProvider } from "react-router";
import { databaseCodes, isDatabaseDown, isDiskFull } from "./database-down.ts";
import { troubleContext } from "./trouble.ts";

/** What the database could not do for a request, with what the page says. */
interface Failure {
  readonly status: 409 | 503;
  readonly reason: Message;
  /** For the log of whoever runs Concord; null where nothing is wrong with the machine. */
  readonly log: string | null;
}

const diskFull: Failure = {
  status: 503,
  reason: { id: "refusals.database.disk-full", values: {} },
  log: "Concord cannot save: its database has no room left on the disk. What saves something is answered with 503 until it has.",
};

const outOfMemory: Failure = {
  status: 503,
  reason: { id: "refusals.database.no-memory", values: {} },
  log: "Concord's database has too little memory or too many connections (SQLSTATE 53); requests are answered with 503.",
};

const away: Failure = {
  status: 503,
  reason: { id: "refusals.database.unreachable", values: {} },
  log: "Concord cannot reach its database; requests are answered with 503 until it can.",
};

const tooSlow: Failure = {
  status: 503,
  reason: { id: "refusals.database.too-slow", values: {} },
  log: "A statement of Concord's took longer than its database allows and was stopped; the request was answered with 503.",
};

const atTheSameMoment: Failure = {
  status: 409,
  reason: { id: "refusals.database.same-moment", values: {} },
  log: null,
};

/** Statement timeout or cancelled, lock timeout. */
const stopped = new Set(["57014", "55P03"]);
/** Serialization failure, deadlock: the same again succeeds as a rule. */
const collided = new Set(["40001", "40P01"]);

/** Returns what an error of the database means for the person who asked; null for any other error. */
export function failureOf(error: unknown): Failure | null {
  if (isDiskFull(error)) return diskFull;
  const codes = databaseCodes(error);
  if (codes.some((code) => code.startsWith("53"))) return outOfMemory;
  if (isDatabaseDown(error)) return away;
  if (codes.some((code) => stopped.has(code))) return tooSlow;
  return codes.some((code) => collided.has(code)) ? atTheSameMoment : null;
}

/** Converts an error of the database into the answer it means, 409 or 503 with a sentence; other errors propagate. */
export async function withFailures<T>(
  context: Readonly<RouterContextProvider>,
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    if (failure.status === 503) context.get(troubleContext).databaseDown = true;
    if (failure.log !== null) tellOnce(failure.log);
    throw data(failure.reason, { status: failure.status });
  }
}

const tellEvery = 60_000;
const lastTold = new Map<string, number>();

/** One line a minute of each kind: an outage is one event, however many people wait for its end. */
export function tellOnce(line: string): void {
  const now = performance.now();
  if (now - (lastTold.get(line) ?? Number.NEGATIVE_INFINITY) < tellEvery) return;
  lastTold.set(line, now);
  process.stderr.write(`${line}\n`);
}
