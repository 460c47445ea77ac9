import assert from "node:assert/strict";
import { test } from "node:test";
import { structuralModel } from "../../src/structure/index.ts";
import { normalDraws } from "./normal-draws.ts";

function noise(names: readonly string[], rows = 60) {
  const normal = normalDraws(5);
  return Object.fromEntries(names.map((name) => [name, Array.from({ length: rows }, () => normal())]));
}

const frame = noise(["a", "b", "c", "d"]);

test("what cannot be estimated is named", () => {
  const kinds = (syntax: string, columns: Parameters<typeof structuralModel>[0] = frame) => {
    const result = structuralModel(columns, syntax);
    assert.ok(result.kind !== "fitted");
    assert.ok(!result.reason.includes("\n"));
    return result.kind;
  };
  assert.equal(kinds("f =~ a + b"), "not-identified");
  assert.equal(kinds("f =~ NA*a + b + c + d"), "not-identified");
  assert.equal(kinds("f =~ a + b + c", { ...frame, c: frame.a! }), "not-positive-definite");
  assert.equal(kinds("f =~ a + b + c", { ...frame, c: frame.a!.map(() => 3) }), "not-positive-definite");
  assert.equal(kinds("f =~ a + b + c", noise(["a", "b", "c"], 3)), "too-few-rows");
  assert.equal(kinds("f =~ a + b + c", { ...frame, c: frame.a!.map(() => null) }), "too-few-rows");
});

test("a negative variance is a caution, not a secret", () => {
  // r(ab) r(ac) / r(bc) > 1: the only solution gives a more common variance than it has.
  const normal = normalDraws(3);
  const rows = Array.from({ length: 400 }, () => {
    const [u, v, w] = [normal(), normal(), normal()];
    return { a: u + v, b: u + 0.3 * w, c: v + 0.3 * normal() + 0.1 * u };
  });
  const columns = Object.fromEntries((["a", "b", "c"] as const).map((k) => [k, rows.map((row) => row[k])]));
  const result = structuralModel(columns, "f =~ b + a + c");
  assert.ok(result.kind === "fitted");
  assert.match(result.cautions.join(), /variance of a is estimated below zero/);
});

test("a mistake in the model is one line that says what is known", () => {
  const fails = (syntax: string, pattern: RegExp) =>
    assert.throws(
      () => structuralModel(frame, syntax),
      (error: Error) => {
        assert.match(error.message, pattern);
        return !error.message.includes("\n");
      },
    );
  fails("", /there is none/);
  fails("f = a + b", /requires one of/);
  fails("f =~ a + nobody", /not there: nobody/);
  fails("f <~ a + b", /not <~/);
  fails("a ~ k*b\n k > 0", /not >/);
  fails("a ~ k*b\n z := k*m", /has not: m/);
  fails("a ~ k*b + l*c\n k == l^2", /sums and multiples/);
  fails("a ~ k*b\n k == 1\n k == 2", /contradict/);
  fails("a b ~ c", /name without spaces/);
  assert.throws(() => structuralModel({ ...frame, b: frame.a!.map(() => "x") }, "a ~ b"), /holds text: x/);
});
