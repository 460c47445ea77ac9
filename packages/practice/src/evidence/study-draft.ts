import type { Figures, Report, Stage, Study } from "@concord/evidence";
import { bareDoi } from "@concord/interchange";
import { type DraftNumbers, draftNumbers } from "./draft-numbers.ts";
import { beyondTheForm } from "./draft-of.ts";
import { usualTopic } from "./house-corpus.ts";
import { reportFigures } from "./report-figures.ts";

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

/** What stands in the way: the field, and one sentence. */
export interface DraftProblem {
  readonly field: string;
  readonly sentence: string;
}

export type DraftRead =
  | { readonly kind: "read"; readonly study: Omit<Study, "id" | "provenance"> }
  | { readonly kind: "problems"; readonly problems: readonly DraftProblem[] };

const longest = 500;

/** Reads a study that was written by hand. `before` is the record it corrects: what the form cannot hold stays. */
export function readDraft(draft: StudyDraft, before: Study | null): DraftRead {
  const problems: DraftProblem[] = [];
  const fault = (field: string, sentence: string) => problems.push({ field, sentence });
  const text = (field: keyof StudyDraft & string, value: string): string => {
    const words = clean(value);
    if (words.length > longest) fault(field, `Please keep this under ${longest} characters.`);
    return words;
  };
  const authors = draft.authors
    .split(/[\n;]/)
    .map(clean)
    .filter((name) => name !== "");
  if (authors.length === 0) fault("authors", "Please name an author, one a line, family name first.");
  const year = draftNumbers({ year: draft.year }).year;
  if (year === null || year === "unreadable" || !Number.isInteger(year) || year < 1800 || year > 2200)
    fault("year", "Please give the year of publication in four digits.");
  const title = text("title", draft.title);
  if (title === "") fault("title", "Please give the title.");
  const doi = bareDoi(draft.doi);
  if (draft.doi.trim() !== "" && doi === null)
    fault("doi", "A DOI begins with 10., such as 10.1037/pst0000172.");
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
    fault(
      "report.0.r",
      "A study to be pooled needs a figure. Without one it can be found, screened or told in words.",
    );
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

function readStage(draft: StudyDraft, fault: (field: string, sentence: string) => void): Stage {
  const { stage } = draft;
  const reason = clean(draft.reason);
  if (stage !== "narrative" && stage !== "excluded") return { kind: stage };
  if (reason === "") fault("reason", "Please say why, in a few words.");
  return stage === "narrative" ? { kind: stage, reason } : { kind: stage, at: "full-text", reason };
}

function readReport(
  draft: ReportDraft,
  before: Study | null,
  fault: (field: string, sentence: string) => void,
): readonly Report[] {
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
