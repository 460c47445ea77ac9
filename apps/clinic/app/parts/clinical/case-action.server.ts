import type { PhaseName } from "@concord/course";
import {
  addSession,
  closeEpisode,
  giveConsent,
  markAttended,
  readCase,
  reopenEpisode,
  requestForm,
  requestForms,
  setEnding,
  setNextSession,
  setPhase,
  withdrawConsent,
} from "@concord/practice";
import { sentText } from "../../access/sent.ts";
import { betweenActs } from "../between/between-action.server.ts";
import { type Deed, type Done, done, notUnderstood } from "./case-deed.ts";
import { sentDay, sentNumber } from "./sent-values.ts";
import { askedOf } from "./tickets.server.ts";

/**
 * What the case page's forms do, by their intent. Each is a verb of the practice; here is only its carrying.
 */
export async function actOnCase(deed: Deed): Promise<Done> {
  const act = acts[sentText(deed.sent, "intent")];
  return act === undefined ? notUnderstood("This page is out of date. Please load it again.") : act(deed);
}

const acts: Readonly<Record<string, (deed: Deed) => Promise<Done>>> = {
  ...betweenActs,
  session: recordSession,
  async ask({ house, actor, publicUrl, episode, sent }) {
    const session = sentNumber(sent, "session");
    if (session === null) return notUnderstood("Which session? Please give its number.");
    return {
      ...done(null),
      asked: askedOf(await requestForms(house, actor, { episode, session }), publicUrl),
    };
  },
  async renew({ house, actor, publicUrl, episode, sent }) {
    const session = sentNumber(sent, "session");
    if (session === null) return notUnderstood("Which session? Please give its number.");
    const instrument = sentText(sent, "instrument");
    const form = await requestForm(house, actor, { episode, session, instrument });
    return {
      ...done("The old link opens nothing any more; this is the new one."),
      asked: askedOf([form], publicUrl),
    };
  },
  async attendance({ house, actor, episode, sent }) {
    const session = sentNumber(sent, "session");
    if (session === null) return notUnderstood("Which session? Please give its number.");
    const attended = sentText(sent, "attended") === "yes";
    await markAttended(house, actor, { episode, session, attended });
    return done(`Session ${session} ${attended ? "took place" : "did not take place"}: kept.`);
  },
  async next({ house, actor, episode, sent }) {
    const day = sentDay(sent, "next");
    await setNextSession(house, actor, episode, day);
    return done(day === null ? "No next session is set." : "The next session is set.");
  },
  async phase({ house, actor, episode, sent }) {
    const from = sentNumber(sent, "from");
    const name = sentPhase(sent);
    if (from === null || from < 1 || name === null)
      return notUnderstood("Please give a phase and a session from 1 on.");
    await setPhase(house, actor, episode, { name, from });
    return done("The phase is set by hand.");
  },
  async "phase-by-rule"({ house, actor, episode, sent }) {
    const name = sentPhase(sent);
    if (name === null) return notUnderstood("Please choose a phase.");
    await setPhase(house, actor, episode, { name, from: null });
    return done("The rule decides again where this phase begins.");
  },
  async ending({ house, actor, episode, sent }) {
    const from = sentNumber(sent, "from");
    if (from !== null && from < 1)
      return notUnderstood("Please give a session from 1 on, or leave it empty.");
    await setEnding(house, actor, episode, from);
    return done(from === null ? "No ending is agreed." : `The end was agreed in session ${from}: kept.`);
  },
  async consent(deed) {
    await giveConsent(deed.house, deed.actor, consentOf(deed));
    return done("Kept: the ratings of this case are open to this supervisor.");
  },
  async "withdraw-consent"(deed) {
    await withdrawConsent(deed.house, deed.actor, consentOf(deed));
    return done("Kept: the ratings of this case are closed to this supervisor.");
  },
  async research({ house, actor, episode, sent }) {
    await giveConsent(house, actor, { episode, givenBy: saidBy(sent), about: { matter: "research" } });
    return done("Kept: the de-identified ratings of this case may go into research.");
  },
  async "withdraw-research"({ house, actor, episode, sent }) {
    await withdrawConsent(house, actor, { episode, givenBy: saidBy(sent), about: { matter: "research" } });
    return done("Kept: this case goes into no research export from now on.");
  },
  async close({ house, actor, episode }) {
    await closeEpisode(house, actor, episode);
    return done("This episode is closed. Everything stays readable.");
  },
  async reopen({ house, actor, episode }) {
    await reopenEpisode(house, actor, episode);
    return done("This episode is open again.");
  },
};

/**
 * Writes the session down and makes its links. The form names the number it expects, so that a page sent
 * twice does not become two sessions.
 */
async function recordSession(deed: Deed): Promise<Done> {
  const { house, actor, publicUrl, episode, sent } = deed;
  const expected = sentNumber(sent, "session");
  const heldOn = sentDay(sent, "date");
  if (expected === null || heldOn === null) return notUnderstood("Please give the day of the session.");
  const attended = sentText(sent, "attended") !== "no";
  const { sessions } = await readCase(house, actor, episode);
  const isNew = Math.max(0, ...sessions.map(({ session }) => session)) + 1 === expected;
  if (isNew) {
    await addSession(house, actor, { episode, heldOn, attended, nextSession: sentDay(sent, "next") });
  }
  if (!attended) return done(`Session ${expected} did not take place: kept. No form is asked for.`);
  const asked = askedOf(await requestForms(house, actor, { episode, session: expected }), publicUrl);
  return { ...done(`Session ${expected} is kept.`), asked };
}

function consentOf({ episode, sent }: Deed) {
  return {
    episode,
    givenBy: saidBy(sent),
    about: { matter: "supervision", supervisor: sentText(sent, "supervisor") },
  } as const;
}

function saidBy(sent: FormData): "client" | "caregiver" | "therapist" {
  const said = sentText(sent, "givenBy");
  return said === "caregiver" || said === "therapist" ? said : "client";
}

function sentPhase(sent: FormData): PhaseName | null {
  const name = sentText(sent, "phase");
  return name === "engagement" || name === "working-through" || name === "termination" ? name : null;
}
