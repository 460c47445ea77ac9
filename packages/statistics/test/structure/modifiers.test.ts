import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { structuralModel } from "../../src/structure/index.ts";
import { readColumns } from "../fixtures/edges/read-columns.ts";

const frame = readColumns("equal-loadings");

function fitted(model: string) {
  const fit = structuralModel(frame, model, {});
  if (fit.kind !== "fitted") throw new Error(fit.reason);
  return fit;
}

test("equal() holds a path equal to another: lavaan's values", () => {
  for (const model of [
    'f =~ x1 + x2 + equal("f=~x2")*x3 + x4',
    "f =~ x1 + x2 + equal( 'f =~ x2' )*x3 + x4",
    'f =~ x1 + equal("f=~x3")*x2 + x3 + x4',
    'f =~ x1 + a*x2 + equal("f=~x2")*x3 + x4',
    "f =~ x1 + a*x2 + a*x3 + x4",
    "f =~ x1 + a*x2 + b*x3 + x4\na == b",
    'f =~ x1 + label("a")*x2 + label("a")*x3 + x4',
  ]) {
    const { fit, estimates } = fitted(model);
    close(fit.chiSquare, 2.3540068906, { what: model, relative: 1e-6 });
    assert.equal(fit.degrees, 3);
    const loading = (name: string) => estimates.find((one) => one.operator === "=~" && one.right === name)!;
    close(loading("x2").estimate, 0.79210276451, { what: model, relative: 1e-6 });
    close(loading("x3").estimate, 0.79210276451, { what: model, relative: 1e-6 });
    close(loading("x4").estimate, 0.89847648027, { what: model, relative: 1e-6 });
    close(loading("x3").standardError, 0.14588473238, { what: model, relative: 1e-5 });
  }
});

test("a starting value changes where the search begins and not where it ends", () => {
  const plain = fitted("f =~ x1 + x2 + x3 + x4");
  const begun = fitted("f =~ x1 + start(0.3)*x2 + x3 + start(1.7)*x4");
  close(begun.fit.chiSquare, plain.fit.chiSquare, { what: "χ²", relative: 1e-6 });
});

test("a modifier or an operator that is not known is refused by its name", () => {
  const refusals: readonly (readonly [string, RegExp])[] = [
    ['f =~ x1 + prior("dnorm(0,1)")*x2 + x3', /prior\(\) is not known/u],
    ["f =~ x1 + efa(1)*x2 + x3", /efa\(\) is not known/u],
    ["f =~ x1 + rv(a)*x2 + x3", /rv\(\) is not known/u],
    ['f =~ x1 + equal("f=~x9")*x2 + x3', /f=~x9/u],
    ["f =~ x1 + equal(x3)*x2 + x3", /equal\(\) requires a path/u],
    ["f =~ x1 + c(1, a)*x2 + x3", /numbers or labels, not both/u],
    ["f =~ x1 + start(a)*x2 + x3", /starting value/u],
    ['f =~ x1 + label("1 a")*x2 + x3', /label requires/u],
    ["f =~ x1 + x2 + x3\nx1 | t1", /not \|/u],
    ["f =~ x1 + x2 + x3\nx1 ~*~ x1", /~\*~/u],
    ["f =~ x1 + a*x2 + x3\na < 1", /not </u],
    ["f <~ x1 + x2 + x3", /<~/u],
  ];
  for (const [model, reason] of refusals)
    assert.throws(() => structuralModel(frame, model, {}), reason, model);
});
