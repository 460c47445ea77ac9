import { summarise } from "@concord/course";
import { findInstrument } from "@concord/instruments";
import {
  currentSignals,
  detectAll,
  panelOf,
  ringing,
  situationsOf,
  whatToThinkAbout,
} from "@concord/signals";
import {
  consents,
  type Episode,
  type FormRequest,
  type KeptResponse,
  notes,
  repairs,
  responses,
  type Scope,
  staff,
  tasks,
} from "@concord/store";
import { type Actor, rolesOf } from "./actor.ts";
import { authorise } from "./authorise.ts";
import { type CaseFacts, isShared, readFacts } from "./case-facts.ts";
import { type House, within } from "./house.ts";
import { openCase } from "./open-case.ts";
import { absent } from "./permit.ts";
import { record } from "./record.ts";
import { relationshipView } from "./relationship/relationship-view.ts";
import { repairLoops } from "./repair/repair-loops.ts";
import { settingsOf } from "./settings.ts";
import { agreesToResearch } from "./supervision.ts";
import { taskView } from "./tasks.ts";
import { traceCase } from "./trace-case.ts";
import type { CaseView, FormLine, Note } from "./views.ts";

/** Everything the therapist, or a supervisor who was let in, sees of a case. Reading it is written down. */
export async function readCase(house: House, actor: Actor, episodeId: string): Promise<CaseView> {
  return within(house, actor, async (scope) => {
    const { episode, subject } = await openCase(scope, actor, "read-case", episodeId);
    const facts = (await readFacts(scope, [episodeId])).get(episodeId);
    if (facts === undefined) throw absent();
    await record(scope, actor, "read-case", `episode:${episodeId}`);
    const course = traceCase(facts, house.now());
    const signals = detectAll(course);
    const current = currentSignals(course, signals);
    const relationship = await relationshipView(scope, episodeId, course, ownReader(actor, episode));
    const situations = situationsOf(course, {
      attachment: relationship.attachment?.readings.at(-1) ?? null,
      bond: relationship.bond,
      perfectionism: relationship.perfectionism?.reading ?? null,
    });
    const mayReadNotes = authorise(actor, "read-notes", subject).kind === "allowed";
    const { duty } = await settingsOf(scope);
    const names = new Map((await staff.list(scope)).map((one) => [one.staff, one.name]));
    const raised = await tasks.list(scope, { episodes: [episodeId] });
    return {
      episode: episodeId,
      client: episode.client.label,
      ageBand: episode.client.ageBand,
      therapist: episode.therapist,
      openedOn: episode.openedOn,
      closedOn: episode.closedOn,
      nextSession: episode.nextSession,
      endingFrom: episode.endingFrom,
      sessions: facts.sessions.map(({ session, heldOn, attended }) => ({ session, heldOn, attended })),
      course,
      signals,
      current,
      panel: panelOf(course),
      advice: whatToThinkAbout(current, situations),
      summary: summarise(course),
      relationship,
      repairs: repairLoops(course, ringing(signals), await repairs.list(scope, [episodeId])),
      forms: formLines(facts, await responses.list(scope, [episodeId]), house.now()),
      notes: mayReadNotes ? await notesFor(scope, actor, episodeId) : [],
      tasks: raised.map((one) => taskView(one, duty === null ? undefined : names.get(duty))),
      supervisionConsent: subject.supervisors.length > 0,
      supervisors: subject.supervisors.flatMap((one) => names.get(one) ?? []),
      researchConsent: agreesToResearch(await consents.list(scope, [episodeId])),
      simulated: episode.simulated,
    };
  });
}

/** The therapist, where it is they who read: what is usual for them is told to nobody else. */
function ownReader(actor: Actor, { therapist }: Episode): string | null {
  const isTherapist = rolesOf(actor).includes("therapist");
  const isOwn = actor.kind === "staff" && isTherapist && actor.staff === therapist.staff;
  return isOwn ? therapist.staff : null;
}

async function notesFor(scope: Scope, actor: Actor, episodeId: string): Promise<readonly Note[]> {
  if (actor.kind !== "staff") return [];
  const kept = await notes.list(scope, episodeId, actor.staff);
  return kept.map(({ note, session, author, createdAt, text }) => {
    return { id: note, session, author: author.name, at: createdAt, text };
  });
}

/** Forms asked for, and answers that came without a request, newest session first. */
function formLines(
  facts: Pick<CaseFacts, "requests">,
  answered: readonly KeptResponse[],
  now: Date,
): readonly FormLine[] {
  const byRequest = new Map(answered.map((one) => [one.request, one.response]));
  const asked = facts.requests.map((one): FormLine => {
    return {
      ...lineOf(one),
      request: one.request,
      response: byRequest.get(one.request) ?? null,
      ...stateOf(one, now),
    };
  });
  const unasked = answered
    .filter((one) => one.request === null && isShared(one.instrument))
    .map((one): FormLine => {
      return {
        ...lineOf(one),
        request: null,
        response: one.response,
        state: "answered",
        at: one.answeredOn ?? one.receivedAt,
      };
    });
  return [...asked, ...unasked].sort((a, b) => b.session - a.session);
}

function lineOf(one: Pick<FormRequest, "instrument" | "rater" | "session">) {
  const instrument = findInstrument(one.instrument);
  return {
    instrument: one.instrument,
    title: instrument?.title ?? one.instrument,
    construct: instrument?.construct ?? ("alliance" as const),
    rater: one.rater,
    session: one.session,
  };
}

function stateOf(one: FormRequest, now: Date): Pick<FormLine, "state" | "at"> {
  if (one.answeredAt !== null) return { state: "answered", at: one.answeredAt };
  return Date.parse(one.expiresAt) <= now.getTime()
    ? { state: "expired", at: one.expiresAt }
    : { state: "waiting", at: one.createdAt };
}
