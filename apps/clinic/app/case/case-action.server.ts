import type { PhaseName } from "@concord/course";
import type { Rater } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";
import {
  addSession,
  closeEpisode,
  correctClient,
  endingOutcomes,
  endingReasons,
  giveConsent,
  handOver,
  markAttended,
  recordDisclosure,
  renewLink,
  reopenEpisode,
  setEnding,
  setNextSession,
  setPhase,
  withdrawConsent,
  withdrawForm,
} from "@concord/practice";
import { redirect } from "react-router";
import { outOfDate, tried } from "../access/map-refusal.ts";
import { sentText } from "../request/sent.ts";
import { sentDay, sentNumber } from "../request/sent-values.ts";
import { askedOf, requestedFor, requestedOnceRecorded } from "../ui/handover/tickets.server.ts";
import { betweenActs } from "./between-action.server.ts";
import { type Act, type CaseActionContext, type Done, done, notUnderstood } from "./case-action-context.ts";

/** Carries out a form of the client's page, by its intent, with a function of the practice. */
export async function handleCaseAction(asked: CaseActionContext): Promise<Done> {
  const intent = sentText(asked.sent, "intent");
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined;
  if (act === undefined) return { intent, ...notUnderstood(outOfDate) };
  const outcome = await tried(act(asked));
  return {
    intent,
    ...(outcome.kind === "done" ? outcome.value : notUnderstood(outcome.problem, outcome.field)),
  };
}

const acts: Readonly<Record<string, Act>> = {
  ...betweenActs,
  session: (asked) => recordSession(asked),
  ask: (asked) => askForSession(asked),
  "ask-first": (asked) => askForSession(asked),
  async renew({ appContext, actor, publicUrl, episode, sent }) {
    const session = sentNumber(sent, "session");
    if (session === null) return notUnderstood({ id: "case.invalid.session", values: {} }, "session");
    const rater = raters.find((each) => each === sentText(sent, "rater"));
    if (rater === undefined) return notUnderstood(outOfDate);
    const asked = askedOf(await renewLink(appContext, actor, { episode, session, rater }), publicUrl);
    return { ...done({ id: "case.done.new-link", values: {} }), asked };
  },
  async "correct-session"({ appContext, actor, episode, sent }) {
    const session = sentNumber(sent, "session");
    if (session === null) return notUnderstood({ id: "case.invalid.session", values: {} }, "session");
    const heldOn = sentDay(sent, "date");
    if (heldOn === null) return notUnderstood({ id: "case.invalid.day", values: {} }, "date");
    const attended = sentAttended(sent);
    if (attended === null) return notUnderstood(whetherHeld, "attended");
    await markAttended(appContext, actor, { episode, session, attended, heldOn });
    return done(
      session === 0
        ? { id: "case.done.start-corrected", values: {} }
        : { id: "case.done.session-corrected", values: { session } },
    );
  },
  async client({ appContext, actor, episode, sent }) {
    const language = sentText(sent, "language");
    await correctClient(appContext, actor, episode, {
      label: sentText(sent, "client"),
      ...(language === "" ? {} : { language }),
    });
    return done({ id: "case.done.client", values: {} });
  },
  async withdraw({ appContext, actor, sent }) {
    await withdrawForm(appContext, actor, sentText(sent, "request"));
    return done({ id: "case.done.withdrawn", values: {} });
  },
  async next({ appContext, actor, episode, sent }) {
    const day = sentDay(sent, "next");
    if (day === null && sentText(sent, "next") !== "")
      return notUnderstood({ id: "case.invalid.day", values: {} }, "next");
    await setNextSession(appContext, actor, episode, day);
    return done(
      day === null ? { id: "case.done.no-next", values: {} } : { id: "case.done.next", values: {} },
    );
  },
  async phase({ appContext, actor, episode, sent }) {
    const from = sentNumber(sent, "from");
    const name = sentPhase(sent);
    if (name === null) return notUnderstood({ id: "case.invalid.phase", values: {} }, "phase");
    if (from === null || from < 1) return notUnderstood({ id: "case.invalid.from", values: {} }, "from");
    await setPhase(appContext, actor, episode, { name, from });
    return done({ id: "case.done.phase", values: {} });
  },
  async "phase-by-rule"({ appContext, actor, episode, sent }) {
    const name = sentPhase(sent);
    if (name === null) return notUnderstood({ id: "case.invalid.phase", values: {} }, "phase");
    await setPhase(appContext, actor, episode, { name, from: null });
    return done({ id: "case.done.phase-automatic", values: {} });
  },
  async ending({ appContext, actor, episode, sent }) {
    const from = sentNumber(sent, "from");
    if (from === 0 || (from === null && sentText(sent, "from") !== ""))
      return notUnderstood({ id: "case.invalid.from-or-empty", values: {} }, "from");
    await setEnding(appContext, actor, episode, from);
    return done(
      from === null
        ? { id: "case.done.no-ending", values: {} }
        : { id: "case.done.ending", values: { session: from } },
    );
  },
  async consent(asked) {
    const consent = consentOf(asked);
    if (consent === null) return notUnderstood(whoAgreed, "givenBy");
    await giveConsent(asked.appContext, asked.actor, consent);
    return done({ id: "case.done.supervision", values: {} });
  },
  async "withdraw-consent"(asked) {
    const consent = consentOf(asked);
    if (consent === null) return notUnderstood(whoAgreed, "givenBy");
    await withdrawConsent(asked.appContext, asked.actor, consent);
    return done({ id: "case.done.supervision-withdrawn", values: {} });
  },
  async research({ appContext, actor, episode, sent }) {
    const givenBy = saidBy(sent);
    if (givenBy === null) return notUnderstood(whoAgreed, "givenBy");
    await giveConsent(appContext, actor, { episode, givenBy, about: { matter: "research" } });
    return done({ id: "case.done.research", values: {} });
  },
  async "withdraw-research"({ appContext, actor, episode, sent }) {
    const givenBy = saidBy(sent);
    if (givenBy === null) return notUnderstood(whoAgreed, "givenBy");
    await withdrawConsent(appContext, actor, { episode, givenBy, about: { matter: "research" } });
    return done({ id: "case.done.research-refused", values: {} });
  },
  async "hand-over"({ appContext, actor, episode, sent }) {
    await handOver(appContext, actor, episode, sentText(sent, "to"));
    throw redirect("/caseload?handed-over");
  },
  async disclosure({ appContext, actor, episode, sent }) {
    const session = sentNumber(sent, "session");
    if (session === null) return notUnderstood({ id: "case.invalid.session", values: {} }, "session");
    const task = await recordDisclosure(appContext, actor, { episode, session });
    throw redirect(`/tasks/${task}`);
  },
  async close({ appContext, actor, episode, sent }) {
    const reason = endingReasons.find((one) => one === sentText(sent, "reason"));
    if (reason === undefined)
      return notUnderstood({ id: "case.invalid.ending-reason", values: {} }, "reason");
    const outcome = endingOutcomes.find((one) => one === sentText(sent, "outcome"));
    if (outcome === undefined)
      return notUnderstood({ id: "case.invalid.ending-outcome", values: {} }, "outcome");
    const on = sentDay(sent, "on");
    if (on === null) return notUnderstood({ id: "case.invalid.day", values: {} }, "on");
    await closeEpisode(appContext, actor, episode, {
      on,
      reason,
      outcome,
      words: sentText(sent, "words"),
      leavesGroups: sentText(sent, "leavesGroups") === "yes",
    });
    return done({ id: "case.done.ended", values: {} });
  },
  async reopen({ appContext, actor, episode }) {
    await reopenEpisode(appContext, actor, episode);
    return done({ id: "case.done.reopened", values: {} });
  },
};

/** Who answers by link. */
const raters: readonly Rater[] = ["client", "caregiver", "observer", "member"];

const askForSession: Act = async ({ appContext, actor, publicUrl, episode, sent }) => {
  const session = sentNumber(sent, "session");
  if (session === null) return notUnderstood({ id: "case.invalid.session", values: {} }, "session");
  const asked = await requestedFor({ appContext, actor, publicUrl }, episode, session);
  return {
    ...done(asked.tickets.length + asked.own.length === 0 ? null : { id: "case.done.links", values: {} }),
    asked,
  };
};

/**
 * Records the session and makes its links. The form names the number it expects, so that a page sent twice records one
 * session.
 */
const recordSession: Act = async ({ appContext, actor, publicUrl, episode, sent }) => {
  const number = sentNumber(sent, "session");
  const heldOn = sentDay(sent, "date");
  if (number === null || number < 1) return notUnderstood(outOfDate);
  if (heldOn === null) return notUnderstood({ id: "case.invalid.session-day", values: {} }, "date");
  const next = sentDay(sent, "next");
  if (next === null && sentText(sent, "next") !== "")
    return notUnderstood({ id: "case.invalid.day", values: {} }, "next");
  const attended = sentAttended(sent);
  if (attended === null) return notUnderstood(whetherHeld, "attended");
  await addSession(appContext, actor, {
    episode,
    number,
    heldOn,
    attended,
    secondOnDay: sentText(sent, "second") === "yes",
    ...(next !== null && { nextSession: next }),
  });
  if (!attended) return done({ id: "case.done.not-held", values: { session: number } });
  const asked = await requestedOnceRecorded({ appContext, actor, publicUrl }, episode, number);
  return { ...done({ id: "case.done.session", values: { session: number } }), asked };
};

const whetherHeld: StaffMessage = { id: "case.invalid.held", values: {} };

/** Whether a session took place; a form that does not ask means that it did. Null where it is neither yes nor no. */
function sentAttended(sent: FormData): boolean | null {
  if (!sent.has("attended")) return true;
  const said = sentText(sent, "attended");
  return said === "yes" ? true : said === "no" ? false : null;
}

const whoAgreed: StaffMessage = { id: "case.invalid.given-by", values: {} };

function consentOf({ episode, sent }: CaseActionContext) {
  const givenBy = saidBy(sent);
  if (givenBy === null) return null;
  return {
    episode,
    givenBy,
    about: { matter: "supervision", supervisor: sentText(sent, "supervisor") },
  } as const;
}

function saidBy(sent: FormData): "client" | "caregiver" | "therapist" | null {
  const said = sentText(sent, "givenBy");
  return said === "client" || said === "caregiver" || said === "therapist" ? said : null;
}

function sentPhase(sent: FormData): PhaseName | null {
  const name = sentText(sent, "phase");
  return name === "engagement" || name === "working-through" || name === "termination" ? name : null;
}
