import {
  appointments,
  type Contact,
  contacts,
  type Episode,
  episodes,
  groups,
  messages,
  type NamedAppointment,
  requests,
  type Scope,
  sessions,
  sittings,
} from "@concord/store";
import { type AppContext, inPractice } from "../app-context.ts";
import { hoursAfter } from "../calendar.ts";
import { holdCases } from "../lock-case.ts";
import { measuringRefusal, measuringState } from "../privacy/measuring.ts";
import { recordAs } from "../record.ts";
import { requestBefore } from "../request-forms.ts";
import { cancelReason } from "./cancel-reason.ts";
import { mailServer, messageTimes, smsGateway } from "./message-settings.ts";
import { contactAddress, queueForContact } from "./send-sitting.ts";

/**
 * Requests and sends what belongs before each appointment that is near, and sends what was requested after one that was
 * held. Returns how many messages were new.
 *
 * Once for each appointment and case, whatever the clock does: a case that has its questionnaires for the session is left
 * alone. Nothing is sent before an appointment while an earlier one has no session yet, because its number is not known.
 */
export async function sendPlanned(context: AppContext, practice: string): Promise<number> {
  return inPractice(context, practice, async (scope) => {
    const { sendBefore, sendAfter } = await messageTimes(scope);
    const open = await openChannels(context, scope);
    if (open.length === 0) return 0;
    const now = context.now();
    let added = 0;
    if (sendBefore > 0) {
      const near = await appointments.list(scope, {
        states: ["planned"],
        from: now.toISOString(),
        to: hoursAfter(now, sendBefore).toISOString(),
      });
      for (const one of near)
        for (const episode of await casesOf(scope, one))
          added += await sendBeforeOne(context, scope, one, episode, open);
    }
    if (sendAfter) {
      const held = await appointments.list(scope, {
        states: ["held"],
        from: hoursAfter(now, -48).toISOString(),
      });
      for (const one of held)
        for (const episode of await casesOf(scope, one))
          added += await sendAfterOne(scope, one, episode, open);
    }
    return added;
  });
}

/**
 * Withdraws what was requested before an appointment that is cancelled or postponed, as far as it is not answered, with its
 * messages. What was answered counts for the session that follows.
 */
export async function withdrawBefore(
  scope: Scope,
  cases: readonly string[],
  appointment: NamedAppointment,
): Promise<void> {
  const { episode, group, session, startsAt } = appointment;
  if (episode !== null && session === null) return;
  if (group !== null) {
    const sooner = await appointments.list(scope, {
      group,
      states: ["planned"],
      from: scope.now(),
      to: startsAt,
    });
    if (sooner.some((one) => one.appointment !== appointment.appointment)) return;
  }
  const recorded = await sessions.list(scope, cases);
  for (const sitting of await sittings.list(scope, cases)) {
    if (sitting.moment !== "before") continue;
    if (session !== null && sitting.session !== session) continue;
    if (recorded.some((one) => one.episode === sitting.episode && one.session === sitting.session)) continue;
    const forms = await requests.ofSitting(scope, sitting.sitting);
    const waiting = forms.filter((one) => one.answeredAt === null && one.withdrawnAt === null);
    if (waiting.length === 0) continue;
    for (const one of waiting) await requests.withdraw(scope, one.request);
    await sittings.withdraw(scope, sitting.sitting);
    await messages.cancel(scope, { sittings: [sitting.sitting] }, cancelReason("appointment"));
  }
}

async function sendBeforeOne(
  context: AppContext,
  scope: Scope,
  appointment: NamedAppointment,
  episodeId: string,
  open: readonly Contact["channel"][],
): Promise<number> {
  const known = await episodes.find(scope, episodeId);
  if (known === null || known.closedOn !== null) return 0;
  if (measuringRefusal(await measuringState(scope, known)) !== null) return 0;
  const reached = await reachedOf(scope, known, open);
  if (reached.length === 0) return 0;
  const recorded = await sessions.list(scope, [episodeId]);
  const session = Math.max(0, ...recorded.map((one) => one.session)) + 1;
  if (appointment.session === session) return 0;
  const earlier = await appointments.list(scope, {
    episodes: [episodeId],
    states: ["planned"],
    to: appointment.startsAt,
  });
  if (earlier.some((one) => Date.parse(one.startsAt) > context.now().getTime() - 28 * 86_400_000)) return 0;
  await holdCases(scope, [episodeId]);
  if (await hasBefore(scope, episodeId, session)) return 0;
  const made = await requestBefore(context, scope, known, {
    session,
    people: reached.map((one) => one.person),
    expiresAt: hoursAfter(new Date(appointment.startsAt), 24).toISOString(),
  });
  if (appointment.episode !== null) await appointments.change(scope, appointment.appointment, { session });
  let added = 0;
  for (const { person, sitting, language } of made) {
    const contact = reached.find((one) => one.person === person);
    if (contact === undefined) continue;
    await sittings.change(scope, sitting, { contact: contact.contact });
    added += await queueForContact(scope, {
      key: `link:${sitting}`,
      template: "link",
      sitting,
      contact,
      language,
    });
  }
  if (made.length > 0)
    await recordAs(scope, { who: "Concord" }, `request-forms ${made.length}`, `episode:${episodeId}`);
  return added;
}

async function hasBefore(scope: Scope, episode: string, session: number): Promise<boolean> {
  const all = await sittings.list(scope, [episode]);
  return all.some((one) => one.session === session && one.moment === "before");
}

async function sendAfterOne(
  scope: Scope,
  appointment: NamedAppointment,
  episodeId: string,
  open: readonly Contact["channel"][],
): Promise<number> {
  const all = await sittings.list(scope, [episodeId]);
  const last = Math.max(0, ...all.map((one) => one.session));
  const session = appointment.session ?? last;
  const due = all.filter(
    (one) =>
      one.moment === "after" &&
      one.session === session &&
      one.contact === null &&
      one.createdAt >= appointment.startsAt,
  );
  if (due.length === 0) return 0;
  const known = await episodes.find(scope, episodeId);
  if (known === null || known.closedOn !== null) return 0;
  if (measuringRefusal(await measuringState(scope, known)) !== null) return 0;
  const reached = await reachedOf(scope, known, open);
  let added = 0;
  for (const one of due) {
    const person = one.rater === "member" ? "client" : one.rater;
    const contact = reached.find((each) => each.person === person);
    const forms = await requests.ofSitting(scope, one.sitting);
    if (contact === undefined || forms.every((form) => form.answeredAt !== null)) continue;
    await sittings.change(scope, one.sitting, { contact: contact.contact });
    added += await queueForContact(scope, {
      key: `link:${one.sitting}`,
      template: "link",
      sitting: one.sitting,
      contact,
      language: one.language,
    });
  }
  return added;
}

/** The contacts of a case who have agreed to messages and whose channel is set up, one for each person. */
async function reachedOf(
  scope: Scope,
  { client }: Episode,
  open: readonly Contact["channel"][],
): Promise<readonly Contact[]> {
  const all = await contacts.list(scope, [client.client]);
  return all.filter(
    (one) => one.consentedAt !== null && contactAddress(one) !== null && open.includes(one.channel),
  );
}

async function openChannels(context: AppContext, scope: Scope): Promise<readonly Contact["channel"][]> {
  const mail = await mailServer(context, scope);
  const sms = await smsGateway(context, scope);
  return [...(mail === null ? [] : (["email"] as const)), ...(sms === null ? [] : (["sms"] as const))];
}

async function casesOf(scope: Scope, { episode, group }: NamedAppointment): Promise<readonly string[]> {
  if (episode !== null) return [episode];
  const members = await groups.members(scope, group ?? "");
  return members.filter((one) => one.leftOn === null).map((one) => one.episode);
}
