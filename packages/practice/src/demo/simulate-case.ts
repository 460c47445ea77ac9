import type { Instrument, RawAnswers } from "@concord/instruments";
import { type Chance, seededChance } from "@concord/numerics";
import { addDays } from "../calendar.ts";
import type { ScheduledForm } from "../measures/sitting-order.ts";
import { answersFor } from "./answers.ts";
import { meantFor } from "./meant.ts";
import type { Scenario } from "./scenario.ts";
import { type Felt, feltOver } from "./shape.ts";

/** A form as it was asked for in a made-up session; `raw` is null where nobody answered. */
export interface SimulatedForm {
  readonly session: number;
  readonly form: ScheduledForm;
  readonly raw: RawAnswers | null;
}

export interface SimulatedCase {
  readonly scenario: Scenario;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly nextSession: string | null;
  readonly sessions: readonly {
    readonly session: number;
    readonly heldOn: string;
    readonly attended: boolean;
  }[];
  readonly forms: readonly SimulatedForm[];
}

/** What a case is made from besides its scenario and chance. */
export interface Making {
  /** One for each session, in order. */
  readonly dates: readonly string[];
  /** The forms that belong to a session; 0 is the intake. */
  readonly formsIn: (session: number) => readonly ScheduledForm[];
  readonly find: (instrument: string) => Instrument | null;
}

/**
 * Asked now and then, with a chance of their own, as are symptoms at intake: when they are asked changes nothing about
 * the other forms.
 */
const nowAndThen: ReadonlySet<string> = new Set([
  "attachment-to-therapist",
  "session-depth",
  "social-network",
  "distance",
]);

/** How often a therapist does not get round to the form. */
const therapistForgets = 0.04;

/** A made-up therapy: its sessions, and what everyone answered. The same chance gives the same case. */
export function simulateCase(scenario: Scenario, making: Making, chance: Chance): SimulatedCase {
  const { dates } = making;
  if (dates.length !== scenario.sessions) {
    throw new RangeError(`simulateCase requires a date for each session: ${dates.length}`);
  }
  const felt = feltOver(scenario.shape, scenario.sessions, chance);
  const aside = seededChance(nameNumber(scenario.client));
  const atIntake = seededChance(nameNumber(scenario.client) + 1);
  const usual = mean(felt);
  const chanceFor = (instrument: Instrument | null, session: number): Chance => {
    if (instrument !== null && nowAndThen.has(instrument.construct)) return aside;
    return session === 0 && instrument?.construct === "outcome" ? atIntake : chance;
  };
  const first = dates[0]!;
  const intake = addDays(first, -7);
  const sessions = [
    { session: 0, heldOn: intake, attended: true },
    ...dates.map((heldOn, index) => ({
      session: index + 1,
      heldOn,
      attended: !(scenario.missed ?? []).includes(index + 1),
    })),
  ];
  const forms = sessions
    .filter((one) => one.attended)
    .flatMap(({ session }) =>
      making.formsIn(session).map((form): SimulatedForm => {
        const instrument = making.find(form.instrument);
        const moment = { session, felt: felt[Math.max(0, session - 1)]!, usual };
        const own = chanceFor(instrument, session);
        // Symptoms at intake are what the scenario begins with, without chance.
        const chanceMeant = own === atIntake ? withoutNoise : own;
        const meant = instrument === null ? null : meantFor(instrument, scenario, moment, chanceMeant);
        const isAnswered = meant !== null && !leftOut(scenario, form, session, own);
        return { session, form, raw: isAnswered ? answersFor(instrument!, meant, own) : null };
      }),
    );
  const last = dates.at(-1)!;
  return {
    scenario,
    openedOn: addDays(intake, -3),
    closedOn: scenario.closed === undefined ? null : addDays(last, 7),
    nextSession: scenario.closed === undefined ? addDays(last, 7) : null,
    sessions,
    forms,
  };
}

function leftOut(scenario: Scenario, form: ScheduledForm, session: number, chance: Chance): boolean {
  if (session === scenario.risk?.[0]) return false;
  const isLast = session === scenario.sessions;
  if (scenario.waiting === true && isLast) return true;
  if (form.rater === "therapist") return chance() < therapistForgets;
  return form.rater !== "caregiver" && (scenario.silent ?? []).includes(session);
}

function mean(felt: readonly Felt[]): Felt {
  const of = (side: keyof Felt) => felt.reduce((sum, one) => sum + one[side], 0) / felt.length;
  return { bond: of("bond"), tasks: of("tasks"), goals: of("goals") };
}

/** Draws with which normal variates are at their mean. */
const withoutNoise: Chance = () => 1 - Number.EPSILON;

/** The same number for the same name, from 1 on. */
function nameNumber(name: string): number {
  let number = 7;
  for (const letter of name) number = (number * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647;
  return number;
}
