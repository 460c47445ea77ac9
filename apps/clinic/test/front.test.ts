import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, describe, test } from "node:test";
import { isDatabaseDown } from "../server/database-down.ts";
import { hostsOf } from "../server/hosts.ts";
import { openClinic, type TestClinic } from "./support/clinic.ts";

let clinic: TestClinic;
before(async () => {
  clinic = await openClinic({ publicUrl: "https://clinic.example" });
});
after(() => clinic.stop());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** As sent, without what fetch puts right. */
function send(
  path: string,
  {
    method = "GET",
    headers = {},
    body = "",
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(clinic.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part) => {
        text += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

describe("the name a request comes for", () => {
  const port = () => new URL(clinic.url).port;
  test("is one of ours, or the request is misdirected", async () => {
    for (const host of [
      `127.0.0.1:${port()}`,
      `localhost:${port()}`,
      `LOCALHOST:${port()}`,
      `[::1]:${port()}`,
      "clinic.example",
      "clinic.example:443",
    ])
      assert.equal((await send("/sign-in", { headers: { host } })).status, 200, host);
    for (const host of [
      "evil.example",
      `evil.example:${port()}`,
      "127.0.0.1",
      "127.0.0.1:1",
      "clinic.example.evil.example",
      "clinic.example:8080",
      "localhost",
      "[::2]",
      "0.0.0.0",
      "2130706433",
    ])
      for (const path of ["/sign-in", "/mark.svg", "/", "/caseload.data"])
        assert.equal((await send(path, { headers: { host } })).status, 421, `${host} ${path}`);
  });

  test("is well formed, or the request is refused", async () => {
    for (const host of [
      "a b",
      "a/b",
      "http://127.0.0.1",
      "127.0.0.1:port",
      "user@127.0.0.1",
      "[::1",
      "a".repeat(300),
      "127.0.0.1:99999999",
    ])
      assert.equal((await send("/sign-in", { headers: { host } })).status, 400, JSON.stringify(host));
  });

  test("a sign-in under another name is refused before it is read", async () => {
    const answer = await send("/sign-in", {
      method: "POST",
      headers: {
        host: "evil.example",
        origin: "http://evil.example",
        "content-type": "application/x-www-form-urlencoded",
        "content-length": "3",
      },
      body: "a=b",
    });
    assert.equal(answer.status, 421);
    assert.equal(answer.headers["set-cookie"], undefined);
  });

  test("on every interface it is this machine's own, whatever the port is called", () => {
    const hosts = hostsOf({ publicUrl: "http://localhost:4180", host: "0.0.0.0", port: 4180 });
    assert.ok(hosts.has("127.0.0.1:4180") && hosts.has("localhost:4180") && !hosts.has("evil.example:4180"));
    assert.ok(hostsOf({ publicUrl: "https://a.example:443", host: "127.0.0.1", port: 1 }).has("a.example"));
    assert.ok(hostsOf({ publicUrl: "http://x", host: "::1", port: 80 }).has("[::1]"));
    assert.ok(
      hostsOf({ publicUrl: "http://x", host: "127.0.0.1", port: 80, also: ["Clinic.Local"] }).has(
        "clinic.local",
      ),
    );
  });
});

describe("methods and addresses", () => {
  test("other methods than reading and sending are refused with those that are allowed", async () => {
    for (const method of ["OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])
      for (const path of ["/sign-in", "/caseload", "/f/x", "/no/such", "/mark.svg"]) {
        const answer = await send(path, { method });
        assert.equal(answer.status, 405, `${method} ${path}`);
        assert.equal(answer.headers.allow, "GET, HEAD, POST");
      }
  });

  test("an address that cannot be decoded is the sender's mistake", async () => {
    for (const path of ["/%", "/f/%E0%A4%A", "/case/%ff", "/%c0%ae%c0%ae/"])
      assert.equal((await send(path)).status, 400, path);
  });
});

describe("while the database is away", () => {
  test("errors that mean that are told from others, however deep", () => {
    const coded = (code: string) => Object.assign(new Error("x"), { code });
    for (const code of ["ECONNREFUSED", "ECONNRESET", "57P01", "57P03", "08006", "53100", "53300"])
      assert.ok(isDatabaseDown(new Error("outer", { cause: coded(code) })), code);
    for (const code of ["23505", "42501", "22P02", "40001", "ENOENT"])
      assert.ok(!isDatabaseDown(coded(code)), code);
    assert.ok(!isDatabaseDown("ECONNREFUSED"));
  });
});
