import type { Figures, Report, Study } from "@concord/evidence";
import type { DraftNumbers } from "./draft-numbers.ts";
import { usualTopic } from "./house-corpus.ts";
import type { FigureChoice, ReportDraft, StudyDraft } from "./study-draft.ts";

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
