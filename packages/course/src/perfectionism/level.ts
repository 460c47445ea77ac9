import type { StaffMessage } from "@concord/messages";
import type { Course, Series } from "../course.ts";
import { chanceBeyond, type Measured, type Place, placeAmong } from "../norms/place.ts";
import type { Population } from "../norms/population.ts";

export type Third = "low" | "moderate" | "high";

export type PerfectionismLevel =
  | {
      readonly kind: "level";
      readonly third: Third;
      readonly chance: number;
      readonly chances: Readonly<Record<Third, number>>;
    }
  | { readonly kind: "none"; readonly reason: StaffMessage };

export interface PerfectionismReading {
  readonly instrument: string;
  readonly session: number;
  readonly measured: Measured;
  readonly place: Place;
  readonly population: Population | null;
  readonly level: PerfectionismLevel;
}

/** Standard deviations from the mean that part a normal population into thirds: Φ⁻¹(2/3). */
const thirdMark = 0.4307272992954576;

/**
 * In which third of the chosen population does the client's perfectionism at intake lie, and how surely?
 *
 * Of the first form: what is asked is what the therapy began with. The total where the form has one, else the
 * scale on which less is better, because high standards alone hurt nobody. Null without a form.
 */
export function readPerfectionism(
  course: Course,
  population: Population | null,
): PerfectionismReading | null {
  const series = leading(course.series.filter((each) => each.construct === "perfectionism"));
  const first = series?.points[0];
  if (series === null || first === undefined) return null;
  const { instrument, scale, minimum, maximum } = series;
  const measured = { scale, value: first.value, minimum, maximum };
  const fitting = population?.instrument === instrument ? population : null;
  const place = placeAmong(measured, fitting);
  return { instrument, session: first.session, measured, place, population: fitting, level: levelOf(place) };
}

/** In which third of the population does the true score lie? The likeliest, with its chance. */
export function levelOf(place: Place): PerfectionismLevel {
  if (place.kind === "unplaced") return { kind: "none", reason: place.reason };
  const high = chanceBeyond(place, thirdMark);
  const low = 1 - chanceBeyond(place, -thirdMark);
  const chances = { low, moderate: Math.max(0, 1 - low - high), high };
  const order: readonly Third[] = ["moderate", "high", "low"];
  const third = order.reduce((best, each) => (chances[each] > chances[best] ? each : best));
  return { kind: "level", third, chance: chances[third], chances };
}

function leading(series: readonly Series[]): Series | null {
  return (
    series.find((each) => each.scale === "total") ?? series.find((each) => each.better === "lower") ?? null
  );
}
