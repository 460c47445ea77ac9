import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readRatings } from "@concord/interchange";
import { episodes, settings } from "@concord/store";
import { importRatings, readCase, reevaluateAll } from "../../src/index.ts";
import { type APractice, createPractice } from "../practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

async function anyOutcome() {
  const [first] = await of.fresh.store.within(of.practice, (scope) => episodes.list(scope));
  return (await readCase(of.context, of.therapist, first!.episode)).course.outcomes[0]!;
}

/** Made-up clients with five PHQ-9 totals each, who fall by one or two points a session. */
function clients(from: number, to: number): string {
  const rows = Array.from({ length: to - from }, (_, i) => from + i).flatMap((client) =>
    [1, 2, 3, 4, 5].map((session) => {
      const value =
        14 + (client % 9) - Math.round(session * (1 + (client % 2))) + ((client * 5 + session * 3) % 4);
      return `C${client},${session},2026-01-0${session},client,phq-9,total,${value}`;
    }),
  );
  return ["case,session,date,rater,instrument,scale,value", ...rows].join("\n");
}

async function importAndLearn(text: string) {
  const { kept, problems } = await readRatings(text);
  assert.deepEqual(problems, []);
  const done = await importRatings(of.context, of.therapist, kept);
  assert.equal(done.kind, "imported");
  return reevaluateAll(of.context, of.administrator);
}

test("the expected response is the prior's until one hundred cases are there, then the practice's own", async () => {
  const few = await importAndLearn(clients(0, 12));
  assert.match(few.keptPrior.find((one) => one.instrument === "phq-9")!.reason, /12 cases .* 100 are needed/);
  assert.equal((await anyOutcome()).expected!.standing, "prior");

  const many = await importAndLearn(clients(12, 110));
  assert.equal(many.learnt, 1);
  const { expected } = await anyOutcome();
  assert.deepEqual([expected!.standing, expected!.cases, expected!.provisional], ["learnt", 110, false]);
});

test("a saved model that is not of this version is passed over", async () => {
  await of.fresh.store.within(of.practice, (scope) =>
    settings.put(scope, "expected-response", [
      {
        rater: "client",
        instrument: "phq-9",
        scale: "total",
        unit: "points",
        standing: "learnt",
        cases: 500,
      },
      null,
    ]),
  );
  assert.equal((await anyOutcome()).expected!.standing, "prior");
});
