import type { Stage, Study } from "@concord/evidence";
import type { StudyLine } from "@concord/practice";

export const stageWords: Readonly<Record<Stage["kind"], string>> = {
  found: "Found",
  screened: "Screened",
  narrative: "Told in words",
  pooled: "Pooled",
  excluded: "Left out",
};

const provenanceWords: Readonly<Record<Study["provenance"]["kind"], string>> = {
  hand: "Entered here by hand",
  csv: "From a table",
  ris: "From a bibliography",
  bibtex: "From a bibliography",
  bibliography: "From a bibliography",
  corpus: "Ships with Concord",
  simulated: "Made up for looking around",
};

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

export function studyRow({ study, label, revision }: StudyLine): StudyRow {
  const { id, title, population, stage, reports } = study;
  const origin = originWords(study.provenance);
  const shipped = study.provenance.kind === "corpus" || study.provenance.kind === "simulated";
  const first = revision === null || (revision === 1 && !shipped);
  return {
    id,
    label,
    title,
    population: population.description,
    stage: stageWords[stage.kind],
    reports: reports.length,
    origin: first ? origin : `${origin}, corrected here`,
  };
}

export function originWords(provenance: Study["provenance"]): string {
  const words = provenanceWords[provenance.kind];
  const fromFile = ["csv", "ris", "bibtex", "bibliography"].includes(provenance.kind);
  return fromFile ? `${words}: ${provenance.source}` : words;
}
