import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import type { Method } from "../../src/meta-analysis/index.ts";
import { fitted } from "./fit.ts";
import { VIECHTBAUER_2005 } from "./trials.ts";

test("seven estimators of the variance between studies, as on page 271", () => {
  const printed: readonly [Method, number][] = [
    ["HS", 0.2282],
    ["HE", 0.1484],
    ["DL", 0.2768],
    ["ML", 0.1967],
    ["REML", 0.2232],
    ["EB", 0.192],
    ["SJ", 0.1992],
  ];
  for (const [method, expected] of printed) {
    const { betweenStudyVariance } = fitted(VIECHTBAUER_2005, { method });
    close(betweenStudyVariance.value, expected, { absolute: 5e-5, what: method });
  }
});

test("Paule and Mandel solve the same equation as empirical Bayes, to the digits of metafor 3.8-1", () => {
  const { betweenStudyVariance } = fitted(VIECHTBAUER_2005, { method: "PM" });
  close(betweenStudyVariance.value, 0.1920049691123317, { relative: 1e-15, what: "PM" });
});
