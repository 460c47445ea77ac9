import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type ConditionalFigure,
  conditionalEffectChart,
  type PairFigure,
  type PathFigure,
  pairDiagram,
  pathDiagram,
  type SurfaceFigure,
  surfaceChart,
} from "@concord/charts";
import { staffMessages } from "@concord/messages";
import { contourPath, layerPath } from "../src/effects/surface-layers.ts";
import { assertSnapshot } from "./snapshot.ts";

const messages = staffMessages("en");

const path = (from: string, to: string, estimate: number, standardError: number) => ({
  from,
  to,
  estimate,
  standardError,
  isClear: Math.abs(estimate) > 2 * standardError,
});

const branching: PathFigure = {
  title: "From perfectionism to symptoms",
  predictor: "perfectionism",
  mediators: ["early bond", "engagement", "social network"],
  outcome: "symptoms",
  paths: [
    path("perfectionism", "early bond", -0.31, 0.09),
    path("perfectionism", "engagement", -0.12, 0.1),
    path("early bond", "engagement", 0.44, 0.08),
    path("perfectionism", "social network", -0.27, 0.09),
    path("perfectionism", "symptoms", 0.05, 0.09),
    path("early bond", "symptoms", -0.08, 0.09),
    path("engagement", "symptoms", -0.39, 0.09),
    path("social network", "symptoms", -0.33, 0.08),
  ],
  notes: ["By early bond and then engagement: 0.05, 95% CI [0.02, 0.10]"],
};

const simple: PathFigure = {
  title: "From protest to liking",
  predictor: "protest",
  mediators: ["appropriateness"],
  outcome: "liking",
  paths: [
    path("protest", "appropriateness", 1.44, 0.22),
    path("appropriateness", "liking", 0.4, 0.07),
    path("protest", "liking", -0.1, 0.2),
  ],
  notes: [],
};

const along = Array.from({ length: 61 }, (_, i) => 3 + (4 * i) / 60);
const conditional: ConditionalFigure = {
  title: "The effect of protest along sexism",
  moderator: "sexism",
  effectLabel: "Effect of protest on liking",
  level: 95,
  line: along.map((at) => {
    const estimate = -3.77 + 0.83 * at;
    const reach = 1.96 * Math.sqrt(0.035 + 0.059 * (at - 5.1) ** 2);
    return { at, estimate, lower: estimate - reach, upper: estimate + reach };
  }),
  probes: [4.33, 5.12, 5.9].map((at) => ({
    at,
    estimate: -3.77 + 0.83 * at,
    lower: -4.2 + 0.83 * at,
    upper: -3.3 + 0.83 * at,
  })),
  bounds: [3.51, 4.98],
  rows: along.filter((_, i) => i % 3 === 0),
  notes: ["The effect is significant where sexism lies below 3.51 or above 4.98 (57% of the rows)."],
};

const peaked: ConditionalFigure = {
  ...conditional,
  title: "The effect of early regard along perfectionism",
  moderator: "perfectionism",
  effectLabel: "Effect of early regard on change",
  line: along.map((at) => {
    const estimate = 0.6 - 0.35 * (at - 5) ** 2;
    return { at, estimate, lower: estimate - 0.3, upper: estimate + 0.3 };
  }),
  probes: [],
  bounds: [4.07, 5.93],
  turn: { at: 5, lower: 4.7, upper: 5.4 },
  notes: [],
};

const steps = Array.from({ length: 25 }, (_, i) => 1 + i / 4);
const surface: SurfaceFigure = {
  title: "Symptoms by both ratings of the bond",
  xLabel: "Client's rating",
  yLabel: "Therapist's rating",
  outcome: "Symptoms",
  low: 1,
  high: 7,
  centre: 4,
  grid: steps.map((y) => steps.map((x) => 10 - 0.5 * (x + y) + 0.6 * (x - y) ** 2)),
  points: Array.from({ length: 60 }, (_, i) => ({
    x: 1 + ((i * 37) % 60) / 10,
    y: 1 + ((i * 23 + 11) % 60) / 10,
  })),
  stationary: { x: 3, y: 4.5 },
  firstAxis: { intercept: 0.4, slope: 0.95 },
  notes: ["a4 = 2.40: symptoms rise as the ratings part."],
};

const pair: PairFigure = {
  title: "Both members of 150 dyads",
  predictors: ["client_x", "therapist_x"],
  outcomes: ["client_y", "therapist_y"],
  paths: [
    path("client_x", "client_y", 0.54, 0.07),
    path("therapist_x", "therapist_y", 0.27, 0.08),
    path("therapist_x", "client_y", 0.07, 0.08),
    path("client_x", "therapist_y", 0.15, 0.07),
  ],
  predictorCorrelation: 0.23,
  residualCorrelation: 0.29,
  notes: ["k = p/a for client: 0.13 [−0.18, 0.45]"],
};

const drawings: Readonly<Record<string, (width: number) => string>> = {
  "effects-path-branching": (width) => pathDiagram(branching, { messages, width }),
  "effects-path-simple": (width) => pathDiagram(simple, { messages, width }),
  "effects-conditional": (width) => conditionalEffectChart(conditional, { messages, width }),
  "effects-peak": (width) => conditionalEffectChart(peaked, { messages, width }),
  "effects-surface": (width) => surfaceChart(surface, { messages, width }),
  "effects-pair": (width) => pairDiagram(pair, { messages, width }),
};

for (const [name, draw] of Object.entries(drawings)) {
  for (const [size, width] of [
    ["wide", 860],
    ["narrow", 390],
  ] as const)
    test(`draws ${name} ${size} as it was last looked at`, () =>
      assertSnapshot(`${name}-${size}`, draw(width)));
}

test("a figure says in words what it shows", () => {
  const words = pathDiagram(branching, { messages });
  assert.match(words, /<desc[^>]*>perfectionism to early bond: −0\.31 \(0\.09\)\./);
  assert.match(conditionalEffectChart(conditional, { messages }), /at sexism 5\.12/);
});

test("a layer of a plane is cut along the straight line where the plane reaches it", () => {
  const grid = [
    [0, 1, 2],
    [0, 1, 2],
  ];
  assert.equal(
    layerPath(grid, 1.5, (x, y) => [x, y]),
    "M1.5,0L2,0L2,1L1.5,1Z",
  );
  assert.equal(
    layerPath(grid, 3, (x, y) => [x, y]),
    "",
  );
});

test("a contour of a plane is that line", () => {
  const grid = [
    [0, 1, 2],
    [0, 1, 2],
  ];
  assert.equal(
    contourPath(grid, 1.5, (x, y) => [x, y]),
    "M1.5,0L1.5,1",
  );
});
