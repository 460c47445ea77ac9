import { distanceOf, type Intake, meanAt, timeOf } from "./expected-response.ts";
import type { ResponseModel } from "./response-model.ts";

/** A later rating as change since the first one, counted so that more is worse. */
export interface ChangeSince {
  readonly sessionsSince: number;
  readonly change: number;
}

/**
 * What a rating still counts for with each further session: the course of a client does not follow one line for ever. Of
 * .4, .6, .7, .8, .9 and 1 it told best who would improve in the courses of docs/methods/outcome.md, by little.
 */
const countsAfterOneSession = 0.6;

/**
 * Returns mean and standard deviation of a later rating's change, given the ratings so far.
 *
 * The client's own start and slope are estimated from all ratings after the first, shrunk towards the model (empirical
 * Bayes), one rating at a time; older ratings count less. Null where the model needs a reliable change that is not known.
 */
export function ownCourse(
  model: ResponseModel,
  intake: Intake,
  ratings: readonly ChangeSince[],
  sessionsSince: number,
): { readonly mean: number; readonly deviation: number } | null {
  const scaled = distanceOf(model, intake);
  if (scaled === null) return null;
  const { distance, unit } = scaled;
  const noise = model.deviation ** 2;
  const latest = ratings.at(-1)?.sessionsSince ?? 0;
  let [start, slope] = [0, 0];
  let [aa, ab, bb] = [
    model.startDeviation ** 2,
    model.correlation * model.startDeviation * model.slopeDeviation,
    model.slopeDeviation ** 2,
  ];
  for (const rating of ratings) {
    const time = timeOf(rating.sessionsSince);
    const a = aa + ab * time;
    const b = ab + bb * time;
    const total = a + b * time + noise / countsAfterOneSession ** (latest - rating.sessionsSince);
    const error = rating.change / unit - meanAt(model, distance, time) - start - slope * time;
    start += (a * error) / total;
    slope += (b * error) / total;
    aa -= (a * a) / total;
    ab -= (a * b) / total;
    bb -= (b * b) / total;
  }
  const time = timeOf(sessionsSince);
  return {
    mean: unit * (meanAt(model, distance, time) + start + slope * time),
    deviation: unit * Math.sqrt(aa + 2 * ab * time + bb * time * time + noise),
  };
}
