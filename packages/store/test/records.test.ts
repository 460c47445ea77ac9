import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  audit,
  consents,
  isIdentifier,
  newIdentifier,
  notes,
  phases,
  type Scope,
  settings,
  staff,
  wordings,
} from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { type Small, smallPractice } from "./two-practices.ts";

describe("what is kept about a case", () => {
  let fresh: FreshStore;
  let small: Small;
  before(async () => {
    fresh = await freshStore({ now: () => "2026-02-01T12:00:00.000Z" });
    small = await smallPractice(fresh.store, "north");
  });
  after(() => fresh.close());

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

  test("audit: newest first, page by page", async () => {
    await within(async (scope) => {
      for (const subject of ["one", "two", "three"]) {
        await audit.append(scope, {
          staff: small.therapist,
          who: "therapist",
          action: "read-case",
          message: { id: "stored.audit.read-case", values: {} },
          subject,
        });
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
