import { type PhaseName, phasesOf } from "@concord/course";
import { type AgeBand, catalogue, findInstrument, type Instrument, type Rater } from "@concord/instruments";
import type { Text } from "@concord/messages";
import { measurePlans, type Scope, type StoredMeasurePlan, sessions, staff } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { addDays, dayOf } from "../calendar.ts";
import { isShared } from "../case-facts.ts";
import { openCase } from "../open-case.ts";
import { permit } from "../permit.ts";
import { safetyRefusal } from "../safety/safety-setup.ts";
import { settingsOf } from "../settings.ts";
import { formStarter } from "../wordings.ts";
import { fits, planOfPractice, settingOfCase, whyNotHere } from "./case-plan.ts";
import {
  type CareSetting,
  type CasePlan,
  casePlanOf,
  type MeasurePlan,
  type PlanRow,
  planForCase,
  planOf,
} from "./plan.ts";
import { plannedSittings, secondsByPerson, type WhyNot } from "./planned-forms.ts";
import { type TemplateName, templateNames, templatePlan } from "./templates.ts";

/** The last session that a preview shows. */
const lastPreviewed = 12;

/** An instrument that can be in a plan. */
export interface OfferedInstrument {
  readonly instrument: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly rater: Rater;
  readonly ageBands: readonly AgeBand[];
  readonly seconds: number;
  /** Why it cannot be given here at present; null where it can. */
  readonly why: Text | null;
}

/** What one group of clients is given from the intake to session 12, if everything is answered. */
export interface PlanPreview {
  readonly ageBand: AgeBand;
  readonly setting: CareSetting;
  readonly sessions: readonly {
    readonly session: number;
    readonly minutes: readonly { readonly rater: Rater; readonly minutes: number }[];
  }[];
  readonly lines: readonly {
    readonly instrument: string;
    readonly title: string;
    readonly rater: Rater;
    readonly sessions: readonly number[];
    /** Sessions at which it falls due and is given later, because the sitting would take too long. */
    readonly postponed: readonly number[];
  }[];
  readonly leftOut: readonly { readonly instrument: string; readonly title: string; readonly why: Text }[];
}

/** A plan that was in force from a day on. */
export interface PlanInHistory {
  readonly plan: string;
  readonly at: string;
  readonly by: string;
  readonly template: TemplateName | null;
  readonly minutes: number;
  readonly instruments: number;
}

export interface MeasuresView {
  /** Of the plan in force, to say which one a change is based on; null while the built-in one is. */
  readonly plan: string | null;
  readonly content: MeasurePlan;
  readonly rows: readonly (PlanRow & OfferedInstrument)[];
  readonly offered: readonly OfferedInstrument[];
  readonly history: readonly PlanInHistory[];
}

/** Returns the plan in force, what could be in it, and earlier plans. */
export async function readMeasures(context: AppContext, actor: Actor): Promise<MeasuresView> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const stored = await measurePlans.history(scope, null);
    const content = await planOfPractice(scope);
    const whyNot = await whyNotInPractice(scope);
    return {
      plan: stored[0]?.plan ?? null,
      content,
      rows: withInstruments(content.rows, whyNot),
      offered: catalogue.filter(({ id }) => isShared(id)).map((one) => offer(one, whyNot(one))),
      history: stored.map(historyLine),
    };
  });
}

/** Returns what a plan, or a template where one is named, gives to people of an age in a setting, session by session. */
export async function previewMeasures(
  context: AppContext,
  actor: Actor,
  {
    ageBand,
    setting,
    template,
  }: {
    readonly ageBand: AgeBand;
    readonly setting: CareSetting;
    readonly template: TemplateName | null;
  },
): Promise<PlanPreview> {
  return within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const plan = template === null ? await planOfPractice(scope) : templatePlan(template);
    const settings = await settingsOf(scope);
    const start = await formStarter(scope);
    const whyNot = whyNotHere(ageBand, settings, (instrument) => start(instrument, settings.language));
    return previewOf(plan, { ageBand, setting, firstDay: dayOf(context.now()) }, whyNot);
  });
}

export interface CaseMeasuresView {
  readonly client: string;
  readonly ageBand: AgeBand;
  readonly setting: CareSetting;
  /** Of the client's own plan in force; null without one. */
  readonly plan: string | null;
  readonly own: CasePlan | null;
  /** The limit of the practice. */
  readonly minutes: number;
  /** What this client is given. */
  readonly rows: readonly (PlanRow & OfferedInstrument & { readonly isOwn: boolean })[];
  /** What the practice gives and this client is not. */
  readonly off: readonly OfferedInstrument[];
  readonly offered: readonly OfferedInstrument[];
  /** The last session that is recorded, for which questionnaires can be asked. */
  readonly lastSession: number;
  /** Colleagues who can answer an observer’s questionnaire when signed in. */
  readonly observers: readonly { readonly staff: string; readonly name: string }[];
  readonly preview: PlanPreview;
  readonly history: readonly Pick<PlanInHistory, "plan" | "at" | "by">[];
}

/** Returns what one client is given, what of it differs from the practice, and what else could be asked for. */
export async function readCaseMeasures(
  context: AppContext,
  actor: Actor,
  episodeId: string,
): Promise<CaseMeasuresView> {
  return within(context, actor, async (scope) => {
    const { episode } = await openCase(scope, actor, "request-form", episodeId);
    const { ageBand, label: client } = episode.client;
    const setting = await settingOfCase(scope, episodeId);
    const stored = await measurePlans.history(scope, episodeId);
    const own = stored[0] === undefined ? null : casePlanOf(stored[0].content);
    const practice = await planOfPractice(scope);
    const of = planForCase(practice, own);
    const settings = await settingsOf(scope);
    const start = await formStarter(scope);
    const whyNot = whyNotHere(ageBand, settings, (instrument) =>
      start(
        instrument,
        instrument.rater === "therapist" || instrument.rater === "observer"
          ? settings.language
          : episode.language,
      ),
    );
    const offered = catalogue
      .filter((one) => isShared(one.id) && fits(one, ageBand))
      .map((one) => offer(one, whyNot(one)));
    const forCase = (row: PlanRow) => row.setting === setting && row.ageBands.includes(ageBand);
    const off = own?.off ?? [];
    return {
      client,
      ageBand,
      setting,
      plan: stored[0]?.plan ?? null,
      own,
      minutes: practice.minutes,
      rows: withInstruments(of.rows.filter(forCase), whyNot).map((row) => ({
        ...row,
        isOwn: own?.rows.some(({ instrument }) => instrument === row.instrument) ?? false,
      })),
      off: offered.filter(
        ({ instrument }) =>
          off.includes(instrument) &&
          practice.rows.some((row) => row.instrument === instrument && forCase(row)),
      ),
      offered,
      lastSession: Math.max(0, ...(await sessions.list(scope, [episodeId])).map((one) => one.session)),
      observers: (await staff.list(scope))
        .filter(
          (one) => one.active && one.roles.includes("therapist") && one.staff !== episode.therapist.staff,
        )
        .map(({ staff: id, name }) => ({ staff: id, name })),
      preview: previewOf(of, { ageBand, setting, firstDay: dayOf(context.now()) }, whyNot),
      history: stored.map(({ plan, madeAt, madeBy }) => ({ plan, at: madeAt, by: madeBy })),
    };
  });
}

/** Returns why an instrument cannot be given in the practice's language, at whatever age. */
async function whyNotInPractice(scope: Scope): Promise<WhyNot> {
  const settings = await settingsOf(scope);
  const start = await formStarter(scope);
  return (instrument) => {
    const started = start(instrument, settings.language);
    return started.kind === "refused" ? started.sentence : safetyRefusal(instrument, settings);
  };
}

function offer(instrument: Instrument, why: Text | null): OfferedInstrument {
  const { id, title, shortTitle, rater, ageBands: bands, secondsToComplete: seconds } = instrument;
  return { instrument: id, title, shortTitle, rater, ageBands: bands, seconds, why };
}

/** Returns rows with their instruments; one that this version does not know has its id as title. */
function withInstruments(rows: readonly PlanRow[], whyNot: WhyNot) {
  return rows.map((row) => {
    const instrument = findInstrument(row.instrument);
    if (instrument !== null) return { ...offer(instrument, whyNot(instrument)), ...row };
    const why = { id: "refusals.form.unknown", values: {} } as const;
    const { instrument: title } = row;
    return { title, shortTitle: title, rater: "client" as const, seconds: 0, why, ...row };
  });
}

function previewOf(
  plan: MeasurePlan,
  about: { readonly ageBand: AgeBand; readonly setting: CareSetting; readonly firstDay: string },
  whyNot: WhyNot,
): PlanPreview {
  const { ageBand, setting, firstDay } = about;
  const planned = [
    ...plannedSittings(
      plan,
      {
        ageBand,
        setting,
        sessions: Array.from({ length: lastPreviewed + 1 }, (_, session) => ({
          session,
          heldOn: addDays(firstDay, 7 * session),
        })),
        given: "as-planned",
        phaseOf: phaseByRule,
        endingFrom: null,
      },
      whyNot,
    ),
  ];
  const rows = plan.rows.filter((row) => row.setting === setting && row.ageBands.includes(ageBand));
  const has = (forms: readonly { readonly instrument: string }[], id: string) =>
    forms.some(({ instrument }) => instrument === id);
  return {
    ageBand,
    setting,
    sessions: planned.map(({ session, forms }) => ({
      session,
      minutes: [...secondsByPerson(forms)].map(([rater, seconds]) => ({
        rater,
        minutes: Math.max(1, Math.round(seconds / 60)),
      })),
    })),
    lines: rows.flatMap(({ instrument: id }) => {
      const instrument = findInstrument(id);
      if (instrument === null || whyNot(instrument) !== null) return [];
      const sessionsOf = (kind: "forms" | "postponed") =>
        planned.filter((one) => has(one[kind], id)).map(({ session }) => session);
      return [
        {
          instrument: id,
          title: instrument.title,
          rater: instrument.rater,
          sessions: sessionsOf("forms"),
          postponed: sessionsOf("postponed"),
        },
      ];
    }),
    leftOut: rows.flatMap(({ instrument: id }) => {
      const instrument = findInstrument(id);
      const why = instrument === null ? null : whyNot(instrument);
      return instrument === null || why === null ? [] : [{ instrument: id, title: instrument.title, why }];
    }),
  };
}

/** Returns the phase of a session of a treatment whose end has not been agreed. */
function phaseByRule(session: number): PhaseName | null {
  return phasesOf({}, lastPreviewed).find(({ from, to }) => from <= session && session <= to)?.name ?? null;
}

function historyLine({ plan, content, madeBy, madeAt }: StoredMeasurePlan): PlanInHistory {
  const { template, minutes, rows } = planOf(content);
  return {
    plan,
    at: madeAt,
    by: madeBy,
    template: templateNames.find((name) => name === template) ?? null,
    minutes,
    instruments: new Set(rows.map(({ instrument }) => instrument)).size,
  };
}
