import { answer, findInstrument, type Instrument } from "@concord/instruments";
import {
  clients,
  type Episode,
  episodeChanges,
  episodes,
  newIdentifier,
  requests,
  responses,
  type Scope,
  scores,
  sessions,
} from "@concord/store";
import { addDays } from "../calendar.ts";
import { raiseTask, scoreOf, scoreRows } from "../keep-response.ts";
import type { SimulatedCase, SimulatedForm } from "./simulate-case.ts";

/** A made-up case and where it lies in the store. */
export interface WrittenCase {
  readonly simulated: SimulatedCase;
  readonly episode: string;
  readonly therapist: string;
}

interface WrittenForm extends SimulatedForm {
  readonly of: WrittenCase;
  readonly instrument: Instrument;
  readonly request: string;
  readonly response: string;
  readonly askedAt: string;
  readonly answeredAt: string;
}

/** How long a link of the simulated practice stays open, in days. */
const linkDays = 7;

/**
 * Writes made-up cases into the store in a few large statements: people, sessions, forms asked for, answers
 * and scores, and a task for each risk answer. Forms that nobody answered stay out without a link.
 */
export async function writeCases(scope: Scope, written: readonly WrittenCase[]): Promise<void> {
  const people = written.map((one) => ({ ...one, client: newIdentifier() }));
  await clients.addMany(
    scope,
    people.map(({ simulated: { scenario }, client }) => {
      return { client, label: scenario.client, ageBand: scenario.ageBand, simulated: true };
    }),
  );
  await episodes.openMany(
    scope,
    people.map(({ simulated, episode, therapist, client }) => ({
      episode,
      client,
      therapist,
      openedOn: simulated.openedOn,
      simulated: true,
      ...(simulated.closedOn === null ? {} : { closedOn: simulated.closedOn }),
      ...(simulated.nextSession === null ? {} : { nextSession: simulated.nextSession }),
      ...(simulated.scenario.ending === undefined ? {} : { endingFrom: simulated.scenario.ending }),
    })),
  );
  await episodeChanges.record(scope, people.flatMap(changesOf));
  await sessions.recordMany(
    scope,
    written.flatMap(({ episode, simulated }) => simulated.sessions.map((one) => ({ episode, ...one }))),
  );
  await writeForms(scope, written.flatMap(formsOf));
}

/** The beginning and the end of a made-up treatment, as its therapist would have recorded them. */
function changesOf({ simulated: { openedOn, closedOn, scenario }, episode, therapist }: WrittenCase) {
  const opened = { episode, kind: "opened", happenedOn: openedOn, recordedBy: therapist } as const;
  if (closedOn === null) return [opened];
  const asPlanned = scenario.ending !== undefined;
  const closed = {
    episode,
    kind: "closed",
    happenedOn: closedOn,
    reason: asPlanned ? "completed" : "client-ended",
    outcome: asPlanned ? "partly" : "not-known",
    recordedBy: therapist,
  } as const;
  return [opened, closed];
}

/** What is needed to ask for a form of a made-up case by hand. */
export function requestOf(
  of: WrittenCase,
  form: SimulatedForm,
  instrument: Instrument,
  language: Episode["language"],
) {
  return {
    episode: of.episode,
    session: form.session,
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    construct: instrument.construct,
    rater: form.form.rater,
    language,
    ...(form.form.rater === "therapist" ? { respondentStaff: of.therapist } : {}),
    ...(form.form.rater === "caregiver" ? { respondent: "parent" } : {}),
  };
}

function formsOf(of: WrittenCase): readonly WrittenForm[] {
  const dates = new Map(of.simulated.sessions.map((one) => [one.session, one.heldOn]));
  return of.simulated.forms.flatMap((form, index): readonly WrittenForm[] => {
    const instrument = findInstrument(form.form.instrument);
    const date = dates.get(form.session);
    const isLeftForALink = of.simulated.scenario.waiting === true && isLast(of, form);
    if (instrument === null || date === undefined || isLeftForALink) return [];
    const minute = String((index * 7) % 60).padStart(2, "0");
    return [
      {
        ...form,
        of,
        instrument,
        request: newIdentifier(),
        response: newIdentifier(),
        askedAt: `${date}T16:00:00.000Z`,
        answeredAt: `${date}T17:${minute}:00.000Z`,
      },
    ];
  });
}

export function isLast(of: WrittenCase, form: SimulatedForm): boolean {
  return form.session === of.simulated.scenario.sessions;
}

async function writeForms(scope: Scope, forms: readonly WrittenForm[]): Promise<void> {
  await requests.askMany(
    scope,
    forms.map((one) => ({
      ...requestOf(one.of, one, one.instrument, "en"),
      request: one.request,
      createdAt: one.askedAt,
      expiresAt: `${addDays(one.askedAt.slice(0, 10), linkDays)}T16:00:00.000Z`,
      ...(one.raw === null ? {} : { answeredAt: one.answeredAt }),
    })),
  );
  const answered = forms.flatMap((one) => {
    if (one.raw === null) return [];
    const given = answer(one.instrument, one.raw);
    if (given.kind === "rejected") {
      throw new RangeError(`writeCases requires answers that fit: ${given.problems[0]?.problem}`);
    }
    return [{ ...one, values: given.values, texts: given.texts }];
  });
  await responses.addMany(
    scope,
    answered.map((one) => ({
      response: one.response,
      request: one.request,
      episode: one.of.episode,
      session: one.session,
      instrument: one.instrument.id,
      instrumentVersion: one.instrument.version,
      rater: one.form.rater,
      source: "simulation" as const,
      values: one.values,
      texts: one.texts,
      receivedAt: one.answeredAt,
    })),
  );
  const scored = answered.flatMap((one) => {
    const { version: instrumentVersion } = one.instrument;
    const score = scoreOf(one.instrument, { instrumentVersion, values: one.values, texts: one.texts });
    return score === null ? [] : [{ ...one, score }];
  });
  await scores.addMany(
    scope,
    scored.flatMap((one) =>
      scoreRows(one.instrument, { response: one.response, episode: one.of.episode }, one.score),
    ),
  );
  for (const one of scored) {
    if (one.score.risks.length === 0) continue;
    const about = {
      response: one.response,
      episode: one.of.episode,
      session: one.session,
      receivedAt: one.answeredAt,
    };
    await raiseTask(scope, one.instrument, about, one.score.risks, 24);
  }
}
