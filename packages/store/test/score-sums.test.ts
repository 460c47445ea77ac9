import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { seededChance } from "@concord/numerics";
import type { Frame } from "@concord/statistics/formula";
import {
  crossProductsOf,
  type FittedMixedModel,
  fitFromCrossProducts,
  fitMultilevel,
  type MultilevelFit,
  mixedDesignOf,
  mixedModelOf,
  sumsNeeded,
} from "@concord/statistics/multilevel";
import {
  clients,
  episodes,
  newIdentifier,
  practices,
  responses,
  type Scope,
  type ScoresMeant,
  type Store,
  scoreSums,
  scores,
  sessions,
  staff,
} from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";

const instrument = "phq-9";
const total = { instrument, scale: "total", rater: "client" } as const;

interface Practice {
  readonly practice: string;
  readonly episodes: readonly string[];
  /** What was written, as a frame of rows. */
  readonly frame: Frame;
}

/** Four therapists with six clients each, twelve sessions of which about a fifth is missing. */
async function createPractice(store: Store, name: string, seed: number): Promise<Practice> {
  const practice = newIdentifier();
  const chance = seededChance(seed);
  const rows: { therapist: string; client: string; session: number; outcome: number; episode: string }[] = [];
  await store.within(practice, async (scope) => {
    await practices.found(scope, { name, simulated: true });
    for (let t = 0; t < 4; t++) {
      const therapist = await staff.add(scope, {
        name: `T${t}`,
        email: `t${t}@${name}.example`,
        roles: ["therapist"],
      });
      const level = chance();
      for (let c = 0; c < 6; c++) {
        const client = await clients.add(scope, { label: `C${t}${c}`, ageBand: "adult" });
        const episode = await episodes.open(scope, { client, therapist, openedOn: "2026-01-05" });
        const [start, slope] = [8 * chance(), 0.6 * chance()];
        for (let session = 1; session <= 12; session++) {
          if (chance() < 0.2) continue;
          const outcome = 10_000 + 3 * level + start - slope * session + 2 * chance();
          rows.push({ therapist, client, session, outcome, episode });
        }
      }
    }
    await keep(scope, rows);
  });
  return {
    practice,
    episodes: [...new Set(rows.map((row) => row.episode))],
    frame: {
      therapist: rows.map((row) => row.therapist),
      client: rows.map((row) => row.client),
      session: rows.map((row) => row.session),
      outcome: rows.map((row) => row.outcome),
    },
  };
}

async function keep(
  scope: Scope,
  rows: readonly { readonly episode: string; readonly session: number; readonly outcome: number }[],
): Promise<void> {
  await sessions.recordMany(
    scope,
    rows.map(({ episode, session }) => ({ episode, session })),
  );
  const named = rows.map((row) => ({ ...row, response: newIdentifier() }));
  await responses.addMany(
    scope,
    named.map(({ response, episode, session }) => ({
      response,
      episode,
      session,
      instrument,
      instrumentVersion: "1",
      rater: "client" as const,
      source: "simulation" as const,
      values: { i01: 1 },
      receivedAt: "2026-02-01T00:00:00.000Z",
    })),
  );
  const counts = { scale: "total", answered: 9, items: 9 };
  await scores.addMany(
    scope,
    named.map(({ response, episode, outcome }) => ({
      response,
      episode,
      construct: "outcome" as const,
      better: "lower" as const,
      scoring: "1",
      result: {
        kind: "score" as const,
        ...counts,
        value: outcome,
        percent: 50,
        minimum: 0,
        maximum: 20_000,
        prorated: false,
      },
    })),
  );
}

async function fitInSql(store: Store, practice: string, formula: string, meant: ScoresMeant) {
  const design = mixedDesignOf(mixedModelOf(formula));
  const sums = await store.within(practice, (scope) => scoreSums.take(scope, meant, sumsNeeded(design)));
  return { sums, fit: fitFromCrossProducts(design, crossProductsOf(design, sums)) };
}

function fitted(fit: MultilevelFit): FittedMixedModel {
  if (fit.kind === "refused") throw new Error(fit.reason);
  return fit;
}

describe("sums taken in the database", () => {
  let fresh: FreshStore;
  let north: Practice;
  let south: Practice;
  before(async () => {
    fresh = await freshStore();
    north = await createPractice(fresh.store, "north", 11);
    south = await createPractice(fresh.store, "south", 12);
  });
  after(() => fresh.close());

  for (const formula of [
    "outcome ~ session + (session | client) + (1 | therapist)",
    "outcome ~ I((session - 6) / 10) + I(session^2) + (1 | therapist/client)",
  ]) {
    test(`fit as rows do: ${formula}`, async () => {
      const meant = { ...total, episodes: north.episodes };
      const { sums, fit } = await fitInSql(fresh.store, north.practice, formula, meant);
      assert.equal(sums.cells.length, 24);
      const [own, rows] = [fitted(fit), fitted(fitMultilevel(formula, north.frame))];
      assert.equal(own.observations, rows.observations);
      const near = (a: number, b: number, what: string) =>
        assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)), `${what}: ${a} and ${b}`);
      near(own.criterion, rows.criterion, "criterion");
      own.fixed.forEach(({ name, estimate, standardError }, j) => {
        near(estimate, rows.fixed[j]!.estimate, name);
        near(standardError, rows.fixed[j]!.standardError, name);
      });
      // Where the criterion is flat, a variance is found to the square root of the criterion's digits at best.
      own.components.forEach(({ group, deviation }, j) => {
        near(deviation, rows.components[j]!.deviation, group);
      });
    });
  }

  test("another practice's scores are not there to be summed", async () => {
    const meant = { ...total, episodes: [...north.episodes, ...south.episodes] };
    const { sums } = await fitInSql(fresh.store, south.practice, "outcome ~ 1 + (1 | client)", meant);
    const rows = sums.cells.reduce((count, cell) => count + cell.sums[0]!, 0);
    assert.equal(rows, south.frame.outcome!.length);
  });

  test("nothing that was not asked for takes part: other scales, replaced scores, no episode at all", async () => {
    const none = await fitInSql(fresh.store, north.practice, "outcome ~ 1 + (1 | client)", {
      ...total,
      episodes: [],
    });
    assert.deepEqual(none.sums.cells, []);
    assert.equal(none.fit.kind, "refused");
    const other = { ...total, scale: "sleep", episodes: north.episodes };
    const { sums } = await fitInSql(fresh.store, north.practice, "outcome ~ 1 + (1 | client)", other);
    assert.deepEqual(sums.cells, []);
  });

  test("what the database cannot sum is said", async () => {
    const meant = { ...total, episodes: north.episodes };
    const ask = (formula: string) => fitInSql(fresh.store, north.practice, formula, meant);
    await assert.rejects(
      ask("outcome ~ age + (1 | client)"),
      /sums of scores know outcome, percent, session; not age/,
    );
    await assert.rejects(ask("outcome ~ log(session) + (1 | client)"), /know \+, −, ×/);
    await assert.rejects(ask("outcome ~ session + (1 | room)"), /not room/);
  });
});
