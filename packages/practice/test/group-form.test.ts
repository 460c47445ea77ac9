import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { groups, sessions } from "@concord/store";
import { openForm, Refusal, readGroup, requestForms, submitForm, withdrawForm } from "../src/index.ts";
import { type APractice, createCase, createPractice, key } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

test("members of a group rate each other through their links, and only the leader sees the round", async () => {
  const members = [await createCase(of, "Anna"), await createCase(of, "Bert"), await createCase(of, "Cleo")];
  const group = await of.fresh.store.within(of.practice, async (scope) => {
    const id = await groups.open(scope, {
      name: "Monday",
      therapist: of.therapist.staff,
      openedOn: "2026-01-05",
    });
    for (const one of members) await groups.join(scope, id, one, "2026-01-05");
    return id;
  });
  await of.fresh.store.within(of.practice, async (scope) => {
    for (const episode of members)
      await sessions.record(scope, { episode, session: 4, heldOn: "2026-02-02" });
  });
  const [anna, bert, cleo] = members as [string, string, string];
  const asked = await requestForms(of.context, of.therapist, { episode: anna, session: 4 });
  const round = asked.find((one) => one.instrument === "concord-round-robin-member")!;
  const token = round.path.slice(3);
  assert.equal(new Set(asked.filter((one) => one.sitting !== null).map((one) => one.path)).size, 1);
  for (const one of asked.filter(({ rater }) => rater !== "therapist")) {
    if (one.request !== round.request) await withdrawForm(of.context, of.therapist, one.request);
  }
  const view = await openForm(of.context, token);
  assert.deepEqual(view.kind === "open" && view.members.map((one) => one.name), ["Bert", "Cleo"]);

  const stranger = await submitForm(of.context, token, { [`${anna}:i01`]: 5 }, key);
  assert.deepEqual(stranger.kind === "rejected" && stranger.problems.map((one) => one.item), [anna]);
  const off = await submitForm(of.context, token, { [`${bert}:i01`]: 9 }, key);
  assert.deepEqual(off.kind === "rejected" && off.problems.map((one) => one.item), [`${bert}:i01`]);
  const raw = Object.fromEntries(
    [1, 2, 3, 4].flatMap((item) => [
      [`${bert}:i0${item}`, 7],
      [`${cleo}:i0${item}`, item <= 2 ? 1 : 4],
    ]),
  );
  assert.equal((await submitForm(of.context, token, raw, key)).kind, "received");

  const seen = await readGroup(of.context, of.therapist, group);
  assert.deepEqual(
    seen.rounds[0]?.scales.map((one) => [one.scale, one.cells]),
    [
      [
        "closeness",
        [
          { perceiver: anna, target: bert, percent: 100 },
          { perceiver: anna, target: cleo, percent: 0 },
        ],
      ],
      [
        "influence",
        [
          { perceiver: anna, target: bert, percent: 100 },
          { perceiver: anna, target: cleo, percent: 50 },
        ],
      ],
    ],
  );
  for (const actor of [of.other, of.supervisor, of.administrator, of.researcher]) {
    await assert.rejects(readGroup(of.context, actor, group), Refusal);
  }
});
