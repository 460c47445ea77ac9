import { findInstrument } from "@concord/instruments";
import { seededChance } from "@concord/numerics";
import {
  consents,
  newIdentifier,
  notes,
  requests,
  type Scope,
  safetyReviews,
  staff,
  tasks,
} from "@concord/store";
import { type AppContext, inPractice } from "../app-context.ts";
import { addDays, dayOf, hoursAfter } from "../calendar.ts";
import { refresh } from "../refresh.ts";
import { putSettings } from "../settings.ts";
import { foundPractice } from "../staff.ts";
import { hashToken, newToken } from "../token.ts";
import { canStartWith, formStarter } from "../wordings.ts";
import { formsOfSessions } from "./forms-of-sessions.ts";
import { writeGroup } from "./group-evenings.ts";
import { seedLibrary } from "./library/seed-library.ts";
import type { Scenario } from "./scenario.ts";
import { adolescents } from "./scenarios/adolescents.ts";
import { adults } from "./scenarios/adults.ts";
import { children } from "./scenarios/children.ts";
import { groupMembers } from "./scenarios/group-members.ts";
import { simulateCase } from "./simulate-case.ts";
import { demoPracticeName, demoStaff } from "./staff.ts";
import { weeklyDates } from "./weeks.ts";
import { writeBetween } from "./write-between.ts";
import { isLast, requestOf, type WrittenCase, writeCases } from "./write-cases.ts";

/** A form of the simulated practice that is out, with the link that opens it. */
export interface DemoLink {
  readonly client: string;
  readonly instrument: string;
  readonly path: string;
}

export interface SeededDemo {
  readonly practice: string;
  readonly staff: readonly { readonly staff: string; readonly name: string; readonly email: string }[];
  readonly cases: number;
  readonly links: readonly DemoLink[];
}

const groupWeekday = 3;

/**
 * Fills a practice that nobody works in, for looking around and for trying things out.
 *
 * Every course comes from a scenario and a seed; practice, clients and episodes are marked as simulated,
 * which every page then says. The last sessions lie in the days before now and the next ones in the days
 * after.
 */
export async function seedDemo(context: AppContext, seed = 20_260_101): Promise<SeededDemo> {
  const founder = demoStaff.find((one) => one.roles.includes("administrator"))!;
  const { practice, staff: founderId } = await foundPractice(context, {
    practiceName: demoPracticeName,
    simulated: true,
    ...founder,
  });
  const seeded = await inPractice(context, practice, async (scope) => {
    const ids = new Map([[founder.email, founderId]]);
    for (const one of demoStaff) {
      if (one !== founder) ids.set(one.email, await staff.add(scope, one));
    }
    const supervisor = ids.get(demoStaff.find((one) => one.roles.includes("supervisor"))!.email)!;
    await putSettings(scope, { help: demoHelp, duty: supervisor });
    const written = await simulateAll(
      scope,
      context.now(),
      seed,
      (index) => ids.get(demoStaff[index]!.email)!,
    );
    await writeCases(scope, written);
    const members = written.filter(({ simulated }) => groupMembers.includes(simulated.scenario));
    await writeGroup(scope, members, seededChance(seed + 1));
    await writeWords(scope, written, supervisor);
    await writeBetween(scope, written, dayOf(context.now()), seededChance(seed + 2));
    const links = await leaveOut(scope, context, written);
    await refresh(
      scope,
      written.map((one) => one.episode),
    );
    return {
      practice,
      staff: demoStaff.map(({ name, email }) => ({ staff: ids.get(email)!, name, email })),
      cases: written.length,
      links,
    };
  });
  const email = demoStaff.find((one) => one.roles.includes("researcher"))!.email;
  const researcher = seeded.staff.find((one) => one.email === email)!;
  await seedLibrary(context, { kind: "staff", practice, staff: researcher.staff, role: "researcher" });
  return seeded;
}

const demoHelp = {
  heading: "If you are in crisis",
  sentence:
    "Do not wait for your next session. This is a demo with made-up people: the numbers below reach no one. In an emergency call your local emergency number now.",
  contacts: [
    { name: "Practice on call (simulated)", number: "000 000 01" },
    { name: "Crisis line (simulated)", number: "000 000 02" },
  ],
  monitored:
    "No one reads these answers in real time. Your therapist will read them on the next working day.",
};

async function simulateAll(
  scope: Scope,
  now: Date,
  seed: number,
  therapist: (index: number) => string,
): Promise<readonly WrittenCase[]> {
  const start = await formStarter(scope);
  const canStart = canStartWith((instrument) => start(instrument, "en"));
  const all: readonly Scenario[] = [...adults, ...adolescents, ...children, ...groupMembers];
  return all.map((scenario, index) => {
    const isInGroup = groupMembers.includes(scenario);
    const formsIn = formsOfSessions(scenario, isInGroup ? "group" : "individual", canStart);
    const simulated = simulateCase(
      scenario,
      {
        dates: weeklyDates({
          count: scenario.sessions,
          weekday: isInGroup ? groupWeekday : weekdayOf(scenario, index, now),
          now,
          weeksAgo: scenario.closed ?? 0,
        }),
        // Members rate each other in the round of the whole group, which is written with it.
        formsIn: (session) =>
          formsIn(session).filter((form) => form.instrument !== "concord-round-robin-member"),
        find: findInstrument,
      },
      seededChance(seed + 1_000 + index),
    );
    return { simulated, episode: newIdentifier(), therapist: therapist(scenario.therapist) };
  });
}

/** Spread over the week; who has just given a risk answer was there on the last working day. */
function weekdayOf(scenario: Scenario, index: number, now: Date): number {
  if (scenario.risk?.[0] !== scenario.sessions) return 1 + (index % 5);
  const yesterday = new Date(`${addDays(dayOf(now), -1)}T00:00:00Z`).getUTCDay();
  return yesterday === 0 || yesterday === 6 ? 5 : yesterday;
}

/** Notes, consents, and the word that somebody has seen to what lies further back. */
async function writeWords(scope: Scope, written: readonly WrittenCase[], supervisor: string): Promise<void> {
  for (const [index, { simulated, episode, therapist }] of written.entries()) {
    const { scenario, sessions } = simulated;
    const dates = new Map(sessions.map((one) => [one.session, one.heldOn]));
    for (const [session, text] of scenario.notes ?? []) {
      const createdAt = `${dates.get(session) ?? simulated.openedOn}T18:00:00.000Z`;
      await notes.write(scope, { episode, session, author: therapist, readers: "author", text, createdAt });
    }
    const givenBy = scenario.ageBand === "child" ? ("caregiver" as const) : ("client" as const);
    const word = {
      episode,
      givenBy,
      recordedBy: therapist,
      recordedAt: `${simulated.openedOn}T12:00:00.000Z`,
    };
    if (scenario.supervision === true) {
      await consents.record(scope, { ...word, matter: "supervision", state: "given", supervisor });
    }
    if (index % 6 !== 5) {
      await consents.record(scope, { ...word, matter: "research", state: "given", supervisor: null });
    }
  }
  for (const task of await tasks.list(scope, { open: true })) {
    const of = written.find((one) => one.episode === task.episode);
    const isOld = of !== undefined && task.session < of.simulated.scenario.sessions;
    if (!isOld) continue;
    await safetyReviews.record(scope, {
      task: task.task,
      asked: ["suicidal-thoughts", "plan", "means", "protection"],
      outcome: "no-acute-danger",
      told: ["supervisor"],
      nextCheck: null,
      note: null,
      by: task.therapist,
      at: hoursAfter(new Date(task.createdAt), 14).toISOString(),
    });
  }
}

/**
 * The forms of the last session that are still out: links to open for clients, a line to click for
 * therapists.
 */
async function leaveOut(
  scope: Scope,
  context: AppContext,
  written: readonly WrittenCase[],
): Promise<readonly DemoLink[]> {
  const links: DemoLink[] = [];
  const expiresAt = hoursAfter(context.now(), 24 * 5).toISOString();
  for (const of of written) {
    if (of.simulated.scenario.waiting !== true) continue;
    for (const form of of.simulated.forms.filter((one) => isLast(of, one))) {
      const instrument = findInstrument(form.form.instrument);
      if (instrument === null) continue;
      const token = newToken(context);
      const isForStaff = form.form.rater === "therapist";
      await requests.ask(scope, {
        ...requestOf(of, form, instrument, "en"),
        expiresAt,
        ...(isForStaff ? {} : { tokenHash: hashToken(token) }),
      });
      if (!isForStaff) {
        links.push({ client: of.simulated.scenario.client, instrument: instrument.id, path: `/f/${token}` });
      }
    }
  }
  return links;
}
