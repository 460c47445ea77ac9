import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addSession, fitScores, giveConsent, Refusal, requestForm, submitForm } from "../src/index.ts";
import { type APractice, allOf, createCase, createPractice, key } from "./practice-fixture.ts";

const bond = {
  instrument: "concord-alliance-session-client-adult",
  scale: "total",
  rater: "client",
} as const;
const formula = "outcome ~ session + (1 | client)";

let of: APractice;
let all: readonly string[];
before(async () => {
  of = await createPractice();
  const cases: string[] = [];
  for (let i = 0; i < 6; i++) {
    const episode = await createCase(of, `Client ${i}`);
    cases.push(episode);
    // Answers wander, so that sessions differ within a client.
    for (const [at, heldOn] of ["2026-02-23", "2026-02-27", "2026-03-02"].entries()) {
      const session = await addSession(of.context, of.therapist, { episode, heldOn });
      const { instrument } = bond;
      const { path } = await requestForm(of.context, of.therapist, { episode, session, instrument });
      await submitForm(of.context, path.slice(3), allOf(1 + ((3 * i + at * at) % 5), 6), key);
    }
  }
  all = cases;
});
after(() => of.fresh.close());

test("only who runs research may ask", async () => {
  for (const actor of [of.therapist, of.supervisor, of.administrator])
    await assert.rejects(fitScores(of.context, actor, bond), Refusal);
});

test("cases without consent take no part, and fewer than five are too few to be nobody", async () => {
  const none = await fitScores(of.context, of.researcher, { ...bond, formula });
  assert.deepEqual([none.kind, none.cases, none.leftOut], ["refused", 0, 6]);
  assert.ok(none.kind === "refused" && /would speak of persons/.test(none.reason));
  for (const episode of all.slice(0, 5))
    await giveConsent(of.context, of.therapist, {
      episode,
      givenBy: "client",
      about: { matter: "research" },
    });
  const fit = await fitScores(of.context, of.researcher, { ...bond, formula });
  assert.ok(fit.kind === "fitted", fit.kind === "refused" ? fit.reason : "");
  assert.deepEqual([fit.cases, fit.leftOut, fit.observations], [5, 1, 15]);
  assert.deepEqual(fit.groups, [{ name: "client", count: 5 }]);
  assert.deepEqual(
    fit.tests.map(({ name }) => name),
    ["(Intercept)", "session"],
  );
  assert.ok(!("ranef" in fit.terms), "no single client's effect");
});

test("one therapist alone cannot differ from others: said, not computed", async () => {
  const fit = await fitScores(of.context, of.researcher, bond);
  assert.ok(fit.kind === "refused");
  assert.match(fit.reason, /therapist/);
});

test("an instrument that is nobody's to share is not there", async () => {
  const own = { ...bond, instrument: "concord-attachment-therapist" };
  await assert.rejects(fitScores(of.context, of.researcher, own), Refusal);
});
