import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { intraclassCorrelations, oneFactorOmega } from "../../src/index.ts";
import { readColumns } from "../fixtures/edges/read-columns.ts";

test("an interval of ICC(2, k) that passes the pole of its formula has no lower end: psych's other values", () => {
  const icc = intraclassCorrelations([
    [3.9, 5.4, 4.2],
    [5.4, 4.8, 4.6],
  ]);
  assert.ok(icc.kind === "fitted");
  const mean = icc.forms.find(({ form }) => form === "ICC2k")!;
  close(mean.estimate, -2.0506329, { what: "ICC2k", relative: 1e-6 });
  assert.equal(mean.lower, Number.NEGATIVE_INFINITY);
  close(mean.upper, 0.99789, { what: "upper end", absolute: 1e-5 });
  for (const { form, lower, estimate, upper } of icc.forms)
    assert.ok(lower <= estimate && estimate <= upper, `${form}: ${lower}, ${estimate}, ${upper}`);
});

test("ω above one is not reported: the item with a negative variance is named", () => {
  const omega = oneFactorOmega(readColumns("heywood"));
  assert.ok(omega.kind === "refused");
  assert.match(omega.reason, /more than all of q: .*Heywood/u);
  assert.doesNotMatch(omega.reason, /item\.\d/u);
});
