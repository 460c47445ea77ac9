import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { intraclassCorrelations } from "../../src/reliability/index.ts";

// Shrout PE, Fleiss JL (1979). Psychol Bull 86: 420–428. Table 2 (p. 423): four judges rate six targets.
const ratings = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

test("Shrout and Fleiss 1979, table 4: .17, .29, .71 for one judge, .44, .62, .91 for four", () => {
  const result = intraclassCorrelations(ratings);
  assert.ok(result.kind === "fitted");
  const published = { ICC1: 0.17, ICC2: 0.29, ICC3: 0.71, ICC1k: 0.44, ICC2k: 0.62, ICC3k: 0.91 };
  for (const { form, estimate } of result.forms)
    close(estimate, published[form], { what: form, absolute: 0.005 + 1e-9 });
});

test("restricted likelihood gives the same where no variance is at zero", () => {
  const squares = intraclassCorrelations(ratings);
  const likelihood = intraclassCorrelations(ratings, { by: "restricted-likelihood" });
  assert.ok(squares.kind === "fitted" && likelihood.kind === "fitted");
  squares.forms.forEach(({ form, estimate, lower, upper }, i) => {
    const other = likelihood.forms[i]!;
    close(other.estimate, estimate, { what: form, absolute: 1e-6 });
    close(other.lower, lower, { what: `${form}, lower`, absolute: 1e-5 });
    close(other.upper, upper, { what: `${form}, upper`, absolute: 1e-5 });
  });
});

test("raters that all say the same of everybody are refused in a line", () => {
  const same = intraclassCorrelations([
    [3, 3],
    [3, 3],
    [3, 3],
  ]);
  assert.equal(same.kind, "refused");
  assert.throws(() => intraclassCorrelations([[1], [2]]), /two or more raters/);
});
