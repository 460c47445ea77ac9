import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { digests, type JobRequest, type JobRun, jobs, newIdentifier, type Scope } from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { sql } from "drizzle-orm";
import { digest, type Small, smallPractice } from "./two-practices.ts";

const name = "reevaluation";

describe("work behind the pages", () => {
  let fresh: FreshStore;
  let north: Small;
  let south: Small;
  let now = "2026-03-02T09:00:00.000Z";
  before(async () => {
    fresh = await freshStore({ now: () => now });
    north = await smallPractice(fresh.store, "north");
    south = await smallPractice(fresh.store, "south");
  });
  beforeEach(async () => {
    now = "2026-03-02T09:00:00.000Z";
    await inNorth(({ database }) =>
      database.execute(
        sql`update care.job set wish = null, run = null, last = null, trouble = null, held_by = null,
          held_until = null, not_before = null`,
      ),
    );
  });
  after(() => fresh.close());

  const inNorth = <T>(work: (scope: Scope) => Promise<T>) => fresh.store.within(north.practice, work);
  const hold = (until = "2026-03-02T09:00:30.000Z") => ({ holder: newIdentifier(), until });
  const begin = (wish: JobRequest): JobRun => ({
    startedAt: now,
    reasons: wish.reasons,
    basis: "rules of today",
    step: "first",
    stepSince: now,
    done: 0,
    of: null,
    takenUp: 1,
  });
  const take = (by = hold()) => inNorth((scope) => jobs.take(scope, name, by, begin));

  test("nothing is there to be taken until it is wanted; wanted twice it is done once, with both reasons", async () => {
    assert.equal(await take(), null);
    await inNorth((scope) => jobs.want(scope, name, "asked"));
    await inNorth((scope) => jobs.want(scope, name, "night"));
    await inNorth((scope) => jobs.want(scope, name, "asked"));
    const by = hold();
    assert.deepEqual((await take(by))?.reasons, ["asked", "night"]);
    assert.equal(await take(), null);
    const done = { startedAt: now, finishedAt: now, reasons: ["asked"], outcome: { cases: 1 } };
    assert.equal(await inNorth((scope) => jobs.finish(scope, name, by.holder, done)), true);
    assert.equal(await take(), null);
    assert.deepEqual((await inNorth((scope) => jobs.find(scope, name))).last, done);
  });

  test("of ten who try at the same moment one gets it, and nobody waits", async () => {
    await inNorth((scope) => jobs.want(scope, name, "asked"));
    const tries = await Promise.all(Array.from({ length: 10 }, () => take()));
    assert.equal(tries.filter((run) => run !== null).length, 1);
  });

  test("while one who has it keeps it locked, another goes away empty-handed at once", async () => {
    await inNorth((scope) => jobs.want(scope, name, "asked"));
    await inNorth(async (scope) => {
      assert.notEqual(await jobs.take(scope, name, hold(), begin), null);
      assert.equal(await take(), null);
    });
  });

  test("who has not been heard from is replaced, and hears so when it comes back", async () => {
    await inNorth((scope) => jobs.want(scope, name, "asked"));
    const first = hold();
    const run = await take(first);
    assert.ok(run);
    assert.equal(
      await inNorth((scope) =>
        jobs.tell(scope, name, { ...first, until: "2026-03-02T09:01:00.000Z" }, { ...run, done: 40, of: 90 }),
      ),
      true,
    );
    now = "2026-03-02T09:00:59.000Z";
    assert.equal(await take(), null);
    now = "2026-03-02T09:01:00.000Z";
    const second = hold("2026-03-02T09:02:00.000Z");
    const again = await take(second);
    assert.deepEqual([again?.done, again?.of, again?.takenUp], [40, 90, 2]);
    const done = { startedAt: now, finishedAt: now, reasons: [], outcome: null };
    assert.equal(await inNorth((scope) => jobs.tell(scope, name, first, run)), false);
    assert.equal(await inNorth((scope) => jobs.finish(scope, name, first.holder, done)), false);
    assert.equal(await inNorth((scope) => jobs.finish(scope, name, second.holder, done)), true);
  });

  test("what was wanted meanwhile is done afterwards", async () => {
    await inNorth((scope) => jobs.want(scope, name, "asked"));
    const by = hold();
    await take(by);
    await inNorth((scope) => jobs.want(scope, name, "night"));
    assert.equal(await take(), null);
    await inNorth((scope) => jobs.release(scope, name, by.holder));
    const next = hold();
    assert.deepEqual((await take(next))?.reasons, ["asked"]);
    const done = { startedAt: now, finishedAt: now, reasons: ["asked"], outcome: null };
    await inNorth((scope) => jobs.finish(scope, name, next.holder, done));
    assert.deepEqual((await take())?.reasons, ["night"]);
  });

  test("after trouble it is left alone for a while, unless somebody is in a hurry", async () => {
    await inNorth((scope) => jobs.want(scope, name, "asked"));
    const by = hold();
    await take(by);
    const trouble = { at: now, message: { id: "stored.failure.unexpected", values: {} } as const, times: 1 };
    await inNorth((scope) => jobs.fail(scope, name, by.holder, trouble, "2026-03-02T09:10:00.000Z"));
    assert.deepEqual((await inNorth((scope) => jobs.find(scope, name))).trouble, trouble);
    assert.equal(await take(), null);
    await inNorth((scope) => jobs.hurry(scope, name));
    assert.equal((await take())?.takenUp, 2);
  });

  test("is each practice's own", async () => {
    await inNorth((scope) => jobs.want(scope, name, "asked"));
    await fresh.store.within(south.practice, async (scope) => {
      assert.equal((await jobs.find(scope, name)).wish, null);
      assert.equal(await jobs.take(scope, name, hold(), begin), null);
      const seen = await scope.database.execute(sql`select * from care.job`);
      assert.deepEqual(seen.rows, []);
    });
  });

  test("lines of the caseload that are older than a moment, or were never written, are left to do", async () => {
    const left = (moment: string) => inNorth((scope) => digests.olderThan(scope, moment));
    assert.deepEqual(await left(now), [north.episode]);
    await inNorth((scope) => digests.put(scope, [digest(north.episode, north.therapist)]));
    assert.deepEqual(await left(now), []);
    assert.deepEqual(await left("2026-03-02T09:00:00.001Z"), [north.episode]);
  });
});
