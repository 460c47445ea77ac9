import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { episodes } from "@concord/store";
import { readCase, reevaluateAll, seedMany } from "../../src/index.ts";
import { type APractice, createPractice } from "../practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

async function anyCase() {
  const [first] = await of.fresh.store.within(of.practice, (scope) => episodes.list(scope));
  assert.ok(of.therapist.kind === "staff");
  return readCase(of.context, of.therapist, first!.episode);
}

test("with few cases the prior stands and says why; with two hundred the practice's own courses speak", async () => {
  assert.ok(of.therapist.kind === "staff");
  const many = { practice: of.practice, therapists: [of.therapist.staff], sessions: 6, seed: 7 };
  await seedMany(of.context, { ...many, cases: 20 });
  const few = await reevaluateAll(of.context, of.administrator);
  assert.deepEqual([few.cases, few.learnt], [20, 0]);
  assert.match(few.keptPrior[0]!.reason, /20 cases .* 200 are needed/);
  assert.equal((await anyCase()).course.series[0]!.expected!.standing, "prior");

  await seedMany(of.context, { ...many, cases: 190, seed: 1007 });
  const steps: string[] = [];
  const done = await reevaluateAll(of.context, of.administrator, {
    onProgress: (now) => steps.push(`${now.step} ${now.done} of ${now.of}`),
  });
  assert.equal(done.cases, 210);
  assert.ok(done.learnt > 0);
  assert.deepEqual([steps[0], steps[1]], ["scores 0 of null", "expected 50 of 210"]);
  assert.ok(steps.includes("expected 210 of 210"));
  assert.equal(steps.at(-1), "caseload 210 of 210");
  const total = (await anyCase()).course.series.find((series) => series.scale === "total")!;
  assert.deepEqual([total.expected!.standing, total.expected!.cases >= 200], ["learnt", true]);
});

test("it can be stopped, and only who keeps the practice may begin it", async () => {
  const stop = AbortSignal.abort();
  await assert.rejects(reevaluateAll(of.context, of.administrator, { signal: stop }), /abort/i);
  await assert.rejects(reevaluateAll(of.context, of.therapist), /Refusal|may not|not allowed/i);
});
