import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { accessChanges, audit, staff as staffRows } from "@concord/store";
import {
  type Actor,
  acceptInvitation,
  addStaff,
  changeSettings,
  changeStaff,
  decideAccess,
  foundPractice,
  handOverAll,
  inviteStaff,
  linkAccount,
  listTasks,
  markAccessNoticesRead,
  openEpisode,
  Refusal,
  type Role,
  readAccessNotices,
  readCase,
  readInvitation,
  readSettings,
} from "../src/index.ts";
import { type APractice, createPractice } from "./practice-fixture.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

let of: APractice;
let count = 0;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

/** A practice of one administrator with an account, and colleagues who have theirs. */
let practice: string;
let ada: Staff;
beforeEach(async () => {
  count += 1;
  const founded = await foundPractice(of.context, {
    practiceName: `Practice ${count}`,
    name: "Ada Admin",
    email: `ada${count}@example.org`,
    user: `ada-${count}`,
    roles: ["administrator"],
  });
  practice = founded.practice;
  ada = { kind: "staff", practice, staff: founded.staff, role: "administrator" };
});

async function colleague(name: string, roles: readonly Role[]): Promise<Staff> {
  const staff = await of.context.store.within(practice, (scope) =>
    staffRows.add(scope, { name, email: `${name}${count}@example.org`, roles, user: `${name}-${count}` }),
  );
  return { kind: "staff", practice, staff, role: roles[0] ?? "therapist", roles };
}

const rolesOf = (who: Staff) =>
  of.context.store.within(practice, async (scope) => (await staffRows.find(scope, who.staff))?.roles);
const log = () => of.context.store.within(practice, (scope) => audit.list(scope, {}));

describe("widening one's own access", () => {
  test("alone in a practice it is made at once, and the log says that it was alone", async () => {
    const outcome = await changeStaff(of.context, ada, ada.staff, { roles: ["administrator", "researcher"] });
    assert.deepEqual(outcome, { kind: "made", alone: true });
    assert.deepEqual(await rolesOf(ada), ["administrator", "researcher"]);
    assert.ok((await log()).some((one) => one.action === "change-access roles +researcher alone"));
  });

  for (const role of ["therapist", "supervisor", "researcher"] as const)
    test(`another administrator has to agree to ${role}, and nothing changes until they do`, async () => {
      const ben = await colleague("ben", ["administrator"]);
      const carol = await colleague("carol", ["therapist"]);
      const asked = await changeStaff(of.context, ada, ada.staff, { roles: ["administrator", role] });
      assert.deepEqual(asked, { kind: "asked", from: ["ben"] });
      assert.deepEqual(await rolesOf(ada), ["administrator"]);
      const [request] = (await readAccessNotices(of.context, ben)).toDecide;
      assert.ok(request);
      for (const who of [ada, carol])
        await assert.rejects(decideAccess(of.context, who, request.change, "confirmed"), Refusal);
      assert.deepEqual(await rolesOf(ada), ["administrator"]);
      await decideAccess(of.context, ben, request.change, "confirmed");
      assert.deepEqual(new Set(await rolesOf(ada)), new Set(["administrator", role]));
      await assert.rejects(decideAccess(of.context, ben, request.change, "confirmed"), Refusal, "once only");
      const actions = (await log()).map((one) => one.action);
      assert.ok(actions.includes(`ask-access roles +${role}`));
      assert.ok(actions.includes(`access-confirmed roles +${role}`));
    });

  test("where there is no other administrator a colleague decides, and everybody is told", async () => {
    const carol = await colleague("carol", ["therapist"]);
    const dan = await colleague("dan", ["therapist"]);
    of.clock.now = new Date(of.clock.now.getTime() + 1000);
    await changeStaff(of.context, ada, ada.staff, { roles: ["administrator", "researcher"] });
    const [request] = (await readAccessNotices(of.context, carol)).toDecide;
    assert.ok(request);
    await decideAccess(of.context, carol, request.change, "confirmed");
    const told = (await readAccessNotices(of.context, dan)).unread;
    assert.deepEqual(
      told.map(({ name, gains, confirmedBy }) => ({ name, gains, confirmedBy })),
      [{ name: "Ada Admin", gains: ["researcher"], confirmedBy: "carol" }],
    );
    await markAccessNoticesRead(of.context, dan, [told[0]!.change]);
    assert.deepEqual((await readAccessNotices(of.context, dan)).unread, []);
    assert.equal((await readAccessNotices(of.context, ada)).unread.length, 1, "others' notices stay");
  });

  test("refused or withdrawn it changes nothing", async () => {
    const ben = await colleague("ben", ["administrator"]);
    for (const [who, how] of [
      [ben, "refused"],
      [ada, "withdrawn"],
    ] as const) {
      await changeStaff(of.context, ada, ada.staff, { roles: ["administrator", "therapist"] });
      const [request] = (await readAccessNotices(of.context, ben)).toDecide;
      await decideAccess(of.context, who, request!.change, how);
      assert.deepEqual(await rolesOf(ada), ["administrator"]);
      assert.deepEqual((await readAccessNotices(of.context, ben)).toDecide, []);
    }
  });

  test("asking twice leaves one request, and only what was asked for is added", async () => {
    const ben = await colleague("ben", ["administrator"]);
    await changeStaff(of.context, ada, ada.staff, { roles: ["administrator", "therapist"] });
    await changeStaff(of.context, ada, ada.staff, { roles: ["administrator", "supervisor"] });
    const { toDecide } = await readAccessNotices(of.context, ben);
    assert.equal(toDecide.length, 1);
    await decideAccess(of.context, ben, toDecide[0]!.change, "confirmed");
    assert.deepEqual(new Set(await rolesOf(ada)), new Set(["administrator", "supervisor"]));
  });

  test("giving up a role needs nobody", async () => {
    const both = await colleague("eve", ["therapist", "administrator"]);
    const outcome = await changeStaff(of.context, { ...both, role: "administrator" }, both.staff, {
      roles: ["administrator"],
    });
    assert.equal(outcome.kind, "made");
  });

  test("a request of somebody who is no administrator any more cannot be agreed to", async () => {
    const ben = await colleague("ben", ["administrator"]);
    const cy = await colleague("cy", ["administrator"]);
    await changeStaff(of.context, ada, ada.staff, { roles: ["administrator", "researcher"] });
    const [request] = (await readAccessNotices(of.context, ben)).toDecide;
    await of.context.store.within(practice, (scope) =>
      staffRows.change(scope, ada.staff, { roles: ["therapist"] }),
    );
    await assert.rejects(
      decideAccess(of.context, cy, request!.change, "confirmed"),
      /no longer an administrator/,
    );
    assert.deepEqual(await rolesOf(ada), ["therapist"]);
  });
});

describe("ways round the second person", () => {
  test("by first removing the other administrator", async () => {
    const ben = await colleague("ben", ["administrator"]);
    assert.equal((await changeStaff(of.context, ada, ben.staff, { active: false })).kind, "asked");
    assert.equal((await changeStaff(of.context, ada, ben.staff, { roles: ["therapist"] })).kind, "asked");
    assert.deepEqual(await rolesOf(ben), ["administrator"]);
    assert.equal((await readAccessNotices(of.context, ben)).toDecide.length, 2);
  });

  test("by first removing everybody else: then nobody can agree, and the operator decides", async () => {
    const carol = await colleague("carol", ["therapist"]);
    assert.equal((await changeStaff(of.context, ada, carol.staff, { active: false })).kind, "made");
    await assert.rejects(
      changeStaff(of.context, ada, ada.staff, { roles: ["administrator", "researcher"] }),
      /concord account roles/,
    );
    assert.deepEqual(await rolesOf(ada), ["administrator"]);
  });

  for (const role of ["administrator", "researcher"] as const)
    test(`by adding a second self as ${role}: the other administrator agrees first`, async () => {
      const ben = await colleague("ben", ["administrator"]);
      const double = await addStaff(of.context, ada, {
        name: "Double",
        email: `double${count}@example.org`,
        roles: ["therapist", role],
      });
      const member = await of.context.store.within(practice, (scope) => staffRows.find(scope, double));
      assert.deepEqual(member?.roles, ["therapist"]);
      assert.equal((await readAccessNotices(of.context, ben)).toDecide.length, 1);
    });

  test("by bringing back a researcher who left", async () => {
    await colleague("ben", ["administrator"]);
    const rita = await colleague("rita", ["researcher"]);
    await changeStaff(of.context, ada, rita.staff, { active: false });
    assert.equal((await changeStaff(of.context, ada, rita.staff, { active: true })).kind, "asked");
  });

  test("by an account that never joined: it counts for nobody", async () => {
    await addStaff(of.context, ada, {
      name: "Ghost",
      email: `ghost${count}@example.org`,
      roles: ["therapist"],
    });
    const outcome = await changeStaff(of.context, ada, ada.staff, { roles: ["administrator", "therapist"] });
    assert.deepEqual(outcome, { kind: "made", alone: true });
  });
});

/** A person whom the administrator invited and whose invitation is accepted: perhaps by the administrator. */
async function joined(name: string, roles: readonly Role[]): Promise<Staff> {
  const email = `${name}${count}@example.org`;
  const added = await addStaff(of.context, ada, { name, email, roles });
  const token = await inviteStaff(of.context, ada, added);
  await acceptInvitation(of.context, token, { user: `${name}-${count}`, email });
  return { kind: "staff", practice, staff: added, role: roles[0] ?? "therapist", roles };
}

const days = (some: number) => {
  of.clock.now = new Date(of.clock.now.getTime() + some * 24 * 60 * 60 * 1000);
};

describe("a second self of a sole administrator", () => {
  for (const roles of [["therapist"], ["administrator", "therapist"], ["supervisor"]] as const)
    test(`who joined as ${roles.join(" and ")} agrees to nothing; a colleague decides`, async () => {
      const carol = await colleague("carol", ["therapist"]);
      const double = await joined("double", roles);
      const wish = { roles: ["administrator", "therapist", "supervisor"] } as const;
      const outcome = await changeStaff(of.context, ada, ada.staff, wish);
      assert.deepEqual(outcome, { kind: "asked", from: ["carol"] });
      assert.deepEqual((await readAccessNotices(of.context, double)).toDecide, []);
      const [request] = (await readAccessNotices(of.context, carol)).toDecide;
      assert.ok(request);
      await assert.rejects(decideAccess(of.context, double, request.change, "confirmed"), Refusal);
      assert.deepEqual(await rolesOf(ada), ["administrator"]);
    });

  test("is seen by everybody when they join", async () => {
    const carol = await colleague("carol", ["therapist"]);
    days(1);
    await joined("double", ["therapist"]);
    const kinds = (await readAccessNotices(of.context, carol)).unread.map(
      ({ kind, name }) => `${kind} ${name}`,
    );
    assert.deepEqual(kinds, ["joined double"]);
  });

  test("does not agree after everybody else was removed either", async () => {
    const carol = await colleague("carol", ["therapist"]);
    await joined("double", ["therapist"]);
    await changeStaff(of.context, ada, carol.staff, { active: false });
    await assert.rejects(
      changeStaff(of.context, ada, ada.staff, { roles: ["administrator", "researcher"] }),
      /more than 14 days ago/,
    );
    assert.deepEqual(await rolesOf(ada), ["administrator"]);
  });

  test("is not put on duty before a colleague agrees", async () => {
    const carol = await colleague("carol", ["therapist"]);
    const double = await joined("double", ["therapist"]);
    assert.deepEqual(await changeSettings(of.context, ada, { duty: double.staff }), {
      kind: "asked",
      from: ["carol"],
    });
    assert.equal((await readSettings(of.context, ada)).duty, null);
    const [request] = (await readAccessNotices(of.context, carol)).toDecide;
    await decideAccess(of.context, carol, request!.change, "confirmed");
    assert.equal((await readSettings(of.context, ada)).duty, double.staff);
  });

  test("is handed no case of a colleague who works here, and none of one who left", async () => {
    const carol = await colleague("carol", ["therapist"]);
    const episode = await openEpisode(of.context, carol, { client: "K. M.", ageBand: "adult" });
    const double = await joined("double", ["therapist"]);
    const dan = await colleague("dan", ["therapist"]);
    for (const to of [double, dan])
      await assert.rejects(
        handOverAll(of.context, ada, carol.staff, to.staff),
        /can transfer their own clients/,
      );
    await changeStaff(of.context, ada, carol.staff, { active: false });
    await assert.rejects(handOverAll(of.context, ada, carol.staff, double.staff), /less than 14 days/);
    await assert.rejects(readCase(of.context, double, episode), Refusal);
    await assert.rejects(readCase(of.context, ada, episode), Refusal);
    assert.equal(await handOverAll(of.context, ada, carol.staff, dan.staff), 1, "to an older colleague");
    assert.equal((await readCase(of.context, dan, episode)).client, "K. M.");
  });

  test("does not ask for what the first then agrees to, over a third either", async () => {
    const carol = await colleague("carol", ["therapist"]);
    const double = await joined("double", ["administrator", "therapist"]);
    const wish = { roles: ["administrator", "therapist", "supervisor"] } as const;
    const outcome = await changeStaff(of.context, { ...double, role: "administrator" }, double.staff, wish);
    assert.deepEqual(outcome, { kind: "asked", from: ["carol"] });
    const duty = await changeSettings(
      of.context,
      { ...double, role: "administrator" },
      { duty: double.staff },
    );
    assert.deepEqual(duty, { kind: "asked", from: ["carol"] });
    for (const request of (await readAccessNotices(of.context, carol)).toDecide)
      await assert.rejects(decideAccess(of.context, ada, request.change, "confirmed"), Refusal);
  });

  test("hands no case of others to the first", async () => {
    const carol = await colleague("carol", ["therapist"]);
    const eve = await colleague("eve", ["therapist", "administrator"]);
    await openEpisode(of.context, carol, { client: "K. M.", ageBand: "adult" });
    const double = await joined("double", ["administrator"]);
    // Eve agrees to a second administrator, and Carol left.
    const [request] = (await readAccessNotices(of.context, eve)).toDecide;
    await decideAccess(of.context, eve, request!.change, "confirmed");
    await changeStaff(of.context, ada, carol.staff, { active: false });
    await assert.rejects(
      handOverAll(of.context, { ...double, role: "administrator" }, carol.staff, eve.staff),
      /You joined less than 14 days/,
    );
    await assert.rejects(
      handOverAll(of.context, { ...eve, role: "administrator" }, carol.staff, eve.staff),
      /cannot transfer a client to yourself/,
    );
  });

  test("and whoever was invited is a colleague like others after two weeks", async () => {
    const double = await joined("dora", ["therapist"]);
    days(15);
    const wish = { roles: ["administrator", "researcher"] } as const;
    assert.deepEqual(await changeStaff(of.context, ada, ada.staff, wish), { kind: "asked", from: ["dora"] });
    assert.equal((await readAccessNotices(of.context, double)).toDecide.length, 1);
  });

  test("and an administrator hands over their own cases to whomever they like", async () => {
    const eve = await colleague("eve", ["therapist", "administrator"]);
    await openEpisode(of.context, eve, { client: "K. M.", ageBand: "adult" });
    const double = await joined("double", ["therapist"]);
    assert.equal(
      await handOverAll(of.context, { ...eve, role: "administrator" }, eve.staff, double.staff),
      1,
    );
  });
});

describe("being on duty", () => {
  test("an administrator who names themselves waits for a second person; the rest is saved", async () => {
    const both = await colleague("eve", ["therapist", "administrator"]);
    const eve: Staff = { ...both, role: "administrator" };
    const outcome = await changeSettings(of.context, eve, { duty: eve.staff, linkDays: 9 });
    assert.equal(outcome.kind, "asked");
    const settings = await readSettings(of.context, eve);
    assert.equal(settings.duty, null);
    assert.equal(settings.linkDays, 9);
    const [request] = (await readAccessNotices(of.context, ada)).toDecide;
    await decideAccess(of.context, ada, request!.change, "confirmed");
    const after = await readSettings(of.context, eve);
    assert.equal(after.duty, eve.staff);
    assert.equal(after.dutySince, of.clock.now.toISOString());
    assert.ok((await log()).some((one) => one.action === "access-confirmed duty"));
  });

  test("somebody without a clinical role cannot be, and reading tasks wants that role too", async () => {
    await assert.rejects(changeSettings(of.context, ada, { duty: ada.staff }), /therapist or supervisor/);
    await assert.rejects(listTasks(of.context, ada), Refusal);
  });

  test("naming a colleague is made at once, and the colleague is told", async () => {
    const carol = await colleague("carol", ["therapist"]);
    of.clock.now = new Date(of.clock.now.getTime() + 1000);
    assert.equal((await changeSettings(of.context, ada, { duty: carol.staff })).kind, "made");
    const [notice] = (await readAccessNotices(of.context, carol)).unread;
    assert.equal(notice?.kind, "duty");
    assert.equal(notice?.isOwn, true);
  });
});

describe("an invitation", () => {
  test("is for somebody without an account; a colleague who has one cannot be invited", async () => {
    const carol = await colleague("carol", ["therapist"]);
    await assert.rejects(inviteStaff(of.context, ada, carol.staff), /their own account/);
    await assert.rejects(inviteStaff(of.context, ada, ada.staff), /their own account/);
    await assert.rejects(inviteStaff(of.context, carol, ada.staff), Refusal);
  });

  test("joins the account of the address it is for, once", async () => {
    const nia = await invited("nia");
    const token = await inviteStaff(of.context, ada, nia);
    const about = await readInvitation(of.context, token);
    assert.equal(about?.email, `nia${count}@example.org`);
    for (const email of [
      `n1a${count}@example.org`,
      `nia+x${count}@example.org`,
      `nia${count}@example.org.evil.example`,
      `\u212Aia${count}@example.org`,
    ])
      await assert.rejects(
        acceptInvitation(of.context, token, { user: "other", email }),
        /another email address/,
      );
    await acceptInvitation(of.context, token, { user: `nia-${count}`, email: ` NIA${count}@Example.org ` });
    await assert.rejects(
      acceptInvitation(of.context, token, { user: `nia-${count}`, email: `nia${count}@example.org` }),
      /has been used/,
    );
    assert.equal(await readInvitation(of.context, token), null);
    await assert.rejects(inviteStaff(of.context, ada, nia), /their own account/);
  });

  test("of two at the same moment one joins", async () => {
    const nia = await invited("nia");
    const token = await inviteStaff(of.context, ada, nia);
    const email = `nia${count}@example.org`;
    const both = await Promise.allSettled(
      ["first", "second"].map((user) => acceptInvitation(of.context, token, { user: user + count, email })),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  });

  test("a newer one replaces it, three days end it, and leaving ends it", async () => {
    const nia = await invited("nia");
    const first = await inviteStaff(of.context, ada, nia);
    const second = await inviteStaff(of.context, ada, nia);
    assert.equal(await readInvitation(of.context, first), null);
    of.clock.now = new Date(of.clock.now.getTime() + 3 * 24 * 3600 * 1000);
    assert.equal(await readInvitation(of.context, second), null);
    const email = `nia${count}@example.org`;
    await assert.rejects(
      acceptInvitation(of.context, second, { user: "late", email }),
      /has expired or has been used/,
    );
    const third = await inviteStaff(of.context, ada, nia);
    await changeStaff(of.context, ada, nia, { active: false });
    assert.equal(await readInvitation(of.context, third), null);
    await assert.rejects(acceptInvitation(of.context, third, { user: "left", email }), Refusal);
    await assert.rejects(inviteStaff(of.context, ada, nia), /no longer works in this practice/);
  });

  test("does not join an account that works here already as somebody else", async () => {
    await colleague("carol", ["therapist"]);
    const nia = await invited("nia");
    const token = await inviteStaff(of.context, ada, nia);
    await assert.rejects(
      acceptInvitation(of.context, token, { user: `carol-${count}`, email: `nia${count}@example.org` }),
      /belongs to another staff member/,
    );
    assert.notEqual(await readInvitation(of.context, token), null, "refused, it is not used up");
  });

  test("one account may work in several practices", async () => {
    const nia = await invited("nia");
    const token = await inviteStaff(of.context, ada, nia);
    const user = `everywhere-${count}`;
    await linkAccount(of.context, of.practice, of.other.staff, user);
    await acceptInvitation(of.context, token, { user, email: `nia${count}@example.org` });
    assert.equal((await of.context.store.outside.memberships(user)).length, 2);
  });

  test("no address that could become another when written small, or that cannot be signed in with", async () => {
    for (const email of [
      "\u212Ate@example.org",
      "ｎia@example.org",
      "nia@exämple.org",
      "a b@example.org",
      "a@b",
      "a@b@c.org",
      "a@demo.invalid",
      "İnes@example.org",
      "nia@example.org\n",
    ])
      if (email.trim() === "nia@example.org") continue;
      else
        await assert.rejects(
          addStaff(of.context, ada, { name: "N", email, roles: ["therapist"] }),
          Refusal,
          JSON.stringify(email),
        );
  });
});

function invited(name: string): Promise<string> {
  return addStaff(of.context, ada, { name, email: `${name}${count}@example.org`, roles: ["therapist"] });
}

test("a request that is decided is not edited any more, and none is ever deleted", async () => {
  const ben = await colleague("ben", ["administrator"]);
  await changeStaff(of.context, ada, ada.staff, { roles: ["administrator", "therapist"] });
  const [request] = (await readAccessNotices(of.context, ben)).toDecide;
  await of.context.store.within(practice, async (scope) => {
    assert.notEqual(await accessChanges.lockAsked(scope, request!.change), null);
  });
  const { $client } = of.fresh.store.accounts;
  await assert.rejects($client.query("delete from care.access_change"), /denied/);
  await assert.rejects($client.query("update care.access_change set roles_after = null"), /denied/);
});
