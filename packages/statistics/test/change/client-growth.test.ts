import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { clientGrowthTerms, growthOfClients } from "@concord/statistics/change";
import fc from "fast-check";

const columns = { client: "client", session: "session", value: "value" };

/** Courses of eight clients around a mean line; `noise` says how far apart lines and ratings lie. */
function courses(noise: readonly number[]) {
  let at = 0;
  const next = () => noise[at++ % noise.length]!;
  const rows = Array.from({ length: 8 }, (_, k) => {
    const [start, slope] = [20 + 3 * next(), -0.5 + 0.4 * next()];
    return Array.from({ length: 4 + (k % 4) }, (_, s) => ({
      client: `c${k}`,
      session: s + 1,
      value: start + slope * s + next(),
    }));
  }).flat();
  return {
    client: rows.map(({ client }) => client),
    session: rows.map(({ session }) => session),
    value: rows.map(({ value }) => value),
  };
}

/** To two decimals, as ratings are kept: finer departures from a line are rounding. */
const noise = fc.array(
  fc.integer({ min: -200, max: 200 }).map((hundredths) => hundredths / 100),
  { minLength: 71, maxLength: 71 },
);

test("a shift and a scale of the measure shift and scale every line; the reliability stays", () => {
  fc.assert(
    fc.property(noise, fc.integer({ min: -9, max: 9 }), (values, shift) => {
      const frame = courses(values);
      const own = growthOfClients(frame, columns);
      const moved = growthOfClients({ ...frame, value: frame.value.map((y) => 2 * y + shift) }, columns);
      if (own.model.kind === "refused" || moved.model.kind === "refused") return;
      own.clients.forEach(({ shrunken }, i) => {
        const other = moved.clients[i]!.shrunken!;
        close(other.slope, 2 * shrunken!.slope, { absolute: 1e-4, what: "slope" });
        close(other.intercept, 2 * shrunken!.intercept + shift, { absolute: 1e-3, what: "intercept" });
      });
      close(moved.slopeReliability!, own.slopeReliability!, { absolute: 1e-4, what: "reliability" });
      assert.ok(own.slopeReliability! >= 0 && own.slopeReliability! <= 1);
    }),
    { numRuns: 25 },
  );
});

test("courses that all but lie on their lines are refused by name", () => {
  const aside: Readonly<Record<number, number>> = { 8: -1.776e-15, 30: 0.703, 35: 3.14e-8 };
  const values = Array.from({ length: 71 }, (_, at) => aside[at] ?? 0);
  const { model } = growthOfClients(courses(values), columns);
  assert.equal(model.kind === "refused" && model.because, "no-residual-variance");
});

test("the mean of all clients' drawn lines is the mean line", () => {
  // X′V⁻¹(y − Xβ) = 0 sums the departures to nought, as what varies is what is fixed.
  fc.assert(
    fc.property(noise, (values) => {
      const { model, clients } = growthOfClients(courses(values), columns);
      if (model.kind === "refused") return;
      const mean = (of: (client: (typeof clients)[number]) => number) =>
        clients.reduce((sum, client) => sum + of(client), 0) / clients.length;
      close(
        mean(({ shrunken }) => shrunken!.intercept),
        model.fixed[0]!.estimate,
        { absolute: 1e-7, what: "intercept" },
      );
      close(
        mean(({ shrunken }) => shrunken!.slope),
        model.fixed[1]!.estimate,
        { absolute: 1e-7, what: "slope" },
      );
    }),
    { numRuns: 25 },
  );
});

test("two sessions make no line alone, but one with the others' help; names may be anything", () => {
  const frame = courses([0.3, -1.2, 0.8, 1.9, -0.4, -1.7, 1.1, 0.2, -0.9, 1.4, -0.1]);
  const named = {
    "client no.": [...frame.client, "new", "new", null],
    "session week": [...frame.session, 1, 2, 3],
    "PHQ 9": [...frame.value, 21, 20.5, 4],
  };
  const { clients, model } = growthOfClients(named, {
    client: "client no.",
    session: "session week",
    value: "PHQ 9",
  });
  assert.equal(model.kind, "fitted");
  const own = clients.find(({ client }) => client === "new")!;
  assert.deepEqual([own.n, own.alone.kind], [2, "too-few"]);
  assert.ok(Number.isFinite(own.shrunken!.slope) && own.shrunken!.slopeDeviation > 0);
});

test("one client alone: the model refuses in a line, the line is there", () => {
  const frame = { client: ["a", "a", "a", "a"], session: [1, 2, 3, 4], value: [9, 7, 6, 2] };
  const found = growthOfClients(frame, columns);
  assert.equal(found.model.kind, "refused");
  assert.equal(found.clients[0]!.shrunken, undefined);
  const terms = clientGrowthTerms(found);
  assert.ok("error" in terms.mixed);
  close(terms.ols_line.slope[0]!, -2.2, { absolute: 1e-12, what: "slope by hand" });
  assert.throws(
    () => growthOfClients({ ...frame, value: ["much", "1", "2", "3"] }, columns),
    /requires numbers in column value|holds text/,
  );
});
