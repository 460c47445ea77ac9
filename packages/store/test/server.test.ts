import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { newIdentifier, openStore, practices } from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import pg from "pg";
import { versionProblem } from "../src/prepare.ts";

describe("a PostgreSQL server", () => {
  let fresh: FreshStore;
  before(async () => {
    fresh = await freshStore();
  });
  after(() => fresh.close());

  test("older than 15 is refused in one line that says what to do", () => {
    assert.equal(
      versionProblem(140_011, "14.11 (Debian 14.11-1)"),
      "Concord needs PostgreSQL 15 or newer; this server is 14.11 (Debian 14.11-1). Upgrade it, or leave DATABASE_URL unset to use the server Concord brings.",
    );
    assert.equal(versionProblem(150_000, "15.0"), null);
    assert.equal(versionProblem(180_004, "18.4"), null);
  });

  test("is opened again and again, and by several at once", async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ url: fresh.url }, { connections: 1 })));
    for (const store of stores) await store.close();
    assert.equal(stores[0]?.place.kind, "server");
  });

  test("that cannot be reached, or has no such database or password, is said to be so", async () => {
    const none = new URL(fresh.url);
    none.port = "1";
    await assert.rejects(
      openStore({ url: none.href }),
      /on 127\.0\.0\.1:1 cannot be reached .*Check DATABASE_URL/,
    );
    const missing = new URL(fresh.url);
    missing.pathname = "/not_there";
    await assert.rejects(openStore({ url: missing.href }), /database not_there .* cannot be reached/);
  });

  test("an account that may not make the application's role hears what to ask for", async () => {
    const name = `concord_poor_${newIdentifier().slice(-12)}`;
    await asOwner(async (client) => {
      await client.query(`CREATE ROLE ${name} LOGIN PASSWORD 'poor'`);
    });
    const url = new URL(fresh.url);
    url.username = name;
    url.password = "poor";
    await assert.rejects(openStore({ url: url.href }), {
      name: "StoreUnavailable",
      message: `This account may not set up the role concord_app. Ask the server's administrator to run: CREATE ROLE concord_app NOLOGIN; GRANT concord_app TO ${name};`,
    });
    await asOwner(async (client) => {
      await client.query(`DROP ROLE ${name}`);
    });
  });

  test("may keep the owner's account out of daily work: a login of its own that acts as concord_app", async () => {
    const name = `concord_login_${newIdentifier().slice(-12)}`;
    await asOwner(async (client) => {
      await client.query(`CREATE ROLE ${name} LOGIN PASSWORD 'daily' IN ROLE concord_app`);
    });
    const applicationUrl = new URL(fresh.url);
    applicationUrl.username = name;
    applicationUrl.password = "daily";
    const store = await openStore(
      { url: fresh.url, applicationUrl: applicationUrl.href },
      { connections: 1 },
    );
    const practice = newIdentifier();
    await store.within(practice, (scope) => practices.found(scope, { name: "Daily" }));
    assert.equal((await store.within(practice, practices.get))?.name, "Daily");
    await store.close();
    await asOwner(async (client) => {
      await client.query(`DROP ROLE ${name}`);
    });
  });

  async function asOwner(work: (client: pg.Client) => Promise<void>): Promise<void> {
    const client = new pg.Client({ connectionString: fresh.url });
    await client.connect();
    await work(client);
    await client.end();
  }
});
