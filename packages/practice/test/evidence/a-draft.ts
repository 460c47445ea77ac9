import type { ReportDraft, StudyDraft } from "../../src/index.ts";

/** One correlation of clients' ratings, as typed. */
export function aReport(changes: Partial<ReportDraft> = {}): ReportDraft {
  return {
    row: 0,
    id: "",
    rater: "client",
    instrument: "a form",
    timing: "early",
    outcome: "symptoms",
    outcomeRater: "client",
    toward: "better",
    figures: "correlation",
    numbers: { r: ".60", n: "400" },
    ...changes,
  };
}

/** A study as somebody types it. */
export function aDraft(changes: Partial<StudyDraft> = {}): StudyDraft {
  return {
    authors: "Quill, Ada\nMoss, Ben",
    year: "2024",
    title: "A study of alliance and outcome",
    doi: "",
    topic: "alliance-outcome",
    design: "longitudinal",
    quality: "not-rated",
    ageBand: "adult",
    country: "",
    setting: "",
    population: "adults in out-patient care",
    stage: "pooled",
    reason: "",
    reports: [aReport()],
    ...changes,
  };
}
