import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./support/run.ts";

/** Made-up sessions of 8 clients; z is missing twice. */
const table = [
  "client,session,x,z,y,a,b,c,d",
  ...Array.from({ length: 48 }, (_, i) => {
    const [client, session] = [Math.floor(i / 6), (i % 6) + 1];
    const wave = (k: number) => Math.round(100 * Math.sin(k * (i + 1) + client)) / 100;
    const z = i === 5 || i === 20 ? "" : wave(3.7);
    const y = Math.round(100 * (5 + 0.4 * wave(1.3) + Math.cos(client * 2.1) + wave(7.9))) / 100;
    const items = [1.3, 2.9, 5.3, 6.1].map((k) => Math.round(100 * (wave(1.9) + wave(k))) / 100);
    return [`c${client}`, session, wave(1.3), z, y, ...items].join(",");
  }),
].join("\n");

const said = (out: string) => out.replaceAll(/\s+/g, " ");

test("fit --compare: models that are not nested get no p, in the sentence and in the JSON", async () => {
  const pairs = [
    ["y ~ x + (1 | client)", "y ~ session + z + (1 | client)", /the smaller model has x, which/],
    ["y ~ log(session) + (1 | client)", "y ~ session + x + (1 | client)", /has log\(session\), which/],
    ["y ~ x + (session | client)", "y ~ x * z + I(x^2) + I(z^2) + (1 | client)", /has session over client/],
  ] as const;
  for (const [own, other, alone] of pairs) {
    const words = ["fit", own, "-", "--compare", other];
    const { out } = await run(words, table);
    assert.match(said(out), /No test against the other model: .* models that are not nested have no test/);
    assert.match(said(out), alone);
    const { LRT } = JSON.parse((await run([...words, "--json"], table)).out);
    assert.equal(LRT.p, null);
    assert.equal(LRT.p_boundary, null);
    assert.match(LRT.not_tested, /not nested/);
  }
});

test("fit --compare: both models are fitted to the rows that both can use", async () => {
  const words = ["fit", "y ~ x + (1 | client)", "-", "--compare", "y ~ x + z + (1 | client)", "--json"];
  const got = JSON.parse((await run(words, table)).out);
  assert.equal(got.input.rows.used, 46);
  assert.ok(got.LRT.p > 0 && got.LRT.p < 1);
  const alone = JSON.parse(
    (
      await run(
        ["fit", "y ~ x + (1 | client)", "-", "--json"],
        `${table
          .split("\n")
          .filter((line) => line.split(",")[3] !== "")
          .join("\n")}`,
      )
    ).out,
  );
  assert.deepEqual(got.beta, alone.beta);
  assert.equal(got.logLik, alone.logLik);
});

test("fit --ar1 --compare: no p without nesting", async () => {
  const words = ["fit", "y ~ x + (1 | client)", "-", "--ar1", "session|client"];
  const { out } = await run([...words, "--compare", "y ~ session + z + (1 | client)"], table);
  assert.match(
    said(out),
    /No test against the other model: the smaller model has x, which the larger has not/,
  );
});

test("structure --compare: no χ² and no p where neither model lies within the other", async () => {
  const words = ["structure", "-", "--model", "f =~ a + b + c + d\na ~~ b", "--compare", "f =~ a + b + c"];
  const { out } = await run(words, table);
  assert.match(said(out), /No test against the other model: only one of the models has d/);
  assert.doesNotMatch(out, /NaN|Infinity/);
  const { chisq_diff } = JSON.parse((await run([...words, "--json"], table)).out);
  assert.deepEqual([chisq_diff.chisq, chisq_diff.p], [null, null]);
  assert.match(chisq_diff.not_tested, /only one of the models has d/);
});
