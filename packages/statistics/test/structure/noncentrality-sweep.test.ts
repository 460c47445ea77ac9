import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import {
  noncentralChiSquareCumulative,
  noncentralityFor,
} from "../../src/structure/noncentral-chi-square.ts";

test("the noncentrality found for a chi-square value gives back the probability asked for", (t) => {
  let tried = 0;
  for (const df of [1, 2, 5, 24, 100, 1000]) {
    for (const ratio of [0.01, 0.5, 1, 1.5, 3, 10, 100]) {
      for (const p of [0.95, 0.9, 0.5, 0.05, 0.025, 0.001, 1e-6]) {
        const found = noncentralityFor(df * ratio, df, p);
        const at = noncentralChiSquareCumulative(df * ratio, df, found);
        const what = `χ² ${df * ratio}, df ${df}, p ${p}`;
        // With no noncentrality the probability is at its largest: zero is the answer where that is too small.
        if (found === 0) assert.ok(at <= p, what);
        else close(at, p, { absolute: 1e-10, what });
        tried++;
      }
    }
  }
  t.diagnostic(`${tried} noncentralities tried`);
});
