import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type CaseScores, readRatings } from "@concord/interchange";
import {
  importRatings,
  listTasks,
  Refusal,
  readAudit,
  readCase,
  readCaseload,
  reevaluateAll,
} from "../src/index.ts";
import { type APractice, createPractice, everyCase } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

async function read(text: string): Promise<readonly CaseScores[]> {
  const { kept, problems } = await readRatings(text);
  assert.deepEqual(problems, []);
  return kept;
}

/**
 * Item by item: PHQ-9 with the ninth answered in the first session only, so that the second supersedes it.
 */
const items = [
  "case,session,date,rater,instrument,item,value",
  ...[1, 2].flatMap((session) =>
    Array.from({ length: 9 }, (_, index) => {
      const value = index === 8 ? 2 - session : 2;
      return `K1,${session},2026-01-0${session},client,phq-9,i0${index + 1},${value}`;
    }),
  ),
].join("\n");

const scales = [
  "case,session,date,rater,instrument,scale,value",
  "K2,1,2026-01-05,client,concord-alliance-session-client-adult,total,4",
  "K2,2,2026-01-12,client,concord-alliance-session-client-adult,total,5",
  "K2,3,2026-01-19,client,concord-alliance-session-client-adult,total,5.5",
].join("\n");

test("items and scales come in, and each case has its course and its line", async () => {
  const done = await importRatings(of.context, of.therapist, [
    ...(await read(items)),
    ...(await read(scales)),
  ]);
  assert.equal(done.kind, "imported");
  if (done.kind !== "imported") return;
  assert.deepEqual(
    { cases: done.cases, newCases: done.newCases, sessions: done.sessions, forms: done.forms },
    { cases: 2, newCases: 2, sessions: 5, forms: 5 },
  );
  const page = await readCaseload(of.context, of.therapist, everyCase);
  assert.deepEqual(
    page.rows.map((row) => [row.client, row.sessions, row.lastSession]),
    [
      ["K1", 2, "2026-01-02"],
      ["K2", 3, "2026-01-19"],
    ],
  );
  // (4 − 1) / 6, (5 − 1) / 6, (5.5 − 1) / 6 of the range 1–7.
  assert.deepEqual(
    page.rows[1]?.spark.map((one) => one?.toFixed(2)),
    ["50.00", "66.67", "75.00"],
  );
  const seen = await readCase(of.context, of.therapist, page.rows[0]!.episode);
  const phq = seen.course.series.find((one) => one.instrument === "phq-9");
  assert.deepEqual(
    phq?.points.map((one) => one.value),
    [17, 16],
  );
  assert.equal(seen.openedOn, "2026-01-01");
});

test("an old risk answer that a later one took the place of raises no task; the newest one does", async () => {
  assert.deepEqual(await listTasks(of.context, of.therapist), []);
  const later = items
    .replaceAll("K1", "K3")
    .replace("2026-01-02,client,phq-9,i09,0", "2026-01-02,client,phq-9,i09,1");
  const done = await importRatings(of.context, of.therapist, await read(later));
  assert.equal(done.kind === "imported" && done.riskTasks, 1);
  assert.deepEqual(
    (await listTasks(of.context, of.therapist)).map((task) => [task.client, task.session]),
    [["K3", 2]],
  );
});

test("the same file twice changes nothing; more sessions continue the case", async () => {
  const again = await importRatings(of.context, of.therapist, await read(scales));
  assert.equal(again.kind === "imported" && again.alreadyHere, 3);
  assert.equal(again.kind === "imported" && again.forms, 0);
  const more = `${scales}\nK2,4,2026-01-26,client,concord-alliance-session-client-adult,total,6`;
  const done = await importRatings(of.context, of.therapist, await read(more));
  assert.equal(done.kind === "imported" && done.forms, 1);
  assert.equal(done.kind === "imported" && done.newCases, 0);
});

test("never half an import: one case that does not fit keeps the whole file out", async () => {
  const before = await readCaseload(of.context, of.therapist, everyCase);
  const changed = scales
    .replace(",total,5.5", ",total,3")
    .concat("\nK9,1,2026-01-05,client,concord-alliance-session-client-adult,total,4");
  const refused = await importRatings(of.context, of.therapist, await read(changed));
  assert.equal(refused.kind, "refused");
  if (refused.kind !== "refused") return;
  assert.deepEqual(
    refused.problems.map((one) => [one.case, one.session]),
    [["K2", 3]],
  );
  assert.deepEqual(refused.problems[0]!.message, {
    id: "import.refused.changed",
    values: { instrument: "concord-alliance-session-client-adult", rater: "client" },
  });
  assert.deepEqual(await readCaseload(of.context, of.therapist, everyCase), before);
});

test("a fault in the middle of writing takes everyCase back", async () => {
  const [fine] = await read(scales.replaceAll("K2", "K7"));
  const broken = { ...fine!, case: "K8", scores: [{ ...fine!.scores[0]!, date: "2026-99-99" }] };
  await assert.rejects(importRatings(of.context, of.therapist, [fine!, broken]));
  const page = await readCaseload(of.context, of.therapist, everyCase);
  assert.ok(page.rows.every((row) => row.client !== "K7" && row.client !== "K8"));
});

test("the administration names a therapist, or the file does; a colleague's case is not continued", async () => {
  const fresh = scales.replaceAll("K2", "K20");
  const nobody = await importRatings(of.context, of.administrator, await read(fresh));
  assert.equal(nobody.kind, "refused");
  const named = await importRatings(of.context, of.administrator, await read(fresh), {
    therapist: of.other.staff,
  });
  assert.equal(named.kind, "imported");
  assert.equal((await readCaseload(of.context, of.other, everyCase)).total, 1);
  const notTheirs = await importRatings(of.context, of.therapist, await read(fresh));
  assert.equal(
    notTheirs.kind === "refused" && notTheirs.problems[0]?.message.id,
    "import.refused.other-therapist",
  );
  for (const actor of [of.supervisor, of.researcher]) {
    await assert.rejects(importRatings(of.context, actor, await read(fresh)), Refusal);
  }
});

test("the record of an import counts and names nothing", async () => {
  const { lines } = await readAudit(of.context, of.administrator, { perPage: 500 });
  const imports = lines.filter((line) => line.action.startsWith("import-ratings"));
  assert.ok(imports.length >= 4);
  assert.ok(imports.every((line) => /^import-ratings \d+ cases \d+ forms$/.test(line.action)));
});

test("making everyCase anew leaves imported scales as they came, with progress, and can be stopped", async () => {
  const steps: string[] = [];
  const before = await readCaseload(of.context, of.therapist, everyCase);
  const done = await reevaluateAll(of.context, of.administrator, {
    onProgress: (one) => steps.push(one.step),
  });
  assert.equal(done.scored, 0);
  assert.equal(steps.at(-1), "caseload");
  assert.deepEqual(await readCaseload(of.context, of.therapist, everyCase), before);
  const signal = AbortSignal.abort();
  await assert.rejects(reevaluateAll(of.context, of.administrator, { signal }), { name: "AbortError" });
  await assert.rejects(reevaluateAll(of.context, of.therapist), Refusal);
});
