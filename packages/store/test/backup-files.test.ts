import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { BackupBusy, listBackups, testBackup, withBackupFolder, writeBackup } from "@concord/store";
import { asOwner, type FreshStore, freshStore } from "@concord/store/testing";
import { smallPractice } from "./two-practices.ts";

const root = mkdtempSync(path.join(tmpdir(), "concord-backup-files-"));
let fresh: FreshStore;
before(async () => {
  fresh = await freshStore();
  await smallPractice(fresh.store, "north");
  await smallPractice(fresh.store, "south");
});
after(async () => {
  await fresh.close();
  rmSync(root, { recursive: true, force: true });
});

const at = (text: string) => new Date(text);
const now = () => at("2026-11-30T12:00:00Z");

test("backups are named by their time, newest first, for their owner alone; older ones are removed", async () => {
  const folder = path.join(root, "many");
  for (const hour of ["01", "02", "03"])
    await writeBackup(fresh.store, folder, { now: at(`2026-11-30T${hour}:00:00Z`), keep: 2 });
  const files = await listBackups(folder);
  assert.deepEqual(
    files.map(({ name }) => name),
    ["concord-2026-11-30T03-00-00Z.backup", "concord-2026-11-30T02-00-00Z.backup"],
  );
  const [newest] = files;
  const file = path.join(folder, newest!.name);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  const ending = readFileSync(file, "utf8").trimEnd().split("\n").at(-1);
  assert.equal(newest?.rows, JSON.parse(ending!).rows);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes("01-00-00")),
    [],
  );
});

test("the newest that passed its test is never removed", async () => {
  const folder = path.join(root, "proven");
  const first = await writeBackup(fresh.store, folder, { now: at("2026-11-01T00:00:00Z"), keep: 1 });
  const { saveDrill } = await import("@concord/store");
  await saveDrill(folder, first.name, await testBackup(fresh.store, path.join(folder, first.name), now));
  await writeBackup(fresh.store, folder, { now: at("2026-11-02T00:00:00Z"), keep: 1 });
  await writeBackup(fresh.store, folder, { now: at("2026-11-03T00:00:00Z"), keep: 1 });
  const names = (await listBackups(folder)).map(({ name }) => name.slice(8, 18));
  assert.deepEqual(names, ["2026-11-03", "2026-11-01"]);
});

test("a test restores every row beside the database in use, and leaves no database behind", async () => {
  const folder = path.join(root, "tested");
  const { name, rows } = await writeBackup(fresh.store, folder, { now: now(), keep: 9 });
  const report = await testBackup(fresh.store, path.join(folder, name), now);
  assert.deepEqual([report.result, report.problem, report.practices], ["passed", null, 2]);
  assert.equal(report.rows, rows);
  assert.match(report.sha256 ?? "", /^[0-9a-f]{64}$/);
  await asOwner(fresh.url, async (client) => {
    const { rows: left } = await client.query("SELECT FROM pg_database WHERE datname LIKE '%restore_test'");
    assert.equal(left.length, 0);
  });
});

test("a test says why a file does not pass: cut, changed, foreign, of another version, missing", async () => {
  const folder = path.join(root, "bad");
  const { name } = await writeBackup(fresh.store, folder, { now: now(), keep: 9 });
  const whole = readFileSync(path.join(folder, name), "utf8");
  for (const [problem, text] of [
    ["altered", whole.split("\n").slice(0, -2).join("\n")],
    ["altered", whole.replace("Client of north", "Client of nowhere")],
    ["altered", whole.slice(0, whole.length / 2)],
    ["altered", ""],
    ["foreign", '{"case": 1}\n'],
    ["version", whole.replace(/"migration":\d+/, '"migration":1')],
  ] as const) {
    const file = path.join(folder, "given");
    writeFileSync(file, text);
    const report = await testBackup(fresh.store, file, now);
    assert.deepEqual([report.result, report.problem], ["failed", problem]);
  }
  assert.equal((await testBackup(fresh.store, path.join(folder, "none"), now)).problem, "unreadable");
});

test("an account that may not create databases is told so, and the backup is not called bad", async () => {
  const folder = path.join(root, "rights");
  const { name } = await writeBackup(fresh.store, folder, { now: now(), keep: 9 });
  const { openStore } = await import("@concord/store");
  const url = new URL(fresh.url);
  const database = url.pathname.slice(1);
  await asOwner(fresh.url, async (client) => {
    await client.query("DROP ROLE IF EXISTS plain_owner");
    await client.query(
      "CREATE ROLE plain_owner LOGIN PASSWORD 'plain' NOSUPERUSER NOCREATEDB IN ROLE concord_app",
    );
    await client.query(`GRANT CREATE ON DATABASE ${database} TO plain_owner`);
    await client.query(
      "GRANT USAGE ON SCHEMA concord TO plain_owner; GRANT SELECT ON concord.migration TO plain_owner",
    );
  });
  [url.username, url.password] = ["plain_owner", "plain"];
  const { ownerUrls } = await import("../src/store.ts");
  const store = await openStore({ url: fresh.url, applicationUrl: fresh.url });
  ownerUrls.set(store, url.href);
  const report = await testBackup(store, path.join(folder, name), now);
  assert.equal(report.problem, "rights");
  await store.close();
  await asOwner(fresh.url, async (client) => {
    await client.query("DROP OWNED BY plain_owner; DROP ROLE plain_owner");
  });
});

test("two at one time in one folder: the second is told so and nothing is broken", async () => {
  const folder = path.join(root, "busy");
  mkdirSync(folder);
  await withBackupFolder(folder, async () => {
    await assert.rejects(writeBackup(fresh.store, folder, { now: now(), keep: 2 }), BackupBusy);
  });
  await writeBackup(fresh.store, folder, { now: now(), keep: 2 });
  assert.equal((await listBackups(folder)).length, 1);
});

test("a folder that cannot be written in is an error with the system's code, and leaves no file", async () => {
  const file = path.join(root, "a-file");
  writeFileSync(file, "");
  await assert.rejects(
    writeBackup(fresh.store, path.join(file, "below"), { now: now(), keep: 2 }),
    (error: NodeJS.ErrnoException) => error.code === "ENOTDIR",
  );
});

test("killed in the middle, again and again, no half file bears the name of a backup", async () => {
  const folder = path.join(root, "killed");
  const writer = path.join(import.meta.dirname, "backup-writer.ts");
  for (const wait of [0, 3, 10, 30, 60]) {
    const child = spawn(process.execPath, [writer, fresh.url, folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill("SIGKILL");
    await once(child, "exit");
    for (const { name } of await listBackups(folder)) {
      const lines = readFileSync(path.join(folder, name), "utf8").trimEnd().split("\n");
      assert.match(lines.at(-1)!, /^\{"rows":\d+,"sha256":"[0-9a-f]{64}"\}$/, name);
    }
  }
  await writeBackup(fresh.store, folder, { now: at("2027-01-01T00:00:00Z"), keep: 500 });
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith(".backup.partial")),
    [],
  );
});
