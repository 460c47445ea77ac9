import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { audit, consents, notes, responses, scores } from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { sql } from "drizzle-orm";
import { type Small, scored, smallPractice, submitted } from "./two-practices.ts";

describe("what was said stays said", () => {
  let fresh: FreshStore;
  let small: Small;
  before(async () => {
    fresh = await freshStore();
    small = await smallPractice(fresh.store, "north");
    await fresh.store.within(small.practice, async (scope) => {
      const received = await responses.receive(scope, submitted(small.request));
      assert.equal(received.kind, "received");
      if (received.kind === "received") {
        await scores.record(scope, [scored(received.response.response, small.episode)]);
      }
      await notes.write(scope, {
        episode: small.episode,
        author: small.therapist,
        readers: "author",
        text: "Mine.",
      });
      await consents.record(scope, {
        episode: small.episode,
        matter: "research",
        state: "given",
        givenBy: "client",
        supervisor: null,
        recordedBy: small.therapist,
      });
      await audit.append(scope, {
        who: "system",
        action: "test",
        message: { id: "stored.audit.other", values: { action: "test" } },
        subject: small.episode,
      });
    });
  });
  after(() => fresh.close());

  for (const table of [
    "response",
    "member_rating",
    "consent",
    "note",
    "audit",
    "study",
    "synthesis",
    "edition",
    "repair_step",
    "restriction",
    "erasure",
    "safety_review",
    "case_choice",
    "episode_change",
  ]) {
    test(`${table}: no row may be changed, removed or emptied`, async () => {
      for (const text of [
        `update care.${table} set practice_id = practice_id`,
        `delete from care.${table}`,
        `truncate care.${table}`,
      ]) {
        await refused(text);
      }
    });
  }

  test("no answer may be changed in place, by any column", async () => {
    for (const column of ["values", "texts", "received_at", "rater", "corrects", "session"]) {
      await refused(`update care.response set "${column}" = "${column}"`);
    }
  });

  test("scores and tasks may not be rewritten, only retired and acknowledged", async () => {
    await refused("update care.score set value = 0");
    await refused("delete from care.score");
    await refused("update care.risk_task set risks = '[]'");
    await refused("delete from care.risk_task");
  });

  test("a request keeps its token, its case and its form", async () => {
    await refused("update care.form_request set token_hash = null");
    await refused("update care.form_request set instrument = 'x'");
    await refused("delete from care.form_request");
  });

  async function refused(text: string): Promise<void> {
    await assert.rejects(
      fresh.store.within(small.practice, ({ database }) => database.execute(sql.raw(text))),
      { name: "DatabaseRefusal", code: "42501" },
      text,
    );
  }
});
