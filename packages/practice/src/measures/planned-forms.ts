import type { PhaseName } from "@concord/course";
import { type AgeBand, findInstrument, type Instrument, type Rater } from "@concord/instruments";
import type { Text } from "@concord/messages";
import type { CareSetting, MeasurePlan, PlanRow } from "./plan.ts";
import { compareInSitting, inSittingOrder, personOf } from "./sitting-order.ts";

/** A session of a case, 0 for its intake, with the day on which it is held. */
export interface SessionOfCase {
  readonly session: number;
  readonly heldOn: string | null;
}

/** A questionnaire that was requested, and what came of it. */
export interface FormGiven {
  readonly instrument: string;
  readonly session: number;
  /** Answered; not yet, and it still can be; not, and it no longer can be. */
  readonly state: "answered" | "open" | "unanswered";
}

/** What planning needs to know of a case. */
export interface CaseToPlan {
  readonly ageBand: AgeBand;
  readonly setting: CareSetting;
  /** In order of their numbers. */
  readonly sessions: readonly SessionOfCase[];
  /** What was requested; "as-planned" for a case in which everything planned is requested and answered. */
  readonly given: readonly FormGiven[] | "as-planned";
  /** In which phase a session is; null for the intake. */
  readonly phaseOf: (session: number) => PhaseName | null;
  /** The session in which the end was agreed. */
  readonly endingFrom: number | null;
}

/** A questionnaire that is due. */
export interface DueForm {
  readonly instrument: string;
  readonly rater: Rater;
  readonly seconds: number;
  readonly priority: PlanRow["priority"];
  /** The session at which it fell due: an earlier one where it was postponed or missed. */
  readonly dueSince: number;
}

/** What is due at one session. */
export interface PlannedSitting {
  readonly session: number;
  /** What is to be requested now, person by person, in the order in which it is answered. */
  readonly forms: readonly DueForm[];
  /** What would take a person's sitting over the limit: due at the next session. */
  readonly postponed: readonly DueForm[];
  /** What is due but cannot be given, with the reason. */
  readonly leftOut: readonly { readonly instrument: string; readonly why: Text }[];
}

/** Why an instrument cannot be given; null where it can. */
export type WhyNot = (instrument: Instrument) => Text | null;

/** So many sittings without an answer, and a questionnaire is no longer asked until it falls due again. */
const mostMissed = 3;

/** Days by which a session may be early for questionnaires that are given by weeks. */
const daysEarly = 3;

interface Waiting {
  readonly row: PlannedRow;
  readonly since: number;
  /** Sessions at which it was due before and not answered. */
  readonly waited: number;
  readonly missed: number;
}

interface PlannedRow extends PlanRow {
  readonly rater: Rater;
  readonly seconds: number;
  readonly why: Text | null;
}

/**
 * Returns what is due at each session of a case.
 *
 * A questionnaire falls due by its timing and waits until it is requested. What one person is asked for in one sitting
 * stays within the plan's minutes: by priority, and each session of waiting moves a questionnaire up by one, so that
 * nothing waits without end. One that takes longer than the limit by itself is given alone. A missed one is due at the
 * next session or left out, as its row says, and given up after three sittings.
 */
export function* plannedSittings(
  plan: MeasurePlan,
  given: CaseToPlan,
  whyNot: WhyNot,
): Generator<PlannedSitting> {
  const rows = rowsOf(plan, given, whyNot);
  const states = statesBySession(given.given);
  const waiting = new Map<string, Waiting>();
  const lastByWeeks = new Map<string, number>();
  let before: SessionOfCase | null = null;
  for (const at of given.sessions) {
    const fresh = rows.filter((row) => fallsDue(row, at, before, given, lastByWeeks));
    for (const row of fresh.filter(({ why }) => why === null)) {
      const old = waiting.get(row.instrument);
      waiting.set(row.instrument, {
        row,
        since: old?.since ?? at.session,
        waited: old?.waited ?? 0,
        missed: 0,
      });
    }
    const { taken, postponed } = takeWithin(plan.minutes * 60, [...waiting.values()]);
    yield {
      session: at.session,
      forms: inOrder(taken),
      postponed: inOrder(postponed),
      leftOut: fresh.flatMap(({ instrument, why }) => (why === null ? [] : [{ instrument, why }])),
    };
    settle(waiting, taken, postponed, states === null ? null : (states.get(at.session) ?? new Map()));
    before = at;
  }
}

/** Returns what is due at one session of a case. Throws `RangeError` if it is not one of them. */
export function plannedForms(
  plan: MeasurePlan,
  given: CaseToPlan,
  session: number,
  whyNot: WhyNot,
): PlannedSitting {
  const until = { ...given, sessions: given.sessions.filter((one) => one.session <= session) };
  let last: PlannedSitting | null = null;
  for (const sitting of plannedSittings(plan, until, whyNot)) last = sitting;
  if (last?.session !== session)
    throw new RangeError(`plannedForms requires a session of the case: ${session}`);
  return last;
}

/** Returns the time that each person is asked for, in seconds. */
export function secondsByPerson(
  forms: readonly Pick<DueForm, "rater" | "seconds">[],
): ReadonlyMap<Exclude<Rater, "member">, number> {
  const sums = new Map<Exclude<Rater, "member">, number>();
  for (const form of forms) {
    const person = personOf(form);
    sums.set(person, (sums.get(person) ?? 0) + form.seconds);
  }
  return sums;
}

/** Returns the rows of the plan for a case, in an order that does not depend on that of the plan. */
function rowsOf(plan: MeasurePlan, { ageBand, setting }: CaseToPlan, whyNot: WhyNot): readonly PlannedRow[] {
  return plan.rows
    .filter((row) => row.setting === setting && row.ageBands.includes(ageBand))
    .flatMap((row) => {
      const instrument = findInstrument(row.instrument);
      if (instrument === null) return [];
      const { rater, secondsToComplete: seconds } = instrument;
      return [{ ...row, rater, seconds, why: whyNot(instrument) }];
    })
    .sort((one, two) => compareInSitting(one.instrument, two.instrument));
}

function fallsDue(
  { instrument, when }: PlannedRow,
  at: SessionOfCase,
  before: SessionOfCase | null,
  { phaseOf, endingFrom }: CaseToPlan,
  lastByWeeks: Map<string, number>,
): boolean {
  const { session } = at;
  if (session === 0) return when.intake;
  const { sessions, weeks } = when;
  const isByWeeks = weeks !== null && isWeeksLater(weeks, at, lastByWeeks.get(instrument));
  if (isByWeeks) lastByWeeks.set(instrument, dayNumber(at.heldOn) ?? 0);
  const phase = phaseOf(session);
  const isNewPhase = phase !== null && (before === null || phaseOf(before.session) !== phase);
  return (
    isByWeeks ||
    (sessions !== null && session >= sessions.from && (session - sessions.from) % sessions.every === 0) ||
    when.at.includes(session) ||
    (isNewPhase && when.phases.includes(phase)) ||
    (when.ending && endingFrom !== null && session >= endingFrom && (before?.session ?? -1) < endingFrom)
  );
}

/** Returns whether so many weeks have passed since it last fell due; a session without a day is in none. */
function isWeeksLater(weeks: number, { heldOn }: SessionOfCase, last: number | undefined): boolean {
  const day = dayNumber(heldOn);
  return day !== null && (last === undefined || day - last >= weeks * 7 - daysEarly);
}

function dayNumber(day: string | null): number | null {
  return day === null ? null : Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

function takeWithin(seconds: number, waiting: readonly Waiting[]) {
  const taken: Waiting[] = [];
  const postponed: Waiting[] = [];
  const ranked = waiting.toSorted(
    (one, two) =>
      rankOf(one) - rankOf(two) ||
      Number(isEachSession(two.row)) - Number(isEachSession(one.row)) ||
      one.since - two.since ||
      compareInSitting(one.row.instrument, two.row.instrument),
  );
  for (const each of Map.groupBy(ranked, ({ row }) => personOf(row)).values()) {
    let sum = 0;
    for (const one of each) {
      const fits = sum === 0 || sum + one.row.seconds <= seconds;
      (fits ? taken : postponed).push(one);
      if (fits) sum += one.row.seconds;
    }
  }
  return { taken, postponed };
}

/** A rating of each session cannot be made up for later: among equals it comes before what can be postponed. */
function isEachSession({ when }: PlannedRow): boolean {
  return when.sessions?.every === 1;
}

function rankOf({ row, waited }: Waiting): number {
  return row.priority - waited;
}

/**
 * Moves the waiting on by one session, by what was requested in it and what came of that. Where nothing was requested
 * nothing was postponed: all of it was missed.
 */
function settle(
  waiting: Map<string, Waiting>,
  taken: readonly Waiting[],
  postponed: readonly Waiting[],
  states: ReadonlyMap<string, FormGiven["state"]> | null,
): void {
  const isAsked = states === null || states.size > 0;
  for (const one of isAsked ? taken : [...taken, ...postponed]) {
    const state = states === null ? "answered" : states.get(one.row.instrument);
    const isMissed = state === undefined || state === "unanswered";
    const missed = one.missed + 1;
    if (isMissed && one.row.whenMissed === "next-session" && missed < mostMissed) {
      waiting.set(one.row.instrument, { ...one, missed, waited: one.waited + 1 });
    } else waiting.delete(one.row.instrument);
  }
  for (const one of isAsked ? postponed : []) {
    if (states?.get(one.row.instrument) === undefined) {
      waiting.set(one.row.instrument, { ...one, waited: one.waited + 1 });
    } else waiting.delete(one.row.instrument);
  }
}

/** Returns what came of each request by session; the best of several in one session. */
function statesBySession(given: CaseToPlan["given"]) {
  if (given === "as-planned") return null;
  const states = new Map<number, Map<string, FormGiven["state"]>>();
  const worth = { answered: 2, open: 1, unanswered: 0 };
  for (const { session, instrument, state } of given) {
    const of = states.get(session) ?? new Map<string, FormGiven["state"]>();
    const old = of.get(instrument);
    if (old === undefined || worth[state] > worth[old]) of.set(instrument, state);
    states.set(session, of);
  }
  return states;
}

function inOrder(waiting: readonly Waiting[]): readonly DueForm[] {
  return inSittingOrder(
    waiting.map(({ row, since }) => ({
      instrument: row.instrument,
      rater: row.rater,
      seconds: row.seconds,
      priority: row.priority,
      dueSince: since,
    })),
  );
}
