import assert from "node:assert/strict";
import { test } from "node:test";
import { type MediationModel, mediation } from "../../src/mediation/index.ts";

const columns = {
  x: [1, 2, 3, 4, 5, 6, 7, 8],
  m: [2, 1, 4, 3, 6, 5, 9, 7],
  y: [1, 3, 2, 5, 4, 7, 6, 9],
  yes: [0, 1, 0, 1, 1, 0, 1, 1],
  flat: [3, 3, 3, 3, 3, 3, 3, 3],
  text: ["a", "b", "c", "a", "b", "c", "a", "b"],
};
const model: MediationModel = { predictor: "x", mediators: ["m"], outcome: "y" };

test("data that cannot answer are refused in one line that says what to do", () => {
  const cases: readonly [MediationModel, RegExp][] = [
    [{ ...model, outcome: "yes" }, /yes takes only two values, 0 and 1.*logistic/],
    [{ ...model, mediators: ["yes"] }, /only two values/],
    [{ ...model, outcome: "text" }, /holds text: score it first/],
    [{ ...model, mediators: ["flat"] }, /flat/],
    [{ ...model, predictor: "flat" }, /cannot tell flat/],
    [{ ...model, covariates: ["factor(text)", "yes", "flat"] }, /flat/],
  ];
  for (const [own, said] of cases) {
    const fit = mediation(own, columns);
    assert.ok(fit.kind === "refused", JSON.stringify(own));
    assert.match(fit.reason, said);
    assert.ok(!fit.reason.includes("\n"));
  }
});

test("a model that makes no sense is the caller's mistake", () => {
  const wrong: readonly [MediationModel, RegExp][] = [
    [{ ...model, mediators: [] }, /one or more mediators/],
    [{ ...model, mediators: ["x"] }, /in one place: x/],
    [{ ...model, moderation: { moderator: "x", paths: ["first"] } }, /not the predictor itself/],
    [{ ...model, moderation: { moderator: "yes", paths: [] } }, /a path that is moderated/],
    [{ ...model, arrangement: { kind: "arrows", arrows: [["y", "m"]] } }, /an arrow requires/],
    [{ ...model, outcome: "absent" }, /not there: absent/],
  ];
  for (const [own, said] of wrong) assert.throws(() => mediation(own, columns), said);
});

test("rows with a gap in any variable are left out of every equation", () => {
  const gaps = { ...columns, m: [null, ...columns.m.slice(1)], y: [...columns.y.slice(0, 7), null] };
  const fit = mediation(model, gaps);
  assert.ok(fit.kind === "fitted");
  assert.deepEqual(fit.rows, [1, 2, 3, 4, 5, 6]);
  assert.ok(fit.equations.every(({ n }) => n === 6));
});
