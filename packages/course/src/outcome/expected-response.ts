import type { ResponseModel } from "./response-model.ts";

/** What a model says about one client whose first rating is known; changes count in points, and more is worse. */
export interface ResponseFromIntake {
  /** Returns mean and standard deviation of the change so many sessions after the first rating. */
  readonly at: (sessionsSince: number) => { readonly mean: number; readonly deviation: number };
}

/** What the model needs to know of the measure and the client. All counted so that more is worse. */
export interface Intake {
  readonly value: number;
  /** The reliable change in points; null where none is known. */
  readonly criterion: number | null;
  readonly cutoff: number | null;
}

/**
 * Returns the expected change of a client from the first rating alone, or null where the model's unit is the reliable
 * change and this instrument has none.
 *
 * The spread is that of one further rating of a new client: of clients' own starts and slopes, of single ratings, and
 * of the model's means. Without a clinical cut-off a prior takes the first rating for a typical one.
 */
export function responseFromIntake(model: ResponseModel, intake: Intake): ResponseFromIntake | null {
  const scaled = distanceOf(model, intake);
  if (scaled === null) return null;
  const { distance, unit } = scaled;
  return {
    at: (sessionsSince) => {
      const time = timeOf(sessionsSince);
      const mean = meanAt(model, distance, time);
      const variance =
        model.startDeviation ** 2 +
        2 * model.correlation * model.startDeviation * model.slopeDeviation * time +
        model.slopeDeviation ** 2 * time * time +
        model.deviation ** 2 +
        varianceOfMean(model.covariance, distance, time);
      return { mean: unit * mean, deviation: unit * Math.sqrt(variance) };
    },
  };
}

/** Returns the model's time: most change comes early, so it is counted as ln(1 + sessions since the first rating). */
export function timeOf(sessionsSince: number): number {
  return Math.log1p(sessionsSince);
}

/** A typical first rating of clients in therapy lies so many reliable changes on the clinical side of the cut-off. */
const typicalDistance = 1;

export function distanceOf(
  model: ResponseModel,
  { value, criterion, cutoff }: Intake,
): { readonly distance: number; readonly unit: number } | null {
  if (model.unit === "points") return { distance: value - model.centre, unit: 1 };
  if (criterion === null) return null;
  return { distance: cutoff === null ? typicalDistance : (value - cutoff) / criterion, unit: criterion };
}

export function meanAt(model: ResponseModel, distance: number, time: number): number {
  return (
    model.start + model.startPerIntake * distance + (model.slope + model.slopePerIntake * distance) * time
  );
}

function varianceOfMean(covariance: ResponseModel["covariance"], distance: number, time: number): number {
  const row = [1, distance, time, distance * time];
  let sum = 0;
  for (const [i, own] of covariance.entries())
    for (const [j, value] of own.entries()) sum += row[i]! * row[j]! * value;
  return sum;
}
