import type { DatedScore, MissedForm, SessionRecord } from "./course.ts";

/**
 * Which forms did not come back?
 *
 * Where a session has a record, the record says what was asked; a score that is there all the same counts as
 * answered, and nothing is missed in a session that did not take place. Where it has none (a plain file of
 * ratings), a form counts as missed when another rater rated the same thing in that session and this rater
 * rates it in others.
 */
export function missedForms(
  scores: readonly DatedScore[],
  records: readonly SessionRecord[],
): readonly MissedForm[] {
  const answered = new Set(scores.map(formKey));
  const recorded = new Set(records.map((record) => record.session));
  const fromRecords = records
    .filter((record) => record.attended)
    .flatMap(({ session, asked }) =>
      asked
        .filter((form) => !form.answered)
        .map(({ rater, construct }): MissedForm => ({ session, rater, construct })),
    );
  const missed = new Map<string, MissedForm>();
  for (const form of [...fromRecords, ...betweenRatings(scores, recorded)]) {
    if (!answered.has(formKey(form))) missed.set(formKey(form), form);
  }
  return [...missed.values()].sort((a, b) => a.session - b.session || (formKey(a) < formKey(b) ? -1 : 1));
}

function betweenRatings(scores: readonly DatedScore[], recorded: ReadonlySet<number>): readonly MissedForm[] {
  const unrecorded = scores.filter((score) => !recorded.has(score.session) && score.session > 0);
  const ratersOf = new Map<string, Set<DatedScore["rater"]>>();
  for (const { construct, rater } of scores) {
    const raters = ratersOf.get(construct);
    if (raters === undefined) ratersOf.set(construct, new Set([rater]));
    else raters.add(rater);
  }
  return unrecorded.flatMap(({ session, construct }) =>
    [...(ratersOf.get(construct) ?? [])].map((rater) => ({ session, rater, construct })),
  );
}

function formKey(form: MissedForm): string {
  return `${form.session} ${form.rater} ${form.construct}`;
}
