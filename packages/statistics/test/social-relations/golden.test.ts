import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { type Component, type RoundRobin, socialRelations } from "../../src/social-relations/index.ts";

const golden: RoundRobin = {
  group: "",
  members: ["1", "2", "3", "4", "5"],
  leftOut: [],
  indicators: [
    [
      [null, 5, 3, 6, 4],
      [7, null, 2, 6, 5],
      [4, 3, null, 5, 3],
      [6, 6, 4, null, 7],
      [5, 4, 1, 5, null],
    ],
  ],
};

function agree(component: Component, estimate: number, what: string): void {
  close(component.estimate, estimate, { what, absolute: 5e-7 });
}

test("a matrix of five by hand, from the published equations", () => {
  const { partition, people, reliability, groups } = socialRelations([golden]);
  close(groups[0]!.mean, 4.55, { what: "mean", absolute: 1e-12 });
  const actor = [0.2, 0.4667, -1.4, 1.5333, -0.8];
  const partner = [1, 0.0667, -2.4, 1.3333, 0];
  people.forEach((person, i) => {
    close(person.actor, actor[i]!, { what: "actor", absolute: 5e-5 });
    close(person.partner, partner[i]!, { what: "partner", absolute: 5e-5 });
  });
  agree(partition.actorVariance, 1.166667, "actor variance");
  agree(partition.partnerVariance, 2, "partner variance");
  agree(partition.relationshipVariance, 0.483333, "relationship variance");
  agree(partition.actorPartnerCovariance, 1.35, "generalized reciprocity");
  agree(partition.relationshipCovariance, 0.1, "dyadic reciprocity");
  const shares = [partition.actorVariance, partition.partnerVariance, partition.relationshipVariance];
  [0.3196, 0.5479, 0.1324].forEach((share, i) => {
    const component = shares[i]!;
    assert.ok(component.kind === "estimated");
    close(component.standardized!, share, { what: "share", absolute: 5e-5 });
  });
  close(reliability.actor!, 0.8959, { what: "actor reliability", absolute: 5e-5 });
  close(reliability.partner!, 0.9365, { what: "partner reliability", absolute: 5e-5 });
});

test("covariances are tested on both sides, variances on one", () => {
  const { relationshipCovariance, relationshipVariance } = socialRelations([golden]).partition;
  assert.ok(relationshipCovariance.kind === "estimated" && relationshipVariance.kind === "estimated");
  // t with four degrees of freedom: P(T > t) = ½ − (t/√(t²+4)) (1 + 2/(t²+4)) / 2, integrated by hand.
  const tail = (t: number) => 0.5 - (t / Math.sqrt(t * t + 4)) * (1 + 2 / (t * t + 4)) * 0.5;
  close(relationshipCovariance.p, 2 * tail(relationshipCovariance.t), {
    what: "two-sided p",
    absolute: 1e-10,
  });
  close(relationshipVariance.p, tail(relationshipVariance.t), { what: "one-sided p", absolute: 1e-10 });
});

test("equal ratings leave nothing to partition: every variance lies at its boundary", () => {
  const ratings = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? null : 5.1)));
  const fit = socialRelations([{ ...golden, members: ["a", "b", "c", "d"], indicators: [ratings] }]);
  assert.equal(fit.partition.actorVariance.kind, "boundary");
  assert.equal(fit.partition.partnerVariance.kind, "boundary");
  assert.equal(fit.partition.relationshipVariance.kind, "boundary");
  assert.equal(fit.reliability.actor, undefined);
});

test("three members, none, and three indicators are refused in a line", () => {
  const three = {
    ...golden,
    group: "A",
    members: ["1", "2", "3"],
    indicators: [
      [
        [null, 1, 2],
        [3, null, 4],
        [5, 6, null],
      ],
    ],
  };
  assert.throws(() => socialRelations([three]), /four or more members in group A: 3/);
  assert.throws(() => socialRelations([]), /one or more groups: 0/);
  assert.throws(() => socialRelations([golden], "between"), /two or more groups: 1/);
  const matrix = golden.indicators[0]!;
  assert.throws(
    () => socialRelations([{ ...golden, indicators: [matrix, matrix, matrix] }]),
    /one or two indicators: 3/,
  );
});
