import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addNote,
  exportDeidentified,
  firstRun,
  listStaff,
  listTasks,
  openForm,
  Refusal,
  readAudit,
  readCase,
  readCaseload,
  submitForm,
} from "../src/index.ts";
import {
  type APractice,
  aCase,
  aLink,
  allOf,
  anotherPractice,
  aPractice,
  everyCase,
  key,
} from "./a-practice.ts";

let of: APractice;
before(async () => {
  of = await aPractice();
});
after(() => of.fresh.close());

test("two practices in one house know nothing of each other", async () => {
  const elsewhere = await anotherPractice(of.house);
  const episode = await aCase(of, "Here H.");
  const { token } = await aLink(of, episode, "phq-9");
  await submitForm(of.house, token, { ...allOf(1, 8), i09: 3 }, key);

  await assert.rejects(readCase(of.house, elsewhere.therapist, episode), Refusal);
  await assert.rejects(addNote(of.house, elsewhere.therapist, { episode, text: "x" }), Refusal);
  assert.equal((await readCaseload(of.house, elsewhere.therapist, everyCase)).total, 0);
  assert.deepEqual(await listTasks(of.house, elsewhere.therapist), []);
  assert.deepEqual(
    (await listStaff(of.house, elsewhere.administrator)).map((one) => one.name),
    ["Dora Dale"],
  );
  const audit = await readAudit(of.house, elsewhere.administrator);
  assert.deepEqual(
    audit.lines.map((one) => one.action),
    ["found-practice"],
  );
  const researcher = { ...elsewhere.administrator, role: "researcher" } as const;
  assert.deepEqual(await exportDeidentified(of.house, researcher), { rows: [], cases: 0, leftOut: 0 });
});

test("an actor who says they are of another practice finds nobody's case there", async () => {
  const elsewhere = await anotherPractice(of.house);
  const episode = await aCase(of);
  const impostor = { ...of.therapist, practice: elsewhere.therapist.practice };
  await assert.rejects(readCase(of.house, impostor, episode), Refusal);
});

test("a link leads into its own practice, whoever else is in the house", async () => {
  const { token } = await aLink(of, await aCase(of));
  const view = await openForm(of.house, token);
  assert.equal(view.kind === "open" && view.practiceName, "Hill Practice");
});

test("a house is set up once", async () => {
  const again = firstRun(of.house, { practiceName: "P", name: "N", email: "n@example.org" });
  await assert.rejects(again, /set up already/);
});
