import assert from "node:assert/strict";
import { test } from "node:test";
import type { Analysis } from "../src/analysis.ts";
import { changeAnalysis } from "../src/change/index.ts";
import { dyadAnalysis } from "../src/dyad/index.ts";
import { fitAnalysis } from "../src/fit/index.ts";
import { mediateAnalysis } from "../src/mediate/index.ts";
import { moderateAnalysis } from "../src/moderate/index.ts";
import { reliabilityAnalysis } from "../src/reliability/index.ts";
import { srmAnalysis } from "../src/srm/index.ts";
import { structureAnalysis } from "../src/structure/index.ts";
import { loadStudy } from "../src/study/index.ts";
import { synthesizeAnalysis } from "../src/synthesize/index.ts";
import type { Columns } from "../src/table/cells.ts";

/** Every form of a result, from plain columns and options, without a command line. */
async function analysed<Request, Result, Options>(
  analysis: Analysis<Request, Result, Options>,
  columns: Columns,
  options: Options,
) {
  const request = analysis.request(options);
  for (const { name } of analysis.uses(request, Object.keys(columns)))
    assert.ok(Object.hasOwn(columns, name), name);
  const outcome = analysis.run(columns, request);
  assert.equal(outcome.kind, "done", JSON.stringify(outcome));
  if (outcome.kind !== "done") throw new RangeError("an answer was expected");
  const { result } = outcome;
  const table = analysis.table(result, request);
  assert.ok(table.some((part) => typeof part !== "string"));
  for (const part of table)
    if (typeof part !== "string")
      for (const row of part.rows) assert.ok(row.length <= part.titles.length, JSON.stringify(part));
  const figure = await analysis.figure(result, request);
  assert.match(figure, /^<svg /);
  const program = analysis.rProgram("table.csv", request, columns);
  assert.match(program, /dat <- .*"table\.csv"/);
  return {
    terms: JSON.parse(JSON.stringify(analysis.terms(result, request))),
    sentence: analysis.sentence(result, request),
    figure,
    program,
  };
}

/** Equal but for the rounding of a handful of operations. */
function near(got: unknown, expected: number, tolerance = 1e-9): void {
  assert.ok(
    typeof got === "number" && Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `expected ${expected}, got ${String(got)}, tolerance ${tolerance}`,
  );
}

// Balanced one-way: MS between = 2 · (16 + 0 + 16) / 2 = 32, MS within = 3 · 2 / 3 = 2.
const oneWay = { y: [1, 3, 5, 7, 9, 11], g: ["a", "a", "b", "b", "c", "c"] };

test("fit: a balanced one-way model has the closed form of the analysis of variance", async () => {
  const { terms, sentence, program } = await analysed(fitAnalysis, oneWay, { formula: "y ~ 1 + (1 | g)" });
  near(terms.beta[0], 6);
  near(terms.se[0], Math.sqrt(32 / 6));
  near(terms.varcomp.vcov[0], (32 - 2) / 2, 1e-6);
  near(terms.varcomp.vcov[1], 2, 1e-6);
  assert.match(sentence, /of 6 rows in 3 groups of g: \(Intercept\) b = 6\.00, SE = 2\.31/);
  assert.match(program, /lmer\(y ~ 1 \+ \(1 \| g\)/);
});

test("fit: a further column is a text among the options", async () => {
  const { terms } = await analysed(
    fitAnalysis,
    { ...oneWay, x: [1, 2, 3, 4, 5, 7] },
    { formula: "twice ~ 1 + (1 | g)", let: ["twice=2*y"] },
  );
  near(terms.beta[0], 12);
});

test("study: the share of therapists is that of the one-way model", async () => {
  const study = await loadStudy("therapist-effects");
  const { terms } = await analysed(
    study,
    { distress: oneWay.y, therapist: oneWay.g },
    {
      column: ["outcome=distress"],
    },
  );
  near(terms.icc.therapist, 15 / 17, 1e-6);
});

test("change: reliable change of Jacobson and Truax by hand", async () => {
  const { terms, sentence } = await analysed(
    changeAnalysis,
    { id: ["a", "b"], pre: [50, 50], post: [30, 45] },
    {
      analysis: "reliable-change",
      client: "id",
      pre: "pre",
      post: "post",
      reliability: 0.84,
      sd: 10,
      better: "lower",
    },
  );
  // SE = 10 √(1 − .84) = 4; Sdiff = 4 √2.
  near(terms.SE, 4);
  near(terms.rci[0], -20 / (4 * Math.SQRT2));
  near(terms.rci[1], -5 / (4 * Math.SQRT2));
  assert.match(sentence, /^Of 2 people .* 1 improved, 1 was unchanged/);
});

test("dyad: two profiles that differ by a swap correlate .5", async () => {
  const { terms } = await analysed(
    dyadAnalysis,
    { a1: [1, 2, 5], a2: [2, 3, 1], a3: [3, 1, 2], b1: [1, 1, 4], b2: [3, 3, 2], b3: [2, 2, 3] },
    { model: "profile", first: ["a1", "a2", "a3"], second: ["b1", "b2", "b3"] },
  );
  near(terms.by_dyad.pearson[0], 0.5);
  near(terms.by_dyad.D2[0], 2);
});

test("mediate: the total effect is the slope by hand, and direct and indirect effect together", async () => {
  const { terms, sentence } = await analysed(
    mediateAnalysis,
    { x: [1, 2, 3, 4, 5, 6], m: [1, 3, 2, 5, 4, 6], y: [2, 1, 4, 3, 6, 7] },
    { x: "x", m: ["m"], y: "y", draws: 0 },
  );
  // Sxx = 17.5, Sxm = 15.5, Sxy = 19.5.
  const [, a] = terms.a_model.beta;
  const [, direct, b] = terms.b_model.beta;
  near(a, 15.5 / 17.5);
  near(terms.total_model.beta[1], 19.5 / 17.5);
  near(direct + a * b, 19.5 / 17.5);
  assert.match(sentence, /the total effect 1\.11/);
});

test("moderate: the slopes in two levels are those of each level alone", async () => {
  const { terms } = await analysed(
    moderateAnalysis,
    { x: [1, 2, 3, 1, 2, 3], w: ["A", "A", "A", "B", "B", "B"], y: [1, 3, 2, 2, 2, 5] },
    { x: "x", y: "y", w: "w" },
  );
  // (y₃ − y₁) / 2 in each level.
  near(terms.slopes.slope[0], 0.5);
  near(terms.slopes.slope[1], 1.5);
});

test("reliability: alpha of two items by hand", async () => {
  const { terms, sentence } = await analysed(
    reliabilityAnalysis,
    { i1: [1, 2, 3, 4], i2: [2, 1, 4, 3] },
    { items: ["i1", "i2"] },
  );
  // Variances 5/3 each, covariance 1: α = 2 (1 − (10/3) / (16/3)).
  near(terms.raw_alpha, 0.75);
  assert.match(sentence, /^Cronbach's α of the 2 items was \.75/);
});

test("srm: ratings that are perceiver plus target have the variances of these", async () => {
  const actor = [1, -1, 2, -2];
  const partner = [3, -3, 0, 0];
  const pairs = actor.flatMap((_, i) => partner.flatMap((_, j) => (i === j ? [] : [{ i, j }])));
  const { terms } = await analysed(
    srmAnalysis,
    {
      who: pairs.map(({ i }) => `p${i}`),
      whom: pairs.map(({ j }) => `p${j}`),
      rating: pairs.map(({ i, j }) => 10 + actor[i]! + partner[j]!),
    },
    { perceiver: "who", target: "whom", value: ["rating"] },
  );
  const [actors, partners, relationship, , covariance] = terms.varcomp.estimate;
  near(actors, 10 / 3);
  near(partners, 18 / 3);
  near(relationship, 0);
  near(covariance, 6 / 3);
  assert.deepEqual(terms.effects.id, ["p0", "p1", "p2", "p3"]);
});

test("structure: three indicators determine their loadings, λ₂ = s₂₃ / s₁₃", async () => {
  const columns = { a: [1, 2, 3, 4, 5, 6, 7, 8], b: [2, 1, 4, 3, 6, 5, 8, 7], c: [1, 4, 2, 3, 7, 5, 6, 8] };
  const products = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, i) => sum + (value - 4.5) * (other[i]! - 4.5), 0);
  const { terms } = await analysed(structureAnalysis, columns, { model: "f =~ a + b + c" });
  // To the precision at which the search stops.
  near(terms.estimates.est[1], products(columns.b, columns.c) / products(columns.a, columns.c), 1e-6);
  near(terms.estimates.est[2], products(columns.b, columns.c) / products(columns.a, columns.b), 1e-6);
});

test("synthesize: two effects of equal variance have their mean", async () => {
  const { terms, sentence } = await analysed(
    synthesizeAnalysis,
    { d: [1, 3], v: [1, 1] },
    { yi: "d", vi: "v", method: "FE" },
  );
  near(terms.beta[0], 2);
  near(terms.se[0], Math.SQRT1_2);
  near(terms.QE, 2);
  assert.match(sentence, /^estimate = 2\.00, 95% CI \[0\.61, 3\.39\] \(2 effects\)$/);
});

test("the coverage of intervals is a proportion, 95% unless the request says another", () => {
  assert.equal(moderateAnalysis.request({ x: "x", y: "y" }).confidenceLevel, 0.95);
  assert.equal(synthesizeAnalysis.request({ yi: "d" }).confidenceLevel, 0.95);
  const request = synthesizeAnalysis.request({ yi: "d", vi: "v", method: "FE", confidenceLevel: 0.9 });
  const outcome = synthesizeAnalysis.run({ d: [1, 3], v: [1, 1] }, request);
  assert.equal(outcome.kind, "done");
  if (outcome.kind !== "done") throw new RangeError("an answer was expected");
  // 2 ± 1.645 · √.5.
  assert.match(synthesizeAnalysis.sentence(outcome.result, request), /90% CI \[0\.84, 3\.16\]/);
});

test("a request without a column that it needs, or with options that contradict each other, is refused", () => {
  const refused = (request: () => unknown, words: RegExp) =>
    assert.throws(request, (error: Error) => error.name === "RequestRefused" && words.test(error.message));
  refused(() => mediateAnalysis.request({ x: "x", y: "y" }), /mediate needs m/);
  refused(() => srmAnalysis.request({ perceiver: "p" }), /srm needs target, value/);
  refused(() => dyadAnalysis.request({}), /needs its model/);
  refused(() => synthesizeAnalysis.request({}), /Say what the effects are/);
  refused(() => synthesizeAnalysis.request({ yi: "d", rho: 0.5 }), /--cluster/);
  refused(() => fitAnalysis.request({ formula: "y ~ x", let: ["nonsense"] }), /--let must look like/);
});
