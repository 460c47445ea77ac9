import type { Figures, Report, Study } from "../src/index.ts";

/** A study for a test: all that does not matter is filled in. */
export function madeStudy(
  id: string,
  figures: readonly Figures[],
  changes: Partial<Study> & { readonly raters?: readonly Report["rater"][] } = {},
): Study {
  const { raters, ...rest } = changes;
  return {
    id,
    citation: `${id} (2000)`,
    authors: [id],
    year: 2000,
    title: id,
    doi: null,
    design: "longitudinal",
    population: { ageBand: "adult", country: null, setting: null, description: "adults" },
    quality: "not-rated",
    topics: ["alliance-outcome"],
    stage: { kind: "pooled" },
    provenance: { kind: "hand", source: "a test", licence: null },
    reports: figures.map((own, i) => ({
      id: String(i + 1),
      rater: raters?.[i] ?? "client",
      instrument: "WAI",
      timing: "early",
      outcome: "symptoms",
      outcomeRater: "client",
      figures: own,
      toward: "better",
      note: null,
    })),
    ...rest,
  };
}

export const correlation = (r: number, n: number): Figures => ({ kind: "correlation", r, n });
