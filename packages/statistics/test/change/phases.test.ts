import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import {
  autocorrelations,
  comparePhases,
  nonoverlap,
  phaseTerms,
  sideRuns,
} from "@concord/statistics/change";
import fc from "fast-check";
import fixture from "./fixtures/phase.json" with { type: "json" };

test("agrees with R on two phases: NAP, PND, W, trend, acf, pacf, Ljung–Box", () => {
  const terms = phaseTerms(fixture.input.A, fixture.input.B, "lower");
  const { expected } = fixture;
  close(terms.NAP_lower_better as number, expected.NAP_lower_better, { absolute: 1e-12, what: "NAP" });
  close(terms.PND_lower_better as number, expected.PND_lower_better, { absolute: 1e-12, what: "PND" });
  close(terms.tau_AB, expected.tau_AB, { absolute: 1e-12, what: "tau" });
  close(terms.U, expected.U, { absolute: 0, what: "W" });
  close(terms.kendall_trend_A!, expected.kendall_trend_A, { absolute: 1e-12, what: "trend" });
  close(terms.smd_pooled!, expected.smd_pooled, { absolute: 1e-12, what: "pooled" });
  close(terms.smd_baseline_sd!, expected.smd_baseline_sd, { absolute: 1e-12, what: "baseline" });
  expected.acf_1_5.forEach((value, i) => {
    close(terms.acf_1_5![i]!, value, { absolute: 1e-12, what: "acf" });
  });
  expected.pacf_1_3.forEach((value, i) => {
    close(terms.pacf_1_3![i]!, value, { absolute: 1e-12, what: "pacf" });
  });
  close(terms.ljung_box3!.Q, expected.ljung_box3.Q, { absolute: 1e-9, what: "Q" });
  close(terms.ljung_box3!.p, expected.ljung_box3.p, { absolute: 1e-14, what: "p" });
});

test("Parker and Vannest 2009: NAP of a published pair of phases is .96; bounds as SingleCaseES prints", () => {
  const earlier = [4, 3, 4, 3, 4, 7, 5, 2, 3, 2];
  const later = [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9];
  close(nonoverlap(earlier, later, "higher").nap, 0.96, { absolute: 0.005, what: "NAP" });
  const { nap, lower, upper } = nonoverlap([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29], "higher");
  close(nap, 0.9166667, { absolute: 1e-7, what: "NAP" });
  // Its root is sought to 1e-4 only.
  close(lower, 0.5973406, { absolute: 5e-5, what: "lower" });
  close(upper, 0.9860176, { absolute: 5e-5, what: "upper" });
});

const phase = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 });

test("swapping phases or the better end mirrors NAP and its bounds", () => {
  fc.assert(
    fc.property(phase, phase, (earlier, later) => {
      const own = nonoverlap(earlier, later, "higher");
      for (const other of [nonoverlap(later, earlier, "higher"), nonoverlap(earlier, later, "lower")]) {
        close(other.nap, 1 - own.nap, { absolute: 1e-12, what: "NAP" });
        close(other.lower, 1 - own.upper, { absolute: 1e-7, what: "lower" });
        close(other.upper, 1 - own.lower, { absolute: 1e-7, what: "upper" });
        close(other.tau, -own.tau, { absolute: 1e-12, what: "tau" });
      }
      assert.ok(0 <= own.lower && own.lower <= own.nap && own.nap <= own.upper && own.upper <= 1);
    }),
  );
});

test("differences do not depend on the zero of the scale; a phase too even or short has none", () => {
  fc.assert(
    fc.property(phase, phase, fc.integer({ min: -9, max: 9 }), (earlier, later, shift) => {
      const own = comparePhases(earlier, later, "higher");
      const moved = comparePhases(
        earlier.map((value) => value + shift),
        later.map((value) => value + shift),
        "higher",
      );
      assert.equal(moved.earlierTrend, own.earlierTrend);
      close(moved.pooledDifference ?? 99, own.pooledDifference ?? 99, { absolute: 1e-9, what: "pooled" });
    }),
  );
  const even = comparePhases([3, 3, 3], [4, 4], "higher");
  assert.deepEqual(
    [even.earlierTrend, even.pooledDifference, even.baselineDifference],
    [undefined, undefined, undefined],
  );
});

test("runs on one side end where they end; a value on the centre breaks them", () => {
  assert.deepEqual(sideRuns([1, 1, 1, 0, 1, 1, -1, -1, -1], 0, 3), [2, 8]);
  assert.deepEqual(sideRuns([1, 1, 1, 1], 0, 3), [2, 3]);
  assert.deepEqual(sideRuns([], 0), []);
  assert.throws(() => sideRuns([1], 0, 1), /whole length of at least 2: 1/);
});

test("autocorrelations: the first partial one is r₁; alternating values; too few; constant", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 6, maxLength: 40 }),
      (values) => {
        const found = autocorrelations(values, 4);
        if (found.kind !== "autocorrelations") return;
        assert.equal(found.partial[0], found.coefficients[0]);
        for (const r of found.coefficients) assert.ok(Math.abs(r) <= 1 + 1e-12);
      },
    ),
  );
  const swinging = autocorrelations([1, -1, 1, -1, 1, -1], 1);
  assert.ok(swinging.kind === "autocorrelations");
  close(swinging.coefficients[0]!, -5 / 6, { absolute: 1e-12, what: "by hand" });
  assert.equal(autocorrelations([1, 2], 1).kind, "too-few");
  assert.equal(autocorrelations([2, 2, 2, 2], 1).kind, "constant");
  assert.throws(() => autocorrelations([1, 2, 3], 0), /whole number of lags of at least 1: 0/);
  assert.throws(() => nonoverlap([], [1], "higher"), /a value in each phase/);
});
