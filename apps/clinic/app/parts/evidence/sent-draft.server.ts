import {
  emptyDraft,
  type FigureChoice,
  type NumberField,
  type ReportDraft,
  type StudyDraft,
} from "@concord/practice";
import { figureChoices, numberFields } from "./figure-fields.ts";
import { stageWords } from "./study-row.ts";
import { designWords } from "./study-words.ts";
import { ageWords, qualityWords, raterNouns, timingWords } from "./words.ts";

/** More figures than this come by file. */
export const mostReports = 200;

/** What a person sent on the form of a study, as it was typed. */
export function sentDraft(sent: FormData): StudyDraft {
  const text = (name: string): string => {
    const value = sent.get(name);
    return typeof value === "string" ? value.slice(0, 4_000) : "";
  };
  return {
    authors: text("authors"),
    year: text("year"),
    title: text("title"),
    doi: text("doi"),
    topic: text("topic"),
    design: oneOf(text("design"), designWords, emptyDraft.design),
    quality: oneOf(text("quality"), qualityWords, emptyDraft.quality),
    ageBand: oneOf(text("ageBand"), ageWords, emptyDraft.ageBand),
    country: text("country"),
    setting: text("setting"),
    population: text("population"),
    stage: oneOf(text("stage"), stageWords, emptyDraft.stage),
    reason: text("reason"),
    reports: rowsIn(sent).map((row) => sentReport(row, (name) => text(`report.${row}.${name}`))),
  };
}

function rowsIn(sent: FormData): readonly number[] {
  const rows = [...sent.keys()].flatMap((name) => {
    const row = /^report\.(\d{1,3})\./.exec(name)?.[1];
    return row === undefined || Number(row) >= mostReports ? [] : [Number(row)];
  });
  return [...new Set(rows)].sort((a, b) => a - b);
}

function sentReport(row: number, text: (name: string) => string): ReportDraft {
  return {
    row,
    id: text("id"),
    rater: oneOf(text("rater"), raterNouns, "not-applicable"),
    instrument: text("instrument"),
    timing: oneOf(text("timing"), timingWords, "not-reported"),
    outcome: text("outcome"),
    outcomeRater: oneOf(text("outcomeRater"), raterNouns, "not-applicable"),
    toward: text("toward") === "worse" ? "worse" : "better",
    figures: oneOf<FigureChoice>(text("figures"), figureChoices, "correlation"),
    numbers: Object.fromEntries(
      (Object.keys(numberFields) as NumberField[]).map((name) => [name, text(name).slice(0, 40)]),
    ),
  };
}

function oneOf<Value extends string>(
  value: string,
  words: Readonly<Record<Value, unknown>>,
  otherwise: Value,
): Value {
  return Object.hasOwn(words, value) ? (value as Value) : otherwise;
}
