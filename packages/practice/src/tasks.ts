import type { StaffMessage } from "@concord/messages";
import { isIdentifier, type RiskTask, type Scope, staff, tasks } from "@concord/store";
import { type Actor, rolesOf } from "./actor.ts";
import { type AppContext, inPractice, within } from "./app-context.ts";
import { knownMessage } from "./known-message.ts";
import { findCase } from "./open-case.ts";
import { absent, InvalidInput, permit } from "./permit.ts";
import { record, recordAs } from "./record.ts";
import { refresh } from "./refresh.ts";
import { settingsOf } from "./settings.ts";
import { supervisedBy } from "./supervision.ts";
import type { Task } from "./views.ts";

/**
 * What must be seen to, by due date: a therapist's own cases, a supervisor's where they were let in, and
 * everything for the one on duty. The acknowledged follow the open ones.
 */
export async function listTasks(context: AppContext, actor: Actor): Promise<readonly Task[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "read-caseload", { kind: "practice" });
    const { duty, dutySince } = await settingsOf(scope);
    const found = await tasksOpenTo(scope, actor, duty, dutySince);
    const name = duty === null ? undefined : (await staff.find(scope, duty))?.name;
    return found
      .map((one) => taskView(one, name))
      .sort((a, b) => Number(a.acknowledged !== null) - Number(b.acknowledged !== null));
  });
}

/**
 * The tasks of one's own cases and of those one supervises. Whoever is on duty sees everybody's that nobody has
 * seen to, and those seen to since they were put on duty, not before; that they looked is in the audit log.
 */
async function tasksOpenTo(
  scope: Scope,
  actor: Actor,
  duty: string | null,
  dutySince: string | null,
): Promise<readonly RiskTask[]> {
  const own = await ownTasks(scope, actor);
  if (actor.kind !== "staff" || actor.staff !== duty) return own;
  const known = new Set(own.map((one) => one.task));
  const others = (await tasks.list(scope, {})).filter((one) => !known.has(one.task));
  const shown = others.filter(
    (one) => one.acknowledged === null || (dutySince !== null && one.createdAt >= dutySince),
  );
  if (shown.length > 0) await record(scope, actor, `read-tasks on-duty ${shown.length}`, "practice");
  return [...own, ...shown].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

async function ownTasks(scope: Scope, actor: Actor): Promise<readonly RiskTask[]> {
  if (actor.kind !== "staff") return [];
  const roles = rolesOf(actor);
  const own = roles.includes("therapist") ? await tasks.list(scope, { therapist: actor.staff }) : [];
  if (!roles.includes("supervisor")) return own;
  const known = new Set(own.map((one) => one.task));
  const supervised = await tasks.list(scope, { episodes: await supervisedBy(scope, actor.staff) });
  return [...own, ...supervised.filter((one) => !known.has(one.task))];
}

/** Says that someone has seen to it. The first word stands; the answer itself stays as it was given. */
export async function acknowledgeTask(context: AppContext, actor: Actor, taskId: string): Promise<void> {
  await within(context, actor, async (scope) => {
    const task = isIdentifier(taskId) ? await tasks.find(scope, taskId) : null;
    const found = task === null ? null : await findCase(scope, task.episode);
    if (task === null || found === null || actor.kind !== "staff") throw absent();
    const { duty } = await settingsOf(scope);
    const { therapist, supervisors } = found.subject;
    permit(actor, "acknowledge-task", { kind: "task", task: taskId, therapist, supervisors, duty });
    if (!(await tasks.acknowledge(scope, taskId, actor.staff))) {
      throw new InvalidInput({ id: "refusals.task.acknowledged", values: {} });
    }
    await record(scope, actor, "acknowledge-task", `task:${taskId}`);
    await refresh(scope, [task.episode]);
  });
}

/**
 * Marks what nobody has seen to by its time, once each, and writes it into the record. Whose eyes it then meets is
 * decided where it is read: nobody learns of a case that is not open to them.
 */
export async function escalateOverdue(context: AppContext, practice: string): Promise<number> {
  return inPractice(context, practice, async (scope) => {
    const marked = await tasks.escalate(scope);
    for (const task of marked) {
      await recordAs(scope, { who: "Concord" }, "escalate-task", `task:${task}`);
    }
    return marked.length;
  });
}

/** How many answers have waited for this person, or for someone they look after, past their time. */
export async function countOverdue(context: AppContext, actor: Actor): Promise<number> {
  return within(context, actor, async (scope) => {
    permit(actor, "read-caseload", { kind: "practice" });
    const { duty } = await settingsOf(scope);
    const open =
      actor.kind === "staff" && actor.staff === duty
        ? await tasks.list(scope, { open: true })
        : (await ownTasks(scope, actor)).filter((one) => one.acknowledged === null);
    return open.filter((one) => one.escalatedAt !== null).length;
  });
}

/** Whose answers wait past their time, for those who run the practice: therapists and numbers, no client. */
export interface OverdueOfTherapist {
  readonly therapist: string;
  readonly answers: number;
  readonly since: string;
}

export async function listOverdue(context: AppContext, actor: Actor): Promise<readonly OverdueOfTherapist[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const open = (await tasks.list(scope, { open: true })).filter((one) => one.escalatedAt !== null);
    const names = new Map((await staff.list(scope)).map((one) => [one.staff, one.name]));
    return [...Map.groupBy(open, (one) => one.therapist)].map(([therapist, own]) => ({
      therapist: names.get(therapist) ?? "",
      answers: own.length,
      since: own[0]!.dueAt,
    }));
  });
}

export function taskView(task: RiskTask, duty: string | undefined): Task {
  const { acknowledged } = task;
  return {
    id: task.task,
    episode: task.episode,
    client: task.client,
    kind: task.kind,
    session: task.session,
    message: knownMessage(task.message, unknown),
    at: task.createdAt,
    due: task.dueAt,
    isOverdue: task.escalatedAt !== null,
    ...(duty === undefined ? {} : { duty }),
    acknowledged: acknowledged === null ? null : { by: acknowledged.name, at: acknowledged.at },
  };
}

/** A page must say that a risk answer is there even where another version of Concord saved its text. */
const unknown: StaffMessage = { id: "stored.task.unknown", values: {} };
