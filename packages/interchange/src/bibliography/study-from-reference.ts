import type { Provenance, Study } from "@concord/evidence";
import type { RowProblem } from "../problem.ts";
import { citationOf, nameStudy } from "./citation.ts";
import { entryProblem, type Reference } from "./reference.ts";

/** A study that is known by its reference only: found, and not yet looked at. It reports nothing so far. */
export function studyFromReference(
  reference: Reference,
  provenance: Pick<Provenance, "source"> & { readonly kind: "ris" | "bibtex" | "bibliography" },
  taken: Set<string>,
): Study | RowProblem {
  const { authors, year, title, doi, keywords, line } = reference;
  if (year === null) {
    const sentence = `"${title.slice(0, 60)}" has no year of publication.`;
    return entryProblem("missing-required", line, provenance.kind === "ris" ? "PY" : "year", sentence);
  }
  return {
    id: nameStudy(authors[0] ?? "", year, taken),
    citation: citationOf(reference),
    authors,
    year,
    title,
    doi,
    design: "not-reported",
    population: { ageBand: "not-reported", country: null, setting: null, description: "" },
    quality: "not-rated",
    topics: keywords,
    stage: { kind: "found" },
    provenance: { kind: provenance.kind, source: provenance.source, licence: null },
    reports: [],
  };
}
