import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { changeStaff } from "@concord/practice";
import { everyone, expected, type Outcome, type Who } from "./support/access-table.ts";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { filled, patterns, placesOf } from "./support/places.ts";

let clinic: TestClinic;
let places: Readonly<Record<string, string>>;
const cookies = new Map<Who, string>();

before(async () => {
  clinic = await openClinic({ proxies: 1 });
  const { accounts } = clinic.clinic;
  for (const [index, [who, { email }]] of Object.entries(clinic.people).entries()) {
    const caller = { request: new Request(clinic.url), address: `203.0.113.${index}` };
    const entry = await accounts.enter(caller, email, password);
    assert.equal(entry.kind, "in");
    cookies.set(
      who as Who,
      entry.kind === "in" ? entry.cookies.map((one) => one.split(";")[0]).join("; ") : "",
    );
  }
  places = await placesOf(clinic);
});

after(() => clinic.stop());

test("every route has its line, and every line its route", () => {
  assert.deepEqual([...patterns()].sort(), Object.keys(expected).sort());
});

for (const [pattern, outcomes] of Object.entries(expected))
  test(`who comes in: ${pattern}`, async () => {
    for (const who of everyone) assert.equal(await outcome(pattern, who), outcomes[who], who);
  });

async function outcome(pattern: string, who: Who): Promise<Outcome> {
  const post = pattern.startsWith("POST ");
  const path = filled(pattern, places);
  const headers = new Headers({ origin: clinic.url });
  if (post) headers.set("content-type", "application/x-www-form-urlencoded");
  // Signing out would end the sessions the other routes are asked with.
  if (path !== "/sign-out") headers.set("cookie", cookies.get(who) ?? "");
  const answer = await fetch(clinic.url + path, {
    method: post ? "POST" : "GET",
    redirect: "manual",
    headers,
    ...(post && { body: "" }),
  });
  await answer.text();
  const to = answer.headers.get("location") ?? "";
  if (answer.status >= 300 && answer.status < 400 && /^\/sign-in\?to=/.test(to)) return "sign-in";
  if (answer.status === 403) return "refused";
  // The link decides, not who holds it; this one is of another kind, and everybody is told that it leads nowhere.
  if (answer.status === 404 && /^\/(welcome|reset)\//.test(path)) return "in";
  assert.ok(answer.status < 400, `${who} ${pattern}: ${answer.status}`);
  return "in";
}

test("a cookie of an earlier version gives no role that is not held", async () => {
  const answer = await fetch(`${clinic.url}/settings`, {
    headers: { cookie: `${cookies.get("therapist")}; concord-role=administrator` },
    redirect: "manual",
  });
  assert.equal(answer.status, 403);
});

test("pages about people are never kept by a cache", async () => {
  for (const path of ["/caseload", `/case/${clinic.cases.adult}`, "/settings"]) {
    const answer = await fetch(clinic.url + path, { headers: { cookie: cookies.get("therapist") ?? "" } });
    assert.equal(answer.headers.get("cache-control"), "no-store", path);
  }
});

test("someone who left is out at once, whatever session they still hold", async () => {
  const { appContext } = clinic.clinic;
  await changeStaff(appContext, clinic.people.administrator.actor, clinic.people.stranger.actor.staff, {
    active: false,
  });
  assert.equal(await outcome("/caseload", "stranger"), "sign-in");
});
