import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, test } from "node:test";
import { openClinic, type TestClinic } from "./support/clinic.ts";

let clinic: TestClinic;
const lines: string[] = [];

before(async () => {
  clinic = await openClinic({ publicUrl: "https://clinic.example/", log: (line) => void lines.push(line) });
});

after(() => clinic.stop());

test("the server reports that it is healthy", async () => {
  const answer = await fetch(`${clinic.url}/healthz`);
  assert.equal(await answer.text(), "ok\n");
});

test("every answer carries the strict headers, and https is insisted on once it is there", async () => {
  for (const path of ["/sign-in", "/healthz", "/mark.svg", "/no/such/page", `/f/${"x".repeat(43)}`]) {
    const { headers } = await fetch(clinic.url + path);
    assert.match(
      headers.get("content-security-policy") ?? "",
      /default-src 'none'.*frame-ancestors 'none'/,
      path,
    );
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    assert.equal(headers.get("referrer-policy"), "same-origin", path);
    assert.match(headers.get("strict-transport-security") ?? "", /max-age=\d{8}/, path);
    assert.match(headers.get("permissions-policy") ?? "", /camera=\(\)/, path);
    assert.equal(headers.get("x-powered-by"), null, path);
  }
});

test("the nonce is new every time", async () => {
  const nonceOf = async () =>
    /'nonce-([^']+)'/.exec(
      (await fetch(`${clinic.url}/sign-in`)).headers.get("content-security-policy") ?? "",
    )?.[1];
  assert.notEqual(await nonceOf(), await nonceOf());
});

test("files whose names hold their content are kept for good, pages never", async () => {
  const page = await fetch(`${clinic.url}/sign-in`);
  assert.equal(page.headers.get("cache-control"), "no-store");
  const [file = ""] = /\/assets\/[^"]+\.css/.exec(await page.text()) ?? [];
  const kept = await fetch(clinic.url + file, { headers: { "accept-encoding": "gzip, br" } });
  assert.equal(kept.headers.get("cache-control"), "public, max-age=31536000, immutable");
  assert.equal(kept.headers.get("content-encoding"), "br");
});

test("nothing outside the pages' own files is served", async () => {
  for (const path of [
    "/assets/../../server/index.js",
    "/assets/%2e%2e/%2e%2e/package.json",
    "/build/server/index.js",
  ])
    assert.equal((await fetch(clinic.url + path)).status, 404, path);
});

test("a body that is too large, or of unknown length, is not read", async () => {
  const path = await clinic.ask("concord-alliance-session-client-adult");
  const large = await fetch(clinic.url + path, {
    method: "POST",
    headers: { origin: clinic.url },
    body: new URLSearchParams({ i07: "x".repeat(70_000) }),
  });
  assert.equal(large.status, 413);
  const status = await new Promise((resolve, reject) => {
    const sent = request(
      clinic.url + path,
      { method: "POST", headers: { origin: clinic.url, "transfer-encoding": "chunked" } },
      (answer) => resolve(answer.statusCode),
    );
    sent.on("error", reject);
    sent.end("i01=1");
  });
  assert.equal(status, 411);
});

test("what people write comes back as words, never as markup", async () => {
  const path = await clinic.ask("concord-alliance-session-client-adult");
  const answer = await fetch(clinic.url + path, {
    method: "POST",
    headers: { origin: clinic.url },
    body: new URLSearchParams({ i01: "99", i07: "<script>alert(1)</script>" }),
  });
  const page = await answer.text();
  assert.equal(answer.status, 400);
  assert.match(page, /&lt;script&gt;alert\(1\)/);
  assert.doesNotMatch(page, /<script>alert/);
});

test("the log holds patterns, not addresses, links or names", () => {
  const log = lines.join("");
  assert.match(log, /GET \/f\/: 404 \d+ms/);
  assert.doesNotMatch(log, /[A-Za-z0-9_-]{43}|example\.org|127\.0\.0\.1/);
});
