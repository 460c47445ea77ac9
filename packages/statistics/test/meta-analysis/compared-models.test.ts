import assert from "node:assert/strict";
import { test } from "node:test";
import { designOf, parseFormula } from "../../src/formula/index.ts";
import {
  componentTest,
  type Effect,
  likelihoodRatioTest,
  multilevelMetaAnalysis,
  nestedGroups,
} from "../../src/meta-analysis/index.ts";
import { fitted } from "./fit.ts";

const effects: readonly Effect[] = [0.31, 0.52, 0.08, 0.44, 0.63, 0.2, 0.35, 0.11, 0.57, 0.4].map(
  (estimate, i) => ({ estimate, variance: 0.01 + 0.003 * i }),
);
const frame = {
  year: [2001, 2003, 2004, 2008, 2009, 2011, 2012, 2015, 2018, 2020],
  since: [1, 3, 4, 8, 9, 11, 12, 15, 18, 20],
  age: [24, 31, 42, 35, 28, 51, 33, 47, 38, 29],
  study: [1, 1, 2, 2, 3, 3, 4, 4, 5, 5],
  team: [1, 1, 1, 1, 2, 2, 2, 2, 3, 3],
  other: [1, 2, 3, 4, 5, 1, 2, 3, 4, 5],
};

const withMods = (formula: string, own = effects) =>
  fitted(own, { method: "ML", design: designOf(parseFormula(formula).fixed, frame) });

test("moderators are tested together only against a model within theirs, of the same studies", () => {
  const nested = likelihoodRatioTest(withMods("~ year + age"), withMods("~ since"));
  assert.ok(nested.p > 0 && nested.p <= 1);
  assert.throws(
    () => likelihoodRatioTest(withMods("~ age + I(age^2)"), withMods("~ year")),
    /nested models: the larger has no year/,
  );
  assert.throws(
    () => likelihoodRatioTest(withMods("~ age + I(age^2)"), withMods("~ log(age)")),
    /the larger has no log\(age\)/,
  );
  const others = effects.map((effect, i) => (i === 3 ? { ...effect, variance: 0.5 } : effect));
  assert.throws(
    () => likelihoodRatioTest(withMods("~ year + age"), withMods("~ year", others)),
    /same studies in both models: effect 4/,
  );
});

test("components are tested only where one model's levels and moderators are within the other's", () => {
  const nested = (levels: readonly string[], formula = "~ 1") => {
    const fit = multilevelMetaAnalysis(effects, {
      levels: nestedGroups(
        { ...frame, effect: effects.map((_, i) => i) },
        levels,
        effects.map((_, i) => i),
      ),
      design: designOf(parseFormula(formula).fixed, formula === "~ 1" ? { since: frame.since } : frame),
    });
    assert.ok(fit.kind === "fitted", JSON.stringify(fit));
    return fit;
  };
  const { p } = componentTest(nested(["team", "study"]), nested(["study"]));
  assert.ok(p > 0 && p <= 1);
  assert.throws(
    () => componentTest(nested(["team", "study"]), nested(["other"])),
    /nested models: the larger has no level other/,
  );
  assert.throws(
    () => componentTest(nested(["team", "study"], "~ age"), nested(["study"], "~ year")),
    /same moderators in both models/,
  );
});
