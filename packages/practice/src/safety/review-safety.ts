import { findInstrument } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";
import {
  isIdentifier,
  messages,
  type RiskTask,
  responses,
  type SafetyContact,
  type SafetyOutcome,
  type SafetyTopic,
  type Scope,
  safetyContacts,
  safetyOutcomes,
  safetyReviews,
  safetyTopics,
  staff,
  tasks,
} from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { authorise } from "../authorise.ts";
import { addDays, hoursAfter, isDate } from "../calendar.ts";
import { findCase, openCase } from "../open-case.ts";
import { absent, InvalidInput, permit } from "../permit.ts";
import { practiceDay } from "../practice-day.ts";
import { record } from "../record.ts";
import { refresh } from "../refresh.ts";
import { settingsOf } from "../settings.ts";
import type { SafetyAnswerView, SafetyQuestion } from "../views/safety.ts";
import { formStarter } from "../wordings.ts";
import { taskView } from "./tasks.ts";

const longestNote = 2000;
/** A next check is agreed on for the coming days or weeks, never for later than this. */
const latestCheckDays = 92;

/**
 * Returns a safety answer with its history: the question and all its answers, the reviews, and how things stand. For
 * the therapist, a supervisor who was let in, and the one on duty; reading it is recorded.
 */
export async function readSafetyAnswer(
  context: AppContext,
  actor: Actor,
  taskId: string,
): Promise<SafetyAnswerView> {
  return within(context, actor, async (scope) => {
    const { task, subject, language, dutyName } = await openTask(scope, actor, taskId);
    await record(scope, actor, "read-safety-answer", `task:${taskId}`);
    const reviews = await safetyReviews.list(scope, [taskId]);
    return {
      task: taskView(task, dutyName),
      questions: await questionsOf(scope, task, language),
      reviews: reviews.map(({ task: _, by, ...review }) => ({ ...review, by: by.name })),
      told: await noticesOf(scope, taskId),
      today: (await practiceDay(scope, context)).today,
      mayOpenCase: authorise(actor, "read-case", subject).kind === "allowed",
    };
  });
}

async function noticesOf(scope: Scope, task: string): Promise<SafetyAnswerView["told"]> {
  const names = new Map((await staff.list(scope)).map((one) => [one.staff, one.name]));
  return (await messages.listOf(scope, { tasks: [task] })).map((one) => ({
    name: names.get(one.staff ?? "") ?? "",
    channel: one.channel,
    state: one.state,
    at: one.sentAt ?? one.createdAt,
  }));
}

export interface SafetyReviewGiven {
  readonly task: string;
  readonly asked: readonly string[];
  readonly outcome: string;
  readonly told: readonly string[];
  /** yyyy-mm-dd; empty where nothing more is to be checked. */
  readonly nextCheck: string;
  readonly note: string;
}

/**
 * Records what was asked about a safety answer, what it came to, who was told, and when somebody looks again.
 *
 * Only a conversation that found no acute danger may go without a next check: everything else stays on the list until
 * somebody has looked again. An earlier review stays on record.
 *
 * Throws `InvalidInput` naming the field that cannot be used.
 */
export async function reviewSafetyAnswer(
  context: AppContext,
  actor: Actor,
  given: SafetyReviewGiven,
): Promise<void> {
  await within(context, actor, async (scope) => {
    const { task } = await openTask(scope, actor, given.task);
    if (actor.kind !== "staff") throw absent();
    const review = reviewOf(given, (await practiceDay(scope, context)).today);
    await safetyReviews.record(scope, { ...review, task: task.task, by: actor.staff });
    await record(scope, actor, `review-safety-answer ${review.outcome}`, `task:${task.task}`);
    await refresh(scope, [task.episode]);
  });
}

function reviewOf(given: SafetyReviewGiven, today: string) {
  const outcome = safetyOutcomes.find((each) => each === given.outcome);
  if (outcome === undefined) throw invalid("refusals.safety.outcome", "outcome");
  const asked = given.asked.filter((each): each is SafetyTopic => safetyTopics.some((one) => one === each));
  if (asked.length === 0 && outcome !== "could-not-reach" && outcome !== "handed-on") {
    throw invalid("refusals.safety.asked", "asked");
  }
  const told = given.told.filter((each): each is SafetyContact => safetyContacts.some((one) => one === each));
  if (told.length === 0 && outcome === "handed-on") throw invalid("refusals.safety.told", "told");
  const note = given.note.trim();
  if (note.length > longestNote) throw invalid("refusals.safety.note", "note");
  if (note === "" && outcome === "other") throw invalid("refusals.safety.note-needed", "note");
  return { outcome, asked, told, note: note === "" ? null : note, nextCheck: checkOf(given, outcome, today) };
}

function checkOf({ nextCheck }: SafetyReviewGiven, outcome: SafetyOutcome, today: string): string | null {
  if (nextCheck === "") {
    if (outcome === "no-acute-danger") return null;
    throw invalid("refusals.safety.check-needed", "nextCheck");
  }
  if (!isDate(nextCheck)) throw invalid("refusals.safety.check-day", "nextCheck");
  if (nextCheck < today || nextCheck > addDays(today, latestCheckDays)) {
    throw invalid("refusals.safety.check-range", "nextCheck");
  }
  return nextCheck;
}

function invalid(
  id:
    | "refusals.safety.outcome"
    | "refusals.safety.asked"
    | "refusals.safety.told"
    | "refusals.safety.note"
    | "refusals.safety.note-needed"
    | "refusals.safety.check-needed"
    | "refusals.safety.check-day"
    | "refusals.safety.check-range",
  field: string,
): InvalidInput {
  return new InvalidInput({ id, values: {} }, field);
}

/**
 * Records that a client, of any age, told the therapist of harm or danger that no form asks about: it is reviewed like
 * an answer in a form. What was said is not part of it; it belongs into the record of the conversation.
 */
export async function recordDisclosure(
  context: AppContext,
  actor: Actor,
  given: { readonly episode: string; readonly session: number },
): Promise<string> {
  return within(context, actor, async (scope) => {
    await openCase(scope, actor, "record-disclosure", given.episode);
    const { taskHours } = await settingsOf(scope);
    const message: StaffMessage = { id: "stored.task.disclosure", values: { session: given.session } };
    const task = await tasks.raiseDisclosure(scope, {
      episode: given.episode,
      session: given.session,
      message,
      dueAt: hoursAfter(context.now(), taskHours).toISOString(),
    });
    await record(scope, actor, "record-disclosure", `task:${task}`);
    await refresh(scope, [given.episode]);
    return task;
  });
}

/** The task, if there is one and this person may review it. */
async function openTask(scope: Scope, actor: Actor, taskId: string) {
  const task = isIdentifier(taskId) ? await tasks.find(scope, taskId) : null;
  const found = task === null ? null : await findCase(scope, task.episode);
  if (task === null || found === null || actor.kind !== "staff") throw absent();
  const { duty } = await settingsOf(scope);
  const { therapist, supervisors } = found.subject;
  permit(actor, "review-safety-answer", { kind: "task", task: taskId, therapist, supervisors, duty });
  const dutyName = duty === null ? undefined : (await staff.find(scope, duty))?.name;
  return { task, subject: found.subject, language: found.episode.language, dutyName };
}

async function questionsOf(
  scope: Scope,
  task: RiskTask,
  language: string,
): Promise<readonly SafetyQuestion[]> {
  const all = await responses.list(scope, [task.episode]);
  const raised = all.find((one) => one.response === task.response);
  const instrument = raised === undefined ? null : findInstrument(raised.instrument);
  if (raised === undefined || instrument === null) return [];
  const form = (await formStarter(scope))(instrument, language);
  const wording = form.kind === "ready" ? form.wording : null;
  const forms = all
    .filter((one) => one.instrument === raised.instrument && one.rater === raised.rater)
    .toSorted((a, b) => a.session - b.session || (a.receivedAt < b.receivedAt ? -1 : 1));
  return task.risks.map(({ item, about }) => {
    const threshold =
      instrument.riskItems.find((each) => each.item === item)?.atLeast ?? Number.POSITIVE_INFINITY;
    return {
      item,
      about,
      questionnaire: instrument.shortTitle,
      question: wording?.items[item]?.text ?? null,
      answers: forms.flatMap((one) => {
        const value = one.values[item];
        if (value === undefined || value === null) return [];
        return [
          {
            session: one.session,
            at: one.receivedAt,
            value,
            answer: wording?.items[item]?.anchors?.[value] ?? null,
            atOrOver: value >= threshold,
          },
        ];
      }),
    };
  });
}
