import {
  type Figures,
  measure,
  type Report,
  type Stage,
  type Study,
  type UnmeasuredReport,
} from "@concord/evidence";
import { bareDoi } from "@concord/interchange";
import type { StaffMessage } from "@concord/messages";
import { usualTopic } from "./built-in-corpus.ts";
import { type DraftNumbers, draftNumbers, type NumberField } from "./draft-numbers.ts";

/** A record as it would have been typed, for a form that corrects it. Reports the form cannot hold are left out. */
export function draftOf(study: Study): StudyDraft {
  const { stage, population } = study;
  return {
    authors: study.authors.join("\n"),
    year: String(study.year),
    title: study.title,
    doi: study.doi ?? "",
    topic: study.topics.join("; "),
    design: study.design,
    quality: study.quality,
    ageBand: population.ageBand,
    country: population.country ?? "",
    setting: population.setting ?? "",
    population: population.description,
    stage: stage.kind,
    reason: "reason" in stage ? stage.reason : "",
    reports: study.reports.flatMap((report, row) => {
      const typed = typedFigures(report.figures);
      return typed === null ? [] : [reportDraft(report, row, typed)];
    }),
  };
}

/** A form with nothing in it. */
export const emptyDraft: StudyDraft = {
  authors: "",
  year: "",
  title: "",
  doi: "",
  topic: usualTopic,
  design: "not-reported",
  quality: "not-rated",
  ageBand: "not-reported",
  country: "",
  setting: "",
  population: "",
  stage: "pooled",
  reason: "",
  reports: [],
};

/** Reports whose figures have no field on the form: they come through a correction as they are. */
export function beyondTheForm(study: Study): readonly Report[] {
  return study.reports.filter(({ figures }) => typedFigures(figures) === null);
}

interface Typed {
  readonly figures: FigureChoice;
  readonly numbers: DraftNumbers;
}

function typedFigures(figures: Figures): Typed | null {
  switch (figures.kind) {
    case "correlation":
      if (figures.reliabilityOfX !== undefined || figures.reliabilityOfY !== undefined) return null;
      return { figures: "correlation", numbers: typed({ r: figures.r, n: figures.n }) };
    case "t-test":
      if (figures.sizes !== undefined) return null;
      return { figures: "t-test", numbers: typed({ t: figures.t, df: figures.df }) };
    case "two-groups": {
      const { first, second } = figures;
      return {
        figures: "two-groups",
        numbers: typed({
          m1: first.mean,
          sd1: first.deviation,
          n1: first.n,
          m2: second.mean,
          sd2: second.deviation,
          n2: second.n,
        }),
      };
    }
    case "effect":
      if (figures.scale !== "ZCOR" || figures.n !== null) return null;
      return { figures: "effect", numbers: typed({ z: figures.estimate, v: figures.variance }) };
    default:
      return null;
  }
}

function typed(numbers: Readonly<Partial<Record<keyof DraftNumbers, number>>>): DraftNumbers {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, plainDigits(value)]));
}

/** Without an exponent, which nobody types. */
function plainDigits(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(12).replace(/0+$/, "") : text;
}

function reportDraft(report: Report, row: number, { figures, numbers }: Typed): ReportDraft {
  const { id, rater, instrument, timing, outcome, outcomeRater, toward } = report;
  return { row, id, rater, instrument, timing, outcome, outcomeRater, toward, figures, numbers };
}

const needed: Readonly<Record<FigureChoice, readonly NumberField[]>> = {
  correlation: ["r", "n"],
  "t-test": ["t", "df"],
  "two-groups": ["m1", "sd1", "n1", "m2", "sd2", "n2"],
  effect: ["z", "v"],
};

const whole: ReadonlySet<NumberField> = new Set(["n", "n1", "n2"]);

type Fault = (field: string, message: StaffMessage) => void;

/** Reads one figure; null where its fields are empty or something is wrong, which is then said once. */
function reportFigures(draft: ReportDraft, fault: Fault): Figures | null {
  const fields = needed[draft.figures];
  const typed = Object.fromEntries(fields.map((field) => [field, draft.numbers[field] ?? ""]));
  const numbers = draftNumbers<string>(typed);
  if (fields.every((field) => numbers[field] === null)) return null;
  const at = (field: string) => `report.${draft.row}.${field}`;
  for (const field of fields) {
    const value = numbers[field];
    if (value === null) fault(at(field), { id: `evidence.draft.missing.${field}`, values: {} });
    else if (value === "unreadable")
      fault(at(field), {
        id: "evidence.draft.not-number",
        values: { typed: typed[field]!.trim().slice(0, 20) },
      });
    else if (whole.has(field) && !Number.isInteger(value))
      fault(at(field), { id: "evidence.draft.whole", values: {} });
    else continue;
    return null;
  }
  const figures = figuresOf(draft.figures, numbers as Readonly<Record<NumberField, number>>);
  const unmeasured = figureFaultOf(figures);
  if (unmeasured === null) return figures;
  fault(at(fields[0]!), { id: "evidence.draft.unusable", values: { reason: unmeasured.reason } });
  return null;
}

/** Returns why these figures give no effect on their own scale, or null where they do. */
export function figureFaultOf(figures: Figures): UnmeasuredReport | null {
  const report: Report = {
    id: "1",
    rater: "not-applicable",
    instrument: "",
    timing: "not-reported",
    outcome: "",
    outcomeRater: "not-applicable",
    figures,
    toward: "better",
    note: null,
  };
  const measured = measure({ ...blank, reports: [report] }, scaleOf(figures));
  return measured.unmeasured[0] ?? null;
}

const blank: Omit<Study, "reports"> = {
  id: "-",
  citation: "",
  authors: [],
  year: 2000,
  title: "",
  doi: null,
  design: "not-reported",
  population: { ageBand: "not-reported", country: null, setting: null, description: "" },
  quality: "not-rated",
  topics: [],
  stage: { kind: "found" },
  provenance: { kind: "hand", source: "", licence: null },
};

function scaleOf(figures: Figures) {
  switch (figures.kind) {
    case "effect":
      return figures.scale;
    case "two-by-two":
      return "OR";
    case "proportion":
      return "PLO";
    case "alpha":
      return "ABT";
    case "regression":
      return "PCOR";
    default:
      return "ZCOR";
  }
}

function figuresOf(kind: FigureChoice, value: Readonly<Record<NumberField, number>>): Figures {
  switch (kind) {
    case "correlation":
      return { kind, r: value.r, n: value.n };
    case "t-test":
      return { kind, t: value.t, df: value.df };
    case "two-groups":
      return {
        kind,
        first: { n: value.n1, mean: value.m1, deviation: value.sd1 },
        second: { n: value.n2, mean: value.m2, deviation: value.sd2 },
      };
    case "effect":
      return { kind, scale: "ZCOR", estimate: value.z, variance: value.v, n: null };
  }
}

/** The kinds of figures that can be written by hand; a file may bring others. */
export type FigureChoice = "correlation" | "t-test" | "two-groups" | "effect";

/** One figure as a person writes it down. A report whose number fields are all empty is left out. */
export interface ReportDraft {
  /** Its place in the form. */
  readonly row: number;
  /** Of the report it corrects; empty for a new one. */
  readonly id: string;
  readonly rater: Report["rater"];
  readonly instrument: string;
  readonly timing: Report["timing"];
  readonly outcome: string;
  readonly outcomeRater: Report["outcomeRater"];
  readonly toward: Report["toward"];
  readonly figures: FigureChoice;
  readonly numbers: DraftNumbers;
}

/** A study as a person writes it down. */
export interface StudyDraft {
  /** One a line, or between semicolons: "Family, Given". */
  readonly authors: string;
  readonly year: string;
  readonly title: string;
  readonly doi: string;
  readonly topic: string;
  readonly design: Study["design"];
  readonly quality: Study["quality"];
  readonly ageBand: Study["population"]["ageBand"];
  readonly country: string;
  readonly setting: string;
  readonly population: string;
  readonly stage: Stage["kind"];
  /** Why it is told in words only, or left out. */
  readonly reason: string;
  readonly reports: readonly ReportDraft[];
}

/** What is missing or wrong, and in which field. */
export interface DraftProblem {
  readonly field: string;
  readonly message: StaffMessage;
}

export type DraftRead =
  | { readonly kind: "read"; readonly study: Omit<Study, "id" | "provenance"> }
  | { readonly kind: "problems"; readonly problems: readonly DraftProblem[] };

const longest = 500;

/** Reads a study that was written by hand. `before` is the record it corrects: what the form cannot hold stays. */
export function readDraft(draft: StudyDraft, before: Study | null): DraftRead {
  const problems: DraftProblem[] = [];
  const fault: Fault = (field, message) => problems.push({ field, message });
  const text = (field: keyof StudyDraft & string, value: string): string => {
    const words = clean(value);
    if (words.length > longest) fault(field, { id: "evidence.draft.too-long", values: { max: longest } });
    return words;
  };
  const authors = draft.authors
    .split(/[\n;]/)
    .map(clean)
    .filter((name) => name !== "");
  if (authors.length === 0) fault("authors", { id: "evidence.draft.authors", values: {} });
  const year = draftNumbers({ year: draft.year }).year;
  if (year === null || year === "unreadable" || !Number.isInteger(year) || year < 1800 || year > 2200)
    fault("year", { id: "evidence.draft.year", values: {} });
  const title = text("title", draft.title);
  if (title === "") fault("title", { id: "evidence.draft.title", values: {} });
  const doi = bareDoi(draft.doi);
  if (draft.doi.trim() !== "" && doi === null) fault("doi", { id: "evidence.draft.doi", values: {} });
  const typed = draft.reports.flatMap((report) => readReport(report, before, fault));
  const reports = named([...typed, ...(before === null ? [] : beyondTheForm(before))]);
  const stage = readStage(draft, fault);
  const topic = text("topic", draft.topic);
  const country = text("country", draft.country);
  const setting = text("setting", draft.setting);
  const population = text("population", draft.population);
  text("reason", draft.reason);
  if (
    stage.kind === "pooled" &&
    reports.length === 0 &&
    problems.every(({ field }) => !field.startsWith("report"))
  )
    fault("report.0.r", { id: "evidence.draft.no-effect", values: {} });
  if (problems.length > 0) return { kind: "problems", problems };
  const asked = { authors, year: year as number, title };
  return {
    kind: "read",
    study: {
      ...asked,
      citation: citationOf(asked, before),
      doi,
      design: draft.design,
      population: {
        ageBand: draft.ageBand,
        country: country || null,
        setting: setting || null,
        description: population,
      },
      quality: draft.quality,
      topics: topicsOf(topic, before),
      stage,
      reports,
      ...(before?.traits !== undefined && { traits: before.traits }),
    },
  };
}

/** Nothing that a database or a page could stumble over, and no space around it. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function readStage(draft: StudyDraft, fault: Fault): Stage {
  const { stage } = draft;
  const reason = clean(draft.reason);
  if (stage !== "narrative" && stage !== "excluded") return { kind: stage };
  if (reason === "") fault("reason", { id: "evidence.draft.reason", values: {} });
  return stage === "narrative" ? { kind: stage, reason } : { kind: stage, at: "full-text", reason };
}

function readReport(draft: ReportDraft, before: Study | null, fault: Fault): readonly Report[] {
  const old = before?.reports.find(({ id }) => id === draft.id);
  const figures: Figures | null = reportFigures(draft, fault);
  if (figures === null) return [];
  return [
    {
      id: old?.id ?? "",
      rater: draft.rater,
      instrument: clean(draft.instrument),
      timing: draft.timing,
      outcome: clean(draft.outcome),
      outcomeRater: draft.outcomeRater,
      figures,
      toward: draft.toward,
      ...(old?.traits !== undefined && { traits: old.traits }),
      note: old?.note ?? null,
    },
  ];
}

/** Gives every report without a name, and every second of one name, the next free number. */
function named(reports: readonly Report[]): readonly Report[] {
  const taken = new Set(reports.map(({ id }) => id));
  const seen = new Set<string>();
  let number = 0;
  return reports.map((report) => {
    if (report.id !== "" && !seen.has(report.id)) {
      seen.add(report.id);
      return report;
    }
    do number += 1;
    while (taken.has(String(number)));
    taken.add(String(number));
    return { ...report, id: String(number) };
  });
}

function citationOf(
  { authors, year, title }: Pick<Study, "authors" | "year" | "title">,
  before: Study | null,
): string {
  const isSame =
    before !== null &&
    before.year === year &&
    before.title === title &&
    before.authors.join(";") === authors.join(";");
  if (isSame) return before.citation;
  const families = authors.map((name) => name.split(",")[0]!.trim());
  return `${families.join(", ")} (${year}). ${title.replace(/\.$/, "")}`;
}

function topicsOf(topic: string, before: Study | null): readonly string[] {
  const topics = topic.split(/\s*;\s*/).filter((one) => one !== "");
  return topics.length > 0 ? topics : (before?.topics ?? [usualTopic]);
}
