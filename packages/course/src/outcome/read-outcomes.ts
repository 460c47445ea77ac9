import { findInstrument } from "@concord/instruments";
import { classifyChange } from "@concord/statistics/change";
import { chanceOfScore } from "@concord/statistics/growth";
import type { Course, Series } from "../course.ts";
import { clinicalCutoff, type Find } from "../criteria.ts";
import { responseWithReadiness } from "../expected/readiness-effect.ts";
import { responseFromIntake } from "./expected-response.ts";
import { lastIntakeSession } from "./learn-response.ts";
import { plateauOf, suddenGainsOf } from "./outcome-events.ts";
import { outcomeMessage } from "./outcome-message.ts";
import type {
  ExpectedResponse,
  OutcomeEvent,
  OutcomeForecast,
  OutcomePoint,
  OutcomeReading,
  OutcomeState,
  RuleVerdict,
} from "./outcome-reading.ts";
import { limitDeviate, outcomeRules, type RatedChange, ratingsNeeded, verdictOf } from "./outcome-rules.ts";
import { ownCourse } from "./own-course.ts";
import { outcomeVersion, type ResponseModel, responseModelFor } from "./response-model.ts";
import { severityBand } from "./severity-band.ts";

/** What a course says of its outcome measures before they are read. */
type CourseToRead = Pick<Course, "series" | "missed" | "sessions" | "ageBand"> &
  Partial<Pick<Course, "readiness">>;

/**
 * Returns whether each outcome measure is on track, one reading for each rater and form (its total; without a total,
 * each of its scales).
 *
 * A later rating never changes what was said of an earlier one: states and limits use the ratings up to theirs. Nothing
 * is filled in for a missing rating. `models` are what the practice's own cases taught (`learnResponse`); without one
 * for a measure the prior stands.
 */
export function readOutcomes(
  course: CourseToRead,
  models: readonly ResponseModel[] = [],
  find: Find = findInstrument,
): readonly OutcomeReading[] {
  const outcomes = course.series.filter(
    (series) => series.construct === "outcome" && series.points.length > 0,
  );
  const formOf = ({ rater, instrument }: Series) => `${rater} ${instrument}`;
  const totals = new Set(outcomes.filter(({ scale }) => scale === "total").map(formOf));
  return outcomes
    .filter((series) => series.scale === "total" || !totals.has(formOf(series)))
    .map((series) => {
      const model = responseWithReadiness(responseModelFor(series, models), course.readiness ?? null);
      return readOne(series, course, model, find);
    });
}

function readOne(series: Series, course: CourseToRead, model: ResponseModel, find: Find): OutcomeReading {
  const { instrument, scale, rater, construct, better, reliable } = series;
  const known = find(instrument);
  const points = series.points.map(({ session, value }): OutcomePoint => ({ session, value }));
  const [first, last] = [points[0]!, points.at(-1)!];
  const cutoff =
    known === null || better === "neither"
      ? null
      : (clinicalCutoff(known, series, course.ageBand)?.value ?? null);
  const measure = measureOf(series, cutoff, model);
  const history = historyOf(measure);
  const { state, best } = history.at(-1)!;
  const since = sinceOf(history.map((each) => each.state === state));
  const band = (value: number) =>
    known === null ? null : severityBand(known, series, course.ageBand, value);
  const [firstBand, lastBand] = [band(first.value), band(last.value)];
  const isEarly = points.length < ratingsNeeded;
  const rules = outcomeRules.map((rule): RuleVerdict => {
    const verdicts = history.map((each) => each.verdicts[rule]);
    const verdict = verdicts.at(-1)!;
    const at =
      verdict === "not-on-track" ? points[sinceOf(verdicts.map((each) => each === verdict))]!.session : null;
    return { rule, verdict, at };
  });
  const reading = {
    instrument,
    scale,
    rater,
    construct,
    better,
    state,
    since: points[since]!.session,
    first,
    last,
    best,
    ratings: points.length,
    also: eventsOf(measure, history),
    band: firstBand === null || lastBand === null ? null : { first: firstBand, last: lastBand },
    reliable:
      reliable === undefined || better === "neither"
        ? null
        : {
            points: reliable.points,
            counts: reliable.counts,
            basis: reliable.basis,
            certainty: reliable.certainty,
          },
    cutoff,
    expected: isEarly ? null : expectedOf(measure, Math.max(course.sessions, last.session) + 1),
    forecast: isEarly ? null : history.at(-1)!.forecast,
    rules,
    missed: course.missed
      .filter((form) => form.rater === rater && form.construct === construct)
      .map(({ session }) => session),
    sessionsSinceLast: Math.max(0, course.sessions - last.session),
    version: outcomeVersion,
  };
  return { ...reading, message: outcomeMessage(reading, known) };
}

/** One line with what is known of its measure; values that count so that more is worse. */
interface Measure {
  readonly series: Series;
  readonly points: readonly OutcomePoint[];
  readonly model: ResponseModel;
  readonly cutoff: number | null;
  /** 1 where lower is better, −1 where higher is; times a value it counts so that more is worse. */
  readonly sign: 1 | -1;
  readonly criterion: number | null;
  readonly room: number;
  readonly reliably: (from: number, to: number) => "better" | "worse" | "neither" | null;
  readonly isClinical: (value: number) => boolean | null;
  readonly response: ReturnType<typeof responseFromIntake>;
}

function measureOf(series: Series, cutoff: number | null, model: ResponseModel): Measure {
  const { better, reliable, minimum, maximum } = series;
  const sign = better === "lower" ? 1 : -1;
  const points = series.points.map(({ session, value }) => ({ session, value }));
  const first = points[0]!;
  const criterion = better === "neither" ? null : (reliable?.points ?? null);
  const intake = {
    value: sign * first.value,
    criterion,
    cutoff: cutoff === null ? null : sign * cutoff,
  };
  const isUsable = better !== "neither" && first.session <= lastIntakeSession;
  return {
    series,
    points,
    model,
    cutoff,
    sign,
    criterion,
    room: better === "lower" ? maximum - first.value : first.value - minimum,
    reliably: (from, to) => {
      if (better === "neither" || reliable === undefined) return null;
      const state = classifyChange({
        before: from,
        after: to,
        better,
        criterion: reliable.points,
        reliable: reliable.counts,
        cutoff: null,
      });
      return state === "improved" ? "better" : state === "deteriorated" ? "worse" : "neither";
    },
    isClinical: (value) => (cutoff === null ? null : sign * (value - cutoff) >= 0),
    response: isUsable ? responseFromIntake(model, intake) : null,
  };
}

/** What was to be said at one rating. */
interface AtRating {
  readonly state: OutcomeState;
  readonly best: OutcomePoint;
  /** The gain that the client has relapsed from; null without a relapse. */
  readonly relapsedFrom: OutcomePoint | null;
  readonly verdicts: Readonly<Record<RuleVerdict["rule"], RuleVerdict["verdict"]>>;
  readonly forecast: OutcomeForecast | null;
}

function historyOf(measure: Measure): readonly AtRating[] {
  const { points, sign } = measure;
  const isBetter = (one: number, other: number) => sign * (one - other) < 0;
  let best = points[0]!;
  let held = points[0]!;
  return points.map((point, place) => {
    if (isBetter(point.value, best.value)) best = point;
    // A single good rating may be chance: a gain is what two consecutive ratings held.
    const before = points[place - 1];
    if (before !== undefined) {
      const both = isBetter(point.value, before.value) ? before.value : point.value;
      if (isBetter(both, held.value)) held = { session: point.session, value: both };
    }
    return atRating(measure, place, best, held);
  });
}

function atRating(measure: Measure, place: number, best: OutcomePoint, held: OutcomePoint): AtRating {
  const { points, sign, series, reliably, isClinical, response } = measure;
  const [first, point] = [points[0]!, points[place]!];
  const sessionsSince = point.session - first.session;
  const forecast = response === null || place === 0 ? null : forecastOf(measure, place);
  const rated: RatedChange = {
    change: sign * (point.value - first.value),
    sessionsSince,
    isClinical: isClinical(point.value),
    beganClinical: isClinical(first.value),
    isWorst: point.value === (series.better === "lower" ? series.maximum : series.minimum),
    reliably: place === 0 ? null : reliably(first.value, point.value),
    criterion: measure.criterion,
    response: response === null ? null : response.at(sessionsSince),
    room: measure.room,
    chance: forecast?.chance ?? null,
  };
  const isEarly = place + 1 < ratingsNeeded;
  const verdict = (rule: RuleVerdict["rule"]) =>
    isEarly && rule !== "jacobson-truax" ? "cannot-say" : verdictOf(rule, rated);
  const verdicts = {
    "expected-response": verdict("expected-response"),
    forecast: verdict("forecast"),
    "jacobson-truax": verdict("jacobson-truax"),
    rational: verdict("rational"),
    "trier-90": verdict("trier-90"),
  };
  const hasRelapsed =
    reliably(first.value, held.value) === "better" && reliably(held.value, point.value) === "worse";
  return {
    state: stateOf(rated, verdicts, hasRelapsed, measure, isEarly),
    best,
    relapsedFrom: hasRelapsed ? held : null,
    verdicts,
    forecast,
  };
}

function stateOf(
  rated: RatedChange,
  verdicts: AtRating["verdicts"],
  hasRelapsed: boolean,
  { series, criterion, response }: Measure,
  isEarly: boolean,
): OutcomeState {
  const { reliably, isClinical, beganClinical } = rated;
  if (series.better === "neither") return "cannot-say";
  if (reliably === "worse") return "deteriorated";
  if (hasRelapsed && (reliably !== "better" || isClinical === true)) return "deteriorated";
  if (reliably === "better") return beganClinical === true && isClinical === false ? "recovered" : "improved";
  if (response === null) {
    // A single rating late in therapy may still be followed by a reliable change.
    return criterion !== null && reliably === null ? "too-early" : "cannot-say";
  }
  if (isEarly) return "too-early";
  const own = [verdicts["expected-response"], verdicts.forecast];
  if (own.includes("not-on-track")) return "not-on-track";
  return verdicts["expected-response"] === "cannot-say" ? "too-early" : "on-track";
}

function forecastOf(measure: Measure, place: number): OutcomeForecast | null {
  const { points, sign, series, model, criterion, cutoff } = measure;
  if (criterion === null) return null;
  const first = points[0]!;
  const sessionsSince = points[place]!.session - first.session;
  const end = Math.max(model.usualLength, sessionsSince + 1);
  const found = ownCourse(
    model,
    { value: sign * first.value, criterion, cutoff: cutoff === null ? null : sign * cutoff },
    points.slice(1, place + 1).map(({ session, value }) => ({
      sessionsSince: session - first.session,
      change: sign * (value - first.value),
    })),
    end,
  );
  if (found === null) return null;
  return {
    session: first.session + end,
    expected: within(series, first.value + sign * found.mean),
    chance: chanceOfScore((found.mean + criterion) / found.deviation),
  };
}

function expectedOf(
  { response, series, points, sign, model, room }: Measure,
  until: number,
): ExpectedResponse | null {
  if (response === null) return null;
  const first = points[0]!;
  const sessions = Array.from({ length: until - first.session }, (_, i) => {
    const { mean, deviation } = response.at(i + 1);
    const at = (change: number) => within(series, first.value + sign * change);
    const reach = limitDeviate * deviation;
    const ends = [at(mean - reach), at(mean + reach)].sort((a, b) => a - b);
    return {
      session: first.session + i + 1,
      expected: at(mean),
      limit: mean + reach >= room ? null : at(mean + reach),
      lower: ends[0]!,
      upper: ends[1]!,
    };
  });
  const { standing, cases, learntOn, sources } = model;
  return {
    standing,
    provisional: standing === "prior",
    cases,
    learntOn,
    sources,
    version: outcomeVersion,
    sessions,
  };
}

/** A scale has no values beyond its ends, whatever a straight line says. */
function within({ minimum, maximum }: Series, value: number): number {
  return Math.min(maximum, Math.max(minimum, value));
}

function eventsOf(measure: Measure, history: readonly AtRating[]): readonly OutcomeEvent[] {
  const { points, series, criterion, reliably, isClinical } = measure;
  if (criterion === null) return [];
  const events: OutcomeEvent[] = [...suddenGainsOf(points, series, criterion)];
  const last = history.at(-1)!;
  if (last.relapsedFrom !== null) {
    const since = sinceOf(history.map((each) => each.relapsedFrom !== null));
    events.push({ kind: "relapse", from: last.relapsedFrom.session, to: points[since]!.session });
  }
  if (isClinical(points.at(-1)!.value) === true) {
    const plateau = plateauOf(points, (one, other) => reliably(one, other) !== "neither", criterion);
    if (plateau !== null) events.push(plateau);
  }
  return events;
}

/** Returns the place from which on everything up to the end is true; the last place must be. */
function sinceOf(holds: readonly boolean[]): number {
  return holds.lastIndexOf(false) + 1;
}
