import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import {
  apaMessage,
  effectRows,
  filterMessages,
  meanWords,
  number,
  probability,
  rCode,
  readMean,
  type StudyFilter,
  share,
  simulatedCorpus,
  synthesisRCode,
  synthesize,
  testStatistic,
} from "../../src/index.ts";
import { madeStudy } from "../made-study.ts";

const english = staffMessages("en");

const run = (id: string) =>
  synthesize(simulatedCorpus.definitions.find((each) => each.id === id)!, simulatedCorpus.studies);

test("numbers as APA prints them", () => {
  assert.deepEqual(
    [number(-0.004), number(-1.5), number(Number.NaN), share(-0.31), share(1.2)],
    ["0.00", "−1.50", "not defined", "−.31", "1.20"],
  );
  assert.deepEqual([probability(0.0004), probability(0.0126)], ["p < .001", "p = .013"]);
  assert.deepEqual(
    [testStatistic(2, 14), testStatistic(2, 12.561), testStatistic(2, Number.POSITIVE_INFINITY)],
    ["t(14) = 2.00", "t(12.56) = 2.00", "z = 2.00"],
  );
});

test("the sentence of a synthesis has its model, body, mean, doubt and spread", () => {
  // Figures of parity/evidence/simulated-corpus.R.
  assert.equal(
    english.of(apaMessage(run("simulated-alliance-outcome"))),
    "A three-level random-effects meta-analysis (REML, t tests; Fisher’s z, read as r) pooled 29 effects from 14 studies " +
      "(N = 1,258). The mean was r = .23, 95% CI [.16, .30], prediction interval [−.01, .44], t(12.10) = 6.77, p < .001. " +
      "Heterogeneity: Q(28) = 52.57, p = .003, I² = 48%, variance 0.007 between studies and 0.003 within studies. " +
      "Standard errors were made robust to dependence within studies (CR2).",
  );
  assert.match(
    english.of(apaMessage(run("simulated-who-rated"))),
    /\(~ rater\) gave F\(2, 4\.6\) = 4\.55, p = \.081\. Means/,
  );
});

test("a mean is read on the scale that people read", () => {
  const scale = {
    estimate: -0.7145,
    standardError: 0.18,
    statistic: -3.97,
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    p: 0.00007,
    lower: -1.0669,
    upper: -0.3622,
    prediction: null,
  };
  assert.equal(meanWords(readMean(scale, "RR")), "RR = 0.49, 95% CI [0.34, 0.70]");
});

test("the table has each effect as it is pooled and as it is read", () => {
  const rows = effectRows(run("simulated-client-rated"));
  assert.equal(rows.length, 14);
  const ash = rows.find(({ label }) => label === "Ash 1998")!;
  assert.equal(ash.estimate.toFixed(12), "0.380000000000");
  assert.equal(ash.yi, Math.atanh(0.38));
  assert.equal(ash.vi, 1 / 39);
  assert.ok(ash.lower < 0.38 && ash.upper > 0.38 && ash.weight! > 0);
});

test("the R program names model, rows, robust test and back-transformation", () => {
  const program = synthesisRCode(run("simulated-alliance-outcome"))!;
  for (const part of [
    /library\(metafor\)\nlibrary\(clubSandwich\)/,
    /escalc\(measure = "ZCOR", ri = ri, ni = ni, data = dat\)/,
    /rma\.mv\(yi, vi, random = ~ 1 \| study\/effect, data = dat, method = "REML"/,
    /robust\(res, cluster = dat\$study, clubSandwich = TRUE\)/,
    /predict\(res, transf = transf\.ztor\)/,
  ])
    assert.match(program, part);
  assert.match(synthesisRCode(run("simulated-who-rated"))!, /mods = ~ rater, random/);
  assert.match(
    synthesisRCode(run("simulated-client-rated"))!,
    /rma\(yi, vi, data = dat, method = "REML", test = "knha"/,
  );
});

test("no text of a study can leave its quotation in R", () => {
  const program = rCode({
    title: 'A title\nsystem("x")',
    data: { kind: "columns", columns: { "st`udy": ['"); system("x"); ("', "a\u0000b", null] } },
    measure: "GEN",
    arguments: { yi: "yi", vi: "vi" },
    mods: null,
    random: null,
    method: "DL",
    test: "z",
    level: 90,
    robust: null,
    cluster: null,
  });
  assert.match(program, /^# A title system\("x"\)\n/);
  assert.ok(program.includes('"\\"); system(\\"x\\"); (\\""'));
  assert.ok(program.includes("`st\\`udy`"));
  assert.match(program, /level = 90/);
});

test("a filter has a message for each criterion", () => {
  const shown = (filter: StudyFilter) => filterMessages(filter).map(english.of);
  assert.deepEqual(shown({}), []);
  assert.deepEqual(
    shown({
      raters: ["client", "observer"],
      ageBands: ["adult"],
      years: { from: 2000 },
      exclude: ["x"],
    }),
    ["rater: Clients and Observers", "age group: Adults", "published in 2000 or later", "without: x"],
  );
  assert.deepEqual(shown({ years: { to: 2010 }, only: ["a", "b", "c"] }), [
    "published in 2010 or earlier",
    "only: a, b, and c",
  ]);
});

test("figures that are no plain correlations reach R as estimates and variances", () => {
  const studies = [1, 2, 3].map((i) => madeStudy(`t${i}`, [{ kind: "t-test", t: i, df: 30 + i }]));
  const definition = { ...simulatedCorpus.definitions[0]!, filter: {} };
  const program = synthesisRCode(synthesize(definition, studies))!;
  assert.match(program, /yi = c\(/);
  assert.doesNotMatch(program, /escalc/);
});
