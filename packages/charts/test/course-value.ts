import type { Course, Estimate, ExpectedCourse, Pairing, Point, Rater, Series } from "@concord/course";
import type { Weight } from "@concord/signals";
import type { ControlPoint, SignalWithText } from "../src/index.ts";

/** Courses written out by hand: what a chart gets to draw. Nothing here is computed by the other rooms. */

const none: Estimate = {
  kind: "none",
  reason: { id: "relationship.estimate.not-computed", values: {} },
  n: 1,
};

function estimate(value: number, n: number): Estimate {
  return {
    kind: "estimate",
    value,
    standardError: 1,
    lower: value - 2,
    upper: value + 2,
    level: 0.95,
    n,
    method: { id: "relationship.estimate.not-computed", values: {} },
  };
}

function points(values: readonly (number | null)[], minimum = 0, maximum = 100): readonly Point[] {
  return values.flatMap((value, index) => {
    if (value === null) return [];
    const day = new Date(Date.UTC(2026, 0, 9 + index * 7)).toISOString().slice(0, 10);
    return [
      {
        session: index + 1,
        date: day,
        value: minimum + (value / 100) * (maximum - minimum),
        percent: value,
      },
    ];
  });
}

export function series(rater: Rater, scale: string, values: readonly (number | null)[]): Series {
  return {
    rater,
    construct: "alliance",
    instrument: "concord-alliance",
    scale,
    better: "higher",
    minimum: 0,
    maximum: 100,
    points: points(values),
    level: values.length > 3 ? estimate(69, values.length) : none,
    slope: none,
    withinDeviation: values.length > 3 ? estimate(7, values.length) : none,
    autocorrelation: none,
    ...(rater === "client" && scale === "total" ? { expected: expectedOf(values) } : {}),
  };
}

/** Ranges that become narrower from rating to rating, around 69. */
function expectedOf(values: readonly (number | null)[]): ExpectedCourse {
  const ratings = points(values).map(({ session }, i) => {
    const reach = Math.max(14, 30 - 4 * i);
    return {
      session,
      expected: 69,
      deviation: reach / 2,
      degreesOfFreedom: 60,
      lower: 69 - reach,
      upper: 69 + reach,
      z: 0,
      belowProbability: 0,
    };
  });
  return {
    standing: "prior",
    cases: 0,
    learntOn: null,
    pooledDeviation: 6,
    autocorrelation: 0.25,
    own: null,
    ratings,
    next: null,
    version: "2.0.0",
  };
}

export function signal(
  session: number,
  weight: Weight,
  text: string,
  rater: Rater = "client",
): SignalWithText {
  return {
    detector: "drop",
    version: "1",
    kind: "drop",
    weight,
    session,
    rater,
    construct: "alliance",
    scale: "total",
    message: { id: "signals.severity.note", values: {} },
    text,
    figures: {},
    parameters: {},
    provisional: false,
    basis: [],
    because: [],
  };
}

export const emptyCourse: Course = {
  case: "K-00",
  sessions: 0,
  series: [],
  phases: [],
  pairings: [],
  missed: [],
  notAttended: [],
  changes: [],
  readiness: null,
  outcomes: [],
  risks: [],
  version: "1",
};

const client = [58, 61, 66, 70, 68, 73, 75, 48, 52, null, 71, 76, null, 78, 80, 82];
const therapist = [50, 55, 57, null, 60, 62, 66, 61, 58, null, 63, 66, null, 70, 71, 74];
const symptoms = [67, 63, 67, 59, 56, 52, 48, 59, 59, null, 44, 41, null, 33, 30, 26];

/** Sixteen sessions with a rupture in the eighth, repaired in the eleventh. */
export const fullCourse: Course = {
  ...emptyCourse,
  case: "K-12",
  sessions: 16,
  series: [
    series("client", "total", client),
    series("therapist", "total", therapist),
    series(
      "client",
      "bond",
      client.map((v) => (v === null ? null : v + 6)),
    ),
    series(
      "client",
      "tasks",
      client.map((v) => (v === null ? null : v - 8)),
    ),
    series(
      "client",
      "goals",
      client.map((v) => (v === null ? null : v + 2)),
    ),
    series("therapist", "bond", therapist),
    {
      ...series("client", "total", []),
      construct: "outcome",
      instrument: "phq-9",
      better: "lower",
      maximum: 27,
      points: points(symptoms, 0, 27).map((point) => ({ ...point, value: Math.round(point.value) })),
    },
  ],
  phases: [
    { name: "engagement", from: 1, to: 4, by: "rule" },
    { name: "working-through", from: 5, to: 13, by: "rule" },
    { name: "termination", from: 14, to: 16, by: "hand" },
  ],
  missed: [
    { session: 10, rater: "client", construct: "alliance" },
    { session: 4, rater: "therapist", construct: "alliance" },
    { session: 10, rater: "therapist", construct: "alliance" },
  ],
  notAttended: [13],
  changes: [
    {
      kind: "change",
      instrument: "phq-9",
      scale: "total",
      rater: "client",
      from: { session: 1, value: 18 },
      to: { session: 16, value: 7 },
      points: -11,
      criterion: 5,
      criterionBasis: "by hand",
      cutoff: 10,
      state: "recovered",
    },
  ],
};

export const fullSignals: readonly SignalWithText[] = [
  signal(1, "note", "The start is on the low side."),
  signal(8, "credible", "A clear fall from the session before."),
  signal(8, "note", "Below the client’s own usual range."),
  signal(9, "persistent", "Low for a second session."),
  { ...signal(9, "urgent", "An answer that needs a person today."), construct: "outcome", kind: "risk" },
  signal(10, "note", "Two forms stayed away."),
];

/** Forty sessions with many signals close together: what a small screen must bear. */
const wave = Array.from({ length: 40 }, (_, index) => 70 + ((index * 37) % 23) - 11);

export const longCourse: Course = {
  ...emptyCourse,
  case: "K-40",
  sessions: 40,
  series: [
    series("client", "total", wave),
    series(
      "therapist",
      "total",
      wave.map((value) => value - 4),
    ),
    series(
      "caregiver",
      "total",
      wave.map((value, index) => (index % 4 === 0 ? value + 8 : null)),
    ),
    series(
      "observer",
      "total",
      wave.map((value, index) => (index % 5 === 0 ? value - 20 : null)),
    ),
  ],
  phases: [
    { name: "engagement", from: 1, to: 4, by: "rule" },
    { name: "working-through", from: 5, to: 40, by: "rule" },
  ],
};

export const longSignals: readonly SignalWithText[] = [4, 5, 6, 7, 8, 12, 13, 14, 20, 30, 31, 39, 40].map(
  (session, index) => signal(session, index % 3 === 0 ? "credible" : "note", "A fall."),
);

export const pairing: Pairing = {
  scale: "total",
  instrument: "concord-alliance",
  sessions: client.map((value, index) => ({
    session: index + 1,
    client: value,
    therapist: therapist[index] ?? null,
  })),
  difference: estimate(-7.6, 13),
  tracking: {
    kind: "none",
    reason: { id: "relationship.estimate.correlation.few", values: { n: 13, needed: 20 } },
    n: 13,
  },
};

export const controlPoints: readonly ControlPoint[] = points(client).map((point, index) => ({
  session: point.session,
  percent: point.percent,
  limits: index < 4 ? null : { centre: 66, lower: 50, upper: 82, warning: 55 },
}));
