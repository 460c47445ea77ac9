import assert from "node:assert/strict";
import { test } from "node:test";
import { chiSquareSurvival } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import type { Frame } from "../../src/formula/index.ts";
import {
  compareStructures,
  type FittedStructuralModel,
  invariance,
  type StructuralOptions,
  structuralModel,
} from "../../src/structure/index.ts";
import { normalDraws } from "./normal-draws.ts";

const frame = answers(300);

/** Six answers to two related questions, in two groups. */
function answers(rows: number): Frame {
  const normal = normalDraws(11);
  const columns: Record<string, (number | string | null)[]> = { group: [] };
  const items = ["a1", "a2", "a3", "b1", "b2", "b3"];
  for (const name of items) columns[name] = [];
  for (let row = 0; row < rows; row++) {
    const common = normal();
    const factors = { a: 0.7 * common + normal(), b: 0.7 * common + normal() };
    columns.group!.push(row % 2 === 0 ? "x" : "y");
    for (const name of items) columns[name]!.push(factors[name[0] as "a" | "b"] * 0.8 + normal());
  }
  return columns;
}

function fit(syntax: string, options: StructuralOptions = {}, own = frame): FittedStructuralModel {
  const model = structuralModel(own, syntax, options);
  if (model.kind !== "fitted") throw new Error(model.reason);
  return model;
}

const two = "f =~ a1 + a2 + a3\ng =~ b1 + b2 + b3";

test("nested models are tested, however they are written", () => {
  const pairs = [
    [two, "f =~ a1 + a2 + a3\ng =~ b1 + b2 + b3\nf ~~ 0*g"],
    [two, "f =~ a1 + a2 + a3 + b1 + b2 + b3"],
    [two, "f =~ a1 + k*a2 + k*a3\ng =~ b1 + b2 + b3"],
    [two, "f =~ NA*a1 + a2 + a3\ng =~ b1 + b2 + b3\nf ~~ 1*f\nf ~~ 0*g"],
    [`${two}\na1 ~~ b1`, two],
    [`${two}\na1 ~~ b1`, "g =~ b3 + b2 + b1\nf =~ a3 + a2 + a1"],
    ["b1 ~ a1 + a2 + a3", "b1 ~ a1 + 0*a2 + 0*a3"],
  ] as const;
  for (const [wide, narrow] of pairs) {
    const { chiSquare, degrees, p, notTested } = compareStructures(fit(wide), fit(narrow));
    assert.equal(notTested, undefined, narrow);
    close(p!, chiSquareSurvival(Math.max(0, chiSquare), degrees), { what: narrow, relative: 1e-12 });
  }
});

test("models that are not nested get no χ² and no p", () => {
  const pairs = [
    [`${two}\na1 ~~ b1`, `${two}\nf ~~ 0*g\na2 ~~ b2`],
    ["f =~ a1 + a2 + b1\ng =~ a3 + b2 + b3\na1 ~~ b1", two],
    ["b1 ~ a1 + a2 + 0*a3", "b1 ~ 0*a1 + 0*a2 + a3"],
  ] as const;
  for (const [wide, narrow] of pairs) {
    const compared = compareStructures(fit(wide), fit(narrow));
    assert.match(compared.notTested!, /neither model lies within the other/, narrow);
    assert.equal(compared.p, undefined);
    assert.ok(Number.isNaN(compared.chiSquare));
  }
  const fewer = compareStructures(fit("f =~ a1 + a2 + a3"), fit(two));
  assert.match(fewer.notTested!, /only one of the models has b1, b2, b3/);
  assert.equal(fewer.p, undefined);
});

test("models of other rows or groups are refused, and steps of invariance are nested", () => {
  const grouped = fit(two, { group: "group" });
  const other = { ...frame, group: frame.group!.map((name, row) => (row < 10 ? "x" : name)) };
  const narrow = fit(two, { group: "group", heldEqual: ["loadings"] }, other);
  assert.throws(() => compareStructures(grouped, narrow), /same rows and groups/);
  const steps = invariance(frame, two, { group: "group" });
  assert.ok(steps.kind === "fitted");
  for (const { difference, step } of steps.steps.slice(1)) {
    assert.equal(difference!.notTested, undefined, step);
    assert.ok(difference!.p! > 0 && difference!.p! < 1, step);
  }
  const gaps = { ...frame, a1: frame.a1!.map((value, row) => (row % 9 === 0 ? null : value)) };
  const [all, less] = [two, `${two}\nf ~~ 0*g`].map((text) => fit(text, { missing: "fiml" }, gaps));
  assert.equal(compareStructures(all!, less!).notTested, undefined);
});
