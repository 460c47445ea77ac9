import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cholesky, entry, matrixOf, seededChance, solveCholesky } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import type { Frame } from "../../src/formula/index.ts";
import {
  type AutoregressiveOptions,
  autoregressiveModel,
  type FittedAutoregressive,
  serialCorrelationInterval,
  testSerialCorrelation,
} from "../../src/multilevel/index.ts";

const sessions = { group: "client", order: "session" };

interface Row {
  readonly client: number;
  readonly session: number;
  readonly x: number;
  readonly y: number;
}

/** Series with gaps, made by a seeded chance: b + slope + AR(1) noise. */
function seriesRows(seed: number, clients = 12, phi = 0.5): readonly Row[] {
  const chance = seededChance(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  return Array.from({ length: clients }, (_, client) => {
    const level = 2 * normal();
    let noise = normal();
    return Array.from({ length: 10 }, (_, i) => {
      noise = phi * noise + Math.sqrt(1 - phi * phi) * normal();
      return { client, session: i + 1, x: normal(), y: 20 + level - 0.3 * i + noise, kept: chance() < 0.8 };
    }).filter((row) => row.kept);
  }).flat();
}

function frameOf(rows: readonly Row[]): Frame {
  return {
    client: rows.map((row) => row.client),
    session: rows.map((row) => row.session),
    x: rows.map((row) => row.x),
    y: rows.map((row) => row.y),
  };
}

function fitted(
  formula: string,
  frame: Frame,
  options: AutoregressiveOptions = {},
  series = sessions,
): FittedAutoregressive {
  const fit = autoregressiveModel(formula, frame, series, options);
  assert.equal(fit.kind, "fitted");
  return fit as FittedAutoregressive;
}

const phiOf = (fit: FittedAutoregressive) => fit.correlation.value;

describe("theorems", () => {
  const seeds = fc.integer({ min: 1, max: 1_000_000 });

  test("the likelihood is that of the normal distribution with the whole covariance matrix", () => {
    const rows = seriesRows(7, 4);
    const fit = fitted("y ~ session + (session | client)", frameOf(rows), { method: "ML" });
    const [level] = fit.levels;
    const variance = fit.residualDeviation ** 2;
    const covariance = rows.map((a) =>
      rows.map((b) => {
        if (a.client !== b.client) return 0;
        const psi = level!.covariance;
        const random =
          entry(psi, 0, 0) +
          entry(psi, 0, 1) * (a.session + b.session) +
          entry(psi, 1, 1) * a.session * b.session;
        return random + variance * phiOf(fit) ** Math.abs(a.session - b.session);
      }),
    );
    const [intercept, slope] = fit.coefficients;
    const residuals = rows.map((row) => [row.y - intercept!.estimate - slope!.estimate * row.session]);
    const factored = cholesky(matrixOf(covariance));
    assert.equal(factored.kind, "positive-definite");
    if (factored.kind !== "positive-definite") return;
    const solved = solveCholesky(factored.factor, matrixOf(residuals));
    const squares = residuals.reduce((total, [e], i) => total + e! * solved.values[i]!, 0);
    const direct = -0.5 * (rows.length * Math.log(2 * Math.PI) + factored.logDeterminant + squares);
    close(fit.logLikelihood, direct, { relative: 1e-10, what: "log-likelihood" });
  });

  test("neither the order of the rows nor the first session's number matters", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -5, max: 30 }), (seed, shift) => {
        const rows = seriesRows(seed);
        const mixed = [...rows]
          .sort((a, b) => a.x - b.x)
          .map((row) => ({ ...row, session: row.session + shift }));
        const one = fitted("y ~ x + (1 | client)", frameOf(rows));
        const other = fitted("y ~ x + (1 | client)", frameOf(mixed));
        close(other.logLikelihood, one.logLikelihood, { relative: 1e-9, what: "log-likelihood" });
        close(phiOf(other), phiOf(one), { absolute: 1e-4, what: "φ" });
      }),
      { numRuns: 10 },
    );
  });

  test("sessions twice as far apart correlate by the square root", () => {
    const rows = seriesRows(3, 20, 0.6);
    const apart = rows.map((row) => ({ ...row, session: 2 * row.session }));
    const near = fitted("y ~ x + (1 | client)", frameOf(rows));
    const far = fitted("y ~ x + (1 | client)", frameOf(apart));
    assert.ok(phiOf(near) > 0);
    close(phiOf(far) ** 2, phiOf(near), { absolute: 1e-5, what: "φ" });
    close(far.logLikelihood, near.logLikelihood, { relative: 1e-9, what: "log-likelihood" });
  });

  test("shift and scale of the outcome shift and scale the estimates, and φ stays", () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0.5, max: 50, noNaN: true }), (seed, scale) => {
        const rows = seriesRows(seed);
        const one = fitted("y ~ session + (1 | client)", frameOf(rows));
        const moved = rows.map((row) => ({ ...row, y: 100 + scale * row.y }));
        const other = fitted("y ~ session + (1 | client)", frameOf(moved));
        close(other.coefficients[0]!.estimate, 100 + scale * one.coefficients[0]!.estimate, {
          relative: 1e-6,
          what: "coefficient",
        });
        close(other.coefficients[1]!.standardError, scale * one.coefficients[1]!.standardError, {
          relative: 1e-5,
          what: "standard error",
        });
        close(phiOf(other), phiOf(one), { absolute: 1e-4, what: "φ" });
      }),
      { numRuns: 10 },
    );
  });

  test("independent residuals without groups are least squares", () => {
    const rows = seriesRows(11);
    const fit = fitted("y ~ x", frameOf(rows), { correlation: { kind: "held", value: 0 } });
    const mean = (values: readonly number[]) => values.reduce((total, v) => total + v, 0) / values.length;
    const mx = mean(rows.map(({ x }) => x));
    const my = mean(rows.map(({ y }) => y));
    const slope =
      rows.reduce((total, { x, y }) => total + (x - mx) * (y - my), 0) /
      rows.reduce((total, { x }) => total + (x - mx) ** 2, 0);
    close(fit.coefficients[1]!.estimate, slope, { relative: 1e-10, what: "coefficient" });
    const squares = rows.reduce((total, { x, y }) => total + (y - my - slope * (x - mx)) ** 2, 0);
    close(fit.residualDeviation, Math.sqrt(squares / (rows.length - 2)), { relative: 1e-10, what: "σ" });
  });

  test("the interval holds the estimate, and zero exactly where the test does not reject it", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(0, 0.3, 0.6), (seed, phi) => {
        const fit = fitted("y ~ session + (1 | client)", frameOf(seriesRows(seed, 12, phi)));
        const { lower, upper } = serialCorrelationInterval(fit);
        const { p } = testSerialCorrelation(fit);
        assert.ok((lower ?? -1) <= phiOf(fit) && phiOf(fit) <= (upper ?? 1));
        const holdsZero = (lower ?? -1) < 0 && (upper ?? 1) > 0;
        if (Math.abs(p - 0.05) > 1e-4) assert.equal(holdsZero, p > 0.05);
      }),
      { numRuns: 6 },
    );
  });
});

describe("what has no answer is said in one line", () => {
  const good = seriesRows(5, 5);
  const reasons: readonly (readonly [string, string, Frame, RegExp])[] = [
    [
      "half sessions",
      "y ~ x + (1 | client)",
      frameOf(good.map((row) => ({ ...row, session: row.session + 0.5 }))),
      /whole numbers/,
    ],
    ["a session twice", "y ~ x + (1 | client)", frameOf([...good, good[3]!]), /stands twice in client/],
    [
      "one row per client",
      "y ~ x",
      frameOf(good.filter((row, i) => good.findIndex(({ client }) => client === row.client) === i)),
      /nothing follows/,
    ],
    [
      "a constant outcome",
      "y ~ x + (1 | client)",
      frameOf(good.map((row) => ({ ...row, y: 4 }))),
      /the same/,
    ],
    [
      "one client",
      "y ~ x + (1 | client)",
      frameOf(good.filter(({ client }) => client === 0)),
      /one group only/,
    ],
    [
      "a constant predictor",
      "y ~ x + (1 | client)",
      frameOf(good.map((row) => ({ ...row, x: 2 }))),
      /leave it out/,
    ],
    [
      "groups that cross",
      "y ~ x + (1 | room)",
      { ...frameOf(good), room: good.map((_, i) => i % 2) },
      /more than one room/,
    ],
    [
      "nothing known",
      "y ~ x + (1 | client)",
      { ...frameOf(good), x: good.map(() => null) },
      /no row has a value/,
    ],
  ];
  for (const [name, formula, frame, reason] of reasons)
    test(name, () => {
      const fit = autoregressiveModel(formula, frame, sessions);
      assert.equal(fit.kind, "refused");
      if (fit.kind === "refused") assert.match(fit.reason, reason);
    });

  test("text where numbers belong, and a column that is not there, throw", () => {
    const words = { ...frameOf(good), session: good.map(() => "first") };
    assert.throws(() => autoregressiveModel("y ~ x + (1 | client)", words, sessions), /holds text/);
    const series = { group: "patient", order: "session" };
    assert.throws(() => autoregressiveModel("y ~ x + (1 | client)", frameOf(good), series), /patient/);
    assert.throws(
      () => autoregressiveModel("~ x + (1 | client)", frameOf(good), sessions),
      /outcome before ~/,
    );
  });

  test("an effect that does not vary is named", () => {
    const flat = seriesRows(2, 8).map((row) => ({
      ...row,
      y: 3 + 0.5 * row.x + row.session / 100 + (row.session % 3),
    }));
    const fit = fitted("y ~ x + session + (1 | client)", frameOf(flat));
    assert.deepEqual(fit.atBoundary.slice(0, 1), ["(Intercept) does not vary over client"]);
  });
});

test("asking for the interval of a φ that was held throws", () => {
  const fit = fitted("y ~ x + (1 | client)", frameOf(seriesRows(5)), {
    correlation: { kind: "held", value: 0 },
  });
  assert.throws(() => serialCorrelationInterval(fit), /requires a fit that estimates it/);
});
