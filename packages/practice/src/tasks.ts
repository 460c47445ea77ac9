import { audit, isIdentifier, type RiskTask, type Scope, staff, tasks } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type House, inPractice, within } from "./house.ts";
import { findCase } from "./open-case.ts";
import { absent, permit, Refusal } from "./permit.ts";
import { record } from "./record.ts";
import { refresh } from "./refresh.ts";
import { settingsOf } from "./settings.ts";
import { supervisedBy } from "./supervision.ts";
import type { Task } from "./views.ts";

/**
 * What must be seen to, by due date: a therapist's own cases, a supervisor's where they were let in, and
 * everything for the one on duty. The acknowledged follow the open ones.
 */
export async function listTasks(house: House, actor: Actor): Promise<readonly Task[]> {
  return within(house, actor, async (scope) => {
    permit(actor, "read-caseload", { kind: "practice" });
    const { duty } = await settingsOf(scope);
    const found = await tasks.list(scope, await openTo(scope, actor, duty));
    const name = duty === null ? undefined : (await staff.find(scope, duty))?.name;
    return found
      .map((one) => taskView(one, name))
      .sort((a, b) => Number(a.acknowledged !== null) - Number(b.acknowledged !== null));
  });
}

async function openTo(scope: Scope, actor: Actor, duty: string | null) {
  if (actor.kind !== "staff") return { episodes: [] };
  if (actor.staff === duty) return {};
  if (actor.role === "therapist") return { therapist: actor.staff };
  return { episodes: await supervisedBy(scope, actor.staff) };
}

/** Says that someone has seen to it. The first word stands; the answer itself stays as it was given. */
export async function acknowledgeTask(house: House, actor: Actor, taskId: string): Promise<void> {
  await within(house, actor, async (scope) => {
    const task = isIdentifier(taskId) ? await tasks.find(scope, taskId) : null;
    const found = task === null ? null : await findCase(scope, task.episode);
    if (task === null || found === null || actor.kind !== "staff") throw absent();
    const { duty } = await settingsOf(scope);
    const { therapist, supervisors } = found.subject;
    permit(actor, "acknowledge-task", { kind: "task", task: taskId, therapist, supervisors, duty });
    if (!(await tasks.acknowledge(scope, taskId, actor.staff))) {
      throw new Refusal("Someone has seen to this already.");
    }
    await record(scope, actor, "acknowledge-task", `task:${taskId}`);
    await refresh(scope, [task.episode]);
  });
}

/**
 * Marks what nobody has seen to by its time, once each, and writes it into the record. Whose eyes it then meets is
 * decided where it is read: nobody learns of a case that is not open to them.
 */
export async function escalateOverdue(house: House, practice: string): Promise<number> {
  return inPractice(house, practice, async (scope) => {
    const marked = await tasks.escalate(scope);
    for (const task of marked) {
      await audit.append(scope, { who: "Concord", action: "escalate-task", subject: `task:${task}` });
    }
    return marked.length;
  });
}

/** How many answers have waited for this person, or for someone they look after, past their time. */
export async function countOverdue(house: House, actor: Actor): Promise<number> {
  return within(house, actor, async (scope) => {
    permit(actor, "read-caseload", { kind: "practice" });
    const { duty } = await settingsOf(scope);
    const open = await tasks.list(scope, { ...(await openTo(scope, actor, duty)), open: true });
    return open.filter((one) => one.escalatedAt !== null).length;
  });
}

/** Whose answers wait past their time, for those who run the practice: therapists and numbers, no client. */
export interface OverdueOfTherapist {
  readonly therapist: string;
  readonly answers: number;
  readonly since: string;
}

export async function listOverdue(house: House, actor: Actor): Promise<readonly OverdueOfTherapist[]> {
  return within(house, actor, async (scope) => {
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
    sentence: task.sentence,
    at: task.createdAt,
    due: task.dueAt,
    isOverdue: task.escalatedAt !== null,
    ...(duty === undefined ? {} : { duty }),
    acknowledged: acknowledged === null ? null : { by: acknowledged.name, at: acknowledged.at },
  };
}
