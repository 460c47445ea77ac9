import assert from "node:assert/strict";
import { test } from "node:test";
import { expectedCourse } from "@concord/course";
import { settings } from "@concord/store";
import { inPractice } from "../../src/app-context.ts";
import { expectedModels } from "../../src/expected/expected-models.ts";
import { createPractice } from "../practice-fixture.ts";

/** As version 1 of the expected course saved it: eight figures, and no word of a client's own SD. */
const saved = {
  rater: "client",
  construct: "alliance",
  instrument: "concord-alliance-session-client-adult",
  scale: "total",
  growth: {
    start: 71,
    slope: 1.5,
    startDeviation: 12,
    slopeDeviation: 3,
    correlation: -0.1,
    deviation: 5,
    degreesOfFreedom: 9,
    autocorrelation: 0.2,
  },
  standing: "learnt",
  cases: 260,
  ratings: 2600,
  learntOn: "2026-02-01",
};

test("a model learnt by an earlier version is read and used; one that is incomplete is passed over", async () => {
  const { context, practice, fresh } = await createPractice();
  try {
    const { autocorrelation: _, ...incomplete } = saved.growth;
    const models = await inPractice(context, practice, async (scope) => {
      await settings.put(scope, "expected-course", [saved, { ...saved, growth: incomplete }]);
      return expectedModels(scope);
    });
    assert.deepEqual(models, [saved]);
    const points = [72, 74, 71, 73, 72, 45].map((percent, i) => ({ session: i + 1, percent }));
    const { standing, cases, ratings } = expectedCourse(points, models[0]!);
    assert.deepEqual([standing, cases], ["learnt", 260]);
    assert.ok(Math.abs(ratings[0]!.expected - 71) < 1e-9);
    assert.ok(ratings.at(-1)!.belowProbability > 0.9 && ratings.at(-1)!.lower > 45);
  } finally {
    await fresh.close();
  }
});
