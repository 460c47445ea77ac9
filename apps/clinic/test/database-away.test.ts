import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestCluster, testServerVariable } from "@concord/store/testing";
import { openClinic, type TestClinic } from "./support/clinic.ts";
import { formsOf } from "./support/forms-of.ts";

/*
 * A PostgreSQL of this file's own, which is stopped under a clinic that is open.
 */

/** On a connection of its own: stopping the server takes a moment in which idle ones are closed. */
const fetch = (address: string, given: RequestInit = {}) =>
  globalThis.fetch(address, { ...given, headers: { ...given.headers, connection: "close" } });

let cluster: Awaited<ReturnType<typeof startTestCluster>>;
let clinic: TestClinic;
let form: string;
const shared = process.env[testServerVariable];
before(async () => {
  cluster = await startTestCluster();
  process.env[testServerVariable] = cluster.url;
  clinic = await openClinic();
  if (shared === undefined) delete process.env[testServerVariable];
  else process.env[testServerVariable] = shared;
  form = await clinic.ask("concord-alliance-session-client-adult");
});
after(() => clinic.close());

test("health, pages and a client's form before and after the database stops", async () => {
  assert.equal((await fetch(`${clinic.url}/healthz`)).status, 200);
  assert.equal((await fetch(clinic.url + form)).status, 200);
  const written: string[] = [];
  const { write } = process.stderr;
  process.stderr.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  try {
    await cluster.stop();
    const health = await fetch(`${clinic.url}/healthz`);
    assert.equal(health.status, 503);
    assert.ok(Number(health.headers.get("retry-after")) > 0);
    for (const path of ["/sign-in", form, "/caseload", "/sign-in.data"]) {
      const answer = await fetch(clinic.url + path, { headers: { cookie: "concord.session_token=x.y" } });
      const text = await answer.text();
      assert.equal(answer.status, 503, `${path}: ${text.slice(0, 200)}`);
      assert.ok(Number(answer.headers.get("retry-after")) > 0, path);
      assert.doesNotMatch(text, /ECONN|postgres|SQL/i);
    }
    const answers = { i01: "3", i02: "4", i07: 'It was <better> & "calmer".', submission: "once-only" };
    const sent = await fetch(clinic.url + form, {
      method: "POST",
      headers: { origin: clinic.url },
      body: new URLSearchParams(answers),
    });
    const page = await sent.text();
    assert.equal(sent.status, 503);
    assert.match(page, /Your answers have not been sent yet/);
    const [back] = formsOf(page, form);
    assert.equal(back?.action, form);
    assert.deepEqual(Object.fromEntries(back.fields.map(({ name, value }) => [name, value])), answers);
  } finally {
    process.stderr.write = write;
  }
  const log = written.join("");
  assert.match(log, /cannot reach its database/);
  assert.equal(log.trim().split("\n").length, 1, "one line, however many requests");
  assert.ok(!log.includes(form.slice(3)), "no token");
});
