import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import {
  autocorrelations,
  changePoints,
  comparePhases,
  controlCharts,
  estimateCorrelation,
  estimateMean,
  fitLine,
  greedyChangePoints,
  growthOfClients,
  individualsLimits,
  jacobsonTruax,
  lagOneAutocorrelation,
  leastSquaresBreaks,
  noiseVariance,
  onlineChange,
  type Stability,
  suddenGains,
} from "../../src/change/index.ts";

/** Courses of twelve to twenty ratings in tenths of one to seven: decimals, ties and steps, as instruments give them. */
const someCourse = fc
  .array(fc.integer({ min: 10, max: 70 }), { minLength: 12, maxLength: 20 })
  .filter((tenths) => new Set(tenths).size > 4);

/** A course that stays on its levels: no scatter around them. */
const someSteps = fc
  .array(fc.integer({ min: 10, max: 70 }), { minLength: 2, maxLength: 4 })
  .filter((levels) => levels.every((level, i) => level !== levels[i + 1]))
  .map((levels) => levels.flatMap((level) => [level, level, level, level, level]));

/** Another unit and origin of the rating, from tenths. */
const someChange = fc.record({
  unit: fc.constantFrom(1, 0.1, -1, -0.1, 1e-6, 1e6, 37),
  /** In tenths of the rating. */
  origin: fc.constantFrom(0, 7, -2026, 1e6),
});

const someTime = fc.record({
  unit: fc.constantFrom(1, -1, 7, 86_400_000, 1e-6),
  origin: fc.constantFrom(0, 2026, 45_000, 20_000),
});

let tried = 0;

/** A far origin leaves a rating ten places, and its square five fewer. */
const RELATIVE = 1e-7;

function same(got: number | undefined, expected: number | undefined, what: string, scale = 0): void {
  tried++;
  if (expected === undefined || Number.isNaN(expected))
    assert.ok(got === undefined || Number.isNaN(got), `${what}: ${got}, expected none`);
  else close(got ?? Number.NaN, expected, { what, relative: RELATIVE, absolute: RELATIVE * scale });
}

const movedBy = (tenths: readonly number[], { unit, origin }: { unit: number; origin: number }) =>
  tenths.map((value) => unit * (value + origin));

const runs = { numRuns: 80 };

test("control charts, levels and lines move with the rating", (t) => {
  tried = 0;
  fc.assert(
    fc.property(someCourse, someChange, someTime, (course, change, time) => {
      const { unit: c, origin } = change;
      const moved = movedBy(course, change);
      const [one, other] = [individualsLimits([course]), individualsLimits([moved])];
      assert.ok(one.kind === "limits" && other.kind === "limits");
      const size = one.deviation;
      same(other.centre / c - origin, one.centre, "centre", size);
      same(other.deviation / Math.abs(c), one.deviation, "deviation");
      const limits = [other.lower, other.upper].map((value) => value / c - origin).sort((a, b) => a - b);
      same(limits[0], one.lower, "lower limit", size);
      same(limits[1], one.upper, "upper limit", size);
      const [chart, charted] = [controlCharts(course), controlCharts(moved)];
      assert.ok(chart.kind === "charts" && charted.kind === "charts");
      assert.deepEqual(
        charted.terms.shewhart.beyond_limits_1based,
        chart.terms.shewhart.beyond_limits_1based,
      );
      assert.deepEqual(
        charted.terms.shewhart.violating_runs_1based,
        chart.terms.shewhart.violating_runs_1based,
      );
      chart.terms.ewma.y.forEach((value, i) => {
        same(charted.terms.ewma.y[i]! / c - origin, value, "moving average", size);
      });

      const [mean, movedMean] = [estimateMean(course), estimateMean(moved)];
      assert.ok(mean.kind === "mean" && movedMean.kind === "mean");
      same(movedMean.mean.standardError / Math.abs(c), mean.mean.standardError, "SE of the mean");
      const [own, its] = [autocorrelations(course, 3), autocorrelations(moved, 3)];
      assert.ok(own.kind === "autocorrelations" && its.kind === "autocorrelations");
      own.coefficients.forEach((value, i) => {
        same(its.coefficients[i], value, "autocorrelation", 1);
      });
      same(its.ljungBox.p, own.ljungBox.p, "p of Ljung and Box", 1);
      const places = (values: readonly number[], from: number) =>
        values.map((value, i) => ({ at: from + i, value }));
      const [lag, itsLag] = [
        lagOneAutocorrelation(places(course, 1)),
        lagOneAutocorrelation(places(moved, time.origin)),
      ];
      assert.ok(lag.kind === "autocorrelation" && itsLag.kind === "autocorrelation");
      same(itsLag.coefficient.lower, lag.coefficient.lower, "lag 1, lower", 1);

      const sessions = course.map((_, i) => i + 1);
      const days = sessions.map((at) => time.unit * (at + time.origin));
      const [line, movedLine] = [fitLine(sessions, course), fitLine(days, moved)];
      assert.ok(line.kind === "line" && movedLine.kind === "line");
      const units = c / time.unit;
      same(movedLine.slope.value / units, line.slope.value, "slope", line.slope.standardError);
      same(movedLine.slope.standardError / Math.abs(units), line.slope.standardError, "SE of the slope");
      same(
        movedLine.residualDeviation.value / Math.abs(c),
        line.residualDeviation.value,
        "residual deviation",
      );
      // The line at the first session: its intercept lies where time was counted from.
      const there = movedLine.intercept.value + movedLine.slope.value * days[0]!;
      same(
        there / c - origin,
        line.intercept.value + line.slope.value,
        "line at the first session",
        1e3 * size,
      );
      const [r, itsR] = [estimateCorrelation(sessions, course), estimateCorrelation(days, moved)];
      assert.ok(r.kind === "correlation" && itsR.kind === "correlation");
      same(itsR.coefficient.value * Math.sign(units), r.coefficient.value, "correlation", 1);
    }),
    runs,
  );
  t.diagnostic(`${tried} invariances tried`);
});

test("changes lie where they lie, whatever the unit, origin or sign", (t) => {
  tried = 0;
  fc.assert(
    fc.property(fc.oneof(someCourse, someSteps), someChange, (course, change) => {
      const { unit: c, origin } = change;
      // Two cuts that are equally good are told apart by the tenth place of a tenth of a million: whole numbers have it.
      fc.pre(origin < 1e6 || Number.isInteger(c));
      const moved = movedBy(course, change);
      const variance = noiseVariance(course)!;
      same(noiseVariance(moved)! / c ** 2, variance, "variance of the noise");
      for (const penalty of ["BIC", "MBIC", 4] as const)
        for (const kind of ["mean", "mean-and-variance"] as const) {
          const modelOf = (unit: number) =>
            kind === "mean"
              ? ({ kind, variance: variance * unit ** 2 } as const)
              : // A least variance is one of ratings: 1/12 of a step, in the square of the unit.
                ({ kind, leastVariance: unit ** 2 / 12 } as const);
          for (const search of [
            changePoints,
            (values: readonly number[], options: Parameters<typeof changePoints>[1]) =>
              greedyChangePoints(values, options, 5),
          ]) {
            const one = search(course, { model: modelOf(1), penalty });
            const other = search(moved, { model: modelOf(Math.abs(c)), penalty });
            assert.ok(one.kind === "partition" && other.kind === "partition");
            const places = (own: typeof one) =>
              own.changes.map(({ at, earliest, latest }) => [at, earliest, latest]);
            assert.deepEqual(places(other), places(one));
            one.changes.forEach(({ before, after, gain }, i) => {
              same(other.changes[i]!.before / c - origin, before, "level before", 10);
              same(other.changes[i]!.after / c - origin, after, "level after", 10);
              same(other.changes[i]!.gain, gain, "gain", 100);
            });
          }
        }
      const [breaks, movedBreaks] = [leastSquaresBreaks(course), leastSquaresBreaks(moved)];
      assert.ok(breaks.kind === "breaks" && movedBreaks.kind === "breaks");
      assert.deepEqual(movedBreaks.chosen.starts, breaks.chosen.starts);
      assert.equal(movedBreaks.byCount.length, breaks.byCount.length);
      breaks.byCount.forEach((own, i) => {
        const its = movedBreaks.byCount[i]!;
        same(its.residualSumOfSquares / c ** 2, own.residualSumOfSquares, "residual squares", 1);
      });
    }),
    { numRuns: 40 },
  );
  t.diagnostic(`${tried} invariances tried`);
});

const readings: readonly Stability[] = [
  { kind: "pooled-deviation", alpha: 0.05 },
  { kind: "pooled-deviation", alpha: 0.05, critical: 2.776 },
  { kind: "t-test", alpha: 0.05 },
  { kind: "kept", share: 0.5 },
  { kind: "series-deviation", deviations: 1.5 },
  { kind: "none" },
];

test("sudden gains and phases: a limit that is reached in one unit is reached in all", (t) => {
  tried = 0;
  fc.assert(
    fc.property(
      someCourse,
      someChange,
      fc.constantFrom(...readings),
      fc.constantFrom("gain", "loss"),
      fc.integer({ min: 1, max: 30 }),
      (course, change, stability, direction, points) => {
        const { unit: c, origin } = change;
        const moved = movedBy(course, change);
        const turned = c < 0 ? "lower" : "higher";
        for (const share of [null, 0.25]) {
          // A share of a value has a meaning from a true zero on.
          if (share !== null && origin !== 0) continue;
          const criteria = { direction, share, stability } as const;
          const one = suddenGains(course, { ...criteria, better: "higher", points });
          const other = suddenGains(moved, { ...criteria, better: turned, points: points * Math.abs(c) });
          assert.equal(other.judged, one.judged);
          assert.deepEqual(
            other.gains.map(({ at, reversed }) => [at, reversed]),
            one.gains.map(({ at, reversed }) => [at, reversed]),
          );
          one.gains.forEach(({ magnitude, shareOfChange }, i) => {
            same(other.gains[i]!.magnitude / Math.abs(c), magnitude, "magnitude");
            const own = other.gains[i]!.shareOfChange;
            if (shareOfChange === undefined || Math.abs(shareOfChange) < 1e3)
              same(own, shareOfChange, "share of the change", 1);
          });
        }
        const half = Math.floor(course.length / 2);
        const one = comparePhases(course.slice(0, half), course.slice(half), "higher");
        const other = comparePhases(moved.slice(0, half), moved.slice(half), turned);
        same(other.nonoverlap.nap, one.nonoverlap.nap, "NAP");
        same(other.nonoverlap.lower, one.nonoverlap.lower, "lower bound of NAP");
        same(other.nonoverlap.pnd, one.nonoverlap.pnd, "PND");
        same(
          other.earlierTrend === undefined ? undefined : other.earlierTrend * Math.sign(c),
          one.earlierTrend,
          "trend before",
          1,
        );
        same(other.pooledDifference! * Math.sign(c), one.pooledDifference, "difference", 1);
      },
    ),
    { numRuns: 150 },
  );
  t.diagnostic(`${tried} invariances tried`);
});

test("reliable change and its states depend on no unit, origin, order or direction of the scale", (t) => {
  tried = 0;
  fc.assert(
    fc.property(
      someCourse,
      someCourse,
      someChange,
      fc.constantFrom("a", "b", "c"),
      (first, second, change, cutoff) => {
        const { unit: c, origin } = change;
        const n = Math.min(first.length, second.length);
        const answer = (unit: number, from: number, order: 1 | -1) => {
          const at = (value: number) => unit * (value + from);
          const people = Array.from({ length: n }, (_, i) => ({
            before: at(first[i]!),
            after: at(second[i]!),
          }));
          const population = (mean: number, sd: number) => ({
            mean: at(mean),
            standardDeviation: sd * Math.abs(unit),
          });
          return jacobsonTruax(order === 1 ? people : people.reverse(), {
            reliability: 0.84,
            better: unit < 0 ? "lower" : "higher",
            clinical: population(30, 10),
            functional: population(50, 10),
            cutoff,
          });
        };
        const one = answer(1, 0, 1);
        const other = answer(c, origin, 1);
        same(other.precision.criterion / Math.abs(c), one.precision.criterion, "criterion");
        same(other.cutoff! / c - origin, one.cutoff!, "cut-off", 100);
        assert.deepEqual(other.counts, one.counts);
        one.people.forEach((person, i) => {
          same(other.people[i]!.index * Math.sign(c), person!.index, "index", 1);
          assert.equal(other.people[i]!.state, person!.state);
        });
        const back = answer(1, 0, -1);
        assert.deepEqual(back.counts, one.counts);
        same(back.standardDeviation, one.standardDeviation, "SD");
      },
    ),
    runs,
  );
  t.diagnostic(`${tried} invariances tried`);
});

test("the change that is found online moves with its prior", (t) => {
  tried = 0;
  fc.assert(
    fc.property(someCourse, someChange, (course, change) => {
      const { unit: c, origin } = change;
      const one = onlineChange(course, {
        hazard: 0.1,
        prior: { mean: 40, strength: 0.5, shape: 2, scale: 90 },
      });
      const prior = { mean: c * (40 + origin), strength: 0.5, shape: 2, scale: 90 * c ** 2 };
      const other = onlineChange(movedBy(course, change), { hazard: 0.1, prior });
      one.forEach((step, i) => {
        const its = other[i]!;
        same(its.level / c - origin, step.level, "level", 10);
        // A density counts in the unit of the rating.
        same(its.logPredictive + Math.log(Math.abs(c)), step.logPredictive, "log-predictive", 1);
        step.began.forEach((chance, s) => {
          same(its.began[s], chance, "began", 1);
        });
      });
    }),
    { numRuns: 30 },
  );
  t.diagnostic(`${tried} invariances tried`);
});

test("growth of clients: slopes take both units, names and order of rows take nothing", (t) => {
  tried = 0;
  const names = ["010", "10", "1e1", " 10", '"', "it's", "a b", "Ü"];
  const rows = names.flatMap((client, k) =>
    Array.from({ length: 6 }, (_, i) => ({
      client,
      session: i + 1,
      value: Math.round(10 * (4 + 0.2 * k + (0.3 - 0.1 * (k % 4)) * i + Math.sin(7 * k + 3 * i))) / 10,
    })),
  );
  const answer = (own: readonly { client: string; session: number; value: number }[]) =>
    growthOfClients(
      {
        client: own.map(({ client }) => client),
        session: own.map(({ session }) => session),
        value: own.map(({ value }) => value),
      },
      { client: "client", session: "session", value: "value" },
    );
  const one = answer(rows);
  assert.ok(one.model.kind === "fitted");
  for (const c of [1, -1, 1e-6, 1e6])
    for (const { unit, origin } of [
      { unit: 1, origin: 2026 },
      { unit: 86_400_000, origin: 20_000 },
      { unit: -1e-3, origin: 0 },
    ]) {
      const moved = rows
        .map(({ client, session, value }) => ({
          client: `${client} ${names.indexOf(client)}`,
          session: unit * (session + origin),
          value: c * (value + 100),
        }))
        .reverse();
      const other = answer(moved);
      const units = c / unit;
      same(other.slopeReliability, one.slopeReliability, "reliability of slopes", 100);
      for (const own of one.clients) {
        const its = other.clients.find(
          ({ client }) => client === `${own.client} ${names.indexOf(own.client)}`,
        )!;
        assert.ok(own.alone.kind === "scattered" && its.alone.kind === "scattered");
        same(its.alone.slope / units, own.alone.slope, "slope alone", 1);
        // A likelihood places its highest with half its digits.
        close(its.shrunken!.slope / units, own.shrunken!.slope, {
          what: "slope",
          relative: 1e-4,
          absolute: 1e-5,
        });
        close(its.shrunken!.slopeDeviation / Math.abs(units), own.shrunken!.slopeDeviation, {
          what: "deviation of the slope",
          relative: 1e-4,
        });
        tried += 2;
      }
    }
  t.diagnostic(`${tried} invariances tried`);
});

test("limits that are reached in decimals: by hand", () => {
  const criteria = { better: "lower", direction: "gain", stability: { kind: "none" } } as const;
  // 1.2 − 0.9 is .3, a quarter of 1.2, and 3.3 − 3.1 is .2.
  for (const unit of [1, 0.1, 0.01, 1e-7]) {
    const course = [12, 12, 9, 9].map((tenths) => tenths * unit);
    assert.equal(suddenGains(course, { ...criteria, points: null, share: 0.25 }).gains.length, 1);
    assert.equal(suddenGains(course, { ...criteria, points: 3 * unit, share: null }).gains.length, 1);
    // Half of the gain, and no more, is lost again.
    const back = suddenGains(
      [36, 36, 12, 24, 24].map((tenths) => tenths * unit),
      {
        ...criteria,
        points: 24 * unit,
        share: null,
      },
    );
    assert.deepEqual(
      back.gains.map(({ at, reversed }) => [at, reversed]),
      [[1, false]],
    );
  }
  // A course on its levels has no scatter with one break, in whole numbers and in decimals alike.
  for (const unit of [1, 0.1, 0.7, 1e-6]) {
    const steps = [41, 41, 41, 41, 53, 53, 53, 53, 53].map((tenths) => tenths * unit);
    const found = leastSquaresBreaks(steps);
    assert.ok(found.kind === "breaks");
    assert.deepEqual(
      found.byCount.map(({ starts }) => starts),
      [[]],
    );
  }
  for (const equal of [4.1, 0.1, 1e6 + 0.3])
    assert.throws(
      () =>
        jacobsonTruax(
          [1, 2, 3].map((after) => ({ before: equal, after })),
          { reliability: 0.8, better: "higher", clinical: null, functional: null, cutoff: "a" },
        ),
      /all 3 people had the same value before .*measurement error cannot be computed/,
    );
});
