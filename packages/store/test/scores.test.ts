import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { responses, type Scope, scores, tasks } from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { type Small, scored, smallPractice, submitted } from "./two-practices.ts";

describe("scores of a response", () => {
  let fresh: FreshStore;
  let small: Small;
  let response: string;
  before(async () => {
    fresh = await freshStore();
    small = await smallPractice(fresh.store, "north");
    const received = await within((scope) => responses.receive(scope, submitted(small.request)));
    assert.ok(received.kind === "received");
    response = received.response.response;
  });
  after(() => fresh.close());

  test("are read back as they were given, dated by the session", async () => {
    const unscorable = scored(response, small.episode, {
      result: {
        kind: "unscorable",
        scale: "bond",
        reason: "not asked",
        message: { id: "stored.score.not-asked", values: {} },
        answered: 2,
        items: 4,
      },
    });
    await within((scope) => scores.record(scope, [scored(response, small.episode), unscorable]));
    const kept = await within((scope) => scores.list(scope, [small.episode]));
    const about = { session: 1, date: "2026-01-05", instrument: "concord-alliance-client", rater: "client" };
    assert.deepEqual(kept, [
      { ...unscorable, ...about },
      { ...scored(response, small.episode), ...about },
    ]);
    const dated = await within((scope) => scores.dated(scope, [small.episode]));
    assert.deepEqual(dated.get(small.episode), [
      {
        session: 1,
        date: "2026-01-05",
        rater: "client",
        construct: "alliance",
        instrument: "concord-alliance-client",
        scale: "total",
        value: 4,
        minimum: 1,
        maximum: 5,
        better: "higher",
      },
    ]);
  });

  test("scoring again under a new version keeps the old rows and reads the new ones", async () => {
    assert.deepEqual(await within((scope) => stale(scope, "1")), []);
    assert.deepEqual(await within((scope) => stale(scope, "2")), [response]);
    const anew = scored(response, small.episode, { scoring: "2" });
    await within((scope) => scores.record(scope, [anew]));
    await within((scope) => scores.record(scope, [anew]));
    const kept = await within((scope) => scores.list(scope, [small.episode]));
    assert.deepEqual(
      kept.map((one) => [one.scoring, one.result.scale]),
      [["2", "total"]],
    );
    assert.deepEqual(await within((scope) => stale(scope, "2")), []);
  });

  test("a version that was left counts again once it is written again", async () => {
    const versions = async (scoring: string) => {
      await within((scope) => scores.record(scope, [scored(response, small.episode, { scoring })]));
      const kept = await within((scope) => scores.list(scope, [small.episode]));
      return [...new Set(kept.map((one) => one.scoring))];
    };
    assert.deepEqual(await versions("1"), ["1"]);
    assert.deepEqual(await versions("2"), ["2"]);
  });

  test("a corrected response's scores give way to those of its correction", async () => {
    const correction = await within((scope) =>
      responses.correct(scope, response, {
        values: { i01: 1 },
        texts: {},
        receivedAt: "2026-01-08T00:00:00.000Z",
      }),
    );
    assert.ok(correction);
    assert.deepEqual(await within((scope) => scores.list(scope, [small.episode])), []);
    await within((scope) =>
      scores.record(scope, [scored(correction.response, small.episode, { scoring: "2" })]),
    );
    const kept = await within((scope) => scores.list(scope, [small.episode]));
    assert.deepEqual(
      kept.map((one) => one.response),
      [correction.response],
    );
  });

  test("a risk answer raises one task, which is acknowledged once and marks the course", async () => {
    const risk = { item: "i09", atLeast: 1, about: "suicide", value: 2 } as const;
    const given = {
      episode: small.episode,
      session: 1,
      response,
      risks: [risk],
      message: { id: "stored.text", values: { text: "Call the client." } } as const,
      dueAt: "2026-01-06T12:00:00.000Z",
    };
    const [task, same] = await within(async (scope) => [
      await tasks.raise(scope, given),
      await tasks.raise(scope, given),
    ]);
    assert.equal(task, same);
    assert.equal((await within((scope) => tasks.list(scope, { open: true }))).length, 1);
    const [first, second] = await within(async (scope) => [
      await tasks.acknowledge(scope, task ?? "", small.therapist, "2026-01-06T09:00:00.000Z"),
      await tasks.acknowledge(scope, task ?? "", small.therapist),
    ]);
    assert.deepEqual([first, second], [true, false]);
    assert.deepEqual(await within((scope) => tasks.list(scope, { open: true })), []);
    const found = await within((scope) => tasks.find(scope, task ?? ""));
    assert.deepEqual(found?.acknowledged, {
      by: small.therapist,
      name: "Therapist of north",
      at: "2026-01-06T09:00:00.000Z",
    });
    const marks = await within((scope) => tasks.marks(scope, [small.episode]));
    assert.deepEqual(marks.get(small.episode), [
      {
        session: 1,
        date: "2026-01-05",
        rater: "client",
        instrument: "concord-alliance-client",
        item: "i09",
        value: 2,
        about: "suicide",
      },
    ]);
  });

  const stale = (scope: Scope, version: string) => scores.stale(scope, "concord-alliance-client", version);

  function within<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
    return fresh.store.within(small.practice, work);
  }
});
