import {
  audit,
  messages,
  type NewMessage,
  type RiskTask,
  type Scope,
  type StaffMember,
  staff,
  tasks,
} from "@concord/store";
import { type AppContext, inPractice } from "../app-context.ts";
import { cancelReason } from "../messages/cancel-reason.ts";
import { mailServer, messageTimes, smsGateway } from "../messages/message-settings.ts";
import { staffPhone } from "../messages/staff-phone.ts";
import { findCase } from "../open-case.ts";
import { recordAs } from "../record.ts";
import { settingsOf } from "../settings.ts";

/** How long each safety answer has waited by this process's own clock, which no one can set back. */
export type Elapsed = (task: string) => number;

/** Returns the minutes since each safety answer was first seen by this process, on a clock that only goes forward. */
export function createElapsed(clock: () => number = () => performance.now()): Elapsed {
  const first = new Map<string, number>();
  return (task) => {
    const now = clock();
    const since = first.get(task) ?? now;
    first.set(task, since);
    return (now - since) / 60_000;
  };
}

const minute = 60_000;

/**
 * Tells people of safety answers that no one has opened: the therapist at once, then the person on call, then the
 * supervisors who were given access, each by e-mail and SMS after the times that the practice has set; all of them again
 * once an answer is overdue. Opening the answer ends it. Returns how many messages were asked for.
 *
 * If the clock is set forward the next person is told early. If it is set back, the time that this process has waited
 * counts; an answer that seems to come from the future is told to everyone.
 */
export async function tellOfSafety(context: AppContext, practice: string, elapsed: Elapsed): Promise<number> {
  return inPractice(context, practice, async (scope) => {
    const unreviewed = (await tasks.list(scope, { open: true })).filter((one) => one.review === "unreviewed");
    if (unreviewed.length === 0) return 0;
    const byMail = (await mailServer(context, scope)) !== null;
    const bySms = (await smsGateway(context, scope)) !== null;
    if (!byMail && !bySms) return 0;
    const opened = await openedTasks(scope, unreviewed);
    const done = unreviewed.filter((one) => opened.has(one.task) && one.escalatedAt === null);
    await messages.cancel(scope, { tasks: done.map((one) => one.task) }, cancelReason("opened"));
    const chain = await chainOf(scope);
    let added = 0;
    for (const task of unreviewed) {
      if (opened.has(task.task) && task.escalatedAt === null) continue;
      const wall = (context.now().getTime() - Date.parse(task.createdAt)) / minute;
      const waited = wall < -1 ? Number.POSITIVE_INFINITY : Math.max(wall, elapsed(task.task));
      for (const member of await peopleToTell(scope, chain, task, waited)) {
        const wanted = await messagesTo(scope, member, task, { byMail, bySms, language: chain.language });
        const fresh = await messages.queue(scope, wanted);
        if (fresh > 0)
          await recordAs(
            scope,
            { who: "Concord" },
            `tell-of-safety staff:${member.staff}`,
            `task:${task.task}`,
          );
        added += fresh;
      }
    }
    return added;
  });
}

/** Returns which of these answers somebody has opened since they were given. */
async function openedTasks(scope: Scope, of: readonly RiskTask[]): Promise<ReadonlySet<string>> {
  const subjects = of.map((one) => `task:${one.task}`);
  const found = await audit.subjectsOf(scope, "read-safety-answer", subjects);
  return new Set(found.map((subject) => subject.slice("task:".length)));
}

interface Chain {
  readonly members: ReadonlyMap<string, StaffMember>;
  readonly onCall: string | null;
  readonly onCallAfter: number;
  readonly supervisorsAfter: number;
  readonly language: string;
}

async function chainOf(scope: Scope): Promise<Chain> {
  const { duty, language } = await settingsOf(scope);
  const { onCallAfter, supervisorsAfter } = await messageTimes(scope);
  const all = (await staff.list(scope)).filter((one) => one.active);
  return {
    members: new Map(all.map((one) => [one.staff, one])),
    onCall: duty,
    onCallAfter,
    supervisorsAfter,
    language,
  };
}

/** Whoever may open the answer and whose time has come. Where the therapist has left, the next is told at once. */
async function peopleToTell(
  scope: Scope,
  { members, onCall, onCallAfter, supervisorsAfter }: Chain,
  task: RiskTask,
  waited: number,
): Promise<readonly StaffMember[]> {
  const therapist = members.get(task.therapist);
  const isLate = task.escalatedAt !== null || therapist === undefined;
  const withOnCall = isLate || waited >= onCallAfter;
  const withSupervisors = isLate || waited >= supervisorsAfter;
  const supervisors = withSupervisors
    ? ((await findCase(scope, task.episode))?.subject.supervisors ?? [])
    : [];
  const wanted = [task.therapist, ...(withOnCall && onCall !== null ? [onCall] : []), ...supervisors];
  return [...new Set(wanted)].flatMap((one) => members.get(one) ?? []);
}

async function messagesTo(
  scope: Scope,
  member: StaffMember,
  task: RiskTask,
  {
    byMail,
    bySms,
    language,
  }: { readonly byMail: boolean; readonly bySms: boolean; readonly language: string },
): Promise<readonly NewMessage[]> {
  const template = task.escalatedAt === null ? "safety" : "safety-overdue";
  const common = {
    template,
    language: member.language ?? language,
    staff: member.staff,
    task: task.task,
  };
  const phone = bySms ? await staffPhone(scope, member.staff) : null;
  const key = `${template}:${task.task}:${member.staff}`;
  return [
    // The accounts of simulated practices have addresses that are none (RFC 2606).
    ...(byMail && !member.email.endsWith(".invalid")
      ? [{ ...common, key: `${key}:email`, channel: "email" as const, address: member.email }]
      : []),
    ...(phone === null ? [] : [{ ...common, key: `${key}:sms`, channel: "sms" as const, address: phone }]),
  ];
}
