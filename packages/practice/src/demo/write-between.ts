import { answer, findInstrument } from "@concord/instruments";
import type { Chance } from "@concord/numerics";
import { choices, newIdentifier, repairs, requests, responses, type Scope, scores } from "@concord/store";
import { addDays } from "../calendar.ts";
import { scoreOf, scoreRows } from "../keep-response.ts";
import { localNormsFrom } from "../norms/local-norms.ts";
import { answersFor } from "./answers.ts";
import type { WrittenCase } from "./write-cases.ts";

/**
 * What lies between the two besides ratings: how ruptures were mended, whom a case is compared with, and what the
 * therapists said of themselves.
 */
export async function writeBetween(
  scope: Scope,
  written: readonly WrittenCase[],
  day: string,
  chance: Chance,
): Promise<void> {
  for (const of of written) await writeRepair(scope, of);
  await localNormsFrom(scope, day);
  for (const { simulated, episode, therapist } of written) {
    if (simulated.scenario.compared !== true) continue;
    const by = { episode, chosenBy: therapist, chosenAt: `${simulated.openedOn}T12:30:00.000Z` };
    await choices.choose(scope, {
      ...by,
      matter: "attachment-norm",
      chosen: "local: concord-attachment-client",
    });
    await choices.choose(scope, {
      ...by,
      matter: "perfectionism-norm",
      chosen: "local: concord-perfectionism-client",
    });
  }
  await writeSelves(scope, written, chance);
}

async function writeRepair(scope: Scope, { simulated, episode, therapist }: WrittenCase): Promise<void> {
  const { repair } = simulated.scenario;
  if (repair === undefined) return;
  const [rupture, takenIn, agreed] = repair;
  const held = simulated.sessions.find((one) => one.session === takenIn)?.heldOn ?? simulated.openedOn;
  for (const [step, minute] of [
    ["named", "20"],
    ["explored", "21"],
    ["agreed", "22"],
  ] as const) {
    await repairs.record(scope, {
      episode,
      rupture,
      step,
      state: "done",
      takenIn,
      words: step === "agreed" ? agreed : null,
      recordedBy: therapist,
      recordedAt: `${held}T18:${minute}:00.000Z`,
    });
  }
}

/** Each therapist's own attachment, in percent of the range: one anxious, one avoidant, one in the middle. */
const selves: readonly (readonly [anxiety: number, avoidance: number])[] = [
  [66, 24],
  [22, 62],
  [34, 30],
];

/** A private form of each therapist, beside the first of their cases. */
async function writeSelves(scope: Scope, written: readonly WrittenCase[], chance: Chance): Promise<void> {
  const instrument = findInstrument("concord-attachment-therapist");
  if (instrument === null) return;
  for (const [index, [anxiety, avoidance]] of selves.entries()) {
    const of = written.find(({ simulated }) => simulated.scenario.therapist === index);
    if (of === undefined) continue;
    const raw = answersFor(instrument, { percents: { anxiety, avoidance }, spread: 4 }, chance);
    const given = answer(instrument, raw);
    if (given.kind === "rejected") throw new RangeError(`writeSelves requires answers that fit: ${index}`);
    const at = `${addDays(of.simulated.openedOn, 10)}T19:00:00.000Z`;
    const about = {
      request: newIdentifier(),
      episode: of.episode,
      session: 0,
      instrument: instrument.id,
      instrumentVersion: instrument.version,
      rater: "therapist",
    } as const;
    await requests.askMany(scope, [
      {
        ...about,
        construct: instrument.construct,
        language: "en",
        respondentStaff: of.therapist,
        createdAt: at,
        expiresAt: `${addDays(of.simulated.openedOn, 17)}T19:00:00.000Z`,
        answeredAt: at,
      },
    ]);
    const response = newIdentifier();
    const { values, texts } = given;
    await responses.addMany(scope, [
      { ...about, response, source: "simulation", values, texts, receivedAt: at },
    ]);
    const score = scoreOf(instrument, { instrumentVersion: instrument.version, values, texts });
    if (score !== null) {
      await scores.addMany(scope, scoreRows(instrument, { response, episode: of.episode }, score));
    }
  }
}
