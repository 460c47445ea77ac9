import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type EffectAxis, intervalBar } from "@concord/charts";
import fc from "fast-check";

const axis: EffectAxis = { label: "Correlation r", spacing: "linear", reference: 0, domain: [-0.5, 0.5] };
const numbersOf = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map((found) => Number(found[1]));

describe("a bar for one estimate", () => {
  test("lies on its axis: 140 wide with 6 of room, zero is in the middle and .25 halfway to the end", () => {
    const svg = intervalBar({ estimate: 0, lower: -0.25, upper: 0.25 }, axis);
    assert.deepEqual(numbersOf(svg, "cx"), [70]);
    assert.deepEqual(numbersOf(svg, "x"), [38]);
    assert.equal(numbersOf(svg, "width").includes(64), true);
    assert.match(svg, /aria-hidden="true"/);
  });

  test("without an interval is hollow and has no reach", () => {
    const svg = intervalBar({ estimate: 0.3, lower: null, upper: null }, axis, { label: "r = .30" });
    assert.match(svg, /interval-bar-mark--open/);
    assert.doesNotMatch(svg, /interval-bar-reach/);
    assert.match(svg, /role="img" aria-label="r = \.30"/);
  });

  test("stays within its frame whatever it shows", () => {
    const value = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(value, value, value, (...values) => {
        const [lower, estimate, upper] = values.sort((a, b) => a - b) as [number, number, number];
        const svg = intervalBar({ estimate, lower, upper }, axis);
        const [from, width] = [numbersOf(svg, "x")[0]!, numbersOf(svg, "width")[1]!];
        assert.ok(from >= 6 && from + width <= 136, `${from} ${width}`);
      }),
    );
  });
});
