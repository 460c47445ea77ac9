import type { RawAnswers } from "@concord/instruments";
import { type FreshStore, freshStore } from "@concord/store/testing";
import {
  type Actor,
  type AppContext,
  addSession,
  addStaff,
  type CaseloadQuery,
  changeSettings,
  createContext,
  firstRun,
  foundPractice,
  openEpisode,
  type Role,
  requestForm,
} from "../src/index.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

/** A small practice in a database of its own, on a clock that a test may turn. */
export interface APractice {
  readonly context: AppContext;
  readonly practice: string;
  readonly therapist: Staff;
  readonly other: Staff;
  readonly supervisor: Staff;
  readonly administrator: Staff;
  readonly researcher: Staff;
  readonly clock: { now: Date };
  readonly fresh: FreshStore;
}

/** The caseload without a choice. */
export const everyCase: CaseloadQuery = {
  sort: "client",
  descending: false,
  filter: "all",
  search: "",
  page: 1,
  perPage: 50,
};

export const monday = "2026-03-02T09:00:00.000Z";

export async function createPractice(): Promise<APractice> {
  const clock = { now: new Date(monday) };
  const fresh = await freshStore({ now: () => clock.now.toISOString() });
  const context = createContext(fresh.store, { now: () => clock.now });
  const { practice, staff } = await firstRun(context, {
    practiceName: "Hill Practice",
    name: "Tess Therapist",
    email: "tess@example.org",
  });
  const people = await staffOf(context, practice, staff);
  await changeSettings(context, people.administrator, crisisSettings);
  return { context, practice, clock, fresh, ...people };
}

/** What a practice has to enter before it may ask about risk. */
export const crisisSettings = {
  help: {
    heading: "If you are in danger",
    sentence: "Call one of these numbers.",
    contacts: [{ name: "Crisis line", number: "0800 111 222" }],
    monitored: "Nobody reads these answers at once.",
  },
};

/** A second practice in the same house. */
export async function anotherPractice(
  context: AppContext,
): Promise<Pick<APractice, "therapist" | "administrator">> {
  const { practice, staff } = await foundPractice(context, {
    practiceName: "Dale Practice",
    name: "Dora Dale",
    email: "dora@example.org",
  });
  return {
    therapist: { kind: "staff", practice, staff, role: "therapist" },
    administrator: { kind: "staff", practice, staff, role: "administrator" },
  };
}

async function staffOf(context: AppContext, practice: string, first: string) {
  const as = (staff: string, role: Role): Staff => ({ kind: "staff", practice, staff, role });
  const administrator = as(first, "administrator");
  const add = async (name: string, role: Role) =>
    as(await addStaff(context, administrator, { name, email: `${name}@example.org`, roles: [role] }), role);
  return {
    therapist: as(first, "therapist"),
    administrator,
    other: await add("Otto", "therapist"),
    supervisor: await add("Sue", "supervisor"),
    researcher: await add("Rea", "researcher"),
  };
}

export async function createCase(of: APractice, client = "Zora Q."): Promise<string> {
  return openEpisode(of.context, of.therapist, { client, ageBand: "adult", openedOn: "2026-02-23" });
}

/** An ending that needs no more words. */
export const completed = { reason: "completed", outcome: "reached" } as const;

/** A session and the link to one of its forms. */
export async function aLink(
  of: APractice,
  episode: string,
  instrument = "concord-alliance-session-client-adult",
): Promise<{ readonly token: string; readonly request: string; readonly session: number }> {
  const session = await addSession(of.context, of.therapist, { episode });
  const asked = await requestForm(of.context, of.therapist, { episode, session, instrument });
  return { token: asked.path.replace("/f/", ""), request: asked.request, session };
}

/** The same answer to each of the first items. */
export function allOf(value: number, count: number): RawAnswers {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`i0${index + 1}`, value]));
}

export const key = "a-key-made-by-the-form";

/** A review as it is usually recorded. */
export const reviewed = (task: string) => ({
  task,
  asked: ["suicidal-thoughts", "plan", "means", "protection"],
  outcome: "no-acute-danger",
  told: [],
  nextCheck: "",
  note: "",
});
