import { summarise } from "@concord/course";
import { attentionOf, currentSignals, detectAll, panelOf } from "@concord/signals";
import { consents, type Episode, episodeChanges, groups, responses, staff, tasks } from "@concord/store";
import { type Actor, rolesOf } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { authorise } from "./authorise.ts";
import { readFacts } from "./case-facts.ts";
import { formLines } from "./case-forms.ts";
import { notesOf } from "./case-notes.ts";
import { historyOf } from "./episode-changes.ts";
import { openCase } from "./open-case.ts";
import { absent } from "./permit.ts";
import { measuringRefusal, measuringState } from "./privacy/measuring.ts";
import { viewersOf } from "./privacy/visible-to.ts";
import { record } from "./record.ts";
import { relationshipView } from "./relationship/relationship-view.ts";
import { repairLoops } from "./repair/repair-loops.ts";
import { taskView } from "./safety/tasks.ts";
import { settingsOf } from "./settings.ts";
import { agreesToResearch } from "./supervision.ts";
import { traceCase } from "./trace-case.ts";
import type { CaseView } from "./views.ts";

/** Everything the therapist, or a supervisor who was let in, sees of a case. Reading it is written down. */
export async function readCase(context: AppContext, actor: Actor, episodeId: string): Promise<CaseView> {
  return within(context, actor, async (scope) => {
    const { episode, subject } = await openCase(scope, actor, "read-case", episodeId);
    const facts = (await readFacts(scope, [episodeId])).get(episodeId);
    if (facts === undefined) throw absent();
    await record(scope, actor, "read-case", `episode:${episodeId}`);
    const course = traceCase(facts, context.now());
    const signals = detectAll(course);
    const current = currentSignals(course, signals);
    const relationship = await relationshipView(scope, episodeId, course, ownReader(actor, episode));
    const attention = attentionOf(course, signals, {
      safety: facts.safety,
      repairs: facts.repairs,
      disclosures: facts.disclosures,
      attachment: relationship.attachment?.readings.at(-1) ?? null,
      bond: relationship.bond,
      perfectionism: relationship.perfectionism?.reading ?? null,
    });
    const mayReadNotes = authorise(actor, "read-notes", subject).kind === "allowed";
    const practice = await settingsOf(scope);
    const { duty } = practice;
    const names = new Map((await staff.list(scope)).map((one) => [one.staff, one.name]));
    const raised = await tasks.list(scope, { episodes: [episodeId] });
    return {
      episode: episodeId,
      client: episode.client.label,
      language: episode.language,
      ageBand: episode.client.ageBand,
      therapist: episode.therapist,
      openedOn: episode.openedOn,
      closedOn: episode.closedOn,
      nextSession: episode.nextSession,
      history: historyOf(episode, await episodeChanges.list(scope, [episodeId]), names),
      groups: (await groups.ofEpisode(scope, episodeId)).map(({ group, name, kind }) => ({
        group,
        name,
        kind,
      })),
      endingFrom: episode.endingFrom,
      sessions: facts.sessions.map(({ session, heldOn, attended }) => ({ session, heldOn, attended })),
      course,
      signals,
      current,
      panel: panelOf(course),
      attention,
      summary: summarise(course),
      relationship,
      repairs: repairLoops(attention.events),
      forms: formLines(facts.requests, await responses.list(scope, [episodeId]), context.now()),
      notes: mayReadNotes ? await notesOf(scope, actor, episodeId) : [],
      tasks: raised.map((one) => taskView(one, duty === null ? undefined : names.get(duty))),
      supervisionConsent: subject.supervisors.length > 0,
      supervisors: subject.supervisors.flatMap((one) => names.get(one) ?? []),
      researchConsent: agreesToResearch(await consents.list(scope, [episodeId])),
      viewers: await viewersOf(scope, episode, practice),
      notAsked: measuringRefusal(await measuringState(scope, episode)),
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
