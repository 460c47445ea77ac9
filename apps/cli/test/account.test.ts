import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openAccounts } from "@concord/clinic";
import { createContext, foundPractice, readAccessNotices } from "@concord/practice";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { run } from "./support/run.ts";

/*
 * `concord account`: what the operator of the machine does for somebody who cannot get in. The link is for the
 * person alone, works once, and is told to them and written down.
 */

const secret = "a secret of these tests, long enough for anybody";
const password = "seven calm herons";
const email = "ada@example.org";
const given = process.env.CONCORD_SECRET;

let fresh: FreshStore;
let practice = "";
let staff = "";
let accounts: ReturnType<typeof openAccounts>["accounts"];
before(async () => {
  process.env.CONCORD_SECRET = secret;
  fresh = await freshStore();
  accounts = openAccounts(fresh.store, secret, false).accounts;
  const founded = await foundPractice(createContext(fresh.store), {
    practiceName: "Elm Practice",
    name: "Ada Ames",
    email,
    user: await accounts.create("Ada Ames", email, password),
    roles: ["therapist"],
  });
  practice = founded.practice;
  staff = founded.staff;
});
after(async () => {
  if (given === undefined) delete process.env.CONCORD_SECRET;
  else process.env.CONCORD_SECRET = given;
  await fresh.close();
});

const concord = (...words: readonly string[]) => run(["account", ...words], "", { DATABASE_URL: fresh.url });
const caller = { request: new Request("http://127.0.0.1"), address: "203.0.113.7" };
const canEnter = async (word: string) => (await accounts.enter(caller, email, word)).kind;
const told = async () => {
  const actor = { kind: "staff" as const, practice, staff, role: "therapist" as const };
  return (await readAccessNotices(createContext(fresh.store), actor)).unread.map(({ kind }) => kind);
};
const audited = async () =>
  (
    await fresh.store.within(practice, ({ database }) =>
      database.execute<{ who: string; action: string }>("select who, action from care.audit order by 1, 2"),
    )
  ).rows.map(({ who, action }) => `${who} ${action}`);

describe("concord account reset", () => {
  test("prints a link that sets the password of this account, once, and tells the person", async () => {
    const { code, out, err } = await concord(
      "reset",
      ` ${email.toUpperCase()} `,
      "--url",
      "https://elm.example/",
    );
    assert.deepEqual([code, err], [0, ""]);
    const [, token = ""] = /^https:\/\/elm\.example\/reset\/([\w-]{20,})\n/.exec(out) ?? [];
    assert.notEqual(token, "", out);
    assert.match(out, /once and for 60 minutes/);
    assert.equal(await canEnter(password), "in", "asking for a link changes nothing yet");
    const { rows } = await accounts
      .ofReset(token)
      .then(() => fresh.store.accounts.$client.query("select t::text as row from auth.verification t"));
    assert.ok(!JSON.stringify(rows).includes(token), "the link cannot be read from the database");
    const next = "a lantern by the river";
    assert.equal((await accounts.resetPassword(caller, token, next)).kind, "done");
    assert.equal((await accounts.resetPassword(caller, token, "another by the river")).kind, "refused");
    assert.equal(await canEnter(next), "in");
    assert.equal(await canEnter(password), "refused");
    assert.deepEqual(await told(), ["password-reset"]);
    assert.ok((await audited()).some((line) => /^operator .*password-reset/.test(line)));
  });

  test("gives programs the same", async () => {
    const { out } = await concord("reset", email, "--json");
    const said: Record<string, unknown> = JSON.parse(out);
    assert.deepEqual(Object.keys(said), ["email", "link", "minutes"]);
    assert.match(String(said.link), /^http:\/\/127\.0\.0\.1:4180\/reset\/[\w-]{20,}$/);
    assert.equal(said.minutes, 60);
  });

  test("makes none for an address without an account", async () => {
    const before = await audited();
    const { code, out, err } = await concord("reset", "who@example.org");
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /no account with the address who@example\.org/);
    assert.deepEqual(await audited(), before);
  });
});

describe("concord account end-two-step", () => {
  test("ends the second factor and every session, and tells the person", async () => {
    const { code, out } = await concord("end-two-step", email, "--json");
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), { email, twoStep: false });
    assert.ok((await told()).includes("two-step-ended"));
    assert.ok((await audited()).some((line) => /^operator .*two-step-ended/.test(line)));
  });

  test("says that there is no such account", async () => {
    const { code, err } = await concord("end-two-step", "who@example.org");
    assert.equal(code, 2);
    assert.match(err, /no account with the address/);
  });
});

describe("concord account roles", () => {
  test("adds roles to those held, in the access log", async () => {
    const { code, out } = await concord("roles", email, "--add", "administrator, researcher", "--json");
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), {
      email,
      practice,
      roles: ["therapist", "administrator", "researcher"],
    });
    assert.ok((await told()).includes("roles"));
    assert.ok((await audited()).some((line) => /^operator .*\+administrator/.test(line)));
  });

  for (const [name, words, said] of [
    ["a role that does not exist", ["roles", email, "--add", "owner"], /Say which roles/],
    ["one good and one bad role", ["roles", email, "--add", "therapist,owner"], /Say which roles/],
    ["no role", ["roles", email], /Say which roles/],
    ["another practice", ["roles", email, "--add", "therapist", "--practice", "Oak"], /which practice.*Elm/],
    [
      "somebody who does not work there",
      ["roles", "x@example.org", "--add", "therapist"],
      /No one with the email address/,
    ],
    ["another action", ["delete", email], /delete/],
  ] as const)
    test(`code 2, and nothing is written: ${name}`, async () => {
      const before = await audited();
      const { code, out, err } = await concord(...words);
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, said);
      assert.deepEqual(await audited(), before);
    });
});
