import assert from "node:assert/strict";
import { test } from "node:test";
import { circumplexChart, describeCircumplex } from "@concord/charts";
import { type CircumplexReading, structuralSummary } from "@concord/course";
import { staffMessages } from "@concord/messages";

const english = staffMessages("en");
const names = [
  ["domineering", 90],
  ["vindictive", 135],
  ["cold", 180],
  ["socially-inhibited", 225],
  ["nonassertive", 270],
  ["exploitable", 315],
  ["self-sacrificing", 0],
  ["intrusive", 45],
] as const;

function reading(z: (angle: number) => number): CircumplexReading {
  const octants = names.map(([scale, angle]) => ({
    scale,
    title: scale,
    angle,
    value: 12,
    minimum: 0,
    maximum: 24,
    z: z(angle),
  }));
  return {
    instrument: "csip-client",
    session: 0,
    octants,
    metric: "standardised",
    norms: { population: "students", sample: "college students", n: 712 },
    summary: structuralSummary(octants.map(({ angle, z: score }) => ({ angle, score }))),
  };
}
const cosine = (toward: number) => reading((angle) => 1.5 * Math.cos(((angle - toward) * Math.PI) / 180));

/** Where the marks are: the chart of 420 has its middle at (210, 170) and its rim at 126. */
const marks = (svg: string) => [...svg.matchAll(/<circle[^>]*cx="([\d.]+)"[^>]*cy="([\d.]+)"[^>]*>/g)];

test("each octant lies at its angle; ±3 standard deviations are the middle and the rim", () => {
  const svg = circumplexChart(cosine(0), { messages: english, width: 420 });
  const found = marks(svg).map(([, x, y]) => `${Number(x)},${Number(y)}`);
  // Warmth, 1.5 SD above the mean: three quarters of the way out, to the right. Coldness: one quarter, to the left.
  assert.ok(found.includes("304.5,170"), found.join(" "));
  assert.ok(found.includes("178.5,170"), found.join(" "));
  // On the mean: half the way, above.
  assert.ok(found.includes("210,107"), found.join(" "));
});

test("a direction is told and drawn only where there is one, in both languages", () => {
  const arrows = (of: CircumplexReading) =>
    (circumplexChart(of, { messages: english }).match(/chart-line--client/g) ?? []).length;
  const pointed = cosine(180);
  assert.equal(arrows(pointed), 1);
  assert.match(
    describeCircumplex(pointed, english),
    /^Intake: elevation 0\.00, amplitude 1\.50 \(in standard deviations\)\. The profile points to 180° \(Cold\); fit R² = 1\.00\.$/,
  );
  assert.match(describeCircumplex(pointed, staffMessages("it")), /180° \(Freddo\)/);
  const jagged = reading((angle) => (angle % 90 === 0 ? 1 : -1));
  assert.equal(arrows(jagged), 0);
  assert.match(describeCircumplex(jagged, english), /do not follow a circle .* so no direction is told\.$/);
  assert.doesNotMatch(describeCircumplex(jagged, english), /°/);
});
