import type { StaffMessage } from "@concord/messages";
import { chanceAbove, trueInterval } from "@concord/statistics/change";
import type { Population } from "./population.ts";

/** A value on an instrument's own scale. */
export interface Measured {
  readonly scale: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** Where a person stands among the chosen others, as far as one form can tell; or why that is not said. */
export type Place =
  | {
      readonly kind: "placed";
      readonly scale: string;
      /** Standard deviations from the population's mean. */
      readonly fromMean: number;
      readonly standardError: number;
      readonly lower: number;
      readonly upper: number;
      readonly level: number;
    }
  | { readonly kind: "unplaced"; readonly scale: string; readonly reason: StaffMessage };

/** How many standard deviations one form may be off and still say anything about a place among others. */
const largestError = 1;

/**
 * Where does this value lie among those of a population, and within which limits may the true one lie?
 *
 * z = (x − M) / SD. Its error is that of measurement, √(1 − α), and that of the norm's own mean, 1 / √n where n
 * is known: √((1 − α) + 1 / n + τ²), in standard deviations, with τ for a norm that another questionnaire gave. Without a norm
 * or its reliability nobody is placed.
 */
export function placeAmong(measured: Measured, population: Population | null): Place {
  const { scale, value } = measured;
  const none = (reason: StaffMessage): Place => ({ kind: "unplaced", scale, reason });
  if (population === null) return none({ id: "relationship.norm.none-chosen", values: {} });
  const values = { population: population.title };
  const norm = population.scales.find((each) => each.scale === scale);
  if (norm === undefined) return none({ id: "relationship.norm.no-scale", values });
  if (norm.alpha === null) return none({ id: "relationship.norm.no-reliability", values });
  const standardError = Math.sqrt(
    1 - norm.alpha + (norm.n === null ? 0 : 1 / norm.n) + (norm.transfer ?? 0) ** 2,
  );
  if (!(norm.standardDeviation > 0) || !(standardError < largestError)) {
    return none({ id: "relationship.norm.too-imprecise", values });
  }
  const fromMean = (value - norm.mean) / norm.standardDeviation;
  const { lower, upper, level } = trueInterval(fromMean, standardError);
  return { kind: "placed", scale, fromMean, standardError, lower, upper, level };
}

/** How likely the true value lies above a mark, in standard deviations from the mean. */
export function chanceBeyond(place: Extract<Place, { kind: "placed" }>, mark: number): number {
  return chanceAbove(place.fromMean, place.standardError, mark);
}
