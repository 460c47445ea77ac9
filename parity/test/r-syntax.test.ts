import assert from "node:assert/strict";
import { test } from "node:test";
import { base, baseOfCode } from "../r/base.ts";
import { Evaluator } from "../r/evaluate.ts";
import { callsIn, parseR } from "../r/syntax.ts";
import { NotUnderstood, ofResult, plain, Scope, Single } from "../r/value.ts";

/** The value of R code over a vector `x` of 1, 2, 3, 4 that counts as a result. */
function resultOf(code: string): unknown {
  const scope = new Scope();
  scope.set("x", ofResult([1, 2, 3, 4]));
  const fail = () => {
    throw new NotUnderstood("a field");
  };
  const r = new Evaluator(code, { ofValues: base, ofCode: baseOfCode, field: fail });
  const found = plain(r.program(parseR(code), scope));
  return found instanceof Single ? found.value : found;
}

test("operators bind as R binds them", () => {
  assert.equal(resultOf("sum(x) + 2 * 3^2"), 28);
  assert.equal(resultOf("sum(x) - 2^3^0"), 8);
  assert.equal(resultOf("-x[2]^2"), -4);
  assert.deepEqual(resultOf("x[-1] * 1:3"), [2, 6, 12]);
  assert.equal(resultOf("x[1] + 7 %% 4"), 4);
});

test("functions, conditions, blocks and defaults", () => {
  assert.equal(resultOf("f <- function(a, b = a * 2, ...) {\n  if (a > 2)\n    b\n  else a\n}\nf(x[3])"), 6);
  assert.deepEqual(resultOf("sapply(1:3, function(i) x[i]^2)"), [1, 4, 9]);
  assert.deepEqual(resultOf("g <- function(m, ...) sum(m, ...); lapply(list(a = x, b = x[1]), g, 1)"), {
    a: new Single(11, [11]),
    b: new Single(2, [2]),
  });
  assert.deepEqual(resultOf("do.call(rbind, list(x[1:2], x[3:4]))"), [
    [1, 2],
    [3, 4],
  ]);
});

test("names, strings, comments, backticks and empty places between commas", () => {
  const [node] = parseR("fit$`Chisq diff`[2, , drop = FALSE] # a comment\n");
  assert.equal(node!.kind, "call");
  assert.equal(callsIn(node!).length, 2);
  assert.deepEqual(resultOf('paste0("a\\"b", c(1, 2), collapse = "+")') !== undefined, true);
  assert.equal(parseR("psych::alpha(d, keys = c(-1, 1))").length, 1);
});

test("a formula keeps its text", () => {
  const r = new Evaluator("y ~ x * w + (1 |\n  g/h)", {
    ofValues: base,
    ofCode: baseOfCode,
    field: () => ofResult(1),
  });
  const found = r.program(parseR(r.text), new Scope());
  assert.deepEqual(found, { kind: "formula", text: "y ~ x * w + (1 | g/h)" });
});

test("code without end is refused", () => {
  assert.throws(() => parseR("list(a = 1"), SyntaxError);
  assert.throws(() => parseR('"no end'), SyntaxError);
  assert.throws(() => resultOf("unknown_function(x)"), NotUnderstood);
  assert.throws(() => resultOf("f <- function(a) f(a); f(x)"), NotUnderstood);
});
