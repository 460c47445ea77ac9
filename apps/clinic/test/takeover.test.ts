import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addStaff, foundPractice, inviteStaff } from "@concord/practice";
import { accountTables, newIdentifier, staff } from "@concord/store";
import { unusedPaths } from "../server/auth.ts";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { sender, signedIn } from "./support/sent.ts";

/*
 * An invitation, a reset and a change of roles never give one person another's account: asked through the pages,
 * as an administrator of another practice and of the same one would.
 */

let clinic: TestClinic;
/** The administrator of another practice in the same store. */
const intruder = { email: "otto@example.net", practice: "" };
before(async () => {
  clinic = await openClinic();
  const { appContext, accounts } = clinic.clinic;
  const founded = await foundPractice(appContext, {
    practiceName: "Another practice",
    name: "Otto",
    email: intruder.email,
    user: await accounts.create("Otto", intruder.email, password),
    roles: ["administrator"],
  });
  intruder.practice = founded.practice;
});
after(() => clinic.stop());

const linkIn = async (answer: Response) => /\/welcome\/[\w-]{43}/.exec(await answer.text())?.[0] ?? null;

/** Every password there is, by account: nothing below may change one that exists. */
async function hashes(): Promise<ReadonlyMap<string, string | null>> {
  const { account } = accountTables;
  const rows = await clinic.clinic.appContext.store.accounts.select().from(account);
  return new Map(rows.map((row) => [row.userId, row.password]));
}

describe("an administrator of another practice", () => {
  for (const [name, variant] of [
    ["as it is", (email: string) => email],
    ["in capitals", (email: string) => email.toUpperCase()],
    ["with spaces around", (email: string) => `  ${email} `],
  ] as const)
    test(`gets no way into an account by adding its address ${name}`, async () => {
      const before = await hashes();
      const otto = await signedIn(clinic, intruder.email, password);
      const { email } = clinic.people.therapist;
      const added = await otto.post("/settings/staff", {
        about: "add",
        name: "Ines",
        email: variant(email),
        role: "therapist",
      });
      const link = await linkIn(added);
      if (name !== "as it is") {
        assert.equal(link, null, "the same address is on the staff already");
        return;
      }
      assert.ok(link);
      const page = await (await otto.get(link)).text();
      assert.match(page, /has an account/);
      assert.doesNotMatch(page, /name="password"/);
      for (const fields of [
        { about: "create", password: "a lantern by the river" },
        { password: "a lantern by the river" },
        { about: "accept" },
      ]) {
        const answer = await otto.post(link, fields);
        assert.ok(answer.status === 409 || answer.status === 403, `${answer.status}`);
      }
      assert.equal((await sender(clinic.url).post(link, { password: "a lantern by the river" })).status, 409);
      assert.equal(
        (await sender(clinic.url).post(`${link}.data`, { password: "a lantern by the river" })).status,
        409,
      );
      assert.deepEqual(await hashes(), before);
      const ines = await signedIn(clinic, email, password);
      assert.equal((await ines.get(`/case/${clinic.cases.adult}`)).status, 200, "nothing changed for her");
      const accepted = await ines.post(link, { about: "accept" });
      assert.equal(accepted.status, 302, "and she herself may accept");
      assert.equal((await ines.get(link)).status, 404, "once");
      assert.deepEqual(await hashes(), before);
    });

  test("with an address that differs by a sign invites somebody else, not the account", async () => {
    const otto = await signedIn(clinic, intruder.email, password);
    const [local, domain] = clinic.people.therapist.email.split("@");
    const link = await linkIn(
      await otto.post("/settings/staff", {
        about: "add",
        name: "Ines",
        email: `${local}+x@${domain}`,
        role: "therapist",
      }),
    );
    assert.ok(link);
    const joined = sender(clinic.url);
    assert.equal((await joined.post(link, { password: "a lantern by the river" })).status, 302);
    assert.equal((await joined.get(`/case/${clinic.cases.adult}`)).status, 403);
  });
});

describe("an administrator of the same practice", () => {
  test("gets no invitation for a colleague who has an account, in any form of the address", async () => {
    const before = await hashes();
    const sam = await signedIn(clinic, clinic.people.administrator.email, password);
    for (const path of [
      "/settings/staff",
      "/settings/staff.data",
      "/settings/staff?index",
      "/settings/staff/",
    ])
      for (const who of ["therapist", "supervisor", "administrator"] as const) {
        const answer = await sam.post(path, { about: "invite", staff: clinic.people[who].actor.staff });
        assert.equal(await linkIn(answer), null, `${path} ${who}`);
        assert.ok(answer.status >= 400, `${path} ${who}: ${answer.status}`);
      }
    assert.deepEqual(await hashes(), before);
  });

  test("gets none by deactivating and reactivating somebody, and the person's session and password stay", async () => {
    const sam = await signedIn(clinic, clinic.people.administrator.email, password);
    const jonas = clinic.people.stranger;
    const own = await signedIn(clinic, jonas.email, password);
    for (const about of ["leave", "invite", "return", "invite"]) {
      const answer = await sam.post("/settings/staff", { about, staff: jonas.actor.staff });
      assert.equal(await linkIn(answer), null, about);
      if (about === "leave") assert.equal((await own.get("/caseload")).status, 302);
    }
    assert.equal((await own.get("/caseload")).status, 200);
  });

  test("opens no reflection and no case with the roles they gave themselves until a second person agrees", async () => {
    const sam = await signedIn(clinic, clinic.people.administrator.email, password);
    const self = clinic.people.administrator.actor.staff;
    const fields = new URLSearchParams([
      ["about", "roles"],
      ["staff", self],
      ...["therapist", "supervisor", "administrator", "researcher"].map((role) => ["role", role]),
    ]);
    const answer = await fetch(`${clinic.url}/settings/staff`, {
      method: "POST",
      headers: { origin: clinic.url, cookie: sam.cookie() },
      body: fields,
    });
    assert.match(await answer.text(), /Approval needed from/);
    for (const path of ["/caseload", "/reflections", "/export", "/tasks", `/case/${clinic.cases.adult}`])
      assert.equal((await sam.get(path)).status, 403, path);
    const ines = await signedIn(clinic, clinic.people.therapist.email, password);
    assert.match(await (await ines.get("/caseload")).text(), /1 change of access needs your decision/);
    const page = await (await ines.get("/access")).text();
    const change = /name="change" value="([^"]+)"/.exec(page)?.[1] ?? "";
    assert.equal(
      (await sam.post("/access", { about: "confirmed", change })).status,
      403,
      "not by themselves",
    );
    assert.equal((await ines.post("/access", { about: "refused", change })).status, 302);
    assert.equal((await sam.get("/export")).status, 403);
  });
});

describe("tokens are bound to their purpose", () => {
  let invitation: string;
  let reset: string;
  before(async () => {
    const { appContext, accounts } = clinic.clinic;
    const { actor } = clinic.people.administrator;
    const added = await addStaff(appContext, actor, {
      name: "Mika",
      email: "mika@example.org",
      roles: ["therapist"],
    });
    invitation = await inviteStaff(appContext, actor, added);
    reset = (await accounts.issueReset(clinic.people.supervisor.email))?.token ?? "";
    assert.notEqual(reset, "");
  });

  test("an invitation resets nothing, and a reset joins nothing", async () => {
    const before = await hashes();
    const someone = sender(clinic.url);
    for (const path of [`/reset/${invitation}`, `/welcome/${reset}`, `/f/${invitation}`, `/f/${reset}`]) {
      assert.ok((await someone.get(path)).status >= 400, path);
      await someone.post(path, { password: "a lantern by the river", about: "create" });
    }
    assert.deepEqual(await hashes(), before);
  });

  test("a form's link is neither", async () => {
    const token = (await clinic.ask("concord-alliance-session-client-adult")).slice(3);
    for (const path of [`/reset/${token}`, `/welcome/${token}`])
      assert.equal((await sender(clinic.url).get(path)).status, 404);
  });

  test("a reset sets the password of its own account once, refuses weak ones, and ends every session", async () => {
    const { email } = clinic.people.supervisor;
    const before = await hashes();
    const old = await signedIn(clinic, email, password);
    const holder = sender(clinic.url);
    for (const weak of ["password1234", "ruthruthruth", "short", "qwertyuiopas"])
      assert.equal((await holder.post(`/reset/${reset}`, { password: weak })).status, 400, weak);
    assert.deepEqual(await hashes(), before);
    assert.equal((await holder.post(`/reset/${reset}`, { password: "a lantern by the river" })).status, 302);
    assert.equal(
      (await holder.post(`/reset/${reset}`, { password: "another by the river bank" })).status,
      400,
    );
    assert.equal((await old.get("/caseload")).status, 302, "the old session is over");
    await signedIn(clinic, email, "a lantern by the river");
    const changed = [...(await hashes())].filter(([user, hash]) => before.get(user) !== hash);
    assert.equal(changed.length, 1);
  });
});

test("no endpoint of the sign-in library is reachable, under any address", async () => {
  const used = [
    "/sign-in/email",
    "/sign-out",
    "/get-session",
    "/reset-password",
    "/change-password",
    "/two-factor/enable",
    "/two-factor/disable",
    "/two-factor/verify-totp",
    "/two-factor/verify-backup-code",
  ];
  const more = [
    "/admin/set-role",
    "/admin/create-user",
    "/organization/invite-member",
    "/passkey/add",
    "/set-password",
  ];
  const ines = await signedIn(clinic, clinic.people.therapist.email, password);
  const before = await hashes();
  for (const path of [...unusedPaths, ...used, ...more])
    for (const under of more.includes(path) ? ["/api/auth", "/auth", "/api", ""] : ["/api/auth"]) {
      const address = under + path.replace(/:\w+/g, newIdentifier());
      assert.equal((await ines.get(address)).status, 404, `GET ${address}`);
      const body = {
        email: clinic.people.therapist.email,
        newPassword: "a lantern by the river",
        role: "admin",
      };
      const posted = await ines.post(address, body);
      assert.ok([404, 405].includes(posted.status), `POST ${address}: ${posted.status}`);
    }
  assert.deepEqual(await hashes(), before);
});

test("the demonstration's entry never touches an account of a person", async () => {
  const { appContext, accounts } = clinic.clinic;
  const shared = await foundPractice(appContext, {
    practiceName: "Simulated",
    name: "Ines too",
    email: clinic.people.therapist.email,
    simulated: true,
  });
  const { demoOf } = await import("../server/demo.ts");
  const before = await hashes();
  const caller = { request: new Request(clinic.url), address: "203.0.113.9" };
  const demo = demoOf(appContext, accounts);
  const entries = await Promise.all([demo.enter(caller, shared.staff), demo.enter(caller, shared.staff)]);
  assert.deepEqual(
    entries.map(({ kind }) => kind),
    ["in", "in"],
  );
  const now = await hashes();
  for (const [user, hash] of before) assert.equal(now.get(user), hash);
  await signedIn(clinic, clinic.people.therapist.email, password);
  const member = await appContext.store.within(shared.practice, (scope) => staff.find(scope, shared.staff));
  assert.notEqual(member?.user, null);
});

test("what failed in preparing a demonstration's account is tried again", async () => {
  const { appContext, accounts } = clinic.clinic;
  const founded = await foundPractice(appContext, {
    practiceName: "Simulated as well",
    name: "Vera",
    email: "vera@example.org",
    simulated: true,
  });
  const { demoOf } = await import("../server/demo.ts");
  let failing = true;
  const demo = demoOf(appContext, {
    ...accounts,
    enterDemo: (...given) => (failing ? Promise.reject(new Error("not now")) : accounts.enterDemo(...given)),
  });
  const caller = { request: new Request(clinic.url), address: "203.0.113.10" };
  await assert.rejects(demo.enter(caller, founded.staff), /not now/);
  failing = false;
  assert.equal((await demo.enter(caller, founded.staff)).kind, "in");
  for (let click = 0; click < 12; click++)
    assert.equal((await demo.enter(caller, founded.staff)).kind, "in", `entry ${click}`);
});
