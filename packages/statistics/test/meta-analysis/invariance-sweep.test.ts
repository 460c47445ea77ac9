import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import type { Design } from "../../src/formula/index.ts";
import {
  asymmetryTest,
  clusterRobust,
  type Effect,
  influence,
  leaveOneOut,
  METHODS,
  type MetaAnalysisModel,
  multilevelMetaAnalysis,
  nestedGroups,
  permutationTest,
  precisionEffect,
  qProfileInterval,
  rankTest,
  rosenbergFailSafeNumber,
  rosenthalFailSafeNumber,
  selectionModel,
  subgroupAnalysis,
  TESTS,
  trimAndFill,
} from "../../src/meta-analysis/index.ts";
import { fitted } from "./fit.ts";

/** A study with a moderator, the group it belongs to and the paper it comes from. */
interface Row extends Effect {
  readonly x: number;
  readonly group: string;
  readonly paper: string;
}

/** Eight to twelve studies in thousandths, of three groups and at most five papers, whose effects and moderators differ. */
const someRows: fc.Arbitrary<readonly Row[]> = fc
  .array(
    fc.record({
      estimate: fc.integer({ min: -1500, max: 1500 }).map((n) => n / 1000),
      variance: fc.integer({ min: 10, max: 300 }).map((n) => n / 1000),
      x: fc.integer({ min: -20, max: 20 }),
      paper: fc.integer({ min: 0, max: 4 }).map((n) => `p${n}`),
    }),
    { minLength: 8, maxLength: 12 },
  )
  .map((rows) => rows.map((row, i) => ({ ...row, group: `g${i % 3}` })))
  .filter(
    (rows) => new Set(rows.map(({ x }) => x)).size > 3 && new Set(rows.map(({ paper }) => paper)).size > 3,
  );

/** Another unit c and origin of the effects, and another unit and origin of the moderator. */
interface Change {
  readonly unit: number;
  readonly origin: number;
  readonly ofModerator: { readonly unit: number; readonly origin: number };
}

/** The origin is counted in units of the effects: what a far origin leaves of their digits is the same for all units. */
const someChange: fc.Arbitrary<Change> = fc.record({
  unit: fc.constantFrom(1, -1, 1e-6, 1e6, -1e-3, 37),
  origin: fc.constantFrom(0, 1, -2026, 1e6),
  ofModerator: fc.record({
    unit: fc.constantFrom(1, -1, 1e-6, 1e6, 86_400_000),
    origin: fc.constantFrom(0, 2026, 1e6),
  }),
});

const changed = (rows: readonly Row[], { unit, origin, ofModerator }: Change): readonly Row[] =>
  rows.map((row) => ({
    ...row,
    estimate: unit * (row.estimate + origin),
    variance: unit ** 2 * row.variance,
    x: ofModerator.unit * (row.x + ofModerator.origin),
  }));

const designOfRows = (rows: readonly Row[]): Design => ({
  names: ["(Intercept)", "x"],
  matrix: { rows: rows.length, columns: 2, values: Float64Array.from(rows.flatMap(({ x }) => [1, x])) },
  kept: rows.map((_, i) => i),
  termOf: [-1, 0],
  intercept: true,
});

/** Six places of a moderator and six of an effect may be spent on their origins, and iterations stop at the ninth place. */
const RELATIVE = 1e-6;

let tried = 0;

function same(got: number, expected: number, what: string, scale = 0): void {
  tried++;
  if (Number.isNaN(expected)) assert.ok(Number.isNaN(got), `${what}: ${got}, expected none`);
  else close(got, expected, { what, relative: RELATIVE, absolute: RELATIVE * scale });
}

const runs = { numRuns: 60 };

test("a mean moves with the effects, and nothing else does", (t) => {
  tried = 0;
  fc.assert(
    fc.property(
      someRows,
      someChange,
      fc.constantFrom(...METHODS),
      fc.constantFrom(...TESTS),
      (rows, change, method, kind) => {
        const { unit: c, origin } = change;
        const one = fitted(rows, { method, test: kind });
        const other = fitted(changed(rows, change), { method, test: kind });
        const [mean, moved] = [one.coefficients[0]!, other.coefficients[0]!];
        const { standardError: size } = mean;
        // ŷ → c(ŷ + b), SE → |c| SE, τ² → c²τ².
        same(moved.estimate / c - origin, mean.estimate, "mean", size);
        same(moved.standardError / Math.abs(c), mean.standardError, "SE");
        same(
          other.betweenStudyVariance.value / c ** 2,
          one.betweenStudyVariance.value,
          `τ² by ${method}`,
          one.heterogeneity.typicalVariance,
        );
        // An interval keeps its length, and turns round with the sign.
        const bounds = [moved.lower / c - origin, moved.upper / c - origin].sort((a, b) => a - b);
        same(bounds[0]!, mean.lower, "lower", size);
        same(bounds[1]!, mean.upper, "upper", size);
        if (origin === 0) {
          same(moved.statistic * Math.sign(c), mean.statistic, "statistic", 1);
          same(moved.p, mean.p, "p", 1e-3);
        }
        const { q, p, iSquared, hSquared } = other.heterogeneity;
        same(q, one.heterogeneity.q, "Q", 1);
        same(p, one.heterogeneity.p, "p of Q", 1e-3);
        same(iSquared, one.heterogeneity.iSquared, "I²", 1);
        same(hSquared, one.heterogeneity.hSquared, "H²");
        other.weights.forEach((weight, i) => {
          same(weight, one.weights[i]!, "weight");
        });
        // A density counts in the unit of the effects: k log|c| for all of them, one less for contrasts.
        const { maximum, restricted } = other.likelihoods;
        const k = rows.length;
        const logUnit = Math.log(Math.abs(c));
        same(
          maximum.logLikelihood + k * logUnit,
          one.likelihoods.maximum.logLikelihood,
          "log-likelihood",
          10,
        );
        same(
          restricted.logLikelihood + (k - 1) * logUnit,
          one.likelihoods.restricted.logLikelihood,
          "restricted log-likelihood",
          10,
        );
        same(maximum.deviance, one.likelihoods.maximum.deviance, "deviance", 1);
        const [interval, own] = [qProfileInterval(other), qProfileInterval(one)];
        assert.equal(interval.kind, own.kind);
        if (interval.kind === "interval" && own.kind === "interval") {
          const typical = one.heterogeneity.typicalVariance;
          for (const end of ["lower", "upper"] as const) {
            same(
              interval.betweenStudyVariance[end] / c ** 2,
              own.betweenStudyVariance[end],
              `Q-profile ${end}`,
              typical,
            );
            same(interval.iSquared[end], own.iSquared[end], `I² ${end}`, 100);
          }
        }
      },
    ),
    runs,
  );
  t.diagnostic(`${tried} invariances tried`);
});

test("the slope of a moderator takes both units, its test neither, and the intercept takes its origin", (t) => {
  tried = 0;
  fc.assert(
    fc.property(
      someRows,
      someChange,
      fc.constantFrom(...METHODS),
      fc.constantFrom(...TESTS),
      (rows, change, method, kind) => {
        const { unit: c, origin, ofModerator: z } = change;
        const model: MetaAnalysisModel = { method, test: kind };
        const one = fitted(rows, { ...model, design: designOfRows(rows) });
        const moved = changed(rows, change);
        const other = fitted(moved, { ...model, design: designOfRows(moved) });
        const [intercept, slope] = one.coefficients as readonly [
          (typeof one.coefficients)[0],
          (typeof one.coefficients)[0],
        ];
        const [movedIntercept, movedSlope] = other.coefficients as typeof one.coefficients &
          readonly [typeof intercept, typeof intercept];
        const units = c / z.unit;
        same(movedSlope!.estimate / units, slope.estimate, "slope", slope.standardError);
        same(movedSlope!.standardError / Math.abs(units), slope.standardError, "SE");
        same(movedSlope!.statistic * Math.sign(units), slope.statistic, "statistic", 1);
        same(movedSlope!.p, slope.p, "p", 1e-3);
        same(other.omnibus.statistic, one.omnibus.statistic, "QM", 1);
        same(other.omnibus.p, one.omnibus.p, "p of QM", 1e-3);
        // c(a + b₀) − slope × the moderator's new origin: a difference of two large numbers where the origin is far.
        same(
          movedIntercept!.estimate / c - origin + z.origin * slope.estimate,
          intercept.estimate,
          "intercept",
          Math.max(1, Math.abs(z.origin)) * slope.standardError,
        );
        same(
          other.betweenStudyVariance.value / c ** 2,
          one.betweenStudyVariance.value,
          `τ² by ${method}`,
          one.heterogeneity.typicalVariance,
        );
        same(other.heterogeneity.q, one.heterogeneity.q, "QE", 1);
        same(other.heterogeneity.iSquared, one.heterogeneity.iSquared, "I²", 1);
      },
    ),
    runs,
  );
  t.diagnostic(`${tried} invariances tried`);
});

/** Names that a careless reader would take for one another, or for numbers. */
const names = ["010", "10", "1e1", " 10", '"', "it's", "a b", "NA", "Ü"];

test("order of rows and names of groups count for nothing", (t) => {
  tried = 0;
  const order = fc.shuffledSubarray(names, { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(someRows, order, fc.integer(), (rows, labels, seed) => {
      const renamed = new Map(["g0", "g1", "g2"].map((name, i) => [name, labels[i]!]));
      const papers = new Map(["p0", "p1", "p2", "p3", "p4"].map((name, i) => [name, labels[4 + i]!]));
      // Any order of the rows: sorted by a number that the seed and the place give.
      const places = rows.map((_, i) => i).sort((a, b) => Math.sin(seed + a) - Math.sin(seed + b));
      const turned = places.map((i) => ({
        ...rows[i]!,
        group: renamed.get(rows[i]!.group)!,
        paper: papers.get(rows[i]!.paper)!,
      }));
      const groupsOf = (own: readonly Row[]) => own.map(({ group }) => group);
      const there = subgroupAnalysis(rows, groupsOf(rows));
      const back = subgroupAnalysis(turned, groupsOf(turned));
      assert.ok(there.between.kind === "test" && back.between.kind === "test");
      same(back.between.q, there.between.q, "Q between groups", 1);
      there.levels.forEach((level, i) => {
        const own = there.separate[i]!;
        const other = back.separate[back.levels.indexOf(renamed.get(level)!)]!;
        assert.ok(own.kind === "fitted" && other.kind === "fitted");
        same(other.coefficients[0]!.estimate, own.coefficients[0]!.estimate, `mean of ${level}`, 1);
        same(other.betweenStudyVariance.value, own.betweenStudyVariance.value, `τ² of ${level}`, 1);
      });
      assert.ok(there.differences.kind === "fitted" && back.differences.kind === "fitted");
      same(back.differences.omnibus.statistic, there.differences.omnibus.statistic, "QM", 1);

      const nested = (own: readonly Row[]) => {
        const frame = { paper: own.map(({ paper }) => paper), row: own.map((_, i) => i) };
        const levels = nestedGroups(frame, ["paper", "row"], frame.row);
        const fit = multilevelMetaAnalysis(own, { levels });
        assert.ok(fit.kind === "fitted", JSON.stringify(fit));
        return { fit, robust: clusterRobust(fit, frame.paper).coefficients[0]! };
      };
      const [one, other] = [nested(rows), nested(turned)];
      same(other.fit.coefficients[0]!.estimate, one.fit.coefficients[0]!.estimate, "nested mean", 1);
      same(other.robust.standardError, one.robust.standardError, "robust SE");
      same(other.robust.degreesOfFreedom, one.robust.degreesOfFreedom, "robust df");
      const [trim, turnedTrim] = [trimAndFill(fitted(rows)), trimAndFill(fitted(turned))];
      assert.ok(trim.kind === "filled" && turnedTrim.kind === "filled");
      same(turnedTrim.missing, trim.missing, "missing studies");
      const [ranks, turnedRanks] = [rankTest(rows), rankTest(turned)];
      assert.ok(ranks.kind === "tested" && turnedRanks.kind === "tested");
      same(turnedRanks.p, ranks.p, "p of ranks");
    }),
    { numRuns: 25 },
  );
  t.diagnostic(`${tried} invariances tried`);
});

test("nested groups and their robust tests do not depend on the unit or origin of the effects", (t) => {
  tried = 0;
  fc.assert(
    fc.property(someRows, someChange, (rows, change) => {
      const { unit: c, origin } = change;
      const nested = (own: readonly Row[]) => {
        const frame = { paper: own.map(({ paper }) => paper), row: own.map((_, i) => i) };
        const fit = multilevelMetaAnalysis(own, { levels: nestedGroups(frame, ["paper", "row"], frame.row) });
        assert.ok(fit.kind === "fitted", JSON.stringify(fit));
        return { fit, robust: clusterRobust(fit, frame.paper).coefficients[0]! };
      };
      const [one, other] = [nested(rows), nested(changed(rows, change))];
      const [mean, moved] = [one.fit.coefficients[0]!, other.fit.coefficients[0]!];
      const typical = mean.standardError ** 2;
      same(moved.estimate / c - origin, mean.estimate, "mean", mean.standardError * 10);
      same(moved.standardError / Math.abs(c), mean.standardError, "SE", mean.standardError * 10);
      other.fit.components.forEach(({ variance, name }, i) => {
        // A likelihood is flat at its highest: half its digits place the maximum.
        close(variance / c ** 2, one.fit.components[i]!.variance, {
          what: `variance of ${name}`,
          relative: 1e-4,
          absolute: 1e-3 * typical,
        });
        tried++;
      });
      same(
        other.robust.standardError / Math.abs(c),
        one.robust.standardError,
        "robust SE",
        mean.standardError * 10,
      );
      same(other.robust.degreesOfFreedom, one.robust.degreesOfFreedom, "robust df", 100);
      same(other.fit.heterogeneity.q, one.fit.heterogeneity.q, "Q", 1);
    }),
    { numRuns: 40 },
  );
  t.diagnostic(`${tried} invariances tried`);
});

test("tools for bias and influence depend on no unit, and where their question allows it on no origin", (t) => {
  tried = 0;
  fc.assert(
    fc.property(someRows, someChange, (rows, change) => {
      const { unit: c, origin } = change;
      const sign = Math.sign(c);
      const one = fitted(rows);
      const moved = changed(rows, change);
      const other = fitted(moved);
      for (const model of ["lm", "rma"] as const) {
        const [there, here] = [asymmetryTest(one, model), asymmetryTest(other, model)];
        assert.ok(there.kind === "tested" && here.kind === "tested");
        // A standard error has the unit of the effects: their slope has none.
        same(
          here.slope.estimate * sign,
          there.slope.estimate,
          `slope by ${model}`,
          there.slope.standardError,
        );
        same(here.slope.p, there.slope.p, "p", 1e-3);
        same(
          here.limit!.estimate / c - origin,
          there.limit!.estimate,
          "limit",
          there.intercept.standardError,
        );
      }
      const [ranks, movedRanks] = [rankTest(rows), rankTest(moved)];
      assert.ok(ranks.kind === "tested" && movedRanks.kind === "tested");
      same(movedRanks.tau * sign, ranks.tau, "τ", 1);
      same(movedRanks.p, ranks.p, "p of τ");
      const [trim, movedTrim] = [trimAndFill(one), trimAndFill(other)];
      assert.ok(trim.kind === "filled" && movedTrim.kind === "filled");
      assert.equal(movedTrim.side === trim.side, sign > 0);
      same(movedTrim.missing, trim.missing, "missing studies");
      influence(other).forEach((of, i) => {
        const own = influence(one)[i]!;
        assert.ok(of.kind === "influence" && own.kind === "influence");
        same(of.studentizedResidual * sign, own.studentizedResidual, "studentized residual", 1);
        same(of.cookDistance, own.cookDistance, "Cook's distance", 1);
        same(of.covarianceRatio, own.covarianceRatio, "covariance ratio", 1);
        assert.equal(of.influential, own.influential);
      });
      leaveOneOut(other).forEach((of, i) => {
        const own = leaveOneOut(one)[i]!;
        assert.ok(of.kind === "fitted" && own.kind === "fitted");
        same(of.coefficients[0]!.estimate / c - origin, own.coefficients[0]!.estimate, "mean without", 1);
      });
      if (origin !== 0) return;
      // What asks whether effects differ from zero has a zero.
      same(rosenthalFailSafeNumber(moved).studies, rosenthalFailSafeNumber(rows).studies, "Rosenthal");
      same(rosenbergFailSafeNumber(moved).studies, rosenbergFailSafeNumber(rows).studies, "Rosenberg");
      const [few, movedFew] = [fitted(rows.slice(0, 5)), fitted(moved.slice(0, 5))];
      const exact = { kind: "exact" } as const;
      same(permutationTest(movedFew, exact).p[0]!, permutationTest(few, exact).p[0]!, "permutations");
      if (sign < 0) return;
      const [line, movedLine] = [precisionEffect(rows), precisionEffect(moved)];
      assert.ok(line.kind === "fitted" && movedLine.kind === "fitted");
      assert.equal(movedLine.conditional.from, line.conditional.from);
      same(movedLine.p, line.p, "p of PET", 1e-3);
      same(movedLine.conditional.estimate / c, line.conditional.estimate, "PET or PEESE", 1);
      // PEESE has effects over variances: its slope has one over the unit.
      same(
        movedLine.onVariance.coefficients[1]!.estimate * c,
        line.onVariance.coefficients[1]!.estimate,
        "PEESE's slope",
        line.onVariance.coefficients[1]!.standardError,
      );
    }),
    { numRuns: 15 },
  );
  t.diagnostic(`${tried} invariances tried`);
});

test("weights of selection depend on no unit, and change sides with the sign", (t) => {
  tried = 0;
  const rows = [0.31, 0.12, 0.55, -0.2, 0.4, 0.05, 0.7, 0.33, 0.18, 0.9].map((estimate, i) => ({
    estimate,
    variance: [0.02, 0.05, 0.01, 0.08, 0.03, 0.06, 0.04, 0.02, 0.015, 0.09][i]!,
    x: [3, 1, 4, 1, 5, 9, 2, 6, 5, 3][i]!,
    group: "g",
    paper: "p",
  }));
  for (const withModerator of [false, true]) {
    const fitOf = (own: readonly Row[], direction: "greater" | "less") => {
      const model = withModerator ? { design: designOfRows(own) } : {};
      const result = selectionModel(fitted(own, model), [0.025], direction);
      assert.ok(result.kind === "fitted", JSON.stringify(result));
      return result;
    };
    const one = fitOf(rows, "greater");
    for (const unit of [1e-6, 1e-3, 1, 37, 1e6, -1, -1e-6])
      for (const ofModerator of [
        { unit: 1, origin: 0 },
        { unit: 1e6, origin: 2026 },
        { unit: -1e-6, origin: 1e6 },
      ]) {
        const other = fitOf(changed(rows, { unit, origin: 0, ofModerator }), unit > 0 ? "greater" : "less");
        const place = withModerator ? 1 : 0;
        const units = withModerator ? unit / ofModerator.unit : unit;
        const [mean, moved] = [one.coefficients[place]!, other.coefficients[place]!];
        // The search stops where the slope is below 1e-7 of a likelihood that is flat at its highest.
        const tolerance = { relative: 1e-4, absolute: 1e-4 };
        close(moved.statistic * Math.sign(units), mean.statistic, { what: "z", ...tolerance });
        close(moved.standardError / Math.abs(units), mean.standardError, { what: "SE", relative: 1e-3 });
        close(other.weights[1]!.weight, one.weights[1]!.weight, { what: "weight", relative: 1e-3 });
        close(other.weights[1]!.p!, one.weights[1]!.p!, { what: "p of the weight", relative: 1e-3 });
        close(other.betweenStudyVariance / unit ** 2, one.betweenStudyVariance, { what: "τ²", ...tolerance });
        close(other.ratioTest.statistic, one.ratioTest.statistic, { what: "ratio", ...tolerance });
        close(other.logLikelihood + rows.length * Math.log(Math.abs(unit)), one.logLikelihood, {
          what: "log-likelihood",
          ...tolerance,
        });
        tried += 7;
      }
  }
  t.diagnostic(`${tried} invariances tried`);
});
