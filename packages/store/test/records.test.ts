import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  audit,
  clients,
  consents,
  episodes,
  groups,
  isIdentifier,
  newIdentifier,
  notes,
  phases,
  practices,
  requests,
  type Scope,
  sessions,
  settings,
  staff,
  wordings,
} from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { asked, type Small, smallPractice } from "./two-practices.ts";

describe("the records of a practice", () => {
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
      simulated: true,
      createdAt: "2026-02-01T12:00:00.000Z",
    });
  });

  test("staff: found by account, changed, listed by name", async () => {
    await within(async (scope) => {
      const ada = await staff.add(scope, {
        name: "Ada",
        email: "Ada@North.example",
        roles: ["administrator"],
      });
      await staff.linkUser(scope, ada, "user-ada");
      await staff.change(scope, ada, { roles: ["administrator", "supervisor"], email: "ADA@x.example" });
      const found = await staff.findByUser(scope, "user-ada");
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

  test("consent: the newest word of each stands, and all that was said is there", async () => {
    const supervisor = await within((scope) =>
      staff.add(scope, { name: "Sol", email: "sol@north.example", roles: ["supervisor"] }),
    );
    const say = (givenBy: "client" | "therapist", state: "given" | "withdrawn", recordedAt: string) =>
      within((scope) =>
        consents.record(scope, {
          episode: small.episode,
          matter: "supervision",
          state,
          givenBy,
          supervisor,
          recordedBy: small.therapist,
          recordedAt,
        }),
      );
    const standing = async () =>
      (await within((scope) => consents.standing(scope, { supervisor }))).map((one) => one.givenBy);
    await say("client", "given", "2026-01-01T00:00:00.000Z");
    await say("therapist", "given", "2026-01-02T00:00:00.000Z");
    assert.deepEqual(await standing(), ["client", "therapist"]);
    await say("client", "withdrawn", "2026-01-03T00:00:00.000Z");
    assert.deepEqual(await standing(), ["therapist"]);
    await say("client", "given", "2026-01-04T00:00:00.000Z");
    assert.deepEqual(await standing(), ["client", "therapist"]);
    const said = await within((scope) => consents.list(scope, [small.episode]));
    assert.deepEqual(
      said.map((one) => one.state),
      ["given", "given", "withdrawn", "given"],
    );
  });

  test("notes: a reflection is its author's alone; a new version gives way to nothing but a newer", async () => {
    await within(async (scope) => {
      const colleague = await staff.add(scope, {
        name: "Kim",
        email: "kim@north.example",
        roles: ["therapist"],
      });
      const given = { episode: small.episode, author: small.therapist } as const;
      const first = await notes.write(scope, { ...given, readers: "care-team", text: "First." });
      await notes.write(scope, {
        ...given,
        readers: "care-team",
        text: "Second.",
        replaces: first,
        session: 2,
      });
      await notes.write(scope, { ...given, readers: "author", text: "For me." });
      const texts = async (reader: string) =>
        (await notes.list(scope, small.episode, reader)).map((one) => one.text);
      assert.deepEqual(await texts(colleague), ["Second."]);
      assert.deepEqual(await texts(small.therapist), ["For me.", "Second."]);
    });
  });

  test("phases: set, moved, taken back", async () => {
    await within(async (scope) => {
      const mark = { episode: small.episode, name: "working-through", by: small.therapist } as const;
      await phases.mark(scope, { ...mark, from: 4 });
      await phases.mark(scope, { ...mark, from: 5 });
      assert.deepEqual(
        (await phases.list(scope, [small.episode])).map((one) => [one.name, one.from]),
        [["working-through", 5]],
      );
      await phases.unmark(scope, small.episode, "working-through");
      assert.deepEqual(await phases.list(scope, [small.episode]), []);
    });
  });

  test("wordings: kept by language, replaced, forgotten", async () => {
    await within(async (scope) => {
      const wording = {
        language: "de",
        title: "Bogen",
        instruction: "Bitte.",
        items: { i01: { text: "Gut." } },
      };
      await wordings.keep(scope, { instrument: "x", wording, by: small.therapist });
      await wordings.keep(scope, {
        instrument: "x",
        wording: { ...wording, title: "Neu" },
        by: small.therapist,
      });
      assert.deepEqual(
        (await wordings.list(scope, "x")).map((one) => one.wording.title),
        ["Neu"],
      );
      await wordings.forget(scope, "x", "de");
      assert.deepEqual(await wordings.list(scope), []);
    });
  });

  test("settings: any value under a name", async () => {
    await within(async (scope) => {
      assert.equal(await settings.get(scope, "help"), undefined);
      await settings.put(scope, "help", { heading: "Not alone" });
      await settings.put(scope, "weeks", 2);
      await settings.put(scope, "motto", "go slowly");
      assert.deepEqual(await settings.all(scope), {
        help: { heading: "Not alone" },
        motto: "go slowly",
        weeks: 2,
      });
      assert.equal(await settings.get(scope, "motto"), "go slowly");
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
      assert.deepEqual(await groups.ofEpisode(scope, small.episode), [group]);
      assert.deepEqual(
        (await groups.members(scope, group)).map((one) => [one.episode, one.joinedOn, one.leftOn]),
        [[small.episode, "2026-01-29", null]],
      );
      await groups.close(scope, group, "2026-02-01");
      assert.deepEqual(
        (await groups.list(scope)).map((one) => one.closedOn),
        ["2026-02-01"],
      );
    });
  });

  test("audit: newest first, page by page", async () => {
    await within(async (scope) => {
      for (const subject of ["one", "two", "three"]) {
        await audit.append(scope, { staff: small.therapist, who: "Therapist", action: "read-case", subject });
      }
      const newest = await audit.list(scope, { limit: 2 });
      assert.equal(newest.length, 2);
      const rest = await audit.list(scope, { before: newest[1]?.entry ?? "" });
      assert.deepEqual(
        new Set([...newest, ...rest].map((one) => one.subject)),
        new Set(["one", "two", "three"]),
      );
      assert.equal((await audit.list(scope, { subject: "two" })).length, 1);
    });
  });

  test("identifiers: of version 7, in order of time, told from other text", () => {
    const [early, late] = [newIdentifier(1_000), newIdentifier(2_000)];
    assert.ok(early < late);
    assert.match(early, /^00000000-03e8-7[0-9a-f]{3}-[89ab]/);
    assert.ok(isIdentifier(early));
    for (const text of ["", "x", early.toUpperCase(), `${early} `, early.replaceAll("-", "")]) {
      assert.equal(isIdentifier(text), false);
    }
  });

  function within<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
    return fresh.store.within(small.practice, work);
  }
});
