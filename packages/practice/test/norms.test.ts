import assert from "node:assert/strict";
import { after, test } from "node:test";
import { settings } from "@concord/store";
import { inPractice } from "../src/app-context.ts";
import {
  addSession,
  chooseDefaultPopulations,
  choosePopulation,
  lacksPopulations,
  openEpisode,
  readAudit,
  readCase,
  readDefaultPopulations,
  reevaluateAll,
  requestForm,
  submitForm,
} from "../src/index.ts";
import { createPractice, key } from "./practice-fixture.ts";

const start = "starting: ecr-r online";
const practice = await createPractice();
const { context, administrator, therapist } = practice;
after(() => practice.fresh.close());

async function answered(client: string, ageBand: "adult" | "adolescent", values: readonly number[]) {
  const episode = await openEpisode(context, therapist, { client, ageBand, openedOn: "2026-02-23" });
  const session = await addSession(context, therapist, { episode });
  const instrument = "concord-attachment-client";
  const { path } = await requestForm(context, therapist, { episode, session, instrument });
  const answers = Object.fromEntries(values.map((value, index) => [`i0${index + 1}`, value]));
  const sent = await submitForm(context, path.replace("/f/", ""), answers, `${key}-${episode}`);
  assert.equal(sent.kind, "received", JSON.stringify(sent));
  return episode;
}

// Anxious items 1, 3, 5 and 7 (reversed), avoidant items 2, 4, 6 and 8 (reversed).
const anxious = [7, 1, 7, 1, 7, 1, 1, 7];
const reading = async (episode: string) => {
  const { attachment, distance } = (await readCase(context, therapist, episode)).relationship;
  assert.ok(attachment);
  const { leaning } = attachment.readings.at(-1)!;
  return {
    leaning: leaning.kind === "leaning" ? leaning.strategy : leaning.kind,
    compared: attachment.compared,
    step: distance.step?.aim ?? null,
  };
};

test("until the practice chooses, nothing is named, and the set-up says what is missing", async () => {
  const episode = await answered("A. A.", "adult", anxious);
  const before = await reading(episode);
  assert.deepEqual([before.leaning, before.step], ["none", null]);
  assert.equal(await lacksPopulations(context, administrator), true);
  const lines = await readDefaultPopulations(context, administrator);
  assert.deepEqual(
    lines.map(({ matter, ageBand, suggested }) => [matter, ageBand, suggested]),
    [
      ["attachment-norm", "adult", start],
      ["attachment-norm", "adolescent", null],
      ["perfectionism-norm", "adult", null],
      ["perfectionism-norm", "adolescent", null],
    ],
  );
});

test("chosen once, with its day and in the log: attachment and distance are read from the first answer on", async () => {
  await chooseDefaultPopulations(context, administrator, [
    { matter: "attachment-norm", ageBand: "adult", population: start },
  ]);
  assert.equal(await lacksPopulations(context, administrator), false);
  const episode = await answered("B. B.", "adult", anxious);
  const { leaning, compared, step } = await reading(episode);
  assert.equal(leaning, "hyperactivating");
  assert.equal(step, "begin-closer");
  assert.deepEqual(
    [compared.by, compared.chosen?.id, compared.chosen?.certainty],
    ["practice", start, "doubtful"],
  );
  assert.equal(compared.chosen?.start?.measuredWith, "ECR-R");
  const [line] = await readDefaultPopulations(context, administrator);
  assert.deepEqual(line?.chosen, { population: start, chosenOn: "2026-03-02", replaced: {} });
  const { lines } = await readAudit(context, administrator, { perPage: 50 });
  assert.ok(lines.some((one) => one.action === "choose-comparison attachment-norm adult"));
});

test("a therapist chooses otherwise for one client; adolescents are compared with nobody", async () => {
  const episode = await answered("C. C.", "adult", anxious);
  await choosePopulation(context, therapist, { episode, matter: "attachment-norm", population: null });
  const own = await reading(episode);
  assert.deepEqual([own.leaning, own.compared.by], ["none", "case"]);
  const young = await reading(await answered("D. D.", "adolescent", anxious));
  assert.deepEqual([young.leaning, young.compared.offered], ["none", []]);
});

test("with 20 adults of its own the night replaces the sample, and says since when; a client's own choice stays", async () => {
  const kept = await answered("E. E.", "adult", anxious);
  await choosePopulation(context, therapist, { episode: kept, matter: "attachment-norm", population: start });
  for (let index = 0; index < 15; index++) {
    const low = [1, 2, 3][index % 3]!;
    await answered(`N. ${index}`, "adult", [low, low + 1, low + 2, low, low + 1, low + 3, 7 - low, 6 - low]);
  }
  practice.clock.now = new Date("2026-03-20T09:00:00.000Z");
  await reevaluateAll(context, administrator);
  const nineteen = (await readDefaultPopulations(context, administrator))[0]?.chosen;
  assert.deepEqual(nineteen?.replaced, {}, "19 adults and one adolescent are not 20");
  const last = await answered("L. L.", "adult", anxious);
  await reevaluateAll(context, administrator);
  const [line] = await readDefaultPopulations(context, administrator);
  assert.deepEqual(line?.chosen?.replaced, { "concord-attachment-client": "2026-03-20" });
  const { compared } = await reading(last);
  assert.equal(compared.chosen?.id, "local: concord-attachment-client");
  assert.equal(compared.replaced?.on, "2026-03-20");
  assert.match(compared.replaced?.from ?? "", /Online volunteers/);
  assert.equal((await reading(kept)).compared.chosen?.id, start);
  const { lines } = await readAudit(context, administrator, { perPage: 50 });
  assert.ok(lines.some((one) => one.action === "replace-comparison attachment-norm adult"));
});

test("what an earlier version kept is read as the choice for both ages", async () => {
  await inPractice(context, practice.practice, (scope) =>
    settings.put(scope, "default-populations", { "attachment-norm": "local", "perfectionism-norm": null }),
  );
  const lines = await readDefaultPopulations(context, administrator);
  assert.deepEqual(
    lines.map(({ chosen }) => chosen?.population ?? "not chosen"),
    ["local", "local", "not chosen", "not chosen"],
  );
});
