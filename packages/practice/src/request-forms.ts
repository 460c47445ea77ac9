import { type FormStart, findInstrument, type Instrument, type Rater } from "@concord/instruments";
import type { Text } from "@concord/messages";
import {
  type Episode,
  type FormRequest,
  isIdentifier,
  newIdentifier,
  requests,
  type Scope,
  type SittingMoment,
  sessions,
  sittings,
  staff,
} from "@concord/store";
import type { Actor } from "./actor.ts";
import type { AppContext } from "./app-context.ts";
import { within } from "./app-context.ts";
import { hoursAfter } from "./calendar.ts";
import { holdCases } from "./lock-case.ts";
import { plannedForCase, whyNotHere } from "./measures/case-plan.ts";
import type { PlannedSitting } from "./measures/planned-forms.ts";
import { personOf, type ScheduledForm } from "./measures/sitting-order.ts";
import { openCase } from "./open-case.ts";
import { InvalidInput } from "./permit.ts";
import { requireMeasuringAllowed } from "./privacy/measuring.ts";
import { record } from "./record.ts";
import { refresh } from "./refresh.ts";
import { type PracticeSettings, settingsOf } from "./settings.ts";
import { hashToken, newToken } from "./token.ts";
import { formStarter } from "./wordings.ts";

/** A questionnaire that was requested now. The path is shown once: only the token's hash is stored. */
export interface RequestedForm {
  readonly request: string;
  readonly instrument: string;
  readonly title: string;
  readonly rater: Rater;
  readonly session: number;
  /** `/f/<token>` for whoever answers by link, `/answer/<request>` for someone signed in. */
  readonly path: string;
  readonly expiresAt: string;
  /** The questionnaire before it in the same sitting, whose link opens this one too; null for the first. */
  readonly after: string | null;
  /** The sitting, for messages about it; null where someone signed in answers. */
  readonly sitting: string | null;
}

/**
 * Asks for one form of one session. One that is out already is taken back, and its old link opens nothing.
 */
export async function requestForm(
  context: AppContext,
  actor: Actor,
  given: {
    readonly episode: string;
    readonly session: number;
    readonly instrument: string;
    /** Who will answer, in words: "mother". */
    readonly respondent?: string;
    /** The therapist who observes and answers when signed in; left out, by link. */
    readonly observer?: string;
    /** In which language; left out, in the client's. Therapists and observers answer in the practice's. */
    readonly language?: string;
  },
): Promise<RequestedForm> {
  return within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "request-form", given.episode);
    await requireMeasuringAllowed(scope, episode);
    const instrument = findInstrument(given.instrument);
    if (instrument === null)
      throw new InvalidInput({ id: "refusals.form.unknown", values: {} }, "instrument");
    const form = { instrument: instrument.id, rater: instrument.rater };
    const before = await outNow(scope, episode, given.session);
    const same = before.find((one) => one.instrument === form.instrument);
    if (same?.answeredAt != null)
      throw new InvalidInput({ id: "refusals.form.answered-session", values: {} });
    if (same !== undefined) await requests.withdraw(scope, same.request);
    const { respondent, observer } = given;
    if (observer !== undefined) await requireObserver(scope, episode, instrument, observer);
    const start = await starterFor(scope, episode, given.language);
    const [asked] = await askAll(scope, context, episode, [form], {
      session: given.session,
      moment: "extra",
      start,
      ...(respondent === undefined ? {} : { respondent }),
      ...(observer === undefined ? {} : { observer }),
    });
    if (asked === undefined) throw new RangeError("askAll requires a questionnaire");
    await record(scope, actor, `request-form ${form.instrument}`, `episode:${given.episode}`);
    await refresh(scope, [given.episode]);
    return asked;
  });
}

/** Requests everything that the plan of measures has for a session and that is neither out nor answered. */
export async function requestForms(
  context: AppContext,
  actor: Actor,
  given: { readonly episode: string; readonly session: number; readonly language?: string },
): Promise<readonly RequestedForm[]> {
  return within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "request-form", given.episode);
    await requireMeasuringAllowed(scope, episode);
    await holdCases(scope, [given.episode]);
    await requireRecorded(scope, episode, given.session);
    const start = await starterFor(scope, episode, given.language);
    const planned = await plannedFor(scope, episode, given.session, start);
    const before = await outNow(scope, episode, given.session);
    const wanted = planned.forms.filter((form) => !before.some((one) => one.instrument === form.instrument));
    const asked: RequestedForm[] = [];
    for (const forms of Map.groupBy(wanted, personOf).values()) {
      asked.push(
        ...(await askAll(scope, context, episode, forms, {
          session: given.session,
          moment: given.session === 0 ? "intake" : "after",
          start,
        })),
      );
    }
    await record(scope, actor, `request-forms ${asked.length}`, `episode:${given.episode}`);
    await refresh(scope, [given.episode]);
    return asked;
  });
}

/**
 * Requests what the plan has for a session to come and what is asked before it: questionnaires about risk, symptoms and
 * outcome, of people who are reached by messages. Returns the sittings, by person.
 */
export async function requestBefore(
  context: AppContext,
  scope: Scope,
  episode: Episode,
  given: { readonly session: number; readonly people: readonly Rater[]; readonly expiresAt: string },
): Promise<readonly { readonly person: Rater; readonly sitting: string; readonly language: string }[]> {
  const { session, people, expiresAt } = given;
  await sessions.recordMany(scope, [{ episode: episode.episode, session, planned: true }]);
  const start = await starterFor(scope, episode, undefined);
  const planned = await plannedFor(scope, episode, session, start);
  const before = await outNow(scope, episode, session);
  const wanted = planned.forms.filter(
    (form) =>
      people.includes(personOf(form)) &&
      isAskedBefore(form.instrument) &&
      !before.some((one) => one.instrument === form.instrument),
  );
  const made: { person: Rater; sitting: string; language: string }[] = [];
  for (const [person, forms] of Map.groupBy(wanted, personOf)) {
    const [first] = await askAll(scope, context, episode, forms, {
      session,
      moment: "before",
      start,
      expiresAt,
    });
    const sitting = first?.sitting == null ? null : await sittings.find(scope, first.sitting);
    if (sitting !== null) made.push({ person, sitting: sitting.sitting, language: sitting.language });
  }
  await refresh(scope, [episode.episode]);
  return made;
}

/** Symptoms and risk are asked before a session, the rating of the session after it. */
function isAskedBefore(id: string): boolean {
  const instrument = findInstrument(id);
  return instrument !== null && (instrument.construct === "outcome" || instrument.riskItems.length > 0);
}

/**
 * Returns what of the plan of measures is not requested at a session, a sentence for each: what cannot be given, with
 * the reason, and what is postponed because the sitting would take too long.
 */
export async function formsLeftOut(
  context: AppContext,
  actor: Actor,
  given: { readonly episode: string; readonly session: number; readonly language?: string },
): Promise<readonly Text[]> {
  return within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "request-form", given.episode);
    await requireRecorded(scope, episode, given.session);
    const start = await starterFor(scope, episode, given.language);
    const { leftOut, postponed } = await plannedFor(scope, episode, given.session, start);
    const before = await outNow(scope, episode, given.session);
    return [
      ...leftOut.map(({ why }) => why),
      ...postponed
        .filter((form) => !before.some((one) => one.instrument === form.instrument))
        .map(
          ({ instrument }): Text => ({
            id: "refusals.measures.postponed",
            values: { title: findInstrument(instrument)?.title ?? instrument },
          }),
        ),
    ];
  });
}

async function plannedFor(
  scope: Scope,
  episode: Episode,
  session: number,
  start: (instrument: Instrument) => FormStart,
): Promise<PlannedSitting> {
  const whyNot = whyNotHere(episode.client.ageBand, await settingsOf(scope), start);
  return plannedForCase(scope, episode, session, whyNot);
}

/**
 * Makes a new link for one person's forms of a session that are waiting or have expired. Their old link opens nothing any
 * more; what was answered stays answered.
 */
export async function renewLink(
  context: AppContext,
  actor: Actor,
  given: { readonly episode: string; readonly session: number; readonly rater: Rater },
): Promise<readonly RequestedForm[]> {
  return within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "request-form", given.episode);
    await requireMeasuringAllowed(scope, episode);
    await holdCases(scope, [given.episode]);
    const all = await requests.list(scope, [given.episode]);
    const answered = all.filter((one) => one.session === given.session && one.answeredAt !== null);
    const waiting = all.filter(
      (one) =>
        one.session === given.session &&
        personOf(one) === personOf(given) &&
        one.respondentStaff === null &&
        one.answeredAt === null &&
        one.withdrawnAt === null &&
        !answered.some(({ instrument }) => instrument === one.instrument),
    );
    const forms = waiting.filter(
      (one, index) => waiting.findIndex(({ instrument }) => instrument === one.instrument) === index,
    );
    if (forms.length === 0) {
      throw new InvalidInput({ id: "refusals.form.none-outstanding", values: {} }, "session");
    }
    for (const one of waiting) await requests.withdraw(scope, one.request);
    const moment = await momentOf(scope, waiting);
    const asked: RequestedForm[] = [];
    for (const alike of Map.groupBy(forms, (one) => `${one.respondent} ${one.language}`).values()) {
      const { respondent = null, language } = alike[0] ?? {};
      const start = await starterFor(scope, episode, language);
      asked.push(
        ...(await askAll(scope, context, episode, alike, {
          session: given.session,
          moment,
          start,
          ...(respondent === null ? {} : { respondent }),
        })),
      );
    }
    await record(scope, actor, `renew-link ${given.rater}`, `episode:${given.episode}`);
    await refresh(scope, [given.episode]);
    return asked;
  });
}

/** Takes a form back that has not been answered: its link opens nothing from now on. */
export async function withdrawForm(context: AppContext, actor: Actor, requestId: string): Promise<void> {
  await within(context, actor, async (scope) => {
    const request = await requests.find(scope, requestId);
    const { episode } = await openCase(scope, actor, "request-form", request?.episode ?? "");
    if (!(await requests.withdraw(scope, requestId)))
      throw new InvalidInput({ id: "refusals.form.answered", values: {} });
    await record(scope, actor, "withdraw-form", `request:${requestId}`);
    await refresh(scope, [episode.episode]);
  });
}

/** What is out or answered for a session: neither withdrawn nor run out. */
async function outNow(scope: Scope, episode: Episode, session: number) {
  const all = await requests.list(scope, [episode.episode]);
  return all.filter(
    (one) =>
      one.session === session &&
      one.withdrawnAt === null &&
      (one.answeredAt !== null || one.expiresAt > scope.now()),
  );
}

/**
 * Returns what starts a form in the language of the person who answers it: the one asked for, else the client's; therapists
 * and observers answer in the practice's.
 */
async function starterFor(
  scope: Scope,
  episode: Episode,
  language = episode.language,
): Promise<(instrument: Instrument) => FormStart> {
  const start = await formStarter(scope);
  const { language: ofPractice } = await settingsOf(scope);
  return (instrument) => {
    const isForStaff = instrument.rater === "therapist" || instrument.rater === "observer";
    return start(instrument, isForStaff ? ofPractice : language);
  };
}

async function requireRecorded(
  scope: Scope,
  episode: Episode,
  session: number,
  { withPlanned = false }: { readonly withPlanned?: boolean } = {},
): Promise<void> {
  const held = await sessions.list(scope, [episode.episode], { withPlanned });
  if (held.some((one) => one.session === session)) return;
  const last = Math.max(0, ...held.map((one) => one.session));
  throw new InvalidInput({ id: "refusals.session.record-first", values: { session, last } }, "session");
}

/** Returns the moment of the sitting that questionnaires belong to; of those without one, by their session. */
async function momentOf(scope: Scope, waiting: readonly FormRequest[]): Promise<SittingMoment> {
  const [first] = waiting;
  const sitting = first?.sitting == null ? null : await sittings.find(scope, first.sitting);
  return sitting?.moment ?? (first?.session === 0 ? "intake" : "after");
}

interface Asking {
  readonly session: number;
  readonly moment: SittingMoment;
  readonly start: (instrument: Instrument) => FormStart;
  readonly respondent?: string;
  /** Until when it can be answered; as the settings say where it is left out. */
  readonly expiresAt?: string;
  readonly observer?: string;
}

/** Throws `InvalidInput` unless this is a colleague who can rate the session: another active therapist. */
async function requireObserver(
  scope: Scope,
  episode: Episode,
  instrument: Instrument,
  observer: string,
): Promise<void> {
  const member = isIdentifier(observer) ? await staff.find(scope, observer) : null;
  const mayObserve =
    instrument.rater === "observer" &&
    member?.active === true &&
    member.roles.includes("therapist") &&
    member.staff !== episode.therapist.staff;
  if (!mayObserve) throw new InvalidInput({ id: "refusals.measures.observer", values: {} }, "observer");
}

/**
 * Requests questionnaires of one person: for people outside the practice one sitting with one link, in the given order; for
 * the therapist each on its own.
 */
async function askAll(
  scope: Scope,
  context: AppContext,
  episode: Episode,
  forms: readonly ScheduledForm[],
  asking: Asking,
): Promise<readonly RequestedForm[]> {
  const [first] = forms;
  if (first === undefined) return [];
  const { session, moment, respondent, observer } = asking;
  await requireRecorded(scope, episode, session, { withPlanned: moment === "before" });
  const settings = await settingsOf(scope);
  const expiresAt = asking.expiresAt ?? hoursAfter(context.now(), 24 * settings.linkDays).toISOString();
  const starts = forms.map((form) => startOf(episode, form, settings, asking.start));
  const { rater } = first;
  const isForStaff = rater === "therapist" || observer !== undefined;
  const token = newToken(context);
  const sitting = isForStaff
    ? null
    : await sittings.add(scope, {
        episode: episode.episode,
        session,
        moment,
        rater,
        language: starts[0]?.wording.language ?? episode.language,
        expiresAt,
        ...(respondent === undefined ? {} : { respondent }),
      });
  if (sitting !== null) await sittings.addLink(scope, sitting, hashToken(token));
  const asked: RequestedForm[] = [];
  for (const [position, { instrument, wording }] of starts.entries()) {
    const request = await requests.ask(scope, {
      request: newIdentifier(context.now().getTime()),
      episode: episode.episode,
      session,
      instrument: instrument.id,
      instrumentVersion: instrument.version,
      construct: instrument.construct,
      rater: instrument.rater,
      language: wording.language,
      expiresAt,
      ...(sitting === null
        ? { respondentStaff: observer ?? episode.therapist.staff }
        : { sitting, position }),
      ...(respondent === undefined ? {} : { respondent }),
    });
    asked.push({
      request,
      instrument: instrument.id,
      title: wording.title,
      rater: instrument.rater,
      session,
      path: sitting === null ? `/answer/${request}` : `/f/${token}`,
      expiresAt,
      after: sitting === null ? null : (asked.at(-1)?.request ?? null),
      sitting,
    });
  }
  return asked;
}

/** Returns the questionnaire and its words. Throws `InvalidInput` where it cannot be given. */
function startOf(
  episode: Episode,
  form: ScheduledForm,
  settings: PracticeSettings,
  startForm: (instrument: Instrument) => FormStart,
) {
  const instrument = findInstrument(form.instrument);
  if (instrument === null) throw new RangeError(`requestForm requires a known form: ${form.instrument}`);
  const why = whyNotHere(episode.client.ageBand, settings, startForm)(instrument);
  if (why !== null) throw new InvalidInput(why, "instrument");
  const start = startForm(instrument);
  if (start.kind === "refused") throw new InvalidInput(start.sentence);
  return { instrument, wording: start.wording };
}
