import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { deviceCookies } from "../server/device-cookie.ts";
import { growingLimit, type LimitDatabase, limit, waitAfter } from "../server/limits.ts";

let fresh: FreshStore;
let database: LimitDatabase;
before(async () => {
  fresh = await freshStore();
  database = fresh.store.accounts.$client;
});
after(() => fresh.close());

describe("a fixed window", () => {
  test("three may pass, the fourth waits, another key does not", async () => {
    const { take } = limit(database, "window", 3, 60);
    for (let count = 0; count < 3; count++) assert.deepEqual(await take("a"), { kind: "passed" });
    const fourth = await take("a");
    assert.equal(fourth.kind, "wait");
    if (fourth.kind === "wait") assert.ok(fourth.seconds > 50 && fourth.seconds <= 60, `${fourth.seconds}`);
    assert.deepEqual(await take("b"), { kind: "passed" });
  });

  test("is shared: what one process counted the next one knows", async () => {
    await limit(database, "shared", 2, 60).take("a");
    await limit(database, "shared", 2, 60).take("a");
    assert.equal((await limit(database, "shared", 2, 60).take("a")).kind, "wait");
  });

  test("of fifty at the same moment no more pass than may", async () => {
    const { take } = limit(database, "burst", 5, 60);
    const passed = await Promise.all(Array.from({ length: 50 }, () => take("a")));
    assert.equal(passed.filter(({ kind }) => kind === "passed").length, 5);
  });

  test("holds neither names nor addresses", async () => {
    await limit(database, "plain", 5, 60).take("somebody@example.org");
    const { rows } = await fresh.store.accounts.$client.query("select key from auth.limit_points");
    assert.ok(rows.length > 0);
    assert.doesNotMatch(JSON.stringify(rows), /example|somebody/);
  });
});

describe("a growing wait", () => {
  const growth = { free: 5, firstWait: 30, longestWait: 900, remembered: 3600 };

  test("doubles from half a minute to a quarter of an hour", () => {
    const waits = [1, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map((failures) => waitAfter(failures, growth));
    assert.deepEqual(waits, [0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
  });

  test("five tries are free, then one waits; a success forgets them", async () => {
    const account = growingLimit(database, "growing", growth);
    for (let tries = 0; tries < 5; tries++) assert.equal((await account.begin("a")).kind, "passed");
    const sixth = await account.begin("a");
    assert.equal(sixth.kind, "wait");
    if (sixth.kind === "wait") assert.ok(sixth.seconds <= 30);
    assert.equal((await account.begin("b")).kind, "passed");
    await account.succeed("a");
    assert.equal((await account.begin("a")).kind, "passed");
  });

  test("many at once get no more free tries than one after the other", async () => {
    const account = growingLimit(database, "growing-burst", growth);
    const begun = await Promise.all(Array.from({ length: 40 }, () => account.begin("a")));
    assert.equal(begun.filter(({ kind }) => kind === "passed").length, 5);
  });

  test("a clock set back does not lock anybody out for good, and one set forward opens nothing but the wait", async (context) => {
    context.mock.timers.enable({ apis: ["Date"], now: Date.parse("2026-05-01T12:00:00Z") });
    const account = growingLimit(database, "clock", growth);
    for (let tries = 0; tries < 6; tries++) await account.begin("a");
    context.mock.timers.setTime(Date.parse("2026-05-01T12:00:31Z"));
    assert.equal((await account.begin("a")).kind, "passed", "after the wait one try");
    const again = await account.begin("a");
    assert.equal(again.kind, "wait");
    context.mock.timers.setTime(Date.parse("2026-05-01T11:00:00Z"));
    let back = await account.begin("a");
    assert.equal(back.kind, "passed", "the count begins again");
    for (let tries = 0; tries < 6 && back.kind === "passed"; tries++) back = await account.begin("a");
    assert.ok(back.kind === "wait" && back.seconds <= 900);
    await account.succeed("a");
    assert.equal((await account.begin("a")).kind, "passed");
  });
});

describe("a known device", () => {
  const cookies = deviceCookies("a secret of the tests, long enough", false);
  const set = cookies.issue("ines@example.org");
  const sent = set.split(";")[0] ?? "";

  test("is known for its account only", () => {
    assert.notEqual(cookies.known(sent, "ines@example.org"), null);
    assert.notEqual(cookies.known(`a=b; ${sent}; c=d`, "ines@example.org"), null);
    assert.equal(cookies.known(sent, "ruth@example.org"), null);
    const renamed = cookies.issue("ruth@example.org").split("=")[0] + sent.slice(sent.indexOf("="));
    assert.equal(cookies.known(renamed, "ruth@example.org"), null, "another account's value under this name");
  });

  test("cannot be made without the secret, and nothing of the address is in it", () => {
    const other = deviceCookies("another secret of the tests, as long", false).issue("ines@example.org");
    assert.equal(cookies.known(other.split(";")[0] ?? "", "ines@example.org"), null);
    for (const broken of [sent.slice(0, -1), `${sent}x`, sent.replace(".", ""), "", null])
      assert.equal(cookies.known(broken, "ines@example.org"), null, String(broken));
    assert.doesNotMatch(set, /ines|example/);
    assert.match(set, /HttpOnly/);
    assert.match(deviceCookies("x", true).issue("a@b.org"), /Secure/);
  });
});
