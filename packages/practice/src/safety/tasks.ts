import type { StaffMessage } from "@concord/messages";
import { type RiskTask, type Scope, staff, tasks } from "@concord/store";
import { type Actor, rolesOf } from "../actor.ts";
import { type AppContext, inPractice, within } from "../app-context.ts";
import { knownMessage } from "../known-message.ts";
import { permit } from "../permit.ts";
import { record, recordAs } from "../record.ts";
import { settingsOf } from "../settings.ts";
import { supervisedBy } from "../supervision.ts";
import type { SafetyState, Task } from "../views/safety.ts";

/** What nobody has reviewed first, then what is to be looked at again. */
const stateOrder: readonly SafetyState[] = ["unreviewed", "overdue", "followed-up", "closed"];

/**
 * Returns the safety answers to see to, by state and due date: of a therapist's own cases, of a supervisor's where they
 * were let in, and everybody's for the one on duty.
 */
export async function listTasks(context: AppContext, actor: Actor): Promise<readonly Task[]> {
  return within(context, actor, async (scope) => {
    permit(actor, "read-caseload", { kind: "practice" });
    const { duty, dutySince } = await settingsOf(scope);
    const found = await tasksOpenTo(scope, actor, duty, dutySince);
    const name = duty === null ? undefined : (await staff.find(scope, duty))?.name;
    return found
      .map((one) => taskView(one, name))
      .sort((a, b) => stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state));
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
    (one) =>
      one.acknowledged === null ||
      one.review === "overdue" ||
      (dutySince !== null && one.createdAt >= dutySince),
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

/** Nobody reviewed it by its time, or the day of the agreed next check is past. */
function isOverdue({ review, escalatedAt }: RiskTask): boolean {
  return review === "overdue" || (review === "unreviewed" && escalatedAt !== null);
}

/** Returns how many answers have waited for this person, or for someone they look after, past their time. */
export async function countOverdue(context: AppContext, actor: Actor): Promise<number> {
  return within(context, actor, async (scope) => {
    permit(actor, "read-caseload", { kind: "practice" });
    const { duty } = await settingsOf(scope);
    const open =
      actor.kind === "staff" && actor.staff === duty
        ? await tasks.list(scope, {})
        : await ownTasks(scope, actor);
    return open.filter(isOverdue).length;
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
    const open = (await tasks.list(scope, {})).filter(isOverdue);
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
    state: task.review,
    nextCheck: task.nextCheck,
    wasLate: task.escalatedAt !== null,
    ...(duty === undefined ? {} : { duty }),
    reviewed: acknowledged === null ? null : { by: acknowledged.name, at: acknowledged.at },
  };
}

/** A page must say that a risk answer is there even where another version of Concord saved its text. */
const unknown: StaffMessage = { id: "stored.task.unknown", values: {} };
