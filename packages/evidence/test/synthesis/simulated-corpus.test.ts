import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { type PooledSynthesis, simulatedCorpus, synthesize } from "../../src/index.ts";

// Written by parity/evidence/simulated-corpus.R.
const r = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../fixtures/simulated-corpus.json"), "utf8"),
);

const pooled = (id: string): PooledSynthesis => {
  const synthesis = synthesize(
    simulatedCorpus.definitions.find((definition) => definition.id === id)!,
    simulatedCorpus.studies,
  );
  return synthesis.kind === "pooled" ? synthesis : assert.fail(synthesis.kind);
};

/** rma.mv stops when its likelihood moves by 1e-10, which leaves the variances to about six digits. */
const iterative = 2e-5;

test("three levels with CR2 agree with metafor and clubSandwich", () => {
  const { mean, spread, studies, effects } = pooled("simulated-alliance-outcome");
  const expected = r.alliance_outcome;
  assert.deepEqual([studies, effects.length], [14, 29]);
  close(mean!.pooled.estimate, expected.beta, { relative: iterative, what: "beta" });
  close(mean!.pooled.standardError, expected.se, { relative: iterative, what: "se" });
  close(mean!.pooled.degreesOfFreedom, expected.df, { relative: iterative, what: "df" });
  close(mean!.pooled.p, expected.pval, { relative: 1e-3, what: "p" });
  expected.sigma2.forEach((value: number, i: number) => {
    close(spread.parts[i]!.variance, value, { relative: 1e-4, what: `sigma2[${i}]` });
  });
  close(spread.q, expected.QE, { relative: 1e-7, what: "QE" });
  close(spread.iSquared!, expected.I2, { relative: 1e-4, what: "I2" });
  const { pred, ci_lb, ci_ub, pi_lb, pi_ub } = expected.predicted;
  const { estimate, lower, upper, prediction } = mean!.read;
  [
    [estimate, pred],
    [lower, ci_lb],
    [upper, ci_ub],
    [prediction!.lower, pi_lb],
    [prediction!.upper, pi_ub],
  ].forEach(([got, wanted], i) => {
    close(got!, wanted!, { relative: iterative, absolute: 1e-6, what: `predicted ${i}` });
  });
});

test("who rated, as a moderator, agrees with metafor and clubSandwich", () => {
  const { moderation, spread } = pooled("simulated-who-rated");
  const expected = r.who_rated;
  moderation!.coefficients.forEach((coefficient, i) => {
    close(coefficient.estimate, expected.beta[i], { relative: iterative, what: `beta ${i}` });
    close(coefficient.standardError, expected.se[i], { relative: iterative, what: `se ${i}` });
    close(coefficient.degreesOfFreedom, expected.df[i], { relative: iterative, what: `df ${i}` });
  });
  close(spread.parts[0]!.variance, expected.sigma2[0], { relative: 1e-4, what: "sigma2" });
  close(moderation!.omnibus!.statistic, expected.F, { relative: 1e-4, what: "F" });
  close(moderation!.omnibus!.denominatorDegreesOfFreedom, expected.F_df[1], { relative: 1e-4, what: "F df" });
  assert.deepEqual(
    moderation!.groups.map(({ name, studies }) => [name, studies]),
    [
      ["client", 14],
      ["observer", 5],
      ["therapist", 10],
    ],
  );
  close(moderation!.groups[0]!.mean.pooled.estimate, expected.beta[0], {
    relative: iterative,
    what: "the mean of the first",
  });
});

test("clients' ratings alone, by REML and Knapp–Hartung, agree with metafor", () => {
  const { mean, spread, weights, effects } = pooled("simulated-client-rated");
  const expected = r.client_rated;
  close(mean!.pooled.estimate, expected.beta, { relative: 1e-7, what: "beta" });
  close(mean!.pooled.standardError, expected.se, { relative: 1e-7, what: "se" });
  close(mean!.read.prediction!.upper, expected.predicted.pi_ub, { relative: 1e-7, what: "pi" });
  close(spread.parts[0]!.variance, expected.tau2, { relative: 1e-7, what: "tau2" });
  close(spread.iSquared!, expected.I2, { relative: 1e-7, what: "I2" });
  // R's rows are in the order of the studies' names.
  const byName = effects
    .map(({ study }, i) => ({ study, weight: weights[i]! }))
    .toSorted((a, b) => (a.study < b.study ? -1 : 1));
  byName.forEach(({ weight }, i) => {
    close(weight, expected.weights[i], { relative: 1e-7, what: `weight ${i}` });
  });
});
