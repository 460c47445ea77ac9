import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import {
  bivariateSocialRelations,
  bivariateTripleRTerms,
  type Rating,
  rawGroupMeans,
  relationshipTerms,
  roundRobinsOf,
  socialRelations,
  tripleRTerms,
} from "../../src/social-relations/index.ts";

/** Ratings without a pattern, the same each time. */
function ratingsOf(members: readonly string[], group: string, seed: number): Rating[] {
  return members.flatMap((perceiver, i) =>
    members.flatMap((target, j) =>
      i === j
        ? []
        : [{ perceiver, target, group, values: [((7 * i + 5 * j + 3 * i * j + seed) % 11) + 0.5 * i] }],
    ),
  );
}
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i));

test("one group: p of the relationship covariance is two-sided, TripleR's half of it", () => {
  const { varcomp } = tripleRTerms(socialRelations(roundRobinsOf(ratingsOf(numbers(1, 6), "", 1))), "y");
  assert.equal(varcomp.type[5], "relationship covariance");
  close(varcomp.p_TripleR[5]!, varcomp.p[5]! / 2, { what: "relationship", absolute: 1e-15 });
  assert.equal(varcomp.p_TripleR[4], varcomp.p[4]);
  assert.ok(Number.isNaN(varcomp.estimate[3]));
});

test("several groups: two-sided alone, one-sided for two constructs", () => {
  const ratings = [...ratingsOf(numbers(1, 6), "1", 1), ...ratingsOf(numbers(7, 11), "2", 4)];
  const gathered = roundRobinsOf(ratings);
  const { varcomp, by_group } = tripleRTerms(socialRelations(gathered), "y");
  assert.equal(varcomp.p_TripleR[5], varcomp.p[5]);
  assert.deepEqual(by_group?.group_size.slice(0, 7), [6, 6, 6, 6, 6, 6, 5]);
  const other = roundRobinsOf(ratings.map((rating, i) => ({ ...rating, values: [(i * i) % 9] })));
  const { bivariate } = bivariateTripleRTerms(bivariateSocialRelations(gathered, other), "y", "z");
  bivariate.p.forEach((p, i) => {
    close(bivariate.p_TripleR[i]!, p / 2, { what: bivariate.type[i]!, absolute: 1e-15 });
  });
});

test("relationships stand by the two names of a dyad put together: 10_11 before 10_2 before 1_10", () => {
  const terms = relationshipTerms(socialRelations(roundRobinsOf(ratingsOf(numbers(1, 11), "", 2))));
  assert.equal(terms.relationship.length, 110);
  assert.deepEqual(terms["actor.id"].slice(0, 6), ["10", "11", "2", "10", "3", "10"]);
  assert.deepEqual(terms["partner.id"].slice(0, 6), ["11", "10", "10", "2", "10", "3"]);
  assert.deepEqual(terms.dyad.slice(0, 3), ["1_01", "1_01", "1_02"]);
  assert.deepEqual(terms["actor.id"].slice(-2), ["8", "9"]);
});

test("raw means count every rating given, also of oneself and by who has no effects", () => {
  const means = rawGroupMeans([
    { perceiver: "a", target: "b", group: "1", values: [2, 9] },
    { perceiver: "a", target: "a", group: "1", values: [6, null] },
    { perceiver: "c", target: "a", group: "2", values: [null, 4] },
    { perceiver: "c", target: "b", group: "2", values: [3, 4] },
  ]);
  assert.deepEqual(
    [...means],
    [
      ["1", 4],
      ["2", 3],
    ],
  );
});

test("the variance of group means follows from the means that are given", () => {
  const gathered = roundRobinsOf([...ratingsOf(numbers(1, 6), "1", 1), ...ratingsOf(numbers(7, 12), "2", 4)]);
  const fit = socialRelations(gathered);
  const own = new Map(fit.groups.map(({ group, mean }) => [group, mean]));
  const terms = tripleRTerms(fit, "y", own);
  close(terms.group_mean_variance!, fit.groupMeanVariance!, { what: "own means", absolute: 1e-12 });
  const far = new Map([...own].map(([group, mean], i) => [group, mean + 10 * i]));
  assert.ok(tripleRTerms(fit, "y", far).group_mean_variance! > fit.groupMeanVariance!);
  assert.equal(tripleRTerms(fit, "y", far).group_mean_variance_corrected, fit.groupMeanVariance);
});
