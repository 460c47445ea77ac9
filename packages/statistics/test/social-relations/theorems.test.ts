import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import {
  bivariateSocialRelations,
  type RatingMatrix,
  type RoundRobin,
  roundRobinsOf,
  socialRelations,
} from "../../src/social-relations/index.ts";

/** Finite ratings on a scale of nine steps; the diagonal is empty. */
const matrices: fc.Arbitrary<RatingMatrix> = fc.integer({ min: 4, max: 7 }).chain((n) =>
  fc
    .array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    })
    .map((rows) => rows.map((row, i) => row.map((value, j) => (i === j ? null : value)))),
);

function roundRobin(...indicators: readonly RatingMatrix[]): RoundRobin {
  return { group: "", members: indicators[0]!.map((_, i) => `${i}`), indicators, leftOut: [] };
}

const transposed = (matrix: RatingMatrix): RatingMatrix =>
  matrix.map((_, i) => matrix.map((row) => row[i] ?? null));

const exact = { absolute: 1e-10, relative: 1e-10 };

test("mean, actor, partner and relationship rebuild the matrix", () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const { people, groups } = socialRelations([roundRobin(matrix)]);
      matrix.forEach((row, i) => {
        row.forEach((value, j) => {
          if (value === null) return;
          const built =
            groups[0]!.mean +
            people[i]!.actor +
            people[j]!.partner +
            (groups[0]!.relationship[i]![j] ?? Number.NaN);
          close(built, value, { what: "rating", ...exact });
        });
      });
    }),
  );
});

test("relabelling people permutes their effects and leaves the partition", () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const n = matrix.length;
      const reversed = matrix.map((_, i) => matrix.map((__, j) => matrix[n - 1 - i]![n - 1 - j] ?? null));
      const plain = socialRelations([roundRobin(matrix)]);
      const other = socialRelations([roundRobin(reversed)]);
      plain.people.forEach((person, i) => {
        close(other.people[n - 1 - i]!.actor, person.actor, { what: "actor", ...exact });
        close(other.people[n - 1 - i]!.partner, person.partner, { what: "partner", ...exact });
      });
      close(other.partition.actorVariance.estimate, plain.partition.actorVariance.estimate, {
        what: "actor variance",
        ...exact,
      });
    }),
  );
});

test("transposing swaps actor and partner", () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const plain = socialRelations([roundRobin(matrix)]);
      const other = socialRelations([roundRobin(transposed(matrix))]);
      plain.people.forEach((person, i) => {
        close(other.people[i]!.partner, person.actor, { what: "effect", ...exact });
      });
      close(other.partition.partnerVariance.estimate, plain.partition.actorVariance.estimate, {
        what: "variance",
        ...exact,
      });
      close(
        other.partition.actorPartnerCovariance.estimate,
        plain.partition.actorPartnerCovariance.estimate,
        {
          what: "covariance",
          ...exact,
        },
      );
    }),
  );
});

test("the same indicator twice is all stable, and the same group twice is that group", () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const plain = socialRelations([roundRobin(matrix)]);
      const twice = socialRelations([roundRobin(matrix, matrix)]);
      close(twice.partition.errorVariance!, 0, { what: "error", ...exact });
      close(twice.partition.relationshipVariance.estimate, plain.partition.relationshipVariance.estimate, {
        what: "relationship",
        ...exact,
      });
      const group = roundRobin(matrix);
      const pooled = socialRelations([group, { ...group, group: "B" }]);
      close(pooled.partition.actorVariance.estimate, plain.partition.actorVariance.estimate, {
        what: "pooled",
        ...exact,
      });
      close(
        pooled.partition.actorVariance.standardError * Math.SQRT2,
        plain.partition.actorVariance.standardError,
        { what: "pooled error", ...exact },
      );
    }),
  );
});

test("gathering single ratings: order is irrelevant, who was only rated is named, a second answer is refused", () => {
  const rate = (perceiver: string, target: string, value: number | null) => ({
    perceiver,
    target,
    values: [value],
  });
  const ids = ["d", "c", "b", "a"];
  const ratings = ids.flatMap((perceiver, i) => ids.map((target, j) => rate(perceiver, target, i + 2 * j)));
  const [group] = roundRobinsOf([...ratings, rate("a", "absent", 3)]);
  assert.deepEqual(group!.members, ["a", "b", "c", "d"]);
  assert.deepEqual(group!.leftOut, ["absent"]);
  assert.deepEqual(roundRobinsOf([...ratings].reverse())[0]!.indicators, group!.indicators);
  assert.throws(() => roundRobinsOf([...ratings, rate("a", "b", 1)]), /one rating of each by each: a of b/);
});

test("a missing rating that equals what rows and columns say leaves an additive matrix additive", () => {
  const own = [0, 0, 0, 0, 0];
  const matrix = own.map((_, i) => own.map((__, j) => (i === j || (i === 0 && j === 1) ? null : 4)));
  const fit = socialRelations([roundRobin(matrix)]);
  fit.people.forEach((person) => {
    close(person.actor, 0, { what: "actor", absolute: 1e-12 });
  });
  assert.equal(fit.groups[0]!.missing, 1);
  assert.equal(fit.groups[0]!.relationship[0]![1], null);
  assert.match(fit.cautions[0]!, /1 of 20 ratings are missing/);
});

test("a construct with itself gives its variances; exchanging two constructs exchanges their roles", () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const group = [roundRobin(matrix)];
      const back = [roundRobin(transposed(matrix))];
      const itself = bivariateSocialRelations(group, group);
      const { partition } = itself.first;
      close(itself.covariances.actorActor.estimate, partition.actorVariance.estimate, {
        what: "actor",
        ...exact,
      });
      close(itself.covariances.interpersonal.estimate, partition.relationshipCovariance.estimate, {
        what: "interpersonal",
        ...exact,
      });
      const there = bivariateSocialRelations(group, back).covariances;
      const here = bivariateSocialRelations(back, group).covariances;
      close(there.actorPartner.estimate, here.partnerActor.estimate, { what: "exchanged", ...exact });
      // A matrix against its transpose: what perceivers give is what targets get.
      close(there.actorPartner.estimate, partition.actorVariance.estimate, { what: "transposed", ...exact });
    }),
  );
});

test("two constructs of different people are refused", () => {
  const matrix = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? null : i * j)));
  const group = roundRobin(matrix);
  assert.throws(
    () => bivariateSocialRelations([group], [{ ...group, members: ["a", "b", "c", "d"] }]),
    /same groups and members/,
  );
});
