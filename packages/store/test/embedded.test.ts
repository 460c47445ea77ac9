import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import {
  clients,
  newIdentifier,
  openStore,
  practices,
  type Store,
  StoreUnavailable,
  settings,
  staff,
} from "@concord/store";

describe("the server that Concord brings", () => {
  let folder: string;
  before(() => {
    const parent = mkdtempSync(path.join(tmpdir(), "concord-embedded-"));
    chmodSync(parent, 0o711);
    folder = path.join(parent, "a folder's name");
  });
  after(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

  test("a folder is made, kept for one process alone, given back and opened again", async () => {
    const practice = newIdentifier();
    const store = await openStore({ folder });
    await store.within(practice, (scope) => practices.found(scope, { name: "Kept" }));
    assert.equal(store.place.kind, "folder");
    await assert.rejects(openStore({ folder }), (error: Error) => {
      assert.ok(error instanceof StoreUnavailable);
      assert.ok(error.message.startsWith(`Another Concord is using this folder, process ${process.pid}: `));
      return true;
    });
    await store.close();
    await store.close();
    assert.equal(existsSync(path.join(folder, "concord.lock")), false);
    assert.equal(existsSync(path.join(folder, "postgres", "postmaster.pid")), false);
    await opened(async (again) => {
      assert.equal((await again.within(practice, practices.get))?.name, "Kept");
    });
  });

  test("another process is told who is using the folder", async () => {
    await opened(async () => {
      const child = spawn(process.execPath, [path.join(import.meta.dirname, "writer.ts"), folder], {
        stdio: ["ignore", "ignore", "pipe"],
      });
      let said = "";
      child.stderr.on("data", (chunk) => {
        said += chunk;
      });
      await ended(child);
      assert.match(said, new RegExp(`Another Concord is using this folder, process ${process.pid}: `));
    });
  });

  test("killed while writing, its server left running: everything acknowledged is there", async () => {
    const acknowledged = await killedWhileWriting();
    const left = postmaster();
    assert.ok(left > 0 && alive(left));
    await opened(async (store) => {
      await everything(store, acknowledged);
    });
    assert.equal(alive(left), false);
  });

  test("killed together with its server: the next start recovers", async () => {
    const acknowledged = await killedWhileWriting();
    process.kill(postmaster(), "SIGKILL");
    await opened(async (store) => {
      await everything(store, acknowledged);
    });
  });

  test("a server that dies under us is started again and work goes on", async () => {
    const trouble: Error[] = [];
    const practice = newIdentifier();
    await opened(
      async (store) => {
        await store.within(practice, (scope) => practices.found(scope, { name: "Still here" }));
        const before = postmaster();
        process.kill(before, "SIGKILL");
        await until(() => trouble.some((error) => error.message.includes("started again")));
        // The connections of the dead server fail once each; what was in them was not acknowledged.
        const after = await persistently(() => store.within(practice, practices.get));
        assert.equal(after?.name, "Still here");
        assert.notEqual(postmaster(), before);
      },
      (error) => trouble.push(error),
    );
  });

  test("a server that dies within a transaction fails that transaction and nothing else", async () => {
    const practice = newIdentifier();
    await opened(async (store) => {
      await assert.rejects(
        store.within(practice, async (scope) => {
          await practices.found(scope, { name: "Half written" });
          process.kill(postmaster(), "SIGKILL");
          // Its processes notice one after the other; ours answers until then.
          for (;;) await practices.get(scope);
        }),
      );
      assert.equal(await persistently(() => store.within(practice, practices.get)), null);
    });
  });

  test("a process that merely has the old server's number is left alone", async () => {
    const bystander = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
    const file = path.join(folder, "postgres", "postmaster.pid");
    try {
      writeFileSync(file, `${bystander.pid}\n${path.dirname(file)}\n0\n1\n\n127.0.0.1\n`);
      await opened(async () => {});
      assert.equal(bystander.exitCode, null);
    } finally {
      bystander.kill("SIGKILL");
    }
  });

  test("passwords that do not belong to the data are said to be so", async () => {
    const file = path.join(folder, "database.json");
    const kept = readFileSync(file, "utf8");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(kept), ownerPassword: "another" }));
    await assert.rejects(openStore({ folder }), /made with other passwords .* Put back the database\.json/);
    writeFileSync(file, kept);
    await opened(async () => {});
  });

  test("data that a newer Concord wrote is not touched", async () => {
    await opened(async (store) => {
      const { database } = await owner(store);
      await database("update concord.migration set created_at = created_at + 1e12");
    });
    await assert.rejects(openStore({ folder }), /written by a newer Concord/);
    await assert.rejects(openStore({ folder }), /written by a newer Concord/, "the folder was given back");
  });

  test("the server's log quotes nobody", async () => {
    const other = path.join(path.dirname(folder), "quiet");
    const store = await openStore({ folder: other });
    const practice = newIdentifier();
    await store.within(practice, (scope) => practices.found(scope, { name: "Quiet" }));
    const add = { name: "Secret Person", email: "secret@north.example", roles: ["therapist"] } as const;
    await store.within(practice, (scope) => staff.add(scope, add));
    await assert.rejects(store.within(practice, (scope) => staff.add(scope, add)));
    await assert.rejects(
      store.within(practice, (scope) => clients.find(scope, "secret-not-a-uuid")),
      (error: Error) => !/secret/.test(error.message),
    );
    await store.close();
    assert.doesNotMatch(readFileSync(path.join(other, "postgres.log"), "utf8"), /secret@|Secret Person/);
  });

  async function opened(work: (store: Store) => Promise<void>, onTrouble?: (error: Error) => void) {
    const store = await openStore({ folder }, onTrouble === undefined ? {} : { onTrouble });
    try {
      await work(store);
    } finally {
      await store.close();
    }
  }

  /** Runs the writer, kills it after it has acknowledged thirty notes, and gives back what it said. */
  async function killedWhileWriting(): Promise<readonly string[]> {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, "writer.ts"), folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      said.push(line);
      if (said.length === 31) child.kill("SIGKILL");
    }
    assert.ok(said.length >= 31);
    return said;
  }

  async function everything(store: Store, [practice, ...counts]: readonly string[]): Promise<void> {
    const kept = await store.within(practice ?? "", settings.all);
    const missing = counts.filter((count) => kept[`note ${count}`] !== Number(count));
    assert.deepEqual(missing, []);
  }

  function postmaster(): number {
    return Number(readFileSync(path.join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  }
});

async function owner(store: Store) {
  assert.ok(store.place.kind === "folder");
  const { default: pg } = await import("pg");
  const home = JSON.parse(readFileSync(path.join(store.place.folder, "database.json"), "utf8"));
  const port = Number(readFileSync(path.join(home.data, "postmaster.pid"), "utf8").split("\n")[3]);
  return {
    database: async (text: string) => {
      const client = new pg.Client({
        host: "127.0.0.1",
        port,
        user: "concord_owner",
        password: home.ownerPassword,
        database: "postgres",
      });
      await client.connect();
      await client.query(text);
      await client.end();
    },
  };
}

function alive(number: number): boolean {
  try {
    process.kill(number, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${number}/stat`, "utf8"));
  } catch {
    return false;
  }
}

function ended(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once("close", resolve));
}

/** Long enough for a machine with much else to do. */
const patience = 120_000;

async function until(condition: () => boolean): Promise<void> {
  const latest = Date.now() + patience;
  while (!condition() && Date.now() < latest) await new Promise((resolve) => setTimeout(resolve, 25));
  assert.ok(condition());
}

async function persistently<T>(work: () => Promise<T>): Promise<T> {
  const latest = Date.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > latest) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
