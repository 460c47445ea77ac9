import assert from "node:assert/strict";
import { after, afterEach, before, describe, mock, test } from "node:test";
import { addStaff, inviteStaff } from "@concord/practice";
import { limit } from "../server/limits.ts";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { printedDuring } from "./support/printed.ts";
import { sender, signedIn } from "./support/sent.ts";

/*
 * The clock of the machine is set forward or back, by an hour or a year, while people work: sessions and links end by
 * the new clock, nobody is locked out for longer than a limit says, and no page fails.
 */

const hour = 60 * 60 * 1000;
const year = 8766 * hour;
let clinic: TestClinic;
before(async () => {
  clinic = await openClinic({ proxies: 1 });
});
after(() => clinic.stop());
afterEach(() => mock.timers.reset());

/** Sets the clock by so much; what waits goes on waiting by its own measure. */
function set(by: number): void {
  const now = Date.now();
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date"], now: now + by });
}

const from = (address: string) => ({ "x-forwarded-for": address, origin: clinic.url, connection: "close" });
const tryPassword = (email: string, word: string, address: string) =>
  fetch(`${clinic.url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: from(address),
    body: new URLSearchParams({ email, password: word }),
  });

describe("somebody who is signed in", () => {
  for (const [told, by, expected] of [
    ["an hour forward", hour, 200],
    ["an hour back", -hour, 200],
    ["a year forward", year, 302],
    ["a year back", -year, 200],
  ] as const)
    test(`${told}: ${expected === 200 ? "still is" : "signs in again"}, and can then work on`, async () => {
      const { email } = clinic.people.therapist;
      const ines = await signedIn(clinic, email, password);
      const printed = await printedDuring(async () => {
        set(by);
        assert.equal((await ines.get("/caseload")).status, expected);
        const again = await signedIn(clinic, email, password);
        for (const path of ["/caseload", `/case/${clinic.cases.adult}`, "/tasks", "/account"])
          assert.equal((await again.get(path)).status, 200, path);
        const note = await again.post(`/case/${clinic.cases.adult}/notes`, {
          text: `Note ${told}`,
          session: "0",
        });
        assert.equal(note.status, 302);
        assert.match(
          await (await again.get(`/case/${clinic.cases.adult}/notes`)).text(),
          new RegExp(`Note ${told}`),
        );
      });
      assert.equal(printed, "");
    });
});

describe("links", () => {
  for (const [told, by] of [
    ["an hour forward", hour],
    ["an hour back", -hour],
    ["a year forward", year],
    ["a year back", -year],
  ] as const)
    test(`${told}: a form's link, an invitation and a reset end by the new clock`, async () => {
      const { appContext, accounts } = clinic.clinic;
      const { actor } = clinic.people.administrator;
      const form = await clinic.ask("concord-alliance-session-client-adult");
      const email = `mika${Math.abs(by)}${by > 0 ? "f" : "b"}@example.org`;
      const added = await addStaff(appContext, actor, { name: "Mika", email, roles: ["therapist"] });
      const invitation = await inviteStaff(appContext, actor, added);
      const reset = (await accounts.issueReset(clinic.people.researcher.email))?.token ?? "";
      set(by);
      const visitor = sender(clinic.url);
      const statusOf = async (path: string) => (await visitor.get(path)).status;
      const isOver = by === year;
      assert.equal(await statusOf(form), isOver ? 410 : 200);
      assert.equal(await statusOf(`/welcome/${invitation}`), isOver ? 404 : 200);
      // An hour is as long as a reset lasts.
      assert.equal(await statusOf(`/reset/${reset}`), by > 0 ? 404 : 200);
    });
});

describe("limits", () => {
  test("a password that was mistyped too often waits no longer for a clock that was set back a year", async () => {
    const { email } = clinic.people.supervisor;
    const home = Date.now();
    set(year);
    for (let tries = 0; tries < 7; tries++) await tryPassword(email, "not this one at all", "203.0.113.9");
    assert.equal((await tryPassword(email, password, "203.0.113.9")).status, 429, "locked for now");
    mock.timers.reset();
    assert.ok(Date.now() - home < year);
    const answer = await tryPassword(email, password, "203.0.113.9");
    assert.equal(answer.status, 302, `waits ${answer.headers.get("retry-after")} s`);
  });

  test("and is free again an hour later by the clock", async () => {
    const { email } = clinic.people.researcher;
    for (let tries = 0; tries < 7; tries++) await tryPassword(email, "not this one at all", "203.0.113.10");
    assert.equal((await tryPassword(email, password, "203.0.113.10")).status, 429);
    set(hour);
    assert.equal((await tryPassword(email, password, "203.0.113.10")).status, 302);
  });

  test("an hour back it waits at most a quarter of an hour", async () => {
    const { email } = clinic.people.stranger;
    for (let tries = 0; tries < 7; tries++) await tryPassword(email, "not this one at all", "203.0.113.11");
    set(-hour);
    const answer = await tryPassword(email, password, "203.0.113.11");
    const seconds = Number(answer.headers.get("retry-after") ?? "0");
    assert.ok(
      answer.status === 302 || (answer.status === 429 && seconds <= 900),
      `${answer.status}, ${seconds} s`,
    );
  });

  for (const by of [-hour, -year])
    test(`links that open nothing, ${by === -hour ? "an hour" : "a year"} back: never longer than the window`, async () => {
      const address = `203.0.113.${by === -hour ? 20 : 21}`;
      const guess = () => fetch(`${clinic.url}/f/${"x".repeat(43)}`, { headers: from(address) });
      let status = 0;
      for (let tries = 0; tries < 25 && status !== 429; tries++) status = (await guess()).status;
      assert.equal(status, 429);
      set(by);
      assert.equal((await guess()).status, 404, "it begins to count again");
    });

  test("a fixed window that was full in a wrong future is empty in the present", async () => {
    const { take } = limit(clinic.clinic.appContext.store.accounts.$client, "clock", 2, 60);
    set(year);
    for (let tries = 0; tries < 3; tries++) await take("a");
    assert.equal((await take("a")).kind, "wait");
    mock.timers.reset();
    assert.deepEqual([await take("a"), await take("a")], [{ kind: "passed" }, { kind: "passed" }]);
    assert.equal((await take("a")).kind, "wait");
  });
});
