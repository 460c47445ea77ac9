import type { PhaseName } from "@concord/course";
import type { Rater } from "@concord/instruments";
import {
  addSession,
  closeEpisode,
  correctClient,
  formsLeftOut,
  giveConsent,
  handOver,
  markAttended,
  renewLink,
  reopenEpisode,
  requestForms,
  setEnding,
  setNextSession,
  setPhase,
  withdrawConsent,
  withdrawForm,
} from "@concord/practice";
import { redirect } from "react-router";
import { tried } from "../access/map-refusal.ts";
import { sentText } from "../request/sent.ts";
import { sentDay, sentNumber } from "../request/sent-values.ts";
import { betweenActs } from "./between-action.server.ts";
import { type Act, type CaseActionContext, type Done, done, notUnderstood } from "./case-action-context.ts";
import { askedOf } from "./components/sessions/tickets.server.ts";

/**
 * What the case page's forms do, by their intent. Each is a verb of the practice; here is only its carrying.
 */
export async function handleCaseAction(deed: CaseActionContext): Promise<Done> {
  const intent = sentText(deed.sent, "intent");
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined;
  if (act === undefined) return { intent, ...notUnderstood("This page is out of date. Load it again.") };
  const outcome = await tried(act(deed));
  return {
    intent,
    ...(outcome.kind === "done" ? outcome.value : notUnderstood(outcome.problem, outcome.field)),
  };
}

const acts: Readonly<Record<string, Act>> = {
  ...betweenActs,
  session: (deed) => recordSession(deed),
  ask: (deed) => askForSession(deed),
  "ask-first": (deed) => askForSession(deed),
  async renew({ appContext, actor, publicUrl, episode, sent }) {
    const session = sentNumber(sent, "session");
    if (session === null) return notUnderstood("Which session? Enter its number.", "session");
    const rater = raters.find((each) => each === sentText(sent, "rater"));
    if (rater === undefined) return notUnderstood("This page is out of date. Load it again.");
    const asked = askedOf(await renewLink(appContext, actor, { episode, session, rater }), publicUrl);
    return { ...done("New link created. The old link no longer works."), asked };
  },
  async "correct-session"({ appContext, actor, episode, sent }) {
    const session = sentNumber(sent, "session");
    if (session === null) return notUnderstood("Which session? Enter its number.", "session");
    const heldOn = sentDay(sent, "date");
    if (heldOn === null) return notUnderstood("Enter a day of the calendar.", "date");
    const attended = sentAttended(sent);
    if (attended === null) return notUnderstood(whetherHeld, "attended");
    await markAttended(appContext, actor, { episode, session, attended, heldOn });
    return done(session === 0 ? "Beginning of the case corrected." : `Session ${session} corrected.`);
  },
  async client({ appContext, actor, episode, sent }) {
    await correctClient(appContext, actor, episode, { label: sentText(sent, "client") });
    return done("Name corrected.");
  },
  async withdraw({ appContext, actor, sent }) {
    await withdrawForm(appContext, actor, sentText(sent, "request"));
    return done("Form withdrawn. Its link no longer opens it.");
  },
  async next({ appContext, actor, episode, sent }) {
    const day = sentDay(sent, "next");
    if (day === null && sentText(sent, "next") !== "")
      return notUnderstood("Enter a day of the calendar.", "next");
    await setNextSession(appContext, actor, episode, day);
    return done(day === null ? "No next session is set." : "The next session is set.");
  },
  async phase({ appContext, actor, episode, sent }) {
    const from = sentNumber(sent, "from");
    const name = sentPhase(sent);
    if (name === null) return notUnderstood("Choose a phase.", "phase");
    if (from === null || from < 1) return notUnderstood("Enter a session from 1 on.", "from");
    await setPhase(appContext, actor, episode, { name, from });
    return done("The phase is set by hand.");
  },
  async "phase-by-rule"({ appContext, actor, episode, sent }) {
    const name = sentPhase(sent);
    if (name === null) return notUnderstood("Choose a phase.", "phase");
    await setPhase(appContext, actor, episode, { name, from: null });
    return done("The rule decides again where this phase begins.");
  },
  async ending({ appContext, actor, episode, sent }) {
    const from = sentNumber(sent, "from");
    if (from === 0 || (from === null && sentText(sent, "from") !== ""))
      return notUnderstood("Enter a session from 1 on, or leave the field empty.", "from");
    await setEnding(appContext, actor, episode, from);
    return done(from === null ? "No ending is agreed." : `The end was agreed in session ${from}: kept.`);
  },
  async consent(deed) {
    const consent = consentOf(deed);
    if (consent === null) return notUnderstood(whoAgreed, "givenBy");
    await giveConsent(deed.appContext, deed.actor, consent);
    return done("Kept: the ratings of this case are open to this supervisor.");
  },
  async "withdraw-consent"(deed) {
    const consent = consentOf(deed);
    if (consent === null) return notUnderstood(whoAgreed, "givenBy");
    await withdrawConsent(deed.appContext, deed.actor, consent);
    return done("Kept: the ratings of this case are closed to this supervisor.");
  },
  async research({ appContext, actor, episode, sent }) {
    const givenBy = saidBy(sent);
    if (givenBy === null) return notUnderstood(whoAgreed, "givenBy");
    await giveConsent(appContext, actor, { episode, givenBy, about: { matter: "research" } });
    return done("Kept: the de-identified ratings of this case may go into research.");
  },
  async "withdraw-research"({ appContext, actor, episode, sent }) {
    const givenBy = saidBy(sent);
    if (givenBy === null) return notUnderstood(whoAgreed, "givenBy");
    await withdrawConsent(appContext, actor, { episode, givenBy, about: { matter: "research" } });
    return done("Kept: this case goes into no research export from now on.");
  },
  async "hand-over"({ appContext, actor, episode, sent }) {
    await handOver(appContext, actor, episode, sentText(sent, "to"));
    throw redirect("/caseload?handed-over");
  },
  async close({ appContext, actor, episode }) {
    await closeEpisode(appContext, actor, episode);
    return done("Episode closed. Everything stays readable, and it can be reopened.");
  },
  async reopen({ appContext, actor, episode }) {
    await reopenEpisode(appContext, actor, episode);
    return done("This episode is open again.");
  },
};

/** Who answers by link. */
const raters: readonly Rater[] = ["client", "caregiver", "observer", "member"];

/** Requests what belongs to a session, and says what of it cannot be. */
async function requestedFor(
  {
    appContext,
    actor,
    publicUrl,
    episode,
  }: Pick<CaseActionContext, "appContext" | "actor" | "publicUrl" | "episode">,
  session: number,
) {
  const forms = await requestForms(appContext, actor, { episode, session });
  return askedOf(forms, publicUrl, await formsLeftOut(appContext, actor, { episode, session }));
}

const askForSession: Act = async ({ appContext, actor, publicUrl, episode, sent }) => {
  const session = sentNumber(sent, "session");
  if (session === null) return notUnderstood("Which session? Enter its number.", "session");
  const asked = await requestedFor({ appContext, actor, publicUrl, episode }, session);
  return { ...done(asked.tickets.length + asked.own.length === 0 ? null : "Links created."), asked };
};

/**
 * Records the session and makes its links. The form names the number it expects, so that a page sent twice records one
 * session.
 */
const recordSession: Act = async ({ appContext, actor, publicUrl, episode, sent }) => {
  const number = sentNumber(sent, "session");
  const heldOn = sentDay(sent, "date");
  if (number === null || number < 1) return notUnderstood("This page is out of date. Load it again.");
  if (heldOn === null) return notUnderstood("Enter the day of the session.", "date");
  const next = sentDay(sent, "next");
  if (next === null && sentText(sent, "next") !== "")
    return notUnderstood("Enter a day of the calendar.", "next");
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
  if (!attended)
    return done(`Session ${number} saved: it did not take place. No questionnaires were requested.`);
  const asked = await requestedFor({ appContext, actor, publicUrl, episode }, number);
  return { ...done(`Session ${number} saved. Links created.`), asked };
};

const whetherHeld = "Choose whether the session took place.";

/** Whether a session took place; a form that does not ask means that it did. Null where it is neither yes nor no. */
function sentAttended(sent: FormData): boolean | null {
  if (!sent.has("attended")) return true;
  const said = sentText(sent, "attended");
  return said === "yes" ? true : said === "no" ? false : null;
}

const whoAgreed = "Choose who has agreed.";

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
