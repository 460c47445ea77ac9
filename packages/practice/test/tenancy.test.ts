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
  aLink,
  allOf,
  anotherPractice,
  createCase,
  createPractice,
  everyCase,
  key,
} from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

test("two practices of one installation know nothing of each other", async () => {
  const elsewhere = await anotherPractice(of.context);
  const episode = await createCase(of, "Here H.");
  const { token } = await aLink(of, episode, "phq-9");
  await submitForm(of.context, token, { ...allOf(1, 8), i09: 3 }, key);

  await assert.rejects(readCase(of.context, elsewhere.therapist, episode), Refusal);
  await assert.rejects(addNote(of.context, elsewhere.therapist, { episode, text: "x" }), Refusal);
  assert.equal((await readCaseload(of.context, elsewhere.therapist, everyCase)).total, 0);
  assert.deepEqual(await listTasks(of.context, elsewhere.therapist), []);
  assert.deepEqual(
    (await listStaff(of.context, elsewhere.administrator)).map((one) => one.name),
    ["Dora Dale"],
  );
  const audit = await readAudit(of.context, elsewhere.administrator);
  assert.deepEqual(
    audit.lines.map((one) => one.action),
    ["found-practice"],
  );
  const researcher = { ...elsewhere.administrator, role: "researcher" } as const;
  assert.deepEqual(await exportDeidentified(of.context, researcher), { rows: [], cases: 0, leftOut: 0 });
});

test("an actor who says they are of another practice finds nobody's case there", async () => {
  const elsewhere = await anotherPractice(of.context);
  const episode = await createCase(of);
  const impostor = { ...of.therapist, practice: elsewhere.therapist.practice };
  await assert.rejects(readCase(of.context, impostor, episode), Refusal);
});

test("a link leads into its own practice, whatever other practices there are", async () => {
  const { token } = await aLink(of, await createCase(of));
  const view = await openForm(of.context, token);
  assert.equal(view.kind === "open" && view.practiceName, "Hill Practice");
});

test("an installation is set up once", async () => {
  const again = firstRun(of.context, { practiceName: "P", name: "N", email: "n@example.org" });
  await assert.rejects(again, /already set up/);
});
