import type { Study } from "@concord/evidence";
import type { StaffMessages } from "@concord/messages";
import type { StudyLine } from "@concord/practice";

/** A study as one line of a list. */
export interface StudyRow {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly population: string;
  readonly stage: string;
  readonly reports: number;
  readonly origin: string;
}

export function studyRow({ study, label, revision }: StudyLine, { text }: StaffMessages): StudyRow {
  const { id, title, population, stage, reports, provenance } = study;
  const origin = originText(provenance, text);
  const shipped = provenance.kind === "corpus" || provenance.kind === "simulated";
  const first = revision === null || (revision === 1 && !shipped);
  return {
    id,
    label,
    title,
    population: population.description,
    stage: text("evidence.stage", { stage: stage.kind }),
    reports: reports.length,
    origin: first ? origin : text("evidence.studies.corrected", { origin }),
  };
}

/** Returns where a study's record comes from, with the file's name where it was imported. */
export function originText({ kind, source }: Study["provenance"], text: StaffMessages["text"]): string {
  const origin = text("evidence.origin", { origin: kind });
  const fromFile = ["csv", "ris", "bibtex", "bibliography"].includes(kind);
  return fromFile ? text("evidence.studies.from-file", { origin, file: source }) : origin;
}
