import type { RiskMark } from "@concord/course";
import type { RiskAnswer } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";
import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { taskFromText } from "../earlier-texts.ts";
import { newIdentifier } from "../identifier.ts";
import { client } from "../schema/client.ts";
import { episode } from "../schema/episode.ts";
import { response } from "../schema/response.ts";
import { safetyReview } from "../schema/safety-review.ts";
import { session } from "../schema/session.ts";
import { staff } from "../schema/staff.ts";
import { riskTask } from "../schema/task.ts";
import type { Scope } from "../scope.ts";

/** Something a person must see to. */
export interface RiskTask {
  readonly task: string;
  readonly episode: string;
  /** What the practice calls the client. */
  readonly client: string;
  readonly therapist: string;
  readonly session: number;
  /** The response with the answer; null for a disclosure. */
  readonly response: string | null;
  readonly kind: "risk" | "disclosure";
  readonly risks: readonly RiskAnswer[];
  readonly message: StaffMessage;
  readonly createdAt: string;
  readonly dueAt: string;
  /** When it was found to have waited past its time; null where it was not. */
  readonly escalatedAt: string | null;
  readonly acknowledged: { readonly by: string; readonly name: string; readonly at: string } | null;
  readonly review: ReviewState;
  /** The day by which somebody looks again, by the newest review. */
  readonly nextCheck: string | null;
}

/**
 * How far the review of a safety answer is. `overdue`: it was reviewed, and the day of the next check is past.
 * `closed`: nothing more is to be checked, or an earlier version of Concord, which recorded no reviews, had it
 * acknowledged.
 */
export type ReviewState = "unreviewed" | "overdue" | "followed-up" | "closed";

export interface NewRiskTask {
  readonly episode: string;
  readonly session: number;
  readonly response: string;
  readonly risks: readonly RiskAnswer[];
  readonly message: StaffMessage;
  readonly createdAt?: string;
  readonly dueAt: string;
}

/** Raises a task for a response with a risk answer, once: raising it again gives back the one there is. */
export async function raise(scope: Scope, given: NewRiskTask): Promise<string> {
  const [row] = await scope.database
    .insert(riskTask)
    .values({
      practiceId: scope.practice,
      taskId: newIdentifier(),
      episodeId: given.episode,
      session: given.session,
      responseId: given.response,
      kind: "risk",
      risks: given.risks,
      message: given.message,
      createdAt: given.createdAt ?? scope.now(),
      dueAt: given.dueAt,
    })
    .onConflictDoNothing()
    .returning({ task: riskTask.taskId });
  if (row !== undefined) return row.task;
  const [before] = await scope.database
    .select({ task: riskTask.taskId })
    .from(riskTask)
    .where(and(eq(riskTask.practiceId, scope.practice), eq(riskTask.responseId, given.response)));
  if (before === undefined) throw new RangeError(`raise requires a response: ${given.response}`);
  return before.task;
}

/** Raises a task for a disclosure: something a therapist heard that needs the same care as an answer in a form. */
export async function raiseDisclosure(
  scope: Scope,
  given: Pick<NewRiskTask, "episode" | "session" | "message" | "dueAt">,
): Promise<string> {
  const task = newIdentifier();
  await scope.database.insert(riskTask).values({
    practiceId: scope.practice,
    taskId: task,
    episodeId: given.episode,
    session: given.session,
    responseId: null,
    kind: "disclosure",
    risks: [],
    message: given.message,
    createdAt: scope.now(),
    dueAt: given.dueAt,
  });
  return task;
}

export async function find(scope: Scope, taskId: string): Promise<RiskTask | null> {
  const [task] = await select(scope, eq(riskTask.taskId, taskId));
  return task ?? null;
}

/** Tasks by due date; of some episodes, of one therapist, or only the open ones, where asked. */
export async function list(
  scope: Scope,
  of: { readonly episodes?: readonly string[]; readonly therapist?: string; readonly open?: true } = {},
): Promise<readonly RiskTask[]> {
  if (of.episodes?.length === 0) return [];
  return select(
    scope,
    and(
      of.episodes === undefined ? undefined : inArray(riskTask.episodeId, [...of.episodes]),
      of.therapist === undefined ? undefined : eq(episode.therapistId, of.therapist),
      of.open === undefined ? undefined : isNull(riskTask.acknowledgedAt),
    ),
  );
}

/** Someone has seen to it. False if there is no such task or someone did before; the first one stands. */
export async function acknowledge(
  scope: Scope,
  taskId: string,
  by: string,
  at = scope.now(),
): Promise<boolean> {
  const rows = await scope.database
    .update(riskTask)
    .set({ acknowledgedBy: by, acknowledgedAt: at })
    .where(
      and(
        eq(riskTask.practiceId, scope.practice),
        eq(riskTask.taskId, taskId),
        isNull(riskTask.acknowledgedAt),
      ),
    )
    .returning({ task: riskTask.taskId });
  return rows.length > 0;
}

/** Marks what nobody has seen to by its time, once, and gives back which tasks those are. */
export async function escalate(scope: Scope): Promise<readonly string[]> {
  const now = scope.now();
  const rows = await scope.database
    .update(riskTask)
    .set({ escalatedAt: now })
    .where(
      and(
        eq(riskTask.practiceId, scope.practice),
        isNull(riskTask.acknowledgedAt),
        isNull(riskTask.escalatedAt),
        lte(riskTask.dueAt, now),
      ),
    )
    .returning({ task: riskTask.taskId });
  return rows.map((row) => row.task);
}

/** The risk answers of some episodes as a course wants them, acknowledged or not, by episode. */
export async function marks(
  scope: Scope,
  episodes: readonly string[],
): Promise<ReadonlyMap<string, readonly RiskMark[]>> {
  const byEpisode = new Map<string, RiskMark[]>(episodes.map((one) => [one, []]));
  if (episodes.length === 0) return byEpisode;
  const rows = await scope.database
    .select({
      episode: riskTask.episodeId,
      session: riskTask.session,
      risks: riskTask.risks,
      rater: response.rater,
      instrument: response.instrument,
      answeredOn: response.answeredOn,
      heldOn: session.heldOn,
    })
    .from(riskTask)
    .innerJoin(
      response,
      and(eq(response.practiceId, riskTask.practiceId), eq(response.responseId, riskTask.responseId)),
    )
    .innerJoin(
      session,
      and(
        eq(session.practiceId, riskTask.practiceId),
        eq(session.episodeId, riskTask.episodeId),
        eq(session.number, riskTask.session),
      ),
    )
    .where(and(eq(riskTask.practiceId, scope.practice), inArray(riskTask.episodeId, [...episodes])))
    .orderBy(asc(riskTask.episodeId), asc(riskTask.session), asc(riskTask.taskId));
  for (const row of rows) {
    const date = row.heldOn ?? row.answeredOn;
    for (const risk of row.risks) {
      byEpisode.get(row.episode)?.push({
        session: row.session,
        ...(date === null ? {} : { date }),
        rater: row.rater,
        instrument: row.instrument,
        item: risk.item,
        value: risk.value,
        about: risk.about,
      });
    }
  }
  return byEpisode;
}

/** How far the review of the safety answers in a form is. */
export interface SafetyReviewed {
  readonly session: number;
  readonly instrument: string;
  readonly review: ReviewState;
}

/** Returns by episode how far the review of each form with a safety answer is. */
export async function reviews(
  scope: Scope,
  episodes: readonly string[],
): Promise<ReadonlyMap<string, readonly SafetyReviewed[]>> {
  if (episodes.length === 0) return new Map();
  const rows = await scope.database
    .select({
      episode: riskTask.episodeId,
      session: riskTask.session,
      instrument: response.instrument,
      acknowledgedAt: riskTask.acknowledgedAt,
      nextCheck: nextCheckOf,
    })
    .from(riskTask)
    .innerJoin(
      response,
      and(eq(response.practiceId, riskTask.practiceId), eq(response.responseId, riskTask.responseId)),
    )
    .where(and(eq(riskTask.practiceId, scope.practice), inArray(riskTask.episodeId, [...episodes])));
  const today = scope.now().slice(0, 10);
  return Map.groupBy(
    rows.map(({ acknowledgedAt, nextCheck, ...row }) => ({
      ...row,
      review: stateOf(acknowledgedAt, nextCheck, today),
    })),
    (row) => row.episode,
  );
}

/** The next check by the newest review of a task. */
const nextCheckOf = sql<string | null>`(
  select ${safetyReview.nextCheck} from ${safetyReview}
  where ${safetyReview.practiceId} = ${riskTask.practiceId} and ${safetyReview.taskId} = ${riskTask.taskId}
  order by ${safetyReview.reviewedAt} desc limit 1)`;

function stateOf(acknowledgedAt: string | null, nextCheck: string | null, today: string): ReviewState {
  if (acknowledgedAt === null) return "unreviewed";
  if (nextCheck === null) return "closed";
  return nextCheck < today ? "overdue" : "followed-up";
}

async function select(scope: Scope, condition: ReturnType<typeof and>): Promise<RiskTask[]> {
  const rows = await scope.database
    .select({
      task: riskTask,
      client: client.label,
      therapist: episode.therapistId,
      name: staff.name,
      nextCheck: nextCheckOf,
    })
    .from(riskTask)
    .innerJoin(
      episode,
      and(eq(episode.practiceId, riskTask.practiceId), eq(episode.episodeId, riskTask.episodeId)),
    )
    .innerJoin(client, and(eq(client.practiceId, episode.practiceId), eq(client.clientId, episode.clientId)))
    .leftJoin(
      staff,
      and(eq(staff.practiceId, riskTask.practiceId), eq(staff.staffId, riskTask.acknowledgedBy)),
    )
    .where(and(eq(riskTask.practiceId, scope.practice), condition))
    .orderBy(asc(riskTask.dueAt), asc(riskTask.taskId));
  const today = scope.now().slice(0, 10);
  return rows.map(({ task, client: label, therapist, name, nextCheck }) => ({
    task: task.taskId,
    episode: task.episodeId,
    client: label,
    therapist,
    session: task.session,
    response: task.responseId,
    kind: task.kind,
    risks: task.risks,
    message: task.message ?? taskFromText(task.sentence ?? ""),
    createdAt: task.createdAt,
    dueAt: task.dueAt,
    escalatedAt: task.escalatedAt,
    acknowledged:
      task.acknowledgedBy === null || task.acknowledgedAt === null
        ? null
        : { by: task.acknowledgedBy, name: name ?? "", at: task.acknowledgedAt },
    review: stateOf(task.acknowledgedAt, nextCheck, today),
    nextCheck,
  }));
}
