import type { Course, ExpectedModel } from "@concord/course";
import { courseOfRatings, upTo } from "../simulate/as-course.ts";
import type { Chance } from "../simulate/draw.ts";
import type { Population } from "../simulate/population.ts";
import { type CourseShape, simulateRatings } from "../simulate/simulate-ratings.ts";
import type { Entry } from "./entry.ts";

/** Many made-up clients of one kind. */
export interface Cell {
  readonly population: Population;
  readonly sessions: number;
  readonly autocorrelation: number;
  /** The shape of a client's course; what it draws is the client's own. */
  readonly shape: (index: number, chance: Chance) => CourseShape;
  readonly courses: number;
}

/** What one rule did over a cell. */
export interface Tally {
  readonly courses: number;
  /** Sessions with a rating. */
  readonly sessions: number;
  readonly rings: number;
  /** Σ over courses of squared differences of rings from the rate: for the doubt of the rate. */
  readonly squares: number;
  /** Courses with a rupture in which it rang in time, and after how many sessions in sum. */
  readonly caught: number;
  readonly delay: number;
}

/** A ring in the session of the fall or one of so many after it counts as having caught it. */
const inTime = 5;

/** Shows every client of a cell, session by session, to every rule. */
export function runCell(
  cell: Cell,
  entries: readonly Entry[],
  chance: Chance,
  learnt: readonly ExpectedModel[] = [],
): readonly Tally[] {
  const kept = entries.map(() => {
    return { rings: [] as number[], rated: [] as number[], caught: 0, delay: 0 };
  });
  for (let index = 0; index < cell.courses; index++) {
    const shape = cell.shape(index, chance);
    const { sessions, autocorrelation, population } = cell;
    const ratings = simulateRatings({ sessions, shape, autocorrelation, population }, chance);
    const stages = stagesOf(courseOfRatings(ratings, learnt), ratings);
    const fall = shape.kind === "rupture" ? shape.at : shape.kind === "drift" ? shape.from : null;
    for (const [i, entry] of entries.entries()) {
      const own = kept[i]!;
      const rung = ringsIn(stages, entry);
      own.rings.push(rung.length);
      own.rated.push(ratings.filter((rating) => rating !== null).length);
      const first = fall === null ? undefined : rung.find((at) => at >= fall && at <= fall + inTime);
      if (fall !== null && first !== undefined) {
        own.caught++;
        own.delay += first - fall;
      }
    }
  }
  return kept.map(({ rings, rated, caught, delay }) => {
    const sessions = total(rated);
    const rate = total(rings) / sessions;
    const squares = total(rings.map((count, i) => (count - rate * rated[i]!) ** 2));
    return { courses: cell.courses, sessions, rings: total(rings), squares, caught, delay };
  });
}

/** The course as it stood after each rated session, from the second rating on. */
function stagesOf(
  course: Course,
  ratings: readonly (number | null)[],
): readonly { readonly at: number; readonly course: Course }[] {
  return ratings
    .flatMap((rating, i) => (rating === null ? [] : [{ at: i + 1, course: upTo(course, i + 1) }]))
    .slice(1);
}

/**
 * In which sessions would a rule have rung, had one looked after each? A ring is a finding of a session that was not
 * there before: a rule that thinks again and moves a finding rings again, as whoever uses it would see it.
 */
function ringsIn(
  stages: readonly { readonly at: number; readonly course: Course }[],
  { find }: Entry,
): readonly number[] {
  const told = new Set<number>();
  const rung: number[] = [];
  for (const { at, course } of stages) {
    let isNew = false;
    for (const { session } of find(course)) {
      if (!told.has(session)) isNew = true;
      told.add(session);
    }
    if (isNew) rung.push(at);
  }
  return rung;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
