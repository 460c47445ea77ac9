import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  baujatPlot,
  bubblePlot,
  bubbleRadius,
  chartStyles,
  cumulativePlot,
  describeFlow,
  describeForest,
  effectWords,
  flowDiagram,
  forestPlot,
  funnelPlot,
  influencePlot,
  radialPlot,
  squareSide,
} from "@concord/charts";
import fc from "fast-check";
import { anyBubble, anyFlow, anyForest, anyFunnel, anyInfluence, anyRadial } from "./any-figures.ts";
import {
  bcgBaujat,
  bcgBubble,
  bcgCumulative,
  bcgForest,
  bcgFunnel,
  bcgInfluence,
  bcgRadial,
  bcgSubgroups,
  inventedFlow,
} from "./bcg-figures.ts";
import { drawnPlaces, textsOf } from "./drawn.ts";
import { inventedForest } from "./invented-effects.ts";

const anyWidth = fc.constantFrom(340, 358, 560, 640, 960, 1400);
const anyDrawing: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(anyForest, anyWidth, fc.constantFrom("comfortable" as const, "compact" as const))
    .map(([figure, width, density]) => forestPlot(figure, { width, density })),
  fc.tuple(anyFunnel, anyWidth).map(([figure, width]) => funnelPlot(figure, { width })),
  fc.tuple(anyRadial, anyWidth).map(([figure, width]) => radialPlot(figure, { width })),
  fc.tuple(anyInfluence, anyWidth).map(([figure, width]) => influencePlot(figure, { width })),
  fc.tuple(anyBubble, anyWidth).map(([figure, width]) => bubblePlot(figure, { width })),
  fc.tuple(anyFlow, anyWidth).map(([figure, width]) => flowDiagram(figure, { width })),
);

describe("every evidence figure", () => {
  test("draws nothing outside its frame", () => {
    fc.assert(
      fc.property(anyDrawing, (svg) => {
        const { width, height, places } = drawnPlaces(svg);
        for (const { x, y, of } of places) {
          assert.ok(x >= -0.01 && x <= width + 0.01, `${x} of ${width}: ${of}`);
          assert.ok(y >= -0.01 && y <= height + 0.01, `${y} of ${height}: ${of}`);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("holds only finite numbers, no style attribute, each id once, and closes every element", () => {
    fc.assert(
      fc.property(anyDrawing, (svg) => {
        const attributes = [...svg.matchAll(/ (?:d|x|y|cx|cy|r|width|height)="([^"]*)"/g)];
        for (const [, value = ""] of attributes) assert.doesNotMatch(value, /NaN|Infinity|undefined/);
        assert.doesNotMatch(svg, /<[^>]* style=/);
        const ids = [...svg.matchAll(/<[^>]* id="([^"]+)"/g)].map(([, id]) => id);
        assert.equal(new Set(ids).size, ids.length);
        const open: string[] = [];
        for (const [, closing, name = "", empty] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
          if (closing === "/") assert.equal(open.pop(), name);
          else if (empty !== "/") open.push(name);
        }
        assert.deepEqual(open, []);
      }),
    );
  });

  const hostile = `</title><script>alert("1")</script>&'`;
  const hostileForest = {
    ...bcgSubgroups,
    title: hostile,
    rowHeading: hostile,
    estimateHeading: hostile,
    notes: [hostile],
    axis: { ...bcgForest.axis, label: hostile, favours: { lower: hostile, higher: hostile } },
    columns: [{ heading: hostile, align: "start" as const, side: "before" as const }],
    groups: [
      {
        heading: hostile,
        rows: [
          { kind: "absent" as const, label: hostile, cells: [hostile], reason: hostile },
          {
            kind: "effect" as const,
            label: hostile,
            cells: [hostile],
            effect: { estimate: 1, lower: 0.5, upper: 2 },
            weight: 1,
          },
        ],
        pooled: [],
        notes: [hostile],
      },
    ],
  };
  const named = { label: hostile, named: "yes" as const };
  const hostileDrawings: Readonly<Record<string, string>> = {
    forest: forestPlot(hostileForest),
    funnel: funnelPlot({
      ...bcgFunnel,
      title: hostile,
      points: bcgFunnel.points.map((point) => ({ ...point, label: hostile })),
      pooled: { label: hostile, estimate: 1 },
      notes: [hostile],
    }),
    radial: radialPlot({
      ...bcgRadial,
      pooledLabel: hostile,
      points: bcgRadial.points.map((point) => ({ ...point, ...named })),
    }),
    baujat: baujatPlot({
      ...bcgBaujat,
      influenceLabel: hostile,
      points: bcgBaujat.points.map((point) => ({ ...point, ...named })),
    }),
    influence: influencePlot({
      ...bcgInfluence,
      rows: bcgInfluence.rows.map((row) => ({ ...row, label: hostile })),
    }),
    bubble: bubblePlot({
      ...bcgBubble,
      fitLabel: hostile,
      points: bcgBubble.points.map((point) => ({ ...point, ...named })),
    }),
    cumulative: cumulativePlot({
      ...bcgCumulative,
      steps: bcgCumulative.steps.map((step) => ({ ...step, label: hostile })),
    }),
    flow: flowDiagram({
      title: hostile,
      stages: [{ label: hostile, count: 1, exits: [{ kind: "excluded", label: hostile, count: 1 }] }],
    }),
  };
  for (const [name, svg] of Object.entries(hostileDrawings)) {
    test(`escapes words from people: ${name}`, () => {
      assert.doesNotMatch(svg, /<script/);
      assert.match(svg, /&lt;/);
    });
  }

  test("says what it shows to who cannot see it", () => {
    for (const svg of [forestPlot(bcgForest), funnelPlot(bcgFunnel), flowDiagram(inventedFlow)]) {
      assert.match(svg, /role="img" aria-labelledby="(\w+)-title \1-desc"/);
      assert.match(svg, /<title id="\w+-title">[^<]+<\/title>\n<desc id="\w+-desc">[^<]+<\/desc>/);
    }
    assert.match(describeForest(bcgForest), /Random effects, REML \(k = 13\): 0\.49 \[0\.34, 0\.70\]/);
    assert.match(describeFlow(inventedFlow), /Records found: 1,284\. Duplicates: 312\./);
  });

  test("takes its colours from the palette, and has a rule for every class it draws", () => {
    const styles = chartStyles();
    assert.doesNotMatch(styles, /#[0-9a-f]{3,6}\b/i);
    const marks = new Set(
      [
        forestPlot(inventedForest),
        forestPlot(bcgSubgroups),
        funnelPlot(bcgFunnel),
        bubblePlot(bcgBubble),
        radialPlot(bcgRadial),
      ]
        .flatMap((svg) => [...svg.matchAll(/<(?:path|rect|circle) class="(\S+?)[ "]/g)])
        .map(([, name]) => name ?? ""),
    );
    for (const name of marks) assert.ok(styles.includes(`.${name}`), name);
  });
});

describe("a forest", () => {
  // Viechtbauer W (2010). J Stat Softw 36(3): the same thirteen trials, as exp(−0.7145) and its interval.
  test("writes the numbers of the BCG trials so that they are read as one text", () => {
    const texts = textsOf(forestPlot(bcgForest));
    assert.ok(texts.includes("0.49 [0.34, 0.70]"), texts.join("\n"));
    assert.ok(texts.includes("0.41 [0.13, 1.26]"));
    assert.ok(textsOf(forestPlot(bcgForest, { width: 358 })).includes("0.41 [0.13, 1.26]"));
  });

  test("gives a heavier study no smaller square, and areas in proportion to weights", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6), (a, b, c) => {
        const [low = 0, middle = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
        assert.ok(squareSide(low, high, 15) <= squareSide(middle, high, 15));
        assert.ok(bubbleRadius(low, high, 18) <= bubbleRadius(middle, high, 18));
      }),
    );
    assert.equal(squareSide(25, 100, 16), 8);
    assert.equal(squareSide(100, 100, 16), 16);
    assert.equal(bubbleRadius(25, 100, 18), 9);
    assert.throws(() => squareSide(-1, 1, 15), /requires a weight of zero or more: -1/);
    assert.throws(() => squareSide(Number.NaN, 1, 15), RangeError);
  });

  const one = (lower: number, upper: number, domain: readonly [number, number]) =>
    forestPlot({
      ...bcgForest,
      axis: { ...bcgForest.axis, domain },
      groups: [
        {
          heading: null,
          rows: [{ kind: "effect", label: "A", effect: { estimate: 1, lower, upper }, weight: 1 }],
        },
      ],
      overall: [],
    });

  test("lays ratios out evenly: a half and a double are equally far from one", () => {
    const arm = /evidence-arm" d="M([\d.]+),[\d.]+H([\d.]+)"/.exec(one(0.5, 2, [0.25, 4]));
    const square = /evidence-square" x="([\d.]+)"[^>]*width="([\d.]+)"/.exec(one(0.5, 2, [0.25, 4]));
    const centre = Number(square?.[1]) + Number(square?.[2]) / 2;
    assert.ok(Math.abs(centre - (Number(arm?.[1]) + Number(arm?.[2])) / 2) < 0.02);
  });

  test("ends a whisker in an arrow exactly where it leaves the axis", () => {
    const arrows = (svg: string) => svg.match(/"evidence-arrow"/g)?.length ?? 0;
    assert.equal(arrows(one(0.5, 2, [0.25, 4])), 0);
    assert.equal(arrows(one(0.1, 2, [0.25, 4])), 1);
    assert.equal(arrows(one(0, Number.POSITIVE_INFINITY, [0.25, 4])), 2);
    assert.ok(textsOf(one(0, Number.POSITIVE_INFINITY, [0.25, 4])).includes("1.00 [0.00, ∞]"));
  });

  test("keeps the line of an effect that could not be estimated, with its reason", () => {
    const svg = forestPlot({
      ...bcgForest,
      groups: [
        { heading: null, rows: [{ kind: "absent", label: "Nobody", reason: "no event in either arm" }] },
      ],
    });
    assert.ok(textsOf(svg).includes("no event in either arm"));
    assert.doesNotMatch(svg, /"evidence-square"/);
  });

  test("says so when there is nothing to draw", () => {
    assert.ok(textsOf(forestPlot({ ...bcgForest, groups: [], overall: [] })).includes("No studies yet"));
    assert.ok(textsOf(funnelPlot({ ...bcgFunnel, points: [] })).includes("No studies yet"));
  });

  test("refuses what has no place: NaN, and a domain that cannot be drawn", () => {
    assert.throws(() => one(Number.NaN, 2, [0.25, 4]), /requires a number: NaN/);
    assert.throws(() => one(0.5, 2, [0, 4]), /requires a domain that rises and can be drawn: 0, 4/);
    assert.throws(() => one(0.5, 2, [4, 1]), RangeError);
  });

  test("draws every one of a hundred effects, and its ticks above as well as below", () => {
    const svg = forestPlot(inventedForest);
    assert.equal(svg.match(/class="evidence-row evidence-row--\w+">\n<title>/g)?.length, 102);
    assert.equal(textsOf(svg).filter((text) => text === "0.6").length, 2);
    assert.ok(textsOf(svg).includes("Therapist"), "the key names who rated");
  });
});

describe("a funnel", () => {
  test("puts the surest study at the top and marks filled ones hollow", () => {
    const svg = funnelPlot(bcgFunnel);
    const heights = bcgFunnel.points
      .filter(({ kind }) => kind === "observed")
      .toSorted((a, b) => a.standardError - b.standardError)
      .map(({ label }) => {
        const circle = [...svg.matchAll(/cy="([\d.]+)" r="4"><title>([^<]*)</g)].find(([, , hint]) =>
          hint?.startsWith(label.replace("&", "&amp;")),
        );
        return Number(circle?.[1]);
      });
    assert.deepEqual(
      heights,
      heights.toSorted((a, b) => a - b),
    );
    assert.equal(svg.match(/class="evidence-filled" cx="[^"]*" cy="[^"]*" r="4">/g)?.length, 1);
  });

  test("refuses a negative standard error", () => {
    const point = { label: "A", estimate: 1, standardError: -1, kind: "observed" as const };
    assert.throws(
      () => funnelPlot({ ...bcgFunnel, points: [point] }),
      /standard errors of zero or more: -1 \(A\)/,
    );
  });
});

describe("words of effects", () => {
  const axis = { label: "", spacing: "linear" as const, reference: 0 };

  test("use a true minus, drop the zero where asked, and never write a ratio of zero", () => {
    assert.equal(effectWords(-0.314, axis), "−0.31");
    assert.equal(effectWords(-0.001, axis), "0.00");
    assert.equal(effectWords(0.28, { ...axis, zero: "bare" }), ".28");
    assert.equal(effectWords(-0.28, { ...axis, zero: "bare" }), "−.28");
    assert.equal(effectWords(0.001, { ...axis, spacing: "logarithmic" }), "<0.01");
    assert.equal(effectWords(1.5, { ...axis, decimals: 1 }), "1.5");
    assert.throws(() => effectWords(Number.NaN, axis), RangeError);
  });
});

describe("a flow", () => {
  test("refuses counts that are not whole", () => {
    assert.throws(
      () => flowDiagram({ title: "", stages: [{ label: "A", count: 1.5 }] }),
      /whole counts.*1\.5/,
    );
  });
});
