import type { DatedScore } from "@concord/course";
import type { CaseScores } from "@concord/interchange";
import { clients, episodes, newIdentifier, responses, type Scope, scores, sessions } from "@concord/store";
import { dayOf } from "./calendar.ts";
import type { ImportPlan } from "./import-plan.ts";
import type { ImportedForm } from "./imported-forms.ts";
import { raiseTask, scoreRows } from "./keep-response.ts";
import { settingsOf } from "./settings.ts";

/** What of a case is not here yet. */
export interface FreshCase {
  readonly own: CaseScores;
  readonly episode: string;
  readonly forms: readonly ImportedForm[];
}

/** Opens the cases that are new, by the names the file gives them. */
export async function openCases(scope: Scope, now: Date, opened: readonly ImportPlan[]): Promise<void> {
  const people = opened.map((one) => ({ ...one, client: newIdentifier() }));
  await clients.addMany(
    scope,
    people.map((one) => ({ client: one.client, label: one.own.case, ageBand: one.ageBand })),
  );
  await episodes.openMany(
    scope,
    people.map((one) => ({
      episode: one.episode,
      client: one.client,
      therapist: one.therapist,
      openedOn: firstDate(one.own) ?? dayOf(now),
      reference: one.own.case,
    })),
  );
}

function firstDate(own: CaseScores): string | undefined {
  const dates = [...own.scores, ...own.sessions].flatMap((one) => one.date ?? []);
  return dates.sort()[0];
}

/** Writes down the sessions that are not recorded yet, and says how many. */
export async function addSessions(scope: Scope, fresh: readonly FreshCase[]): Promise<number> {
  const held = fresh.flatMap(({ own, episode }) => {
    const bySession = new Map<number, { heldOn?: string; attended: boolean }>();
    for (const { session, date, attended } of own.sessions) {
      bySession.set(session, { ...(date === undefined ? {} : { heldOn: date }), attended });
    }
    for (const { session, date } of own.scores) {
      const so = bySession.get(session) ?? { attended: true };
      bySession.set(session, {
        ...so,
        ...(so.heldOn === undefined && date !== undefined ? { heldOn: date } : {}),
      });
    }
    return [...bySession].map(([session, one]) => ({ episode, session, ...one }));
  });
  return sessions.recordMany(scope, held);
}

/**
 * Adds the forms with their scores; a risk answer raises a task unless a later answer to the same form took
 * its place.
 */
export async function addForms(scope: Scope, fresh: readonly FreshCase[]): Promise<number> {
  const receivedAt = scope.now();
  const rows = fresh.flatMap(({ episode, forms }) =>
    forms.map((form) => ({ form, response: newIdentifier(), episode })),
  );
  await responses.addMany(
    scope,
    rows.map(({ form, response, episode }) => ({
      response,
      episode,
      session: form.session,
      instrument: form.instrument,
      instrumentVersion: form.version,
      rater: form.rater,
      source: "import" as const,
      values: form.values,
      receivedAt,
      ...(form.date === undefined ? {} : { answeredOn: form.date }),
    })),
  );
  await scores.addMany(
    scope,
    rows.flatMap(({ form, response, episode }) => {
      if (form.scored.kind === "items")
        return scoreRows(form.scored.instrument, { response, episode }, form.scored.score);
      return form.scored.scores.map((one) => ({
        response,
        episode,
        construct: one.construct,
        better: one.better,
        scoring: "imported",
        result: importedScore(one),
      }));
    }),
  );
  const { taskHours } = await settingsOf(scope);
  const newest = new Map(rows.map((row) => [`${row.episode} ${row.form.instrument}`, row]));
  let raised = 0;
  for (const { form, response, episode } of newest.values()) {
    if (form.scored.kind !== "items" || form.scored.score.risks.length === 0) continue;
    const { instrument, score } = form.scored;
    await raiseTask(
      scope,
      instrument,
      { response, episode, session: form.session, receivedAt },
      score.risks,
      taskHours,
    );
    raised++;
  }
  return raised;
}

/** A scale's value as a file had it: how many items stood behind it is not known. */
function importedScore(one: DatedScore) {
  return {
    kind: "score" as const,
    scale: one.scale,
    value: one.value,
    percent: (100 * (one.value - one.minimum)) / (one.maximum - one.minimum),
    minimum: one.minimum,
    maximum: one.maximum,
    answered: 0,
    items: 0,
    prorated: false,
  };
}
