import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  choosePopulation,
  computeLocalNorms,
  Refusal,
  readCase,
  recordRepair,
  requestForm,
  submitForm,
} from "../src/index.ts";
import { type APractice, aLink, allOf, createCase, createPractice } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

async function rate(episode: string, value: number, tension: 0 | 2): Promise<number> {
  const { token, session } = await aLink(of, episode);
  await submitForm(of.context, token, allOf(value, 6), `alliance-${session}-key`);
  const asked = await requestForm(of.context, of.therapist, {
    episode,
    session,
    instrument: "concord-rupture-client",
  });
  const answers = tension === 0 ? { i01: 0 } : { i01: 2, i02: 4, i03: 1, i04: 1 };
  await submitForm(of.context, asked.path.slice(3), answers, `rupture-${session}-key`);
  return session;
}

const loops = async (episode: string) => (await readCase(of.context, of.therapist, episode)).repairs;

test("a rupture opens a loop, three steps lead on, and the client's next form closes it", async () => {
  const episode = await createCase(of, "Loop L.");
  for (let session = 1; session <= 5; session++) await rate(episode, 6, 0);
  const rupture = await rate(episode, 2, 2);
  const [open] = await loops(episode);
  assert.equal(open?.rupture, rupture);
  assert.equal(open?.state, "open");
  assert.ok(open?.findings.length >= 2, "the fall and the report are one rupture");
  assert.deepEqual(open?.seenBy, ["client"]);

  const write = (step: "named" | "explored" | "agreed", more: object = {}) =>
    recordRepair(of.context, of.therapist, {
      episode,
      rupture,
      step,
      state: "done",
      takenIn: rupture,
      ...more,
    });
  await write("named");
  assert.equal((await loops(episode))[0]?.state, "under-way");
  await write("explored");
  await write("agreed", { words: "  Ask before moving on. " });
  const [waiting] = await loops(episode);
  assert.equal(waiting?.state, "to-measure");
  assert.equal(waiting?.steps.agreed?.words, "Ask before moving on.");

  await rate(episode, 3, 2);
  assert.equal((await loops(episode))[0]?.state, "not-yet");
  await rate(episode, 6, 0);
  const closed = (await loops(episode)).find((loop) => loop.rupture === rupture);
  assert.equal(closed?.state, "closed");
  assert.ok(closed?.remeasured.kind === "better");
  assert.equal(closed.remeasured.said, "no-tension");

  await write("agreed", { state: "taken-back" });
  const taken = (await loops(episode)).find((loop) => loop.rupture === rupture);
  assert.equal(taken?.steps.agreed, null, "a step taken back stands no longer");
});

test("a rupture that mends without a word on record says so", async () => {
  const episode = await createCase(of, "Quiet Q.");
  for (let session = 1; session <= 5; session++) await rate(episode, 6, 0);
  await rate(episode, 2, 2);
  await rate(episode, 6, 0);
  assert.equal((await loops(episode)).at(-1)?.state, "came-back");
});

test("a therapist may open a loop that no rule saw; a step before the rupture is refused", async () => {
  const episode = await createCase(of, "Alone A.");
  await rate(episode, 6, 0);
  await rate(episode, 6, 0);
  const step = { episode, step: "named", state: "done" } as const;
  await recordRepair(of.context, of.therapist, { ...step, rupture: 2, takenIn: 2 });
  assert.equal((await loops(episode))[0]?.findings.length, 0);
  assert.equal((await loops(episode))[0]?.state, "under-way");
  await assert.rejects(
    recordRepair(of.context, of.therapist, { ...step, rupture: 2, takenIn: 1 }),
    /not earlier than the session of the rupture/,
  );
  await assert.rejects(
    recordRepair(of.context, of.therapist, { ...step, rupture: 2, takenIn: 9 }),
    /a recorded session/,
  );
});

test("nobody but the therapist writes a repair or chooses whom the case is compared with", async () => {
  const episode = await createCase(of, "Mine M.");
  await rate(episode, 6, 0);
  const step = { episode, step: "named", state: "done", rupture: 1, takenIn: 1 } as const;
  for (const actor of [of.other, of.supervisor, of.administrator, of.researcher]) {
    await assert.rejects(recordRepair(of.context, actor, step), Refusal);
    const choice = { episode, matter: "attachment-norm", population: null } as const;
    await assert.rejects(choosePopulation(of.context, actor, choice), Refusal);
  }
});

test("norms of one's own need twenty people; below that none are taken", async () => {
  await assert.rejects(computeLocalNorms(of.context, of.therapist), Refusal);
  const episode = await createCase(of, "Norm N.");
  const asked = await requestForm(of.context, of.therapist, {
    episode,
    session: 0,
    instrument: "concord-attachment-client",
  });
  await submitForm(of.context, asked.path.slice(3), allOf(6, 8), "attachment-key");
  assert.deepEqual(await computeLocalNorms(of.context, of.administrator), []);
  const { attachment } = (await readCase(of.context, of.therapist, episode)).relationship;
  assert.equal(attachment?.readings.at(-1)?.leaning.kind, "none", "no norms, no strategy");
  assert.equal(attachment?.compared?.chosen, null, "nothing is compared before somebody has chosen");
  assert.deepEqual(
    attachment?.compared?.offered.map((one) => one.id),
    ["starting: ecr-r online"],
    "a published sample is offered, and no norms of one client",
  );
});
