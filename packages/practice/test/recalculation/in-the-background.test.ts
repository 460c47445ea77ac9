import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import type { ScaleScore } from "@concord/instruments";
import { digests, episodes, type Scope, scores } from "@concord/store";
import { sql } from "drizzle-orm";
import {
  type AppContext,
  askReevaluation,
  computeLocalNorms,
  Refusal,
  readAudit,
  readReevaluation,
  reevaluateAll,
  runReevaluation,
  seedMany,
  startRecalculationWorker,
  submitForm,
} from "../../src/index.ts";
import {
  type APractice,
  aLink,
  allOf,
  anotherPractice,
  createCase,
  createPractice,
  key,
} from "../practice-fixture.ts";

const cases = 130;

describe("evaluating all cases in the background", () => {
  let of: APractice;
  before(async () => {
    of = await createPractice();
    const many = { practice: of.practice, therapists: [of.therapist.staff], sessions: 4, seed: 5 };
    await seedMany(of.context, { ...many, cases });
  });
  beforeEach(async () => {
    later(3600);
    await inPractice((scope) => scope.database.execute(sql`update care.job set ${empty}`));
  });
  after(() => of.fresh.close());

  const empty = sql`wish = null, run = null, last = null, trouble = null, held_by = null, held_until = null,
    not_before = null`;
  const inPractice = <T>(work: (scope: Scope) => Promise<T>) => of.fresh.store.within(of.practice, work);
  const look = () => readReevaluation(of.context, of.administrator);
  const later = (seconds: number) => {
    of.clock.now = new Date(of.clock.now.getTime() + seconds * 1000);
  };

  /** Waits for what the background does next. */
  async function until(isSo: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 180_000;
    while (!(await isSo())) {
      if (Date.now() > end) assert.fail("it did not come to that");
      await pause(20);
    }
  }

  test("asked for, it waits, is done by itself, and says how it went", async () => {
    await reevaluateAll(of.context, of.administrator);
    await askReevaluation(of.context, of.administrator);
    const waits = await look();
    assert.deepEqual([waits.state.kind, waits.last?.cases], ["waits", cases]);
    later(60);
    const background = startRecalculationWorker(of.context, { every: 10 });
    await until(async () => (await look()).last?.startedAt === of.clock.now.toISOString());
    await background.stop();
    const { state, last, trouble } = await look();
    assert.deepEqual([state.kind, last?.reasons, last?.cases, trouble], ["rests", ["asked"], cases, null]);
    assert.equal(last?.byTheseRules, true);
    assert.match(last?.keptPrior[0]?.reason ?? "", /200 are needed/);
    const { lines } = await readAudit(of.context, of.administrator, { perPage: 3 });
    assert.ok(
      lines.some(({ who, action }) => who === "Concord" && action === `reevaluate ${cases} cases (asked)`),
    );
    assert.ok(lines.some(({ action }) => action === "ask-reevaluation"));
  });

  test("nobody has to ask: the first time, by other rules, with other norms and after a night", async () => {
    const reasons: string[] = [];
    const round = async () => {
      const from = of.clock.now.toISOString();
      const background = startRecalculationWorker(of.context, { every: 10 });
      await until(async () => {
        const { state, last } = await look();
        return state.kind === "rests" && last !== null && last.startedAt >= from;
      });
      await background.stop();
      reasons.push((await look()).last?.reasons.join(" ") ?? "");
      later(60);
    };
    await round();
    await inPractice((scope) =>
      scope.database.execute(
        sql`update care.job set last = jsonb_set(last, '{outcome,basis}', '"rules of another release"')`,
      ),
    );
    assert.equal((await look()).last?.byTheseRules, false);
    await round();
    await computeLocalNorms(of.context, of.administrator);
    await round();
    later(24 * 3600);
    await round();
    assert.deepEqual(reasons, ["first", "new-rules", "new-norms", "night"]);
  });

  test("killed in the middle, it is taken up half a minute later, and no case is done twice", async () => {
    await askReevaluation(of.context, of.administrator);
    // As a killed process leaves it: held, 50 lines written, nothing released.
    const stop = new AbortController();
    await runReevaluation(of.context, of.practice, {
      signal: stop.signal,
      onProgress: ({ step, done }) => {
        if (step === "expected") later(10);
        if (step === "caseload" && done >= 50) stop.abort();
      },
    });
    const written = await inPractice((scope) => lines(scope));
    const done = [...written.values()].filter((at) => at === of.clock.now.toISOString()).length;
    assert.ok(done >= 50 && done < cases, `${done}`);
    await inPractice((scope) =>
      scope.database.execute(
        sql`update care.job set held_by = gen_random_uuid(), held_until = ${new Date(of.clock.now.getTime() + 30_000).toISOString()}`,
      ),
    );
    assert.equal((await look()).state.kind, "runs");
    assert.equal((await runReevaluation(of.context, of.practice)).kind, "nothing");
    await assert.rejects(reevaluateAll(of.context, of.administrator), Refusal);
    // What was made in the moment of the exchange is made once more; here nothing was.
    await inPractice((scope) =>
      scope.database.execute(
        sql`update care.job set run = jsonb_set(run, '{stepSince}', to_jsonb(${new Date(of.clock.now.getTime() - 5_000).toISOString()}::text))`,
      ),
    );
    later(31);
    assert.equal((await look()).state.kind, "interrupted");
    const steps: string[] = [];
    const ran = await runReevaluation(of.context, of.practice, {
      onProgress: ({ step }) => steps.push(step),
    });
    assert.ok(ran.kind === "done");
    assert.deepEqual([...new Set(steps)], ["caseload"]);
    const after = await inPractice((scope) => lines(scope));
    const again = [...after].filter(([id, at]) => at !== written.get(id)).length;
    assert.equal(again, cases - done);
    assert.equal(ran.outcome.cases, cases);
    await askedMeanwhile();
  });

  /** What was asked for while another process was at it is still wanted. */
  async function askedMeanwhile(): Promise<void> {
    const { state } = await look();
    assert.deepEqual([state.kind, state.kind === "waits" && state.reasons], ["waits", ["asked"]]);
  }

  test("half-done by the rules of another release, it begins anew", async () => {
    await askReevaluation(of.context, of.administrator);
    const stop = new AbortController();
    await runReevaluation(of.context, of.practice, {
      signal: stop.signal,
      onProgress: ({ step, done }) => {
        if (step === "caseload" && done >= 50) stop.abort();
      },
    });
    await inPractice((scope) =>
      scope.database.execute(sql`update care.job set run = jsonb_set(run, '{basis}', '"older rules"')`),
    );
    const steps: string[] = [];
    const ran = await runReevaluation(of.context, of.practice, {
      onProgress: ({ step }) => steps.push(step),
    });
    assert.equal(ran.kind, "done");
    assert.deepEqual([...new Set(steps)], ["scores", "expected", "caseload"]);
  });

  test("stopped with the clinic, it lets go at once and goes on at the next start", async () => {
    // Stopped in the middle, as often as it takes to come upon it before it is done.
    let kind = "";
    for (let tries = 0; tries < 50 && kind !== "interrupted"; tries++) {
      await askReevaluation(of.context, of.administrator);
      const background = startRecalculationWorker(of.context, { every: 10 });
      await until(async () => (await look()).state.kind !== "waits");
      await background.stop();
      kind = (await look()).state.kind;
    }
    assert.equal(kind, "interrupted");
    const next = startRecalculationWorker(of.context, { every: 10 });
    await until(async () => (await look()).state.kind === "rests");
    await next.stop();
    assert.equal((await look()).last?.cases, cases);
  });

  test("a form comes in while it runs, and its case says so", async () => {
    const episode = await createCase(of, "A. Newcomer");
    await askReevaluation(of.context, of.administrator);
    const running = runReevaluation(of.context, of.practice);
    const { token } = await aLink(of, episode);
    const sent = await submitForm(of.context, token, allOf(4, 6), key);
    assert.equal(sent.kind, "received");
    assert.equal((await running).kind, "done");
    const line = await inPractice((scope) => digests.find(scope, episode));
    assert.deepEqual(line?.spark, [50]);
    await closeCase(episode);
  });

  async function closeCase(episode: string): Promise<void> {
    await inPractice((scope) => episodes.change(scope, episode, { closedOn: "2026-03-02" }));
  }

  test("each practice by itself, and only who runs it may ask or look", async () => {
    const elsewhere = await anotherPractice(of.context);
    const background = startRecalculationWorker(of.context, { every: 10 });
    await until(async () => (await readReevaluation(of.context, elsewhere.administrator)).last !== null);
    await background.stop();
    assert.equal((await readReevaluation(of.context, elsewhere.administrator)).last?.cases, 0);
    for (const actor of [of.therapist, of.supervisor, of.researcher]) {
      await assert.rejects(askReevaluation(of.context, actor), Refusal);
      await assert.rejects(readReevaluation(of.context, actor), Refusal);
    }
  });

  /** The same house, in which some work of the store fails. */
  function failing(when: (scope: Scope) => Promise<Error | null>): AppContext {
    const { store } = of.context;
    const within: typeof store.within = (practice, work, kind) =>
      store.within(
        practice,
        async (scope) => {
          const error = await when(scope);
          if (error !== null) throw error;
          return work(scope);
        },
        kind,
      );
    return { ...of.context, store: { ...store, within } };
  }

  test("what stands in its way is kept in one line, and it is tried again, later each time", async () => {
    await askReevaluation(of.context, of.administrator);
    const gone = Object.assign(new Error("the socket of somewhere"), { code: "ECONNRESET" });
    const falters = () => {
      let step = "";
      let faltered = false;
      const context = failing(async () => {
        if (step !== "caseload" || faltered) return null;
        faltered = true;
        return gone;
      });
      return runReevaluation(context, of.practice, {
        onProgress: (now) => {
          step = now.step;
        },
      });
    };
    assert.deepEqual(await falters(), { kind: "failed", error: gone });
    const { state, trouble } = await look();
    assert.deepEqual(trouble?.message, { id: "stored.failure.unreachable", values: { code: "ECONNRESET" } });
    assert.equal(state.kind === "interrupted" && state.notBefore, inSeconds(60));
    assert.equal((await falters()).kind, "nothing");
    later(60);
    assert.equal((await falters()).kind, "failed");
    assert.equal((await look()).trouble?.times, 2);
    // Whoever asks does not want to wait for the pause to end.
    await askReevaluation(of.context, of.administrator);
    assert.equal((await runReevaluation(of.context, of.practice)).kind, "done");
    assert.equal((await look()).trouble, null);
  });

  const inSeconds = (seconds: number) => new Date(of.clock.now.getTime() + seconds * 1000).toISOString();

  test("a case that cannot be evaluated keeps nobody else waiting, and is counted", async () => {
    await askReevaluation(of.context, of.administrator);
    const spoilt = await inPractice(async (scope) => {
      const [first] = await episodes.list(scope);
      const [kept] = await scores.list(scope, [first!.episode]);
      const result = { ...kept!.result, kind: "score", scale: "spoilt", value: 9, percent: 100 } as const;
      const row = { ...kept!, result: { ...result, minimum: 1, maximum: 7 } as ScaleScore };
      assert.equal(await scores.addMany(scope, [row]), 1);
      return first!.episode;
    });
    const ran = await runReevaluation(of.context, of.practice);
    assert.ok(ran.kind === "done");
    assert.equal(ran.outcome.leftOut, 1);
    assert.equal(ran.outcome.cases, (await inPractice(episodes.count)) - 1);
    assert.match(String(ran.problem), /trace requires scores from 1 to 7/);
    assert.deepEqual(await inPractice((scope) => digests.olderThan(scope, inSeconds(0))), [spoilt]);
    await inPractice(({ database }) =>
      database.execute(sql`update care.score set current = false where scale = 'spoilt'`),
    );
  });
});

/** When each line of the caseload was written. */
async function lines(scope: Scope): Promise<ReadonlyMap<string, string>> {
  const { rows } = await scope.database.execute<{ id: string; at: string }>(
    sql`select episode_id as id, to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
        from care.case_digest`,
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}
