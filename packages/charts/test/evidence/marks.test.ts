import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bubbleRadius, effectWords, flowDiagram, forestPlot, funnelPlot, squareSide } from "@concord/charts";
import { staffMessages } from "@concord/messages";
import fc from "fast-check";
import { bcgForest, bcgFunnel } from "./bcg-figures.ts";
import { textsOf } from "./drawn.ts";
import { inventedForest } from "./invented-effects.ts";

const messages = staffMessages("en");

describe("a forest", () => {
  // Viechtbauer W (2010). J Stat Softw 36(3): the same thirteen trials, as exp(−0.7145) and its interval.
  test("writes the numbers of the BCG trials so that they are read as one text", () => {
    const texts = textsOf(forestPlot(bcgForest, { messages }));
    assert.ok(texts.includes("0.49 [0.34, 0.70]"), texts.join("\n"));
    assert.ok(texts.includes("0.41 [0.13, 1.26]"));
    assert.ok(textsOf(forestPlot(bcgForest, { messages, width: 358 })).includes("0.41 [0.13, 1.26]"));
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
    forestPlot(
      {
        ...bcgForest,
        axis: { ...bcgForest.axis, domain },
        groups: [
          {
            heading: null,
            rows: [{ kind: "effect", label: "A", effect: { estimate: 1, lower, upper }, weight: 1 }],
          },
        ],
        overall: [],
      },
      { messages },
    );

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
    const svg = forestPlot(
      {
        ...bcgForest,
        groups: [
          { heading: null, rows: [{ kind: "absent", label: "Nobody", reason: "no event in either arm" }] },
        ],
      },
      { messages },
    );
    assert.ok(textsOf(svg).includes("no event in either arm"));
    assert.doesNotMatch(svg, /"evidence-square"/);
  });

  test("says so when there is nothing to draw", () => {
    assert.ok(
      textsOf(forestPlot({ ...bcgForest, groups: [], overall: [] }, { messages })).includes("No studies yet"),
    );
    assert.ok(textsOf(funnelPlot({ ...bcgFunnel, points: [] }, { messages })).includes("No studies yet"));
  });

  test("refuses what has no place: NaN, and a domain that cannot be drawn", () => {
    assert.throws(() => one(Number.NaN, 2, [0.25, 4]), /requires a number: NaN/);
    assert.throws(() => one(0.5, 2, [0, 4]), /requires a domain that rises and can be drawn: 0, 4/);
    assert.throws(() => one(0.5, 2, [4, 1]), RangeError);
  });

  test("draws every one of a hundred effects, and its ticks above as well as below", () => {
    const svg = forestPlot(inventedForest, { messages });
    assert.equal(svg.match(/class="evidence-row evidence-row--\w+">\n<title>/g)?.length, 102);
    assert.equal(textsOf(svg).filter((text) => text === "0.6").length, 2);
    assert.ok(textsOf(svg).includes("Therapist"), "the key names who rated");
  });
});

describe("a funnel", () => {
  test("puts the surest study at the top and marks filled ones hollow", () => {
    const svg = funnelPlot(bcgFunnel, { messages });
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
      () => funnelPlot({ ...bcgFunnel, points: [point] }, { messages }),
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
      () => flowDiagram({ title: "", stages: [{ label: "A", count: 1.5 }] }, { messages }),
      /whole counts.*1\.5/,
    );
  });
});
