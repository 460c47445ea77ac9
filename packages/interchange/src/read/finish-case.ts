import { type DatedScore, type RiskMark, riskMarksOf, type SessionRecord, scoresOf } from "@concord/course";
import { type Instrument, type Range, score } from "@concord/instruments";
import type { ProblemLog } from "../problem.ts";
import type { CaseScores, ReadResponse, SessionTime } from "../ratings.ts";
import { quoted } from "../text/printable.ts";
import { type CaseDraft, datedScore, type FormDraft } from "./draft.ts";

export interface Finishing {
  readonly ranges: ReadonlyMap<string, Range>;
  readonly log: ProblemLog;
  /** Whether each chair has columns of its own, so that an empty field says what was asked. */
  readonly columnsSpeak: boolean;
  /** What moments are counted in, where they are not sessions. */
  readonly unit: string;
}

/** Puts one case in order: sessions numbered, forms scored, forms that did not come back recorded. */
export function finishCase(draft: CaseDraft, finishing: Finishing): CaseScores {
  const moments = [...draft.moments.keys()].sort((a, b) => a - b);
  const sessionOf = new Map(moments.map((at, index) => [at, draft.ordinal ? index + 1 : at]));
  const scores: DatedScore[] = [];
  for (const [facts, drafts] of draft.scores) {
    const range = facts.range ?? finishing.ranges.get(facts.scale)!;
    for (const [at, each] of drafts) scores.push(datedScore(facts, range, sessionOf.get(at)!, each));
  }
  const responses: ReadResponse[] = [];
  const risks: RiskMark[] = draft.risks.map(({ at, mark }) => ({ session: sessionOf.get(at)!, ...mark }));
  const held = new Set(scores.map((each) => identity(each)));
  for (const [form, drafts] of draft.forms) {
    for (const [at, each] of drafts) {
      const made = scoreForm(draft, form, each, sessionOf.get(at)!, finishing.log);
      responses.push(made.response);
      risks.push(...made.risks);
      scores.push(...made.scores.filter((own) => !held.has(identity(own))));
    }
  }
  const bySession = (a: { session: number }, b: { session: number }): number => a.session - b.session;
  checkDates(draft, finishing.log);
  return {
    case: draft.case,
    therapist: draft.therapist,
    scores: scores.sort(bySession),
    responses: responses.sort(bySession),
    sessions: records(draft, moments, sessionOf, scores, finishing.columnsSpeak),
    risks: risks.sort(bySession),
    times: times(draft, moments, finishing.unit),
  };
}

const identity = (own: DatedScore): string => `${own.session} ${own.rater} ${own.instrument} ${own.scale}`;

function scoreForm(
  draft: CaseDraft,
  form: Instrument,
  { values, date, line, column }: FormDraft,
  session: number,
  log: ProblemLog,
): {
  readonly response: ReadResponse;
  readonly scores: readonly DatedScore[];
  readonly risks: readonly RiskMark[];
} {
  const dated = date === null ? {} : { date };
  const { id: instrument, version, rater } = form;
  const scored = score(form, { kind: "response", instrument, version, values, texts: {} });
  const without = scored.scales.filter(
    (scale) => scale.kind === "unscorable" && scale.message.id !== "stored.score.not-asked",
  );
  if (without.length > 0) {
    const first = without[0]!;
    const reason = first.kind === "unscorable" ? first.reason : "";
    log.add({
      kind: "unscorable",
      line,
      column,
      sentence: `${quoted(draft.case)}, session ${session}: ${form.shortTitle} gives no ${without.map(({ scale }) => scale).join(", ")}; ${reason}.`,
      kept: "The answers were kept.",
    });
  }
  return {
    response: { session, ...dated, rater, instrument, version, values, line },
    scores: scoresOf(form, scored, { session, ...dated }),
    risks: riskMarksOf(form, scored, { session, ...dated }),
  };
}

/**
 * A record for each session in which something was asked and not answered. Where the columns tell what was asked,
 * every session has one: nothing is then inferred from what others answered.
 */
function records(
  draft: CaseDraft,
  moments: readonly number[],
  sessionOf: ReadonlyMap<number, number>,
  scores: readonly DatedScore[],
  columnsSpeak: boolean,
): readonly SessionRecord[] {
  const missing = new Map<number, SessionRecord["asked"][number][]>();
  const answered = new Set(scores.map((own) => `${own.session} ${own.rater} ${own.construct}`));
  for (const { at, rater, construct } of draft.unanswered.values()) {
    const session = sessionOf.get(at)!;
    if (answered.has(`${session} ${rater} ${construct}`)) continue;
    missing.set(session, [...(missing.get(session) ?? []), { rater, construct, answered: false }]);
  }
  return moments.flatMap((at): SessionRecord[] => {
    const session = sessionOf.get(at)!;
    const asked = missing.get(session);
    if (asked === undefined && !columnsSpeak) return [];
    const date = draft.moments.get(at)!.date;
    return [{ session, ...(date === null ? {} : { date }), attended: true, asked: asked ?? [] }];
  });
}

function times(draft: CaseDraft, moments: readonly number[], unit: string): readonly SessionTime[] {
  if (!draft.ordinal) return [];
  return moments.map((at, index) => ({
    session: index + 1,
    label: draft.moments.get(at)!.label ?? String(at),
    unit,
  }));
}

/** Later sessions should not lie before earlier ones; told once a case. */
function checkDates(draft: CaseDraft, log: ProblemLog): void {
  if (draft.ordinal) return;
  const dated = [...draft.moments].filter(([, { date }]) => date !== null).sort(([a], [b]) => a - b);
  for (let next = 1; next < dated.length; next++) {
    const [earlier, later] = [dated[next - 1]!, dated[next]!];
    if (later[1].date! >= earlier[1].date!) continue;
    log.add({
      kind: "date-order",
      line: later[1].line,
      column: null,
      sentence: `${quoted(draft.case)}: session ${later[0]} is dated ${later[1].date}, before session ${earlier[0]} (${earlier[1].date}).`,
      kept: "Kept as it is, in order of session.",
    });
    return;
  }
}
