import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findInstrument, scoringVersion } from "@concord/instruments";
import { digests, newIdentifier, responses, scores } from "@concord/store";
import { addSession, readCase, reevaluateAll } from "../../src/index.ts";
import { type APractice, createCase, createPractice } from "../practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

test("what was scored under older rules is scored anew, and the line of the caseload follows", async () => {
  const episode = await createCase(of);
  const session = await addSession(of.context, of.therapist, { episode });
  const instrument = findInstrument("concord-alliance-session-client-adult")!;
  const response = newIdentifier();
  const given = {
    response,
    episode,
    session,
    instrument: instrument.id,
    instrumentVersion: instrument.version,
  };
  const values = Object.fromEntries([1, 2, 3, 4, 5, 6].map((item) => [`i0${item}`, 4]));
  // As older rules might have left it: at the top, where today's say the middle of 1 to 7.
  await of.fresh.store.within(of.practice, async (scope) => {
    const receivedAt = scope.now();
    await responses.addMany(scope, [{ ...given, rater: "client", source: "simulation", values, receivedAt }]);
    const old = {
      kind: "score",
      value: 7,
      percent: 100,
      minimum: 1,
      maximum: 7,
      answered: 2,
      items: 2,
    } as const;
    await scores.addMany(
      scope,
      instrument.scales.map(({ id: scale }) => ({
        response,
        episode,
        construct: "alliance",
        better: "higher",
        scoring: "0.0.1",
        result: { ...old, scale, prorated: false },
      })),
    );
  });
  const percents = async () =>
    (await readCase(of.context, of.therapist, episode)).course.series.flatMap((one) =>
      one.points.map((point) => point.percent),
    );
  assert.deepEqual(await percents(), [100, 100, 100, 100]);
  const first = await reevaluateAll(of.context, of.administrator);
  assert.deepEqual([first.scored, first.cases], [1, 1]);
  assert.deepEqual(await percents(), [50, 50, 50, 50]);
  const line = await of.fresh.store.within(of.practice, (scope) => digests.find(scope, episode));
  assert.deepEqual(line?.spark, [50]);
  const versions = await of.fresh.store.within(of.practice, async (scope) =>
    (await scores.list(scope, [episode])).map((one) => one.scoring),
  );
  assert.deepEqual([...new Set(versions)], [scoringVersion]);
  const second = await reevaluateAll(of.context, of.administrator);
  assert.deepEqual([second.scored, second.cases], [0, 1]);
});
