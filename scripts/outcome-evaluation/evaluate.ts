import {
  learnResponse,
  type OutcomeLine,
  type OutcomeReading,
  type OutcomeRule,
  type ResponseModel,
  readOutcomes,
  type Series,
  trace,
} from "@concord/course";
import type { Instrument } from "@concord/instruments";
import { seededChance } from "@concord/numerics";
import { areaUnderCurve, type Scored, sensitivityAt } from "./receiver-curve.ts";

/** One client's ratings, in order of session. */
export type Ratings = readonly { readonly session: number; readonly value: number }[];

/** Courses of one measure, with the instrument whose reliable change and cut-off they are judged by. */
export interface OutcomeData {
  readonly title: string;
  readonly instrument: Instrument;
  readonly rater: OutcomeLine["rater"];
  readonly minimum: number;
  readonly maximum: number;
  readonly better: "lower" | "higher";
  readonly clients: readonly Ratings[];
}

export interface EvaluationOptions {
  readonly sessions: readonly number[];
  /** How often the clients are halved, by chance from `seed`, `seed` + 1, …; figures are over all of them. */
  readonly splits: number;
  readonly seed: number;
  readonly enough: { readonly cases: number; readonly ratings: number };
  /** Only clients whose first rating is in the clinical range. */
  readonly clinicalOnly: boolean;
}

/** How often a rule is right about clients who did not improve reliably by their last rating, and about those who did. */
export interface RuleResult {
  readonly rule: EvaluatedRule;
  readonly sensitivity: number;
  readonly specificity: number;
  /** Of flagged clients: how many did not improve reliably. */
  readonly predictive: number;
  /** Of a rule with degrees; null for one that says yes or no. */
  readonly area: number | null;
  /** The forecast's sensitivity at this rule's specificity. */
  readonly forecastAtSame: number;
}

export interface SessionResult {
  readonly session: number;
  /** Clients with three ratings by this session and a later one: per split, on average. */
  readonly clients: number;
  readonly notImproved: number;
  readonly rules: readonly RuleResult[];
}

/** Whether and when a rule flagged a client at all, before the last rating. */
export interface WarningResult {
  readonly rule: EvaluatedRule;
  readonly warned: number;
  /** Median of the sessions between the first flag and the last rating, of clients rightly flagged. */
  readonly sessionsBefore: number | null;
  readonly flaggedImproved: number;
}

export interface EvaluationResult {
  readonly sessions: readonly SessionResult[];
  readonly warnings: readonly WarningResult[];
  /** Of the halves that were learnt from: from how many cases. */
  readonly learntFrom: number;
}

export const evaluatedRules = [
  "state",
  "state-prior",
  "expected-response",
  "forecast",
  "last-value",
  "jacobson-truax",
  "rational",
  "trier-90",
] as const;

export type EvaluatedRule = (typeof evaluatedRules)[number];

/** What is said of one client at one session, and what came of it. */
interface Judged {
  readonly notImproved: boolean;
  readonly flagged: Readonly<Record<EvaluatedRule, boolean>>;
  readonly chance: number;
  /** Change since the first rating; more is worse. */
  readonly change: number;
}

/**
 * Learns from one half of the clients and judges the other half session by session, several times.
 *
 * What is said at a session uses the ratings up to it. A client is counted there with three ratings by then and a later
 * one, so that the end is open. Throws where the half is too small to learn from.
 */
export function evaluateOutcome(data: OutcomeData, options: EvaluationOptions): EvaluationResult {
  const clients = data.clients
    .filter((ratings) => ratings.length > 3)
    .map((ratings) => ({ ratings, series: seriesOf(data, ratings) }))
    .filter(({ series }) => !options.clinicalOnly || beganClinical(readAt(data, series, 1, null)));
  const at = new Map(options.sessions.map((session) => [session, [] as Judged[]]));
  const whole: {
    readonly notImproved: boolean;
    readonly judged: readonly (Judged & { session: number })[];
    end: number;
  }[] = [];
  let learntFrom = 0;
  for (let split = 0; split < options.splits; split++) {
    const order = shuffled(clients, options.seed + split);
    const half = order.length >> 1;
    const model = learnFrom(data, order.slice(0, half), options.enough);
    learntFrom = model.cases;
    for (const { ratings, series } of order.slice(half)) {
      const judged = ratings.slice(2, -1).map(({ session }, i) => ({
        session,
        ...judge(data, series, i + 3, model),
      }));
      if (judged.length === 0) continue;
      whole.push({ notImproved: judged[0]!.notImproved, judged, end: ratings.at(-1)!.session });
      for (const [session, all] of at) {
        const latest = judged.findLast((each) => each.session <= session);
        if (latest !== undefined && ratings.at(-1)!.session > session) all.push(latest);
      }
    }
  }
  return {
    learntFrom,
    sessions: [...at]
      .filter(([, judged]) => judged.length > 0)
      .map(([session, judged]) => ({
        session,
        clients: judged.length / options.splits,
        notImproved: judged.filter((each) => each.notImproved).length / judged.length,
        rules: evaluatedRules.map((rule) => ruleResult(rule, judged)),
      })),
    warnings: evaluatedRules.map((rule) => {
      const flags = whole.map(({ notImproved, judged, end }) => {
        const first = judged.find((each) => each.flagged[rule]);
        return { notImproved, before: first === undefined ? null : end - first.session };
      });
      const [bad, good] = [
        flags.filter((each) => each.notImproved),
        flags.filter((each) => !each.notImproved),
      ];
      const before = bad.flatMap((each) => (each.before === null ? [] : [each.before])).sort((a, b) => a - b);
      return {
        rule,
        warned: before.length / bad.length,
        sessionsBefore: before[before.length >> 1] ?? null,
        flaggedImproved: good.filter((each) => each.before !== null).length / good.length,
      };
    }),
  };
}

function ruleResult(rule: EvaluatedRule, judged: readonly Judged[]): RuleResult {
  const count = (notImproved: boolean, flagged: boolean) =>
    judged.filter((each) => each.notImproved === notImproved && each.flagged[rule] === flagged).length;
  const [hit, miss, alarm, quiet] = [
    count(true, true),
    count(true, false),
    count(false, true),
    count(false, false),
  ];
  const specificity = quiet / (quiet + alarm);
  const scored = (score: (each: Judged) => number): readonly Scored[] =>
    judged.map((each) => ({ score: score(each), came: each.notImproved }));
  const forecasts = scored((each) => each.chance);
  return {
    rule,
    sensitivity: hit / (hit + miss),
    specificity,
    predictive: hit / (hit + alarm),
    area:
      rule === "forecast"
        ? areaUnderCurve(forecasts)
        : rule === "last-value"
          ? areaUnderCurve(scored((each) => each.change))
          : null,
    forecastAtSame: sensitivityAt(forecasts, specificity),
  };
}

function judge(data: OutcomeData, series: Series, ratings: number, model: ResponseModel): Judged {
  const reading = readAt(data, series, ratings, model);
  const provisional = readAt(data, series, ratings, null);
  const end = series.points.at(-1)!.value;
  const says = (rule: OutcomeRule) =>
    reading.rules.some((each) => each.rule === rule && each.verdict === "not-on-track");
  const isBad = ({ state }: OutcomeReading) => state === "not-on-track" || state === "deteriorated";
  return {
    notImproved: !isBetter(series, end),
    change: (data.better === "lower" ? 1 : -1) * (reading.last.value - reading.first.value),
    chance: reading.forecast!.chance,
    flagged: {
      state: isBad(reading),
      "state-prior": isBad(provisional),
      "last-value": !isBetter(series, reading.last.value),
      "expected-response": says("expected-response"),
      forecast: says("forecast"),
      "jacobson-truax": says("jacobson-truax"),
      rational: says("rational"),
      "trier-90": says("trier-90"),
    },
  };
}

function beganClinical({ first, cutoff, better }: OutcomeReading): boolean {
  return cutoff !== null && (better === "lower" ? first.value >= cutoff : first.value <= cutoff);
}

/** Whether a value is reliably better than the first one. */
function isBetter({ reliable, better, points }: Series, value: number): boolean {
  const gain = (better === "lower" ? 1 : -1) * (points[0]!.value - value);
  return reliable!.counts === "at-least" ? gain >= reliable!.points : gain > reliable!.points;
}

/** What is said after so many ratings, and with nothing learnt by the prior. */
function readAt(
  data: OutcomeData,
  series: Series,
  ratings: number,
  model: ResponseModel | null,
): OutcomeReading {
  const points = series.points.slice(0, ratings);
  const course = { series: [{ ...series, points }], missed: [], sessions: points.at(-1)!.session };
  return readOutcomes(course, model === null ? [] : [model], () => data.instrument)[0]!;
}

function seriesOf(data: OutcomeData, ratings: Ratings): Series {
  const { instrument, rater, minimum, maximum, better } = data;
  const about = {
    rater,
    construct: "outcome",
    instrument: instrument.id,
    scale: "total",
    minimum,
    maximum,
    better,
  } as const;
  return trace({ case: "one", scores: ratings.map((rating) => ({ ...about, ...rating })) }, () => instrument)
    .series[0]!;
}

function learnFrom(
  { rater, instrument, better }: OutcomeData,
  clients: readonly { readonly ratings: Ratings }[],
  enough: EvaluationOptions["enough"],
): ResponseModel {
  const lines = clients.map(({ ratings }) => ({
    rater,
    instrument: instrument.id,
    scale: "total",
    better,
    points: ratings,
  }));
  const [found] = learnResponse(lines, "", enough);
  if (found?.kind !== "learnt")
    throw new RangeError(`the evaluation requires a model: ${found?.reason ?? "no ratings"}`);
  return found.model;
}

function shuffled<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const chance = seededChance(seed);
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
