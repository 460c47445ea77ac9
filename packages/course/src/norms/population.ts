import type { Certainty, Instrument } from "@concord/instruments";

/** How a population lies on one scale. */
export interface PopulationScale {
  readonly scale: string;
  readonly mean: number;
  readonly standardDeviation: number;
  readonly n: number | null;
  /** Internal consistency; null where none is known, and then no place has an error of measurement. */
  readonly alpha: number | null;
  /** Standard deviations by which the mean may be off because the sample answered another questionnaire. */
  readonly transfer?: number;
}

/** Whom a person is compared with. Chosen by name for each case, never silently. */
export interface Population {
  readonly id: string;
  readonly instrument: string;
  readonly title: string;
  readonly sample: string;
  readonly citation: string;
  readonly certainty: Certainty;
  readonly scales: readonly PopulationScale[];
  /**
   * Of a provisional sample that a practice begins with: the other questionnaire that the sample answered (null: the
   * same one), and by how many standard deviations its mean may therefore be off.
   */
  readonly start?: { readonly measuredWith: string | null; readonly transfer: number };
}

/**
 * The populations an instrument's catalogue entry knows, each with the scales it covers.
 *
 * Where a norm has no alpha of its own, the lowest published one is taken: it claims the least.
 */
export function publishedPopulations(instrument: Instrument): readonly Population[] {
  const byPopulation = Map.groupBy(instrument.norms, (norm) => norm.population);
  return [...byPopulation].map(([title, norms]): Population => {
    const first = norms[0]!;
    return {
      id: `published: ${title}`,
      instrument: instrument.id,
      title,
      sample: first.sample,
      citation: first.source.citation,
      certainty: first.kind === "unsourced" ? "doubtful" : first.source.certainty,
      scales: norms.map(({ scale, mean, standardDeviation, n, alpha }) => ({
        scale,
        mean,
        standardDeviation,
        n: n ?? null,
        alpha: alpha ?? lowestAlpha(instrument, scale),
      })),
    };
  });
}

/** Returns the lowest published alpha of a scale; null where none is known. */
export function lowestAlpha(instrument: Instrument, scale: string): number | null {
  const known = instrument.reliabilities?.filter((each) => each.scale === scale && each.kind === "alpha");
  return known === undefined || known.length === 0 ? null : Math.min(...known.map((each) => each.lowest));
}
