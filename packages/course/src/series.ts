import { named } from "./check-input.ts";
import type { DatedScore, Point, Series } from "./course.ts";
import { discussLevel, type Find, reliableStep } from "./criteria.ts";
import { seriesEstimates } from "./estimates.ts";
import { expectedCourse } from "./expected/expected-course.ts";
import { type ExpectedModel, modelFor } from "./expected/expected-model.ts";
import { allianceWithReadiness } from "./expected/readiness-effect.ts";
import type { ReadinessStanding } from "./expected/readiness-model.ts";
import { byImportance } from "./order.ts";
import { percentOf } from "./percent.ts";

/**
 * Gathers scores into one line for each rater, instrument and scale, in order of session.
 *
 * Two scores for one place are the caller's mistake: only the caller knows which of them was a correction.
 */
export function seriesOf(
  scores: readonly DatedScore[],
  find: Find,
  learnt: readonly ExpectedModel[] = [],
  readiness: ReadinessStanding | null = null,
): readonly Series[] {
  const groups = new Map<string, DatedScore[]>();
  for (const score of scores) {
    const key = JSON.stringify([score.rater, score.construct, score.instrument, score.scale]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [score]);
    else group.push(score);
  }
  const totals = new Set(scores.filter(({ scale }) => scale === "total").map(formOf));
  return [...groups.values()]
    .map((group) => {
      // The parts of a form that has a total are not watched by themselves, and are not expected by themselves.
      const isWatched = group[0]!.scale === "total" || !totals.has(formOf(group[0]!));
      return oneSeries(group, find, isWatched ? learnt : null, readiness);
    })
    .sort(byImportance);
}

function formOf({ rater, instrument }: DatedScore): string {
  return `${rater} ${instrument}`;
}

function oneSeries(
  group: readonly DatedScore[],
  find: Find,
  learnt: readonly ExpectedModel[] | null,
  readiness: ReadinessStanding | null,
): Series {
  const ordered = [...group].sort((a, b) => a.session - b.session);
  const first = ordered[0]!;
  for (const [i, score] of ordered.entries()) {
    if (i > 0 && ordered[i - 1]!.session === score.session) {
      throw new RangeError(
        `trace requires one score for each rater, scale and session: two for ${named(score)}`,
      );
    }
    if (score.minimum !== first.minimum || score.maximum !== first.maximum || score.better !== first.better) {
      throw new RangeError(
        `trace requires one range and direction within a scale: another for ${named(score)}`,
      );
    }
  }
  const { rater, construct, instrument, scale, better, minimum, maximum } = first;
  const points = ordered.map(pointOf);
  const known = find(instrument);
  const reliable = known === null ? null : reliableStep(known, first);
  const discussAt = known === null || construct === "outcome" ? null : discussLevel(known, first);
  const model =
    better === "neither" || learnt === null
      ? null
      : modelFor({ rater, construct, instrument, scale }, learnt);
  return {
    rater,
    construct,
    instrument,
    scale,
    better,
    minimum,
    maximum,
    points,
    ...seriesEstimates(points),
    ...(reliable === null ? {} : { reliable }),
    ...(discussAt === null ? {} : { discussAt }),
    ...(model === null
      ? {}
      : { expected: expectedCourse(points, allianceWithReadiness(model, readiness), { minimum, maximum }) }),
  };
}

function pointOf({ session, date, value, minimum, maximum, better }: DatedScore): Point {
  const percent = percentOf(value, minimum, maximum, better);
  return date === undefined ? { session, value, percent } : { session, date, value, percent };
}
