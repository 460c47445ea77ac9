import type { Instrument } from "@concord/instruments";
import type { Chance } from "@concord/numerics";
import type { Meant } from "./answers.ts";
import { normal, pick } from "./draw.ts";
import type { Scenario } from "./scenario.ts";
import { between, type Felt, ruptureAt } from "./shape.ts";

/** What one person has in mind when the form of a session is put before them. */
export interface Moment {
  readonly session: number;
  readonly felt: Felt;
  /** What this case feels like on average, for those whose ratings follow it only in part. */
  readonly usual: Felt;
}

/** A therapist sees a little less than the client does, and most but not all of the ups and downs. */
const usualGap = -8;
const tracking = 0.7;

/** The answers somebody means to give, by what the form asks about; null where this demo has no such form. */
export function meantFor(
  instrument: Instrument,
  scenario: Scenario,
  moment: Moment,
  chance: Chance,
): Meant | null {
  const { felt, session } = moment;
  switch (instrument.construct) {
    case "alliance":
      return {
        percents: alliance(instrument, scenario, moment, chance),
        spread: isCeiling(scenario) ? 0 : 6,
        ...comment(instrument, scenario, session, chance),
      };
    case "rupture":
      return {
        percents: rupture(instrument, scenario, session, chance),
        spread: 0,
        ...comment(instrument, scenario, session, chance),
      };
    case "cohesion":
      return { percents: { cohesion: between(0.5 * felt.bond + 36 + normal(chance, 0, 4)) }, spread: 7 };
    case "conditions":
      return {
        percents: {
          empathy: between(felt.bond + normal(chance, 4, 4)),
          congruence: between(felt.bond + normal(chance, 0, 4)),
          regard: between(felt.bond + normal(chance, 6, 4)),
        },
        spread: 6,
      };
    case "distance":
      return { percents: distanceFelt(scenario, moment, chance), spread: 8 };
    case "readiness":
      return { percents: { readiness: between(normal(chance, 66, 10)) }, spread: 8 };
    case "attachment":
      return {
        percents: {
          anxiety: around(normal(chance, 48, 18), scenario.attachment?.[0]),
          avoidance: around(normal(chance, 42, 18), scenario.attachment?.[1]),
        },
        spread: 8,
      };
    case "perfectionism":
      return {
        percents: everyScale(instrument, around(normal(chance, 52, 16), scenario.perfectionism)),
        spread: 8,
      };
    case "attachment-to-therapist":
      return { percents: bondFelt(scenario, moment, chance), spread: 8 };
    case "session-depth":
      return {
        percents: everyScale(instrument, between((scenario.depth ?? 62) + normal(chance, 0, 7))),
        spread: 6,
      };
    case "social-network":
      return {
        percents: everyScale(
          instrument,
          between(74 - 0.4 * (scenario.perfectionism ?? 50) + normal(chance, 8, 6)),
        ),
        spread: 8,
      };
    case "outcome":
      return outcome(instrument, scenario, session, chance);
    default:
      return null;
  }
}

function alliance(
  instrument: Instrument,
  scenario: Scenario,
  { felt, usual }: Moment,
  chance: Chance,
): Meant["percents"] {
  const view = (now: number, before: number): number => {
    if (instrument.rater === "client") return now;
    if (instrument.rater === "caregiver") return between(44 + 0.4 * now + normal(chance, 0, 4));
    return between(before + (scenario.gap ?? usualGap) + tracking * (now - before) + normal(chance, 0, 3.5));
  };
  return {
    bond: view(felt.bond, usual.bond),
    tasks: view(felt.tasks, usual.tasks),
    goals: view(felt.goals, usual.goals),
    involvement: view(felt.tasks, usual.tasks),
    responsiveness: view(felt.bond, usual.bond),
  };
}

/** A therapist who mends a rupture saw it; the one that stays open is the one that was not seen. */
function rupture(
  instrument: Instrument,
  scenario: Scenario,
  session: number,
  chance: Chance,
): Meant["percents"] {
  const state = ruptureAt(scenario.shape, session);
  const isTherapist = instrument.rater === "therapist";
  if (state === "mending") return { tension: 50, strength: 50, "talked-about": 100, resolved: 75 };
  if (state === "open" && isTherapist && scenario.shape.kind === "rupture") return { tension: 0 };
  if (state === "open" && "at" in scenario.shape && session === scenario.shape.at) {
    return { tension: 100, strength: 75, "talked-about": 25, resolved: 0 };
  }
  if (state === "open") return { tension: 50, strength: 50, "talked-about": 0, resolved: 25 };
  if (chance() > 0.04) return { tension: 0 };
  return { tension: 50, strength: 25, "talked-about": 75, resolved: 100 };
}

/**
 * Symptoms ease quickly at first and then slowly, with the noise of a week, and stay up while a rupture is
 * open.
 */
function outcome(instrument: Instrument, scenario: Scenario, session: number, chance: Chance): Meant {
  const [start, end] = scenario.symptoms ?? [12, 8];
  const eased = end + (start - end) * Math.exp(-session / (0.4 * Math.max(6, scenario.sessions)));
  const strain = ruptureAt(scenario.shape, session) === "open" ? 1.5 : 0;
  const percent = between(((eased + strain + normal(chance, 0, 1)) / 27) * 100);
  const isRisk = scenario.risk?.[0] === session && instrument.riskItems.length > 0;
  return {
    percents: everyScale(instrument, percent),
    spread: 14,
    ...(isRisk ? { risk: scenario.risk[1] } : {}),
  };
}

/** What was decided for a case, or what chance gave. */
function around(drawn: number, decided: number | undefined): number {
  return between(decided ?? drawn);
}

/**
 * An anxious client misses closeness and learns to do without it; an avoidant one is crowded and learns to come
 * nearer. Both are made up after the model, so that its picture can be seen; whether it holds is another matter.
 */
function distanceFelt(scenario: Scenario, { felt, session }: Moment, chance: Chance): Meant["percents"] {
  const [anxiety, avoidance] = scenario.attachment ?? [45, 45];
  const nearness =
    20 + 0.5 * Math.max(0, avoidance - 45) + 0.6 * Math.max(0, session - 6) * Number(avoidance > 60);
  const farness = 70 - 0.6 * felt.bond + 0.3 * Math.max(0, anxiety - 45);
  return {
    "too-close": between(normal(chance, nearness, 6)),
    "too-distant": between(farness + normal(chance, 0, 5)),
    "growing-autonomy": between(25 + (anxiety > 60 ? 4 : 3) * session + normal(chance, 0, 6)),
    "growing-engagement": between(30 + 3 * session + normal(chance, 0, 6)),
  };
}

function bondFelt(scenario: Scenario, { felt }: Moment, chance: Chance): Meant["percents"] {
  const [anxiety, avoidance] = scenario.attachment ?? [45, 45];
  const [secure, avoidant, preoccupied] = scenario.bond ?? [
    0.8 * felt.bond - 0.1 * (anxiety + avoidance - 90),
    15 + 0.5 * Math.max(0, avoidance - 30),
    15 + 0.5 * Math.max(0, anxiety - 30),
  ];
  return {
    secure: between(secure + normal(chance, 0, 4)),
    avoidant: between(avoidant + normal(chance, 0, 4)),
    preoccupied: between(preoccupied + normal(chance, 0, 4)),
  };
}

function everyScale(instrument: Instrument, percent: number): Meant["percents"] {
  return Object.fromEntries(instrument.scales.map((scale) => [scale.id, percent]));
}

function isCeiling(scenario: Scenario): boolean {
  return scenario.shape.kind === "ceiling";
}

const hurt = [
  "I had the feeling we were talking about two different things.",
  "I did not want to say it, but I felt judged.",
  "It went past me today.",
];
const warm = [
  "Glad that we talked about last time.",
  "I felt understood.",
  "That helped more than I expected.",
];

/** Clients write a line now and then: when something went wrong, when it was mended, else seldom. */
function comment(
  instrument: Instrument,
  scenario: Scenario,
  session: number,
  chance: Chance,
): { readonly comment?: string } {
  if (instrument.rater !== "client") return {};
  const state = ruptureAt(scenario.shape, session);
  if (state === "open" && chance() < 0.7) return { comment: pick(chance, hurt) };
  if (state === "mending" || chance() < 0.04) return { comment: pick(chance, warm) };
  return {};
}
