import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  type Actor,
  type AppContext,
  createContext,
  readCase,
  readCaseload,
  readClaim,
  seedDemo,
} from "@concord/practice";
import { type FreshStore, freshStore } from "@concord/store/testing";

let fresh: FreshStore;
let context: AppContext;
let therapists: readonly Actor[];

before(async () => {
  fresh = await freshStore();
  context = createContext(fresh.store, { now: () => new Date("2026-03-04T09:00:00.000Z") });
  const { practice, staff } = await seedDemo(context);
  therapists = staff
    .filter(({ email }) => /^(ines|jonas|priya)@/.test(email))
    .map((one) => ({ kind: "staff", practice, staff: one.staff, role: "therapist" }));
});
after(() => fresh.close());

test("every signal and every card of the simulated practice leads to a claim, and the claim to what it rests on", async () => {
  const claims = new Set<string>();
  let signals = 0;
  for (const actor of therapists) {
    const query = {
      sort: "client",
      descending: false,
      filter: "all",
      search: "",
      page: 1,
      perPage: 200,
    } as const;
    for (const { episode } of (await readCaseload(context, actor, query)).rows) {
      const view = await readCase(context, actor, episode);
      const found = [...view.signals, ...view.panel.rows.flatMap((row) => row.signals)];
      signals += found.length;
      for (const { because, detector } of found) {
        assert.ok(because.length > 0, detector);
        for (const id of because) claims.add(id);
      }
      for (const { card } of view.attention.advice) for (const id of card.because) claims.add(id);
    }
  }
  assert.ok(signals > 100);
  for (const id of claims) {
    const { claim, sources } = await readClaim(context, therapists[0]!, id);
    assert.ok(sources.length > 0 || claim.grade === "C", id);
  }
});
