import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { backUpIfDue } from "../src/backups/worker.ts";
import {
  type AppContext,
  backupTrouble,
  changeBackups,
  changeSettings,
  InvalidInput,
  makeBackup,
  Refusal,
  readAudit,
  readBackups,
  startBackup,
  testNewest,
} from "../src/index.ts";
import { type APractice, createPractice } from "./practice-fixture.ts";

const root = mkdtempSync(path.join(tmpdir(), "concord-backups-"));
let of: APractice;
let context: AppContext;
let folders = 0;
before(async () => {
  of = await createPractice();
  await changeSettings(of.context, of.administrator, { timeZone: "Pacific/Auckland" });
});
beforeEach(() => {
  folders += 1;
  context = { ...of.context, backupFolder: path.join(root, String(folders)) };
});
after(async () => {
  await of.fresh.close();
  rmSync(root, { recursive: true, force: true });
});

const clock = (text: string) => {
  of.clock.now = new Date(text);
};
const names = async () =>
  (await readBackups(context, of.administrator)).files.map(({ at }) => at.slice(0, 16));

test("daily at the practice's own time; a time that passed while nothing ran is made up for once", async () => {
  // 02:30 in Auckland is 13:30 UTC of the day before (summer time, UTC+13).
  clock("2026-12-01T13:29:00Z");
  await makeBackup(context);
  await backUpIfDue(context);
  assert.deepEqual(await names(), ["2026-12-01T13:29"]);
  assert.equal((await readBackups(context, of.administrator)).next, "2026-12-01T13:30:00.000Z");
  clock("2026-12-01T13:30:00Z");
  await backUpIfDue(context);
  await backUpIfDue(context);
  clock("2026-12-05T20:00:00Z");
  await backUpIfDue(context);
  await backUpIfDue(context);
  assert.deepEqual(await names(), ["2026-12-05T20:00", "2026-12-01T13:30", "2026-12-01T13:29"]);
  const { files } = await readBackups(context, of.administrator);
  assert.equal(files[0]?.drill?.result ?? files[1]?.drill?.result, "passed");
});

test("a clock that goes back makes no second backup of the same night", async () => {
  clock("2026-12-08T13:31:00Z");
  await backUpIfDue(context);
  clock("2026-12-08T12:31:00Z");
  await backUpIfDue(context);
  clock("2026-12-08T13:45:00Z");
  await backUpIfDue(context);
  assert.equal((await names()).length, 1);
});

test("switched off, none is made; what does not fit is turned away at its field", async () => {
  const chosen = { daily: false, at: "02:30", keep: 3, testDays: 7 };
  await changeBackups(context, of.administrator, chosen);
  clock("2026-12-10T20:00:00Z");
  await backUpIfDue(context);
  assert.deepEqual(await names(), []);
  assert.equal((await readBackups(context, of.administrator)).next, null);
  for (const [field, wrong] of [
    ["at", { at: "25:00" }],
    ["at", { at: "2:30" }],
    ["keep", { keep: 0 }],
    ["keep", { keep: 1.5 }],
    ["keep", { keep: Number.NaN }],
    ["testDays", { testDays: -1 }],
  ] as const) {
    await assert.rejects(
      changeBackups(context, of.administrator, { ...chosen, ...wrong }),
      (error: Error) => error instanceof InvalidInput && error.field === field,
    );
  }
  await changeBackups(context, of.administrator, { ...chosen, daily: true });
});

test("a backup that fails is told to administrators until one succeeds, and counted", async () => {
  writeFileSync(path.join(root, "file"), "");
  const broken = { ...context, backupFolder: path.join(root, "file", "below") };
  clock("2026-12-11T20:00:00Z");
  assert.equal((await makeBackup(broken)).kind, "failed");
  clock("2026-12-11T20:15:00Z");
  await makeBackup(broken);
  const failure = { code: "folder", at: "2026-12-11T20:15:00.000Z", times: 2 };
  assert.deepEqual(await backupTrouble(broken, of.administrator), { kind: "failed", failure });
  assert.deepEqual((await readBackups(broken, of.administrator)).failure, failure);
  for (const actor of [of.therapist, of.supervisor, of.researcher])
    assert.equal(await backupTrouble(broken, actor), null);
  await makeBackup(context);
  assert.equal(await backupTrouble(context, of.administrator), null);
});

test("a full disk is called that", async () => {
  const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
  const { backupFailureOf } = await import("../src/backups/failure.ts");
  assert.equal(backupFailureOf(full), "full");
  assert.equal(backupFailureOf(Object.assign(new Error(), { code: "EROFS" })), "rights");
  assert.equal(backupFailureOf(new Error("something else")), "other");
});

test("one that does not stand its test, and one that is too old, are told as well", async () => {
  clock("2026-12-12T20:00:00Z");
  const made = await makeBackup(context);
  assert.ok(made.kind === "made" && context.backupFolder !== null);
  appendFileSync(path.join(context.backupFolder, made.file.name), "{}\n");
  const tested = await testNewest(context);
  assert.equal(tested.kind === "tested" && tested.report.problem, "altered");
  assert.equal((await backupTrouble(context, of.administrator))?.kind, "bad");
  clock("2026-12-13T20:00:00Z");
  await makeBackup(context);
  assert.equal(await backupTrouble(context, of.administrator), null);
  clock("2026-12-15T20:00:01Z");
  assert.deepEqual(await backupTrouble(context, of.administrator), {
    kind: "old",
    at: "2026-12-13T20:00:00.000Z",
  });
});

test("only administrators; what they start is in the audit log; without a folder nothing is made", async () => {
  clock("2026-12-16T20:00:00Z");
  for (const actor of [of.therapist, of.supervisor, of.researcher]) {
    await assert.rejects(readBackups(context, actor), Refusal);
    await assert.rejects(startBackup(context, actor), Refusal);
  }
  const { finished } = await startBackup(context, of.administrator);
  assert.equal((await finished).kind, "made");
  const { lines } = await readAudit(context, of.administrator);
  assert.match(JSON.stringify(lines[0]), /stored\.audit\.make-backup/);
  const without = { ...context, backupFolder: null };
  assert.equal((await makeBackup(without)).kind, "no-folder");
  assert.equal((await readBackups(without, of.administrator)).folder, null);
});
