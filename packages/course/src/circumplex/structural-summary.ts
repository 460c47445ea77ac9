import { findInstrument, type Norm } from "@concord/instruments";
import type { Course } from "../course.ts";

/** One scale of a circumplex, as raw score and, where the catalogue has norms, in standard deviations from their mean. */
export interface OctantScore {
  readonly scale: string;
  readonly title: string;
  /** Degrees, counter-clockwise from warmth: data of the instrument. */
  readonly angle: number;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly z: number | null;
}

/** The fit of a cosine curve to the scores around the circle. */
export interface StructuralSummary {
  /** Mean of the scores: how much the person reports at all. */
  readonly elevation: number;
  /** Distance of the profile from the middle: how distinct it is. */
  readonly amplitude: number;
  /** Degrees in which it points, 0 to 360; null where the scores do not point anywhere (`directionRule`). */
  readonly displacement: number | null;
  /** Share of the variance between the scores that the curve has; null where all scores are the same. */
  readonly fit: number | null;
  /** Why there is no direction. */
  readonly withheld: "fit" | "amplitude" | "flat" | null;
}

export interface CircumplexReading {
  readonly instrument: string;
  readonly session: number;
  readonly octants: readonly OctantScore[];
  /** Of the standardised scores where all octants have norms, else of the raw ones. */
  readonly metric: "standardised" | "raw";
  readonly norms: { readonly population: string; readonly sample: string; readonly n: number | null } | null;
  readonly summary: StructuralSummary;
}

/**
 * From which fit, and of standardised scores from which amplitude, a direction is told: Wright, Pincus, Conroy and
 * Hilsenroth (2009), Zimmermann and Wright (2017).
 */
const directionRule = {
  version: "1.0.0",
  fitFrom: 0.7,
  amplitudeFrom: 0.15,
  provisional: true,
} as const;

/**
 * Returns elevation, amplitude, angular displacement and fit of scores around a circle.
 *
 * e = Σs / k, X = (2/k) Σ s cos θ, Y = (2/k) Σ s sin θ, a = √(X² + Y²), d = atan2(Y, X), R² = 1 − Σ(s − e − a cos(θ − d))² /
 * Σ(s − e)² (Gurtman 1992; Wright et al. 2009). The scales must be evenly spaced: only then are these least squares.
 *
 * @throws {RangeError} with fewer than three scores, or where the angles are not evenly spaced
 */
export function structuralSummary(
  scores: readonly { readonly angle: number; readonly score: number }[],
  leastAmplitude: number = directionRule.amplitudeFrom,
): StructuralSummary {
  const count = scores.length;
  if (count < 3 || !isEven(scores.map(({ angle }) => angle))) {
    throw new RangeError(`structuralSummary requires three or more evenly spaced scales: ${count}`);
  }
  const elevation = scores.reduce((sum, { score }) => sum + score, 0) / count;
  const component = (of: (radians: number) => number) =>
    (2 / count) * scores.reduce((sum, { angle, score }) => sum + score * of(radians(angle)), 0);
  const [x, y] = [component(Math.cos), component(Math.sin)];
  const amplitude = Math.hypot(x, y);
  const total = scores.reduce((sum, { score }) => sum + (score - elevation) ** 2, 0);
  const rest = scores.reduce((sum, { angle, score }) => {
    const expected = elevation + x * Math.cos(radians(angle)) + y * Math.sin(radians(angle));
    return sum + (score - expected) ** 2;
  }, 0);
  const scale = scores.reduce((most, { score }) => Math.max(most, Math.abs(score)), 0);
  const isFlat = total <= count * (scale * 1e-12) ** 2;
  const fit = isFlat ? null : 1 - rest / total;
  const withheld =
    fit === null
      ? "flat"
      : fit < directionRule.fitFrom
        ? "fit"
        : amplitude < leastAmplitude
          ? "amplitude"
          : null;
  const degrees = ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
  return { elevation, amplitude, displacement: withheld === null ? degrees : null, fit, withheld };
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

function isEven(angles: readonly number[]): boolean {
  const sorted = angles.map((angle) => ((angle % 360) + 360) % 360).sort((a, b) => a - b);
  const step = 360 / angles.length;
  return sorted.every((angle, place) => Math.abs(angle - sorted[0]! - place * step) < 1e-9);
}

/**
 * Returns the interpersonal profiles of a client, of every questionnaire whose scales lie on a circle, oldest first. A profile
 * needs all its scales: with one missing there is none.
 */
export function circumplexReadings(course: Course): readonly CircumplexReading[] {
  const series = course.series.filter(
    (each) => each.construct === "interpersonal-problems" && each.rater === "client",
  );
  const byForm = Map.groupBy(series, (each) => each.instrument);
  return [...byForm]
    .flatMap(([id, own]): readonly CircumplexReading[] => {
      const instrument = findInstrument(id);
      const scales = instrument?.scales.filter((scale) => scale.angle !== undefined) ?? [];
      if (instrument === null || scales.length < 3) return [];
      const sessions = new Set(own.flatMap((each) => each.points.map((point) => point.session)));
      const norms = normsOf(instrument.norms);
      return [...sessions].flatMap((session) => {
        const octants = scales.flatMap(({ id: scale, title, angle = 0 }): readonly OctantScore[] => {
          const found = own.find((each) => each.scale === scale);
          const value = found?.points.find((point) => point.session === session)?.value;
          if (found === undefined || value === undefined) return [];
          const norm = norms.find((one) => one.scale === scale);
          const z = norm === undefined ? null : (value - norm.mean) / norm.standardDeviation;
          return [{ scale, title, angle, value, minimum: found.minimum, maximum: found.maximum, z }];
        });
        return octants.length < scales.length ? [] : [readingOf(id, session, octants, norms)];
      });
    })
    .sort((a, b) => a.session - b.session);
}

/** Of several samples the first that the catalogue names; the reading says which. */
function normsOf(norms: readonly Norm[]): readonly Norm[] {
  return norms.filter((norm) => norm.population === norms[0]?.population);
}

function readingOf(
  instrument: string,
  session: number,
  octants: readonly OctantScore[],
  norms: readonly Norm[],
): CircumplexReading {
  const isStandardised = octants.every(({ z }) => z !== null);
  const [first] = norms;
  return {
    instrument,
    session,
    octants,
    metric: isStandardised ? "standardised" : "raw",
    norms:
      isStandardised && first !== undefined
        ? { population: first.population, sample: first.sample, n: first.n ?? null }
        : null,
    summary: structuralSummary(
      octants.map(({ angle, value, z }) => ({ angle, score: isStandardised ? z! : value })),
      // A raw amplitude has no published limit.
      isStandardised ? directionRule.amplitudeFrom : 0,
    ),
  };
}
