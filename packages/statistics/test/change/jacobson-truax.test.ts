import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { type JacobsonTruaxOptions, jacobsonTruax, jacobsonTruaxTerms } from "@concord/statistics/change";
import fc from "fast-check";
import fixture from "./fixtures/jacobson-truax.json" with { type: "json" };

const { input, options: given, expected } = fixture;
const options: JacobsonTruaxOptions = {
  reliability: given.reliability,
  better: "lower",
  clinical: { mean: given.clin_mean, standardDeviation: given.clin_sd },
  functional: { mean: given.norm_mean, standardDeviation: given.norm_sd },
  cutoff: "c",
};
const people = input.pre.map((before, i) => ({ before, after: input.post[i]! }));

test("agrees with R on thirty-nine depressed clients in the article's names", () => {
  const terms = jacobsonTruaxTerms(jacobsonTruax(people, options), "c");
  assert.deepEqual(terms.class_c, expected.class_c);
  close(terms.cutoff_c!, expected.cutoff_c, { absolute: 1e-12, what: "c" });
  close(terms.cutoff_a!, expected.cutoff_a, { absolute: 1e-12, what: "a" });
  close(terms.cutoff_b!, expected.cutoff_b, { absolute: 1e-12, what: "b" });
  expected.rci.forEach((value, i) => {
    close(terms.rci[i]!, value, { absolute: 1e-12, what: "index" });
  });
});

test("Jacobson and Truax 1991, p. 14: from 32.5 to 47.5 is reliable and does not cross 50", () => {
  const found = jacobsonTruax([{ before: 32.5, after: 47.5 }], {
    reliability: 0.8,
    better: "higher",
    standardDeviation: 7.5,
    clinical: { mean: 40, standardDeviation: 7.5 },
    functional: { mean: 60, standardDeviation: 7.5 },
    cutoff: "c",
  });
  assert.equal(found.people[0]!.state, "improved");
  close(found.people[0]!.index, 3.16, { absolute: 0.005, what: "index" });
});

test("missing values are nobody's change; without populations nobody recovers", () => {
  const found = jacobsonTruax([...people, { before: 40, after: null }, { before: null, after: 3 }], options);
  assert.equal(found.people.at(-1), null);
  assert.equal(
    Object.values(found.counts).reduce((a, b) => a + b),
    people.length,
  );
  close(found.standardDeviation, jacobsonTruax(people, options).standardDeviation, {
    absolute: 0,
    what: "deviation",
  });
  const blind = jacobsonTruax(people, { ...options, clinical: null, functional: null });
  assert.deepEqual([blind.cutoff, blind.counts.recovered], [null, 0]);
  assert.ok("class_without_cutoff" in jacobsonTruaxTerms(blind, "c"));
  const b = jacobsonTruax(people, { ...options, clinical: null, cutoff: "b" });
  close(b.cutoff!, 16.9, { absolute: 1e-12, what: "b" });
});

test("turning the scale round turns no verdict", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 2, maxLength: 30 }), (pairs) => {
      const straight = pairs.map(([before, after]) => ({ before, after }));
      const turned = pairs.map(([before, after]) => ({ before: 60 - before, after: 60 - after }));
      const own = { ...options, standardDeviation: 8 };
      const mirrored: JacobsonTruaxOptions = {
        ...own,
        better: "higher",
        clinical: { mean: 60 - given.clin_mean, standardDeviation: given.clin_sd },
        functional: { mean: 60 - given.norm_mean, standardDeviation: given.norm_sd },
      };
      assert.deepEqual(jacobsonTruax(turned, mirrored).counts, jacobsonTruax(straight, own).counts);
    }),
  );
});

test("what the caller must not ask", () => {
  assert.throws(
    () => jacobsonTruax([{ before: 3, after: 2 }], options),
    /two or more people with both values/,
  );
  assert.throws(
    () => jacobsonTruax(people, { ...options, reliability: 1 }),
    /reliability from 0 to below 1: 1/,
  );
});
