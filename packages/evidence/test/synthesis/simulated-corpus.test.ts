import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { type PooledSynthesis, simulatedCorpus, synthesize } from "../../src/index.ts";
import { close } from "../close.ts";

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
  close(mean!.pooled.estimate, expected.beta, "beta", iterative);
  close(mean!.pooled.standardError, expected.se, "se", iterative);
  close(mean!.pooled.degreesOfFreedom, expected.df, "df", iterative);
  close(mean!.pooled.p, expected.pval, "p", 1e-3);
  expected.sigma2.forEach((value: number, i: number) => {
    close(spread.parts[i]!.variance, value, `sigma2[${i}]`, 1e-4);
  });
  close(spread.q, expected.QE, "QE");
  close(spread.iSquared!, expected.I2, "I2", 1e-4);
  const { pred, ci_lb, ci_ub, pi_lb, pi_ub } = expected.predicted;
  const { estimate, lower, upper, prediction } = mean!.read;
  [
    [estimate, pred],
    [lower, ci_lb],
    [upper, ci_ub],
    [prediction!.lower, pi_lb],
    [prediction!.upper, pi_ub],
  ].forEach(([got, wanted], i) => {
    close(got!, wanted!, `predicted ${i}`, iterative, 1e-6);
  });
});

test("who rated, as a moderator, agrees with metafor and clubSandwich", () => {
  const { moderation, spread } = pooled("simulated-who-rated");
  const expected = r.who_rated;
  moderation!.coefficients.forEach((coefficient, i) => {
    close(coefficient.estimate, expected.beta[i], `beta ${i}`, iterative);
    close(coefficient.standardError, expected.se[i], `se ${i}`, iterative);
    close(coefficient.degreesOfFreedom, expected.df[i], `df ${i}`, iterative);
  });
  close(spread.parts[0]!.variance, expected.sigma2[0], "sigma2", 1e-4);
  close(moderation!.omnibus!.statistic, expected.F, "F", 1e-4);
  close(moderation!.omnibus!.denominatorDegreesOfFreedom, expected.F_df[1], "F df", 1e-4);
  assert.deepEqual(
    moderation!.groups.map(({ name, studies }) => [name, studies]),
    [
      ["client", 14],
      ["observer", 5],
      ["therapist", 10],
    ],
  );
  close(moderation!.groups[0]!.mean.pooled.estimate, expected.beta[0], "the mean of the first", iterative);
});

test("clients' ratings alone, by REML and Knapp–Hartung, agree with metafor", () => {
  const { mean, spread, weights, effects } = pooled("simulated-client-rated");
  const expected = r.client_rated;
  close(mean!.pooled.estimate, expected.beta, "beta");
  close(mean!.pooled.standardError, expected.se, "se");
  close(mean!.read.prediction!.upper, expected.predicted.pi_ub, "pi");
  close(spread.parts[0]!.variance, expected.tau2, "tau2");
  close(spread.iSquared!, expected.I2, "I2");
  // R's rows stand in the order of the studies' names.
  const byName = effects
    .map(({ study }, i) => ({ study, weight: weights[i]! }))
    .toSorted((a, b) => (a.study < b.study ? -1 : 1));
  byName.forEach(({ weight }, i) => {
    close(weight, expected.weights[i], `weight ${i}`);
  });
});
