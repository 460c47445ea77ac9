import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { newIdentifier, requests, responses, type Store, sessions } from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { asked, hashOf, type Small, smallPractice, submitted } from "./two-practices.ts";

describe("receiving a form", () => {
  let fresh: FreshStore;
  let store: Store;
  let small: Small;
  before(async () => {
    fresh = await freshStore({ connections: 8 });
    store = fresh.store;
    small = await smallPractice(store, "north");
  });
  after(() => fresh.close());

  const ask = (changes: Partial<requests.NewFormRequest> = {}) =>
    store.within(small.practice, (scope) => requests.ask(scope, asked(small.episode, changes)));
  const submit = (request: string, changes: Partial<responses.Submitted> = {}) =>
    store.within(small.practice, (scope) => responses.receive(scope, submitted(request, changes)));
  const standing = () => store.within(small.practice, (scope) => responses.list(scope, [small.episode]));

  test("a token leads to its practice and request, a wrong one nowhere", async () => {
    assert.deepEqual(await store.outside.tokenLeadsTo(small.token), {
      practice: small.practice,
      request: small.request,
      sitting: null,
    });
    assert.equal(await store.outside.tokenLeadsTo(hashOf("guess")), null);
    const found = await store.within(small.practice, (scope) => requests.find(scope, small.request));
    assert.equal(found?.request, small.request);
    assert.equal(found?.expiresAt, "2026-01-12T10:00:00.000Z");
  });

  test("answers are kept with the form's version and who gave them, and the request is answered", async () => {
    const request = await ask({ rater: "caregiver", respondent: "mother" });
    const received = await submit(request, { values: { i01: 0 }, texts: { i03: "Well, 'so' so; \\ €" } });
    assert.equal(received.kind, "received");
    const [kept] = (await standing()).filter((one) => one.request === request);
    assert.ok(kept);
    assert.deepEqual(
      { ...kept, response: "" },
      {
        response: "",
        request,
        episode: small.episode,
        session: 1,
        instrument: "concord-alliance-client",
        instrumentVersion: "1",
        rater: "caregiver",
        respondent: "mother",
        source: "form",
        values: { i01: 0 },
        texts: { i03: "Well, 'so' so; \\ €" },
        answeredOn: null,
        receivedAt: "2026-01-06T08:00:00.000Z",
        corrects: null,
      },
    );
    const after = await store.within(small.practice, (scope) => requests.find(scope, request));
    assert.equal(after?.answeredAt, "2026-01-06T08:00:00.000Z");
  });

  test("the same submission twice is kept once; another one finds the form answered", async () => {
    const request = await ask();
    const first = await submit(request);
    const again = await submit(request);
    const other = await submit(request, { idempotencyKey: "another try", values: { i01: 1 } });
    assert.equal(first.kind, "received");
    assert.equal(again.kind, "again");
    if (first.kind === "received" && again.kind === "again") assert.deepEqual(again.response, first.response);
    assert.deepEqual(other, { kind: "closed", reason: "answered" });
    assert.equal((await standing()).filter((one) => one.request === request).length, 1);
  });

  test("eight submissions at the same moment: one received, the rest see it", async () => {
    const request = await ask();
    const kinds = (await Promise.all(Array.from({ length: 8 }, () => submit(request)))).map(
      (one) => one.kind,
    );
    assert.deepEqual(kinds.sort(), [...Array.from({ length: 7 }, () => "again"), "received"]);
  });

  test("a request that has expired, was withdrawn or never was takes nothing", async () => {
    const late = await submit(await ask(), { receivedAt: "2026-01-12T10:00:00.001Z" });
    assert.deepEqual(late, { kind: "closed", reason: "expired" });
    const token = hashOf("to be withdrawn");
    const request = await ask({ tokenHash: token });
    await store.within(small.practice, async (scope) => {
      assert.equal(await requests.withdraw(scope, request), true);
      assert.equal(await requests.withdraw(scope, request), false);
    });
    assert.deepEqual(await submit(request), { kind: "closed", reason: "unknown" });
    assert.equal(await store.outside.tokenLeadsTo(token), null);
    assert.deepEqual(await submit(newIdentifier()), { kind: "closed", reason: "unknown" });
  });

  test("an answered request cannot be withdrawn", async () => {
    const request = await ask();
    await submit(request);
    assert.equal(await store.within(small.practice, (scope) => requests.withdraw(scope, request)), false);
  });

  test("a correction is a new response that stands for the old one, which stays; it is made once", async () => {
    const request = await ask({ session: 1 });
    const first = await submit(request);
    assert.ok(first.kind === "received");
    const correction = { values: { i01: 2 }, texts: {}, receivedAt: "2026-01-07T08:00:00.000Z" };
    const [corrected, second] = await store.within(small.practice, async (scope) => [
      await responses.correct(scope, first.response.response, correction),
      await responses.correct(scope, first.response.response, correction),
    ]);
    assert.equal(corrected?.corrects, first.response.response);
    assert.equal(second, null);
    const now = (await standing()).filter((one) => one.request === request);
    assert.deepEqual(
      now.map((one) => one.values),
      [{ i01: 2 }],
    );
    const old = await store.within(small.practice, (scope) => responses.find(scope, first.response.response));
    assert.deepEqual(old?.values, { i01: 4, i02: 5 });
  });

  test("when the work fails after the answers were written, nothing of them is left", async () => {
    const request = await ask();
    await assert.rejects(
      store.within(small.practice, async (scope) => {
        await responses.receive(scope, submitted(request));
        throw new Error("the power of the example went out");
      }),
      /power of the example/,
    );
    assert.equal((await submit(request)).kind, "received");
  });

  test("ratings of fellow members are kept with the response", async () => {
    const request = await ask({ rater: "member" });
    const members = [
      { member: small.episode, item: "i01", value: 3 },
      { member: small.episode, item: "i02", value: 1.5 },
    ];
    const received = await submit(request, { values: {}, members });
    assert.ok(received.kind === "received");
    const kept = await store.within(small.practice, (scope) =>
      responses.membersOf(scope, [received.response.response]),
    );
    assert.deepEqual(
      kept,
      members.map((one) => ({ ...one, response: received.response.response })),
    );
  });

  test("many at once: those that are there already are left alone and counted out", async () => {
    await store.within(small.practice, (scope) =>
      sessions.recordMany(
        scope,
        Array.from({ length: 9_000 }, (_, number) => ({ episode: small.episode, session: number + 100 })),
      ),
    );
    const given = Array.from({ length: 9_000 }, (_, number) => ({
      response: newIdentifier(),
      episode: small.episode,
      session: number + 100,
      instrument: "bulk",
      instrumentVersion: "1",
      rater: "client" as const,
      source: "import" as const,
      values: { i01: number },
      answeredOn: "2026-03-01",
      receivedAt: "2026-03-01T00:00:00.000Z",
    }));
    const [first, second] = await store.within(small.practice, async (scope) => [
      await responses.addMany(scope, given),
      await responses.addMany(scope, given),
    ]);
    assert.deepEqual([first, second], [9_000, 0]);
    const kept = await store.within(small.practice, (scope) =>
      responses.list(scope, [small.episode], "bulk"),
    );
    assert.deepEqual(
      kept.map((one) => one.values.i01),
      given.map((one) => one.values.i01),
    );
  });
});
