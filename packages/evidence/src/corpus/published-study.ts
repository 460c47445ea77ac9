import type { PublishedSynthesis } from "../published.ts";
import type { Study } from "../study/study.ts";

/**
 * A trial or longitudinal study that claims rest on, as a record of its own; null for syntheses and guidelines. Its
 * figures are told in words: none of them can be pooled as it is printed.
 */
export function studyOfPublished(source: PublishedSynthesis): Study | null {
  if (source.kind !== "trial" && source.kind !== "longitudinal") return null;
  const names = source.citation.slice(0, source.citation.indexOf("(")).trim();
  return {
    id: source.id,
    citation: source.citation,
    authors: names.split(/,\s*|\s+et al\.?/).filter((name) => name !== ""),
    year: source.year,
    title: source.topic,
    doi: source.doi,
    design: source.kind,
    population: {
      ageBand: "not-reported",
      country: null,
      setting: null,
      description: source.population,
    },
    quality: "not-rated",
    topics: [],
    stage: { kind: "narrative", reason: "no figure in hand that can be pooled" },
    provenance: { kind: "corpus", source: source.citation, licence: null },
    reports: [],
  };
}
