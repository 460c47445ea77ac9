import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { everyone, expected, type Who } from "./support/access-table.ts";
import { headerProblems } from "./support/answer-headers.ts";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { filled, placesOf, table } from "./support/places.ts";
import { printedDuring } from "./support/printed.ts";
import { difference, rowsOf } from "./support/rows.ts";
import { seeded } from "./support/seeded.ts";
import { type Sender, sender, signedIn } from "./support/sent.ts";

/*
 * Seeded random input over every route: in the address, the query, the cookies, the fields and the kind of body. No
 * answer is an error of the server, nothing is printed, no answer takes long, and a person who may not read a page
 * changes no row by it. The same requests every time; CONCORD_FUZZ sends another number, CONCORD_FUZZ_SEED others.
 */

const count = Number(process.env.CONCORD_FUZZ ?? "2000");
const seed = Number(process.env.CONCORD_FUZZ_SEED ?? "20261129");
/** Milliseconds for one answer while others are under way on a busy machine; usual are less than 20. */
const longest = 5_000;

let clinic: TestClinic;
let places: Readonly<Record<string, string>>;
const people = new Map<Who, Sender>();
before(async () => {
  clinic = await openClinic();
  places = await placesOf(clinic);
  people.set("nobody", sender(clinic.url));
  for (const who of everyone)
    if (who !== "nobody") people.set(who, await signedIn(clinic, clinic.people[who].email, password));
});
after(() => clinic.stop());

const next = seeded(seed);
const pick = <T>(some: readonly T[]): T => {
  const one = some[Math.floor(next() * some.length)];
  if (one === undefined) throw new Error("Nothing to pick from.");
  return one;
};

const scraps: readonly string[] = [
  "",
  " ",
  "0",
  "-1",
  "1e999",
  "NaN",
  "null",
  "99999999999999999999",
  "2147483648",
  "\u0000",
  "a\u0000b",
  "\ufffe\uffff",
  "\ud800",
  "%00",
  "%",
  "%ff",
  "'",
  '"><script>alert(1)</script>',
  "' or 1=1 --",
  "../../../../etc/passwd",
  "..%2f..%2f",
  "{}",
  "[]",
  '{"__proto__":{"x":1}}',
  "ÿ".repeat(300),
  "x".repeat(5_000),
  "2026-13-45",
  "0000-00-00",
  "00000000-0000-0000-0000-000000000000",
  "{{7*7}}",
  "\u202e\u200b",
  "a\r\nSet-Cookie: x=y",
  "𝕏".repeat(50),
  "constructor",
  "//evil.example",
  "javascript:alert(1)",
];
const names = [
  "about",
  "intent",
  "staff",
  "role",
  "text",
  "change",
  "client",
  "openedOn",
  "session",
  "name",
  "email",
  "to",
  "password",
  "person",
  "page",
  "before",
  "i01",
  "i07",
  "submission",
  "query",
  "find",
  "sort",
  "pack",
  "file",
  "code",
  "practice",
  "next",
  "duty",
  "linkDays",
  "weight",
  "\u0000",
  "__proto__",
  "toString",
  "",
];

const kinds = [
  "form",
  "form",
  "form",
  "multipart",
  "json",
  "text",
  "broken multipart",
  "no type",
  "bytes",
] as const;

/** A body of this kind from a few fields, and the type that it says it has. */
function bodyOf(kind: (typeof kinds)[number], fields: readonly (readonly [string, string])[]) {
  if (kind === "form") return { body: new URLSearchParams(fields.map(([name, value]) => [name, value])) };
  if (kind === "json") return { body: JSON.stringify(Object.fromEntries(fields)), type: "application/json" };
  if (kind === "text") return { body: fields.flat().join("\n"), type: "text/plain" };
  if (kind === "broken multipart")
    return {
      body: fields.flat().join("--"),
      type: `multipart/form-data${pick(["", "; boundary=", "; boundary=x"])}`,
    };
  if (kind === "no type") return { body: new TextEncoder().encode(fields.flat().join("&")) };
  if (kind === "bytes")
    return {
      body: Uint8Array.from({ length: 200 }, () => Math.floor(next() * 256)),
      type: "application/x-www-form-urlencoded",
    };
  const form = new FormData();
  for (const [name, value] of fields)
    if (next() < 0.5) form.append(name, value);
    else form.append(name, new Blob([value]), pick(["", "a.txt", "../x", "\u0000"]));
  return { body: form };
}

interface Sent {
  readonly who: Who;
  readonly path: string;
  readonly init: RequestInit & { readonly headers: Record<string, string> };
  readonly told: string;
}

const patterns = table.map(({ pattern }) => pattern);
const encoded = (text: string) =>
  text === "%ff" || text === "%" ? text : encodeURIComponent(text.toWellFormed());

/** The next request: the address of a route with random parts, or with real ones for somebody it refuses. */
function nextRequest(): Sent {
  const who = pick(everyone);
  const pattern = pick(patterns);
  const listed = expected[pattern]?.[who] ?? expected[`POST ${pattern}`]?.[who];
  const isRefused = listed === "refused" || listed === "sign-in";
  const path =
    isRefused && next() < 0.5
      ? filled(pattern, places)
      : pattern.replace(/:\w+/g, () => encoded(pick(scraps).slice(0, 500)) || "x");
  const suffix = next() < 0.2 ? ".data" : "";
  const query = next() < 0.5 ? `?${encoded(pick(names))}=${encoded(pick(scraps).slice(0, 500))}` : "";
  const headers: Record<string, string> = { origin: clinic.url, connection: "close" };
  const cookie = [people.get(who)?.cookie() ?? ""];
  if (next() < 0.2)
    cookie.push(
      `${pick(["concord-theme", "concord-practice", "concord.two_factor", "x"])}=${encodeURIComponent(pick(scraps).toWellFormed()).slice(0, 200)}`,
    );
  headers.cookie = cookie.filter((one) => one !== "").join("; ");
  // A form is sent only by those who may not: whoever may, may change rows by nonsense that makes sense.
  const isPost = pattern !== "/sign-out" && (isRefused || who === "nobody") && next() < 0.7;
  if (!isPost)
    return {
      who,
      path: path + suffix + query,
      init: { headers },
      told: `GET ${path}${suffix}${query} ${who}`,
    };
  const kind = pick(kinds);
  const fields = Array.from(
    { length: 1 + Math.floor(next() * 4) },
    () => [pick(names), pick(scraps)] as const,
  );
  const { body, type } = bodyOf(kind, fields);
  if (type !== undefined) headers["content-type"] = type;
  return {
    who,
    path: path + suffix + query,
    init: { method: "POST", headers, body },
    told: `POST ${path}${suffix}${query} ${who} ${kind} ${JSON.stringify(fields).slice(0, 300)}`,
  };
}

test(`${count} random requests (seed ${seed}): no error of the server, nothing printed, none slow, no row changed by a refusal`, {
  timeout: 850_000,
}, async (context) => {
  const practice = clinic.people.therapist.actor.practice;
  const before = await rowsOf(clinic.clinic.appContext.store, [practice]);
  const requests = Array.from({ length: count }, nextRequest);
  const wrong: string[] = [];
  const took: number[] = [];
  const statuses = new Map<number, number>();
  let closed = 0;
  const lane = async () => {
    for (let one = requests.shift(); one !== undefined; one = requests.shift()) {
      const begun = performance.now();
      const answer = await fetch(clinic.url + one.path, { ...one.init, redirect: "manual" }).catch(
        (error: { readonly cause?: { readonly code?: string } }) => {
          // A body that is too large is refused while it is still being sent, which a client may see as a closed connection.
          if (one.init.body !== undefined && /^(EPIPE|ECONNRESET)$/.test(error.cause?.code ?? ""))
            return null;
          throw error;
        },
      );
      if (answer === null) {
        closed += 1;
        continue;
      }
      await answer.arrayBuffer();
      const time = performance.now() - begun;
      took.push(time);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status >= 500) wrong.push(`${answer.status} ${one.told}`);
      if (time > longest) wrong.push(`${time.toFixed(0)} ms ${one.told}`);
      for (const problem of headerProblems(answer)) wrong.push(`${problem} ${one.told}`);
    }
  };
  const printed = await printedDuring(async () => void (await Promise.all([0, 1, 2, 3].map(lane))));
  took.sort((a, b) => a - b);
  const share = (part: number) => `${took[Math.floor(part * (took.length - 1))]?.toFixed(1)} ms`;
  context.diagnostic(JSON.stringify([...statuses].sort(([a], [b]) => a - b)));
  context.diagnostic(`median ${share(0.5)}, 99 in 100 ${share(0.99)}, longest ${share(1)}`);
  context.diagnostic(`${closed} connections closed before the whole body was sent`);
  assert.ok(closed < count / 100, `${closed}`);
  assert.deepEqual(wrong, []);
  assert.equal(printed, "");
  assert.ok((statuses.get(403) ?? 0) > count / 50 && (statuses.get(200) ?? 0) > count / 50);
  // What reading writes down (the access log) is no change by a refusal; everything else is compared.
  const changed = difference(before, await rowsOf(clinic.clinic.appContext.store, [practice]));
  assert.deepEqual(
    changed.filter((line) => !line.includes(" care.audit:")),
    [],
  );
});
