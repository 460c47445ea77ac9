import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  baujatPlot,
  beforeAfterChart,
  bubblePlot,
  calibrationPlot,
  caterpillarChart,
  changeChart,
  conditionalEffectChart,
  cumulativePlot,
  describeForest,
  type EffectAxis,
  type ForestFigure,
  flowDiagram,
  forestPlot,
  funnelPlot,
  influencePlot,
  itemChart,
  loadingChart,
  pairDiagram,
  pathDiagram,
  radialPlot,
  roundRobinChart,
  surfaceChart,
} from "@concord/charts";
import { staffMessages } from "@concord/messages";

/* Texts of these figures are capital letters, so that every word of three small letters comes from the chart itself. */

const axis: EffectAxis = { label: "R", spacing: "fisher", reference: 0, zero: "bare" };
const effect = { estimate: 0.28, lower: -0.07, upper: 0.57 };
const forest: ForestFigure = {
  title: "T",
  axis,
  rowHeading: "S",
  estimateHeading: "E",
  groups: [
    {
      heading: "G",
      rows: [
        { kind: "effect", label: "A", effect, weight: 1, rater: "client" },
        { kind: "effect", label: "B", effect, weight: 2, rater: "therapist" },
      ],
      pooled: [{ label: "P", effect }],
    },
  ],
  overall: [{ label: "M", effect, prediction: { label: "F", bounds: { lower: -0.2, upper: 0.6 } } }],
};
const manyColumns = [
  { heading: "N", align: "end", side: "before" },
  { heading: "W", align: "end", side: "after" },
] as const;
const path = { from: "X", to: "Y", estimate: 0.31, standardError: 0.08, isClear: true };
const line = [-1.5, 0, 1.5].map((at) => ({ at, estimate: at / 2, lower: at / 2 - 0.3, upper: at / 2 + 0.3 }));

type Locale = "en" | "it" | "en-XA" | "ar-XB";

function drawn(locale: Locale): Readonly<Record<string, string>> {
  const messages = staffMessages(locale);
  return {
    forest: forestPlot(forest, { messages }),
    "forest without studies": forestPlot({ ...forest, groups: [], overall: [] }, { messages }),
    cumulative: cumulativePlot({ ...forest, overall: null, steps: [{ label: "A", effect }] }, { messages }),
    funnel: funnelPlot(
      {
        title: "T",
        axis,
        points: [
          { label: "A", estimate: 0.2, standardError: 0.125, kind: "observed", rater: "client" },
          { label: "B", estimate: 0.4, standardError: 0.05, kind: "filled", rater: "observer" },
        ],
        pooled: { label: "M", estimate: 0.3 },
        regions: "none",
      },
      { messages },
    ),
    "funnel without studies": funnelPlot(
      { title: "T", axis, points: [], pooled: null, regions: "none" },
      { messages },
    ),
    radial: radialPlot(
      {
        title: "T",
        axis,
        points: [{ label: "A", precision: 4.5, standardized: 1.25, named: "yes" }],
        pooled: effect,
        pooledLabel: "M",
      },
      { messages },
    ),
    baujat: baujatPlot(
      {
        title: "T",
        heterogeneityLabel: "Q",
        influenceLabel: "D",
        points: [{ label: "A", heterogeneity: 1.5, influence: 0.25, named: "yes" }],
      },
      { messages },
    ),
    influence: influencePlot(
      {
        title: "T",
        axis,
        rowHeading: "S",
        estimateHeading: "E",
        rows: [{ label: "A", without: effect, cooksDistance: 0.75, verdict: "influential" }],
        all: { ...effect, label: "M" },
        cooksThreshold: 0.5,
      },
      { messages },
    ),
    "influence, narrow and without an influential study": influencePlot(
      {
        title: "T",
        axis,
        rowHeading: "S",
        estimateHeading: "E",
        rows: [{ label: "A", without: effect, cooksDistance: null, verdict: "ordinary" }],
        all: { ...effect, label: "M" },
        cooksThreshold: null,
      },
      { messages, width: 340 },
    ),
    bubble: bubblePlot(
      {
        title: "T",
        axis,
        moderatorLabel: "N",
        points: [{ label: "A", moderator: 2.5, estimate: 0.2, weight: 1, named: "yes" }],
        fit: [
          { ...effect, moderator: 1.5, prediction: { lower: -0.3, upper: 0.7 } },
          { ...effect, moderator: 3.5, prediction: { lower: -0.3, upper: 0.7 } },
        ],
        fitLabel: "M",
      },
      { messages },
    ),
    calibration: calibrationPlot(
      {
        title: "T",
        points: [{ label: "A", falseAlarms: 2.6, caught: 76, emphasis: "yes" }],
        limit: 2.5,
      },
      { messages },
    ),
    flow: flowDiagram(
      {
        title: "T",
        stages: [
          {
            label: "A",
            count: 12840,
            exits: [{ kind: "excluded", label: "B", count: 5, reasons: [{ label: "C", count: 5 }] }],
          },
        ],
      },
      { messages },
    ),
    "flow without records": flowDiagram({ title: "T", stages: [] }, { messages }),
    caterpillar: caterpillarChart({ ...forest, rows: [{ kind: "shown", label: "A", effect }] }, { messages }),
    items: itemChart(
      { title: "T", rows: [{ label: "A", rest: effect, mean: 2.25, alphaWithout: 0.812 }] },
      { messages },
    ),
    loadings: loadingChart(
      {
        title: "T",
        groups: [
          {
            heading: "G",
            rows: [
              { label: "A", path: effect, explained: 0.25 },
              { label: "B", path: effect },
            ],
          },
        ],
      },
      { messages },
    ),
    change: changeChart(
      {
        title: "T",
        axes: "Y",
        panels: [
          {
            heading: "P",
            points: [
              { session: 1, value: 0.5 },
              { session: 2, value: 1.25 },
            ],
            lines: [],
            marks: [],
            changes: [],
          },
        ],
        key: [],
        notes: [],
      },
      { messages },
    ),
    "before and after": beforeAfterChart(
      {
        title: "T",
        people: [{ before: 12.5, after: 8, state: "better", hint: "A" }],
        criterion: 3,
        cutoff: 10.5,
        notes: [],
      },
      { messages },
    ),
    "conditional effect": conditionalEffectChart(
      {
        title: "T",
        moderator: "W",
        effectLabel: "E",
        level: 95,
        line,
        probes: [line[1]!],
        bounds: [0.75],
        turn: { at: 0.25, lower: 0.1, upper: 0.4 },
        rows: [0.5],
        notes: [],
      },
      { messages },
    ),
    paths: pathDiagram(
      {
        title: "T",
        predictor: "X",
        mediators: ["M"],
        outcome: "Y",
        paths: [path, { ...path, to: "M", isClear: false }],
        notes: [],
      },
      { messages },
    ),
    pair: pairDiagram(
      {
        title: "T",
        predictors: ["X", "V"],
        outcomes: ["Y", "Z"],
        paths: [path],
        predictorCorrelation: 0.25,
        residualCorrelation: 0.29,
        notes: [],
      },
      { messages },
    ),
    surface: surfaceChart(
      {
        title: "T",
        xLabel: "X",
        yLabel: "Y",
        outcome: "O",
        low: -1.5,
        high: 1.5,
        centre: 0,
        grid: [
          [1.25, 2.5],
          [2.5, 4.75],
        ],
        points: [{ x: 0.25, y: 0.5 }],
        stationary: { x: 0.5, y: 0.5 },
        firstAxis: { intercept: 0, slope: 1 },
        notes: [],
      },
      { messages },
    ),
    "round robin": roundRobinChart(
      {
        title: "T",
        shares: [
          { kind: "perceiver", label: "P", share: 0.4 },
          { kind: "target", label: "Q", share: null },
        ],
        circle: {
          heading: "H",
          members: [
            { label: "A", stands: "among", hint: "A" },
            { label: "B", stands: "apart", hint: "B" },
          ],
          arrows: [{ from: 0, to: 1, tone: "warmer", strength: 1, hint: "C" }],
        },
        perceivers: [{ label: "A", ratio: { estimate: 5.2, lower: 1.7, upper: 9.5 }, stands: "apart" }],
        notes: [],
      },
      { messages },
    ),
  };
}

const textsOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<(?:text|title|desc|tspan)[^>]*>([^<]*)(?=<)/g)].flatMap(([, text]) => text || []);

describe("figures of evidence and analyses in the language of the person who looks at them", () => {
  test("hold nothing that is not a message: in the pseudo-locale every word is changed", () => {
    for (const [name, svg] of Object.entries(drawn("en-XA")))
      for (const text of textsOf(svg)) assert.doesNotMatch(text, /\b[a-z]{3,}\b/, name);
  });

  test("have decimal commas in Italian, with a semicolon between bounds, and thousands with a point", () => {
    for (const [name, svg] of Object.entries(drawn("it")))
      for (const text of textsOf(svg).map((one) => one.replace("12.840", ""))) {
        assert.doesNotMatch(text, /\d\.\d|(?:^|[^\d])\.\d/, `${name}: ${text}`);
        assert.doesNotMatch(text, /\d,\d+, [−\d]/, `${name}: ${text}`);
      }
    assert.match(describeForest(forest, staffMessages("it")), /M: 0,28 \[−0,07; 0,57\]\./);
    assert.match(describeForest(forest, staffMessages("en")), /M: \.28 \[−\.07, \.57\]\./);
    assert.match(drawn("it").flow ?? "", />12\.840</);
    assert.match(drawn("en").flow ?? "", />12,840</);
  });

  test("write the label of a pooled effect out where it takes three lines", () => {
    const label = "14 dimensioni dell’effetto da 14 studi";
    const rows = forest.groups[0]!.rows.map((row) => ({ ...row, label: "Juniper 2009" }));
    const svg = forestPlot(
      {
        ...forest,
        groups: [{ ...forest.groups[0]!, rows, pooled: [{ label, effect }] }],
        columns: manyColumns,
      },
      { messages: staffMessages("it") },
    );
    const lines = textsOf(/evidence-pooled[\s\S]*/.exec(svg)?.[0] ?? "").join(" ");
    assert.match(lines, /14 dimensioni dell’effetto da 14 studi/);
    assert.doesNotMatch(svg, /…/);
  });

  test("differ between English and Italian in words, and in nothing of the data", () => {
    const [english, italian] = [drawn("en"), drawn("it")];
    for (const [name, svg] of Object.entries(english)) {
      assert.notDeepEqual(textsOf(svg), textsOf(italian[name] ?? ""), name);
      const marks = (one: string) => [...one.matchAll(/<circle/g)].length;
      assert.equal(marks(svg), marks(italian[name] ?? ""), name);
    }
  });
});
