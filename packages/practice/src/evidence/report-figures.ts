import { type Figures, measure, type Report, type Study } from "@concord/evidence";
import { draftNumbers, type NumberField } from "./draft-numbers.ts";
import type { FigureChoice, ReportDraft } from "./study-draft.ts";

const needed: Readonly<Record<FigureChoice, readonly NumberField[]>> = {
  correlation: ["r", "n"],
  "t-test": ["t", "df"],
  "two-groups": ["m1", "sd1", "n1", "m2", "sd2", "n2"],
  effect: ["z", "v"],
};

/** What each field is called on the form, for sentences about it. */
export const numberWords: Readonly<Record<NumberField, string>> = {
  r: "the correlation r",
  n: "the number of people n",
  t: "t",
  df: "the degrees of freedom",
  m1: "the mean of the first group",
  sd1: "the standard deviation of the first group",
  n1: "the size of the first group",
  m2: "the mean of the second group",
  sd2: "the standard deviation of the second group",
  n2: "the size of the second group",
  z: "Fisher’s z",
  v: "its sampling variance",
};

const whole: ReadonlySet<NumberField> = new Set(["n", "n1", "n2"]);

/** Reads one figure; null where its fields are empty or something is wrong, which is then said once. */
export function reportFigures(
  draft: ReportDraft,
  fault: (field: string, sentence: string) => void,
): Figures | null {
  const fields = needed[draft.figures];
  const typed = Object.fromEntries(fields.map((field) => [field, draft.numbers[field] ?? ""]));
  const numbers = draftNumbers<string>(typed);
  if (fields.every((field) => numbers[field] === null)) return null;
  const at = (field: string) => `report.${draft.row}.${field}`;
  for (const field of fields) {
    const value = numbers[field];
    if (value === null) fault(at(field), `Please give ${numberWords[field]} too.`);
    else if (value === "unreadable")
      fault(at(field), `“${typed[field]!.trim().slice(0, 20)}” is not a number.`);
    else if (whole.has(field) && !Number.isInteger(value))
      fault(at(field), `${capital(numberWords[field])} must be a whole number.`);
    else continue;
    return null;
  }
  const figures = figuresOf(draft.figures, numbers as Readonly<Record<NumberField, number>>);
  const reason = figureReason(figures);
  if (reason === null) return figures;
  fault(at(fields[0]!), `${capital(reason)}.`);
  return null;
}

/** Why these figures give no effect on their own scale, or null where they do. */
export function figureReason(figures: Figures): string | null {
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
  return measured.unmeasured[0]?.reason ?? null;
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

function capital(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
