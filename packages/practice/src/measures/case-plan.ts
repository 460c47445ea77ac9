import { type PhaseName, phasesOf } from "@concord/course";
import type { FormStart, Instrument } from "@concord/instruments";
import {
  type Episode,
  type FormRequest,
  groups,
  measurePlans,
  phases,
  requests,
  type Scope,
  sessions,
} from "@concord/store";
import { safetyRefusal } from "../safety/safety-setup.ts";
import type { PracticeSettings } from "../settings.ts";
import { type CareSetting, casePlanOf, type MeasurePlan, planForCase, planOf } from "./plan.ts";
import {
  type CaseToPlan,
  type FormGiven,
  type PlannedSitting,
  plannedForms,
  type WhyNot,
} from "./planned-forms.ts";
import { defaultPlan } from "./templates.ts";

/** Returns the plan in force for the practice. */
export async function planOfPractice(scope: Scope): Promise<MeasurePlan> {
  const content = await measurePlans.inForce(scope, null);
  return content === null ? defaultPlan : planOf(content);
}

/** Returns the plan in force for a case: the practice's with what differs for this client. */
async function planOfCase(scope: Scope, episode: string): Promise<MeasurePlan> {
  const own = await measurePlans.inForce(scope, episode);
  return planForCase(await planOfPractice(scope), own === null ? null : casePlanOf(own));
}

/** Returns whether a case is seen alone or in a group; couples and families are planned as alone. */
export async function settingOfCase(scope: Scope, episode: string): Promise<CareSetting> {
  const isInGroup = (await groups.ofEpisode(scope, episode)).some(({ kind }) => kind === "group");
  return isInGroup ? "group" : "individual";
}

/** Returns what the plan has for a recorded or planned session of a case. */
export async function plannedForCase(
  scope: Scope,
  episode: Episode,
  session: number,
  whyNot: WhyNot,
): Promise<PlannedSitting> {
  const plan = await planOfCase(scope, episode.episode);
  return plannedForms(plan, await caseToPlan(scope, episode), session, whyNot);
}

/** Returns what planning needs to know of a case. */
async function caseToPlan(scope: Scope, episode: Episode): Promise<CaseToPlan> {
  const ids = [episode.episode];
  const held = await sessions.list(scope, ids, { withPlanned: true });
  const last = Math.max(0, ...held.map((one) => one.session));
  const { endingFrom } = episode;
  const inPhases = phasesOf(
    {
      phases: (await phases.list(scope, ids)).map(({ name, from }) => ({ name, from })),
      ...(endingFrom === null ? {} : { endingFrom }),
    },
    last,
  );
  return {
    ageBand: episode.client.ageBand,
    setting: await settingOfCase(scope, episode.episode),
    sessions: held,
    given: (await requests.list(scope, ids)).flatMap((one) => formGiven(one, scope.now())),
    phaseOf: (session): PhaseName | null =>
      inPhases.find(({ from, to }) => from <= session && session <= to)?.name ?? null,
    endingFrom,
  };
}

/** A withdrawn request was not given: its questionnaire is still due. */
function formGiven(one: FormRequest, now: string): readonly FormGiven[] {
  const { instrument, session } = one;
  if (one.answeredAt !== null) return [{ instrument, session, state: "answered" }];
  if (one.withdrawnAt !== null) return [];
  return [{ instrument, session, state: one.expiresAt > now ? "open" : "unanswered" }];
}

/** Returns why an instrument cannot be given to a person of this age here; null where it can. */
export function whyNotHere(
  ageBand: Episode["client"]["ageBand"],
  settings: PracticeSettings,
  start: (instrument: Instrument) => FormStart,
): WhyNot {
  return (instrument) => {
    if (!fits(instrument, ageBand)) {
      return { id: "refusals.form.age", values: { title: instrument.title } };
    }
    const started = start(instrument);
    return started.kind === "refused" ? started.sentence : safetyRefusal(instrument, settings);
  };
}

/** Returns whether an instrument is meant for people of this age. */
export function fits(instrument: Instrument, ageBand: Episode["client"]["ageBand"]): boolean {
  return instrument.ageBands.includes(ageBand);
}
