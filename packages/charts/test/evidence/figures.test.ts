import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  baujatPlot,
  bubblePlot,
  chartStyles,
  cumulativePlot,
  describeFlow,
  describeForest,
  flowDiagram,
  forestPlot,
  funnelPlot,
  influencePlot,
  radialPlot,
} from "@concord/charts";
import { staffMessages } from "@concord/messages";
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
import { drawnPlaces } from "./drawn.ts";
import { inventedForest } from "./invented-effects.ts";

const messages = staffMessages("en");

const anyWidth = fc.constantFrom(340, 358, 560, 640, 960, 1400);
const anyDrawing: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(anyForest, anyWidth, fc.constantFrom("comfortable" as const, "compact" as const))
    .map(([figure, width, density]) => forestPlot(figure, { messages, width, density })),
  fc.tuple(anyFunnel, anyWidth).map(([figure, width]) => funnelPlot(figure, { messages, width })),
  fc.tuple(anyRadial, anyWidth).map(([figure, width]) => radialPlot(figure, { messages, width })),
  fc.tuple(anyInfluence, anyWidth).map(([figure, width]) => influencePlot(figure, { messages, width })),
  fc.tuple(anyBubble, anyWidth).map(([figure, width]) => bubblePlot(figure, { messages, width })),
  fc.tuple(anyFlow, anyWidth).map(([figure, width]) => flowDiagram(figure, { messages, width })),
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
    forest: forestPlot(hostileForest, { messages }),
    funnel: funnelPlot(
      {
        ...bcgFunnel,
        title: hostile,
        points: bcgFunnel.points.map((point) => ({ ...point, label: hostile })),
        pooled: { label: hostile, estimate: 1 },
        notes: [hostile],
      },
      { messages },
    ),
    radial: radialPlot(
      {
        ...bcgRadial,
        pooledLabel: hostile,
        points: bcgRadial.points.map((point) => ({ ...point, ...named })),
      },
      { messages },
    ),
    baujat: baujatPlot(
      {
        ...bcgBaujat,
        influenceLabel: hostile,
        points: bcgBaujat.points.map((point) => ({ ...point, ...named })),
      },
      { messages },
    ),
    influence: influencePlot(
      {
        ...bcgInfluence,
        rows: bcgInfluence.rows.map((row) => ({ ...row, label: hostile })),
      },
      { messages },
    ),
    bubble: bubblePlot(
      {
        ...bcgBubble,
        fitLabel: hostile,
        points: bcgBubble.points.map((point) => ({ ...point, ...named })),
      },
      { messages },
    ),
    cumulative: cumulativePlot(
      {
        ...bcgCumulative,
        steps: bcgCumulative.steps.map((step) => ({ ...step, label: hostile })),
      },
      { messages },
    ),
    flow: flowDiagram(
      {
        title: hostile,
        stages: [{ label: hostile, count: 1, exits: [{ kind: "excluded", label: hostile, count: 1 }] }],
      },
      { messages },
    ),
  };
  for (const [name, svg] of Object.entries(hostileDrawings)) {
    test(`escapes words from people: ${name}`, () => {
      assert.doesNotMatch(svg, /<script/);
      assert.match(svg, /&lt;/);
    });
  }

  test("says what it shows to who cannot see it", () => {
    for (const svg of [
      forestPlot(bcgForest, { messages }),
      funnelPlot(bcgFunnel, { messages }),
      flowDiagram(inventedFlow, { messages }),
    ]) {
      assert.match(svg, /role="img" aria-labelledby="(\w+)-title \1-desc"/);
      assert.match(svg, /<title id="\w+-title">[^<]+<\/title>\n<desc id="\w+-desc">[^<]+<\/desc>/);
    }
    assert.match(
      describeForest(bcgForest, messages),
      /Random effects, REML \(k = 13\): 0\.49 \[0\.34, 0\.70\]/,
    );
    assert.match(describeFlow(inventedFlow, messages), /Records found: 1,284\. Duplicates: 312\./);
  });

  test("takes its colours from the palette, and has a rule for every class it draws", () => {
    const styles = chartStyles();
    assert.doesNotMatch(styles, /#[0-9a-f]{3,6}\b/i);
    const marks = new Set(
      [
        forestPlot(inventedForest, { messages }),
        forestPlot(bcgSubgroups, { messages }),
        funnelPlot(bcgFunnel, { messages }),
        bubblePlot(bcgBubble, { messages }),
        radialPlot(bcgRadial, { messages }),
      ]
        .flatMap((svg) => [...svg.matchAll(/<(?:path|rect|circle) class="(\S+?)[ "]/g)])
        .map(([, name]) => name ?? ""),
    );
    for (const name of marks) assert.ok(styles.includes(`.${name}`), name);
  });
});
