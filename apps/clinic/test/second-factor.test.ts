import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { asOwner } from "@concord/store/testing";
import { graceDays } from "../server/visitor.ts";
import { appCode } from "./support/app-code.ts";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { printedDuring } from "./support/printed.ts";
import { type Sender, sender, signedIn } from "./support/sent.ts";

/*
 * Ways round a second factor, and round its being asked for at all. The clock of the clinic is moved; the codes
 * are those of the real time, as in an app.
 */

const day = 24 * 60 * 60 * 1000;
let later = 0;
let clinic: TestClinic;
before(async () => {
  clinic = await openClinic({ now: () => new Date(Date.now() + later) });
});
after(() => clinic.stop());

/** A code that is not the one shown before, during or after now. */
function wrongCode(secret: string): string {
  const now = Date.now();
  const good = new Set([-60, -30, 0, 30, 60].map((seconds) => appCode(secret, now + seconds * 1000)));
  for (let code = 123_456; ; code++) if (!good.has(String(code))) return String(code);
}

/** Only the password: what a thief of the password has. */
async function halfWay(email: string): Promise<Sender> {
  const half = sender(clinic.url);
  const answer = await half.post("/sign-in", { email, password, to: "/caseload" });
  assert.equal(answer.status, 302);
  assert.match(answer.headers.get("location") ?? "", /^\/sign-in\/code/);
  return half;
}

const isSignIn = (answer: Response) =>
  answer.status === 302 && (answer.headers.get("location") ?? "").startsWith("/sign-in");

describe("an account with a second factor", () => {
  let secret = "";
  let spare: readonly string[] = [];
  let email = "";
  let own: Sender;
  before(async () => {
    email = clinic.people.supervisor.email;
    own = await signedIn(clinic, email, password);
    const page = await (await own.post("/account", { about: "begin", password })).text();
    secret = /<code>([A-Z2-7]{16,})<\/code>/.exec(page)?.[1] ?? "";
    spare = [...page.matchAll(/<li><code>([\w-]+)<\/code>/g)].map(([, code]) => code ?? "");
    assert.ok(secret !== "" && spare.length >= 8, "the key and the spare codes are on the page");
    const done = await own.post("/account", { about: "confirm", code: appCode(secret) });
    assert.match(await done.text(), /Two-step verification is on\. You will need a code/);
  });

  test("opens nothing by the password alone", async () => {
    const half = await halfWay(email);
    for (const path of ["/caseload", "/account", "/access", `/case/${clinic.cases.adult}`, "/library"]) {
      assert.ok(isSignIn(await half.get(path)), path);
      const data = await half.get(`${path}.data`);
      assert.ok(data.status === 202 && (await data.text()).includes("/sign-in?to="), `${path}.data`);
    }
    for (const fields of [
      { about: "end", password },
      { about: "begin", password },
      { about: "password", password, next: "a lantern by the river" },
      { about: "confirm", code: appCode(secret) },
    ])
      assert.ok(isSignIn(await half.post("/account", fields)), fields.about);
  });

  test("takes the cookie of the half-way step for no session, under any name", async () => {
    const half = await halfWay(email);
    const [, pending = ""] = /concord\.two_factor=([^;]+)/.exec(half.cookie()) ?? [];
    assert.notEqual(pending, "");
    for (const name of [
      "concord.session_token",
      "__Secure-concord.session_token",
      "concord.session_data",
      "concord.trust_device",
    ]) {
      const forged = sender(clinic.url, `${half.cookie()}; ${name}=${pending}`);
      assert.ok(isSignIn(await forged.get("/caseload")), name);
    }
    const trusted = sender(clinic.url, `concord.trust_device=${pending}`);
    const answer = await trusted.post("/sign-in", { email, password });
    assert.match(answer.headers.get("location") ?? "", /^\/sign-in\/code/, "no device is trusted by it");
    const session = /concord\.session_token=([^;]+)/.exec(own.cookie())?.[1] ?? "";
    assert.notEqual(session, "");
    const swapped = sender(clinic.url, `concord.two_factor=${session}`);
    assert.equal((await swapped.post("/sign-in/code", { code: appCode(secret) })).status, 401);
    assert.equal((await sender(clinic.url).post("/sign-in/code", { code: appCode(secret) })).status, 401);
  });

  test("takes a code once, also from two browsers at the same moment", async () => {
    const both = [await halfWay(email), await halfWay(email)];
    const code = appCode(secret);
    const answers = await Promise.all(both.map((one) => one.post("/sign-in/code", { code })));
    const inside = await Promise.all(both.map(async (one) => (await one.get("/caseload")).status === 200));
    assert.equal(inside.filter(Boolean).length, 1, answers.map(({ status }) => status).join(" "));
    const third = await halfWay(email);
    assert.equal((await third.post("/sign-in/code", { code })).status, 401);
    assert.equal(
      (await third.post("/sign-in/code", { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })).status,
      401,
    );
    assert.ok(isSignIn(await third.get("/caseload")));
  });

  test("takes a spare code once, also from four browsers at the same moment", async () => {
    const [first = "", second = ""] = spare;
    const four = await Promise.all([0, 1, 2, 3].map(() => halfWay(email)));
    await Promise.all(four.map((one) => one.post("/sign-in/code", { code: first })));
    const inside = await Promise.all(four.map(async (one) => (await one.get("/caseload")).status === 200));
    assert.equal(inside.filter(Boolean).length, 1);
    const again = await halfWay(email);
    assert.equal((await again.post("/sign-in/code", { code: first })).status, 401);
    assert.equal((await again.post("/sign-in/code", { code: second })).status, 302, "another one opens");
  });

  test("is not opened by a reset of the password", async () => {
    const token = (await clinic.clinic.accounts.issueReset(email))?.token ?? "";
    const holder = sender(clinic.url);
    const answer = await holder.post(`/reset/${token}`, { password: "seven calm herons rest" });
    assert.equal(answer.status, 302);
    assert.ok(isSignIn(await holder.get("/caseload")));
    const half = sender(clinic.url);
    const entry = await half.post("/sign-in", { email, password: "seven calm herons rest" });
    assert.match(entry.headers.get("location") ?? "", /^\/sign-in\/code/);
    const back = (await clinic.clinic.accounts.issueReset(email))?.token ?? "";
    assert.equal((await holder.post(`/reset/${back}`, { password })).status, 302);
  });

  test("lets nobody guess codes: at most ten wrong ones, over any number of passwords given again", async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 4; round++) {
      const half = await halfWay(email);
      for (let tries = 0; tries < 4; tries++)
        statuses.push((await half.post("/sign-in/code", { code: wrongCode(secret) })).status);
    }
    assert.ok(!statuses.includes(302), statuses.join(" "));
    assert.equal(statuses.filter((status) => status === 401).length, 10, statuses.join(" "));
    assert.deepEqual([...new Set(statuses.slice(10))], [429]);
    const half = await halfWay(email);
    assert.equal(
      (await half.post("/sign-in/code", { code: appCode(secret) })).status,
      429,
      "the right one as well",
    );
  });
});

describe("administrators and researchers", () => {
  for (const who of ["administrator", "researcher"] as const)
    test(`have ${graceDays} days to set a second factor up: ${who}`, async () => {
      const page = who === "administrator" ? "/settings" : "/export";
      const person = await signedIn(clinic, clinic.people[who].email, password);
      later = (graceDays - 0.5) * day;
      try {
        assert.equal((await person.get(page)).status, 200);
        assert.match(await (await person.get("/account")).text(), /need two-step verification by/);
        later = (graceDays + 0.5) * day;
        const answer = await person.get(page);
        assert.equal(answer.status, 302);
        assert.equal(answer.headers.get("location"), "/account");
        const sent = await person.post(page === "/export" ? "/export/ratings.csv" : "/settings/staff", {
          about: "add",
          name: "Zed",
          email: "zed@example.org",
          role: "therapist",
        });
        assert.equal(sent.status, 302);
        assert.equal(sent.headers.get("location"), "/account");
        const data = await person.post("/settings/staff.data", {
          about: "add",
          name: "Zed",
          role: "therapist",
        });
        assert.ok(data.status === 202 || data.status === 403, `${data.status}`);
        assert.match(await (await person.get("/account")).text(), /Set this up first/);
        const begun = await (await person.post("/account", { about: "begin", password })).text();
        assert.equal((await person.get(page)).status, 302, "half set up is not set up");
        const secret = /<code>([A-Z2-7]{16,})<\/code>/.exec(begun)?.[1] ?? "";
        await person.post("/account", { about: "confirm", code: wrongCode(secret) });
        assert.equal((await person.get(page)).status, 302, "nor by a wrong code");
        await person.post("/account", { about: "confirm", code: appCode(secret) });
        assert.equal((await person.get(page)).status, 200);
      } finally {
        later = 0;
      }
    });

  test("do not turn it off again, whatever the form is called", async () => {
    const { email } = clinic.people.administrator;
    const person = sender(clinic.url);
    await person.post("/sign-in", { email, password });
    // The account of the test before: its cookie is that of the half-way step only.
    assert.ok(isSignIn(await person.get("/settings")));
    const { accounts } = clinic.clinic;
    await accounts.dropTwoFactor(email);
    const own = await signedIn(clinic, email, password);
    const begun = await (await own.post("/account", { about: "begin", password })).text();
    const secret = /<code>([A-Z2-7]{16,})<\/code>/.exec(begun)?.[1] ?? "";
    await own.post("/account", { about: "confirm", code: appCode(secret) });
    for (const about of ["end", "END", " end", "", "off", "disable", "practice", "__proto__"]) {
      const answer = await own.post("/account", { about, password });
      assert.equal(answer.status, 400, about);
    }
    assert.match(
      (await sender(clinic.url).post("/sign-in", { email, password })).headers.get("location") ?? "",
      /^\/sign-in\/code/,
    );
  });

  test("keep what their other role opens", async () => {
    later = (graceDays + 1) * day;
    try {
      const therapist = await signedIn(clinic, clinic.people.therapist.email, password);
      assert.equal((await therapist.get("/caseload")).status, 200, "a therapist is not asked");
    } finally {
      later = 0;
    }
  });
});

describe("a session", () => {
  test("that was signed out is over for whoever copied its cookie", async () => {
    const { email } = clinic.people.therapist;
    const own = await signedIn(clinic, email, password);
    const copied = own.cookie();
    assert.equal((await sender(clinic.url, copied).get("/caseload")).status, 200);
    await own.post("/sign-out", {});
    for (const path of ["/caseload", "/account", `/case/${clinic.cases.adult}`])
      assert.ok(isSignIn(await sender(clinic.url, copied).get(path)), path);
    // What was written waits behind the sign-in page (`expired-session.test.ts`).
    assert.equal((await sender(clinic.url, copied).post("/reflections", { text: "x" })).status, 401);
  });

  test("is not said to be over while the database keeps it", async () => {
    const own = await signedIn(clinic, clinic.people.therapist.email, password);
    const copied = own.cookie();
    const asked = (text: string) => asOwner(clinic.database, (owner) => owner.query(text));
    await asked(`
      create function auth.keep() returns trigger language plpgsql as $$ begin raise exception 'kept'; end $$;
      create trigger keep before delete on auth.session for each row execute function auth.keep()`);
    try {
      let status = 0;
      const printed = await printedDuring(async () => {
        status = (await own.post("/sign-out", {})).status;
      });
      assert.equal(status, 500);
      assert.match(printed, /could not be ended/);
      assert.equal((await sender(clinic.url, copied).get("/caseload")).status, 200);
    } finally {
      await asked("drop function auth.keep() cascade");
    }
    assert.equal((await sender(clinic.url, copied).post("/sign-out", {})).status, 302);
    assert.ok(isSignIn(await sender(clinic.url, copied).get("/caseload")));
  });

  test("is over elsewhere once the password is changed, and goes on here", async () => {
    const { email } = clinic.people.stranger;
    const here = await signedIn(clinic, email, password);
    const there = await signedIn(clinic, email, password);
    const next = "a lantern by the river";
    assert.equal((await here.post("/account", { about: "password", password, next })).status, 200);
    assert.ok(isSignIn(await there.get("/caseload")));
    assert.equal((await here.get("/caseload")).status, 200);
  });

  test("is not made by a cookie that was changed", async () => {
    const own = await signedIn(clinic, clinic.people.therapist.email, password);
    const [, token = ""] = /concord\.session_token=([^;]+)/.exec(own.cookie()) ?? [];
    const [plain = ""] = decodeURIComponent(token).split(".");
    for (const forged of [plain, `${plain}.`, `${plain}.AAAA`, token.slice(0, -3), "", "null", "%00"])
      assert.ok(
        isSignIn(await sender(clinic.url, `concord.session_token=${forged}`).get("/caseload")),
        forged,
      );
  });
});
