import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  clients,
  episodes,
  groups,
  newIdentifier,
  practices,
  requests,
  type Scope,
  sessions,
  staff,
} from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { asked, type Small, smallPractice } from "./two-practices.ts";

describe("the people of a practice and their sessions", () => {
  let fresh: FreshStore;
  let small: Small;
  before(async () => {
    fresh = await freshStore({ now: () => "2026-02-01T12:00:00.000Z" });
    small = await smallPractice(fresh.store, "north");
  });
  after(() => fresh.close());

  test("practice: founded once, renamed", async () => {
    await within((scope) => practices.change(scope, { name: "North Shore" }));
    assert.deepEqual(await within(practices.get), {
      practice: small.practice,
      name: "North Shore",
      language: "en",
      timeZone: "UTC",
      simulated: true,
      createdAt: "2026-02-01T12:00:00.000Z",
    });
  });

  test("staff: tied to an account, changed, listed by name", async () => {
    await within(async (scope) => {
      const ada = await staff.add(scope, {
        name: "Ada",
        email: "Ada@North.example",
        roles: ["administrator"],
      });
      await staff.linkUser(scope, ada, "user-ada");
      await staff.change(scope, ada, { roles: ["administrator", "supervisor"], email: "ADA@x.example" });
      const found = await staff.find(scope, ada);
      assert.equal(found?.user, "user-ada");
      assert.deepEqual(found?.roles, ["administrator", "supervisor"]);
      assert.equal(found?.email, "ada@x.example");
      assert.deepEqual(
        (await staff.list(scope)).map((one) => one.name),
        ["Ada", "Therapist of north"],
      );
    });
    await assert.rejects(
      within((scope) => staff.linkUser(scope, newIdentifier(), "ghost")),
      /requires someone on the staff/,
    );
  });

  test("an episode: found by its reference, listed by therapist and state, changed, opened once by reference", async () => {
    await within(async (scope) => {
      const byReference = await episodes.byReference(scope, ["A1", "B2"]);
      assert.deepEqual([...byReference.keys()], ["A1"]);
      await episodes.change(scope, small.episode, { nextSession: "2026-02-09", endingFrom: 12 });
      const found = await episodes.find(scope, small.episode);
      assert.deepEqual([found?.nextSession, found?.endingFrom], ["2026-02-09", 12]);
      await episodes.change(scope, small.episode, { nextSession: null });
      assert.equal((await episodes.find(scope, small.episode))?.nextSession, null);
      assert.equal((await episodes.list(scope, { therapist: small.therapist, state: "open" })).length, 1);
      assert.equal((await episodes.list(scope, { state: "closed" })).length, 0);
      assert.equal((await episodes.list(scope, { episodes: [] })).length, 0);
    });
    const again = {
      client: small.client,
      therapist: small.therapist,
      openedOn: "2026-01-01",
      reference: "A1",
    };
    await assert.rejects(
      within((scope) => episodes.open(scope, again)),
      /requires a new reference/,
    );
  });

  test("clients: changed and read back", async () => {
    await within(async (scope) => {
      await clients.change(scope, small.client, { label: "K. M.", birthYear: 1990 });
      const found = await clients.find(scope, small.client);
      assert.deepEqual([found?.label, found?.birthYear, found?.ageBand], ["K. M.", 1990, "adult"]);
      assert.equal((await clients.list(scope)).length, 1);
    });
  });

  test("sessions: saying it again corrects it and never forgets the date", async () => {
    await within(async (scope) => {
      await sessions.record(scope, { episode: small.episode, session: 2, heldOn: "2026-01-12" });
      await sessions.record(scope, { episode: small.episode, session: 2, attended: false });
      assert.deepEqual(await sessions.list(scope, [small.episode]), [
        { episode: small.episode, session: 1, heldOn: "2026-01-05", attended: true },
        { episode: small.episode, session: 2, heldOn: "2026-01-12", attended: false },
      ]);
    });
    await assert.rejects(
      within((scope) => sessions.record(scope, { episode: small.episode, session: -1 })),
      {
        name: "DatabaseRefusal",
        code: "23514",
      },
    );
  });

  test("requests: opened once, waiting for the one who was asked", async () => {
    await within(async (scope) => {
      const request = await requests.ask(
        scope,
        asked(small.episode, { rater: "therapist", respondentStaff: small.therapist }),
      );
      await requests.opened(scope, request, "2026-01-06T00:00:00.000Z");
      await requests.opened(scope, request, "2026-01-07T00:00:00.000Z");
      const [waiting] = await requests.waitingFor(scope, small.therapist);
      assert.deepEqual([waiting?.request, waiting?.openedAt], [request, "2026-01-06T00:00:00.000Z"]);
      const given = {
        ...asked(small.episode),
        request: newIdentifier(),
        answeredAt: "2026-01-08T00:00:00.000Z",
      };
      assert.equal(await requests.askMany(scope, [given]), 1);
      assert.equal((await requests.list(scope, [small.episode])).length, 3);
    });
  });

  test("groups: members join, leave and come back", async () => {
    await within(async (scope) => {
      const group = await groups.open(scope, {
        name: "Thursdays",
        therapist: small.therapist,
        openedOn: "2026-01-01",
      });
      await groups.join(scope, group, small.episode, "2026-01-08");
      await groups.leave(scope, group, small.episode, "2026-01-22");
      assert.deepEqual(await groups.ofEpisode(scope, small.episode), []);
      await groups.join(scope, group, small.episode, "2026-01-29");
      assert.deepEqual(
        (await groups.ofEpisode(scope, small.episode)).map((one) => one.group),
        [group],
      );
      assert.deepEqual(
        (await groups.members(scope, group)).map((one) => [one.episode, one.joinedOn, one.leftOn]),
        [[small.episode, "2026-01-29", null]],
      );
      await groups.change(scope, group, { closedOn: "2026-02-01" });
      assert.deepEqual(
        (await groups.list(scope)).map((one) => one.closedOn),
        ["2026-02-01"],
      );
    });
  });

  function within<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
    return fresh.store.within(small.practice, work);
  }
});
