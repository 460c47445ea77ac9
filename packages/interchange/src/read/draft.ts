import type { DatedScore, RiskMark } from "@concord/course";
import type { Construct, Instrument, Rater } from "@concord/instruments";
import type { ScaleFacts } from "../measured/facts.ts";
import type { FormattedDate, RowPlace } from "./row-place.ts";
import type { FoundAnswer, FoundForm, FoundRisk, FoundScore } from "./sink.ts";

export interface ScoreDraft {
  readonly value: number;
  readonly date: string | null;
  readonly line: number;
}

export interface FormDraft {
  readonly values: Record<string, number>;
  readonly date: string | null;
  readonly line: number;
  readonly column: string;
}

/** What is gathered of one case while the file is read. Keys of the inner maps are moments. */
export interface CaseDraft {
  readonly case: string;
  readonly ordinal: boolean;
  therapist: string | null;
  readonly therapistsTold: Set<string>;
  readonly moments: Map<number, { label: string | null; date: string | null; line: number }>;
  readonly scores: Map<ScaleFacts, Map<number, ScoreDraft>>;
  readonly forms: Map<Instrument, Map<number, FormDraft>>;
  readonly unanswered: Map<string, { at: number; rater: Rater; construct: Construct }>;
  readonly risks: { at: number; mark: Omit<RiskMark, "session"> }[];
}

export function caseDraft(name: string, ordinal: boolean): CaseDraft {
  return {
    case: name,
    ordinal,
    therapist: null,
    therapistsTold: new Set(),
    moments: new Map(),
    scores: new Map(),
    forms: new Map(),
    unanswered: new Map(),
    risks: [],
  };
}

/** Notes that something happened at this moment. */
export function noteMoment(draft: CaseDraft, place: RowPlace, when: FormattedDate): void {
  const known = draft.moments.get(when.at);
  if (known === undefined)
    draft.moments.set(when.at, { label: when.label, date: place.date, line: place.line });
  else known.date ??= place.date;
}

/** The line that already holds this score, or null if it was put. */
export function putScore(draft: CaseDraft, { place, when, facts, value }: FoundScore): ScoreDraft | null {
  const scores = draft.scores.get(facts) ?? new Map<number, ScoreDraft>();
  draft.scores.set(facts, scores);
  const before = scores.get(when.at);
  if (before !== undefined) return before;
  scores.set(when.at, { value, date: place.date, line: place.line });
  return null;
}

/** The line of the form that already holds this item, or null if it was put. */
export function putAnswer(draft: CaseDraft, found: FoundAnswer): FormDraft | null {
  const { place, when, form, item, value, column } = found;
  const forms = draft.forms.get(form) ?? new Map<number, FormDraft>();
  draft.forms.set(form, forms);
  const before = forms.get(when.at);
  if (before === undefined) {
    forms.set(when.at, { values: { [item]: value }, date: place.date, line: place.line, column });
    return null;
  }
  if (before.values[item] !== undefined) return before;
  before.values[item] = value;
  return null;
}

export function putForm(
  draft: CaseDraft,
  { place, when, form, values, column }: FoundForm,
): FormDraft | null {
  const forms = draft.forms.get(form) ?? new Map<number, FormDraft>();
  draft.forms.set(form, forms);
  const before = forms.get(when.at);
  if (before !== undefined) return before;
  forms.set(when.at, { values: { ...values }, date: place.date, line: place.line, column });
  return null;
}

export function putRisk(draft: CaseDraft, { place, when, column, value, about }: FoundRisk): void {
  if (when === null) return;
  const date = place.date === null ? {} : { date: place.date };
  const mark = { ...date, rater: "client" as const, instrument: "file", item: column, value, about };
  draft.risks.push({ at: when.at, mark });
}

/** A score with its facts, as the course takes it. */
export function datedScore(
  facts: ScaleFacts,
  range: { readonly minimum: number; readonly maximum: number },
  session: number,
  { value, date }: ScoreDraft,
): DatedScore {
  return {
    session,
    ...(date === null ? {} : { date }),
    rater: facts.rater,
    construct: facts.construct,
    instrument: facts.instrument,
    scale: facts.scale,
    value,
    minimum: range.minimum,
    maximum: range.maximum,
    better: facts.better,
  };
}
