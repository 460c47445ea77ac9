import {
  type Actor,
  addSession,
  addStaff,
  changeSettings,
  foundPractice,
  giveConsent,
  linkAccount,
  openEpisode,
  type Role,
  requestForm,
} from "@concord/practice";
import { freshStore } from "@concord/store/testing";
import { type ServeChoices, type Served, serveClinic } from "../../server/index.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly actor: Staff;
}

export type People = Readonly<Record<Role | "stranger", Person>>;

/** A clinic of one practice: five people with accounts, one adult, one adolescent and one child in care. */
export interface TestClinic extends Served {
  readonly people: People;
  readonly cases: Readonly<Record<"adult" | "adolescent" | "child", string>>;
  /** Asks for a form of a new session and gives back where it is answered. */
  readonly ask: (instrument: string, of?: "adult" | "adolescent" | "child") => Promise<string>;
  /** The address of its database, as its owner. */
  readonly database: string;
  readonly stop: () => Promise<void>;
}

export const password = "seven calm herons";

export const help = {
  heading: "If it is hard to bear right now",
  sentence: "Please do not wait for your next session. Call someone who is there at once.",
  contacts: [
    { name: "Emergency", number: "112" },
    { name: "Crisis line, day and night", number: "0800 111 0 111" },
  ],
  monitored: "Nobody watches these answers as they come in. Your therapist reads them before you next meet.",
};

export async function openClinic(choices: Partial<ServeChoices> = {}): Promise<TestClinic> {
  const fresh = await freshStore();
  const served = await serveClinic({
    store: fresh.store,
    secret: "a secret of the tests, long enough",
    ...choices,
  });
  const { appContext, accounts } = served.clinic;
  const first = person("Sam Whitfield", "administrator");
  const { practice, staff } = await foundPractice(appContext, {
    practiceName: "Linden Street Practice",
    name: first.name,
    email: first.email,
    user: await accounts.create(first.name, first.email, password),
    roles: ["administrator"],
    ...(choices.demo === true && { simulated: true as const }),
  });
  const administrator: Staff = { kind: "staff", practice, staff, role: "administrator" };
  await changeSettings(appContext, administrator, { help });

  const join = async (name: string, role: Role): Promise<Person> => {
    const { email } = person(name, role);
    const added = await addStaff(appContext, administrator, { name, email, roles: [role] });
    await linkAccount(appContext, practice, added, await accounts.create(name, email, password));
    return { name, email, actor: { kind: "staff", practice, staff: added, role } };
  };
  const people: People = {
    administrator: { ...first, actor: administrator },
    therapist: await join("Ines Halloran", "therapist"),
    stranger: await join("Jonas Brandt", "therapist"),
    supervisor: await join("Ruth Oyelaran", "supervisor"),
    researcher: await join("Lena Sorensen", "researcher"),
  };

  const therapist = people.therapist.actor;
  const open = (client: string, ageBand: "adult" | "adolescent" | "child") =>
    openEpisode(appContext, therapist, { client, ageBand });
  const cases = {
    adult: await open("K. M.", "adult"),
    adolescent: await open("T. R.", "adolescent"),
    child: await open("B. L.", "child"),
  };
  await giveConsent(appContext, therapist, {
    episode: cases.adult,
    givenBy: "client",
    about: { matter: "supervision", supervisor: people.supervisor.actor.staff },
  });
  return {
    ...served,
    people,
    cases,
    database: fresh.url,
    ask: async (instrument, of = "adult") => {
      const session = await addSession(appContext, therapist, { episode: cases[of] });
      const { path } = await requestForm(appContext, therapist, { episode: cases[of], session, instrument });
      return path;
    },
    stop: async () => {
      await served.close();
      await fresh.close();
    },
  };
}

function person(name: string, role: Role) {
  return { name, email: `${role}.${name.split(" ")[0]?.toLowerCase()}@example.org` };
}
