import {
  type DraftProblem,
  emptyDraft,
  type FigureChoice,
  type ReportDraft,
  type StudyDraft,
} from "@concord/practice";
import { figureChoices, numberFields } from "./figure-fields.ts";
import { ages, designs, isOneOf, qualities, raters, stages, timings } from "./terms.ts";

/** More figures than this come by file. */
const maxReports = 200;

/**
 * Returns what a person sent on the form of a study, as it was typed, and what of it is none of the choices that the
 * form has: nothing is taken in place of it unsaid.
 */
export function sentDraft(sent: FormData): {
  readonly draft: StudyDraft;
  readonly problems: readonly DraftProblem[];
} {
  const problems: DraftProblem[] = [];
  const text = (name: string): string => {
    const value = sent.get(name);
    return typeof value === "string" ? value : "";
  };
  const oneOf = <Value extends string>(name: string, values: readonly Value[], otherwise: Value): Value => {
    const value = sent.get(name);
    if (typeof value === "string" && isOneOf(values, value)) return value;
    problems.push({ field: name, message: { id: "evidence.study-form.choose", values: {} } });
    return otherwise;
  };
  const draft: StudyDraft = {
    authors: text("authors"),
    year: text("year"),
    title: text("title"),
    doi: text("doi"),
    topic: text("topic"),
    design: oneOf("design", designs, emptyDraft.design),
    quality: oneOf("quality", qualities, emptyDraft.quality),
    ageBand: oneOf("ageBand", ages, emptyDraft.ageBand),
    country: text("country"),
    setting: text("setting"),
    population: text("population"),
    stage: oneOf("stage", stages, emptyDraft.stage),
    reason: text("reason"),
    reports: rowsIn(sent).map((row) => sentReport(row, text, oneOf)),
  };
  return { draft, problems };
}

type OneOf = <Value extends string>(name: string, values: readonly Value[], otherwise: Value) => Value;

function rowsIn(sent: FormData): readonly number[] {
  const rows = [...sent.keys()].flatMap((name) => {
    const row = /^report\.(\d{1,3})\./.exec(name)?.[1];
    return row === undefined || Number(row) >= maxReports ? [] : [Number(row)];
  });
  return [...new Set(rows)].sort((a, b) => a - b);
}

function sentReport(row: number, text: (name: string) => string, oneOf: OneOf): ReportDraft {
  const at = (name: string) => `report.${row}.${name}`;
  return {
    row,
    id: text(at("id")),
    rater: oneOf(at("rater"), raters, "not-applicable"),
    instrument: text(at("instrument")),
    timing: oneOf(at("timing"), timings, "not-reported"),
    outcome: text(at("outcome")),
    outcomeRater: oneOf(at("outcomeRater"), raters, "not-applicable"),
    toward: oneOf<ReportDraft["toward"]>(at("toward"), ["better", "worse"], "better"),
    figures: oneOf(at("figures"), Object.keys(figureChoices) as FigureChoice[], "correlation"),
    numbers: Object.fromEntries(numberFields.map((name) => [name, text(at(name))])),
  };
}
