import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addNote,
  addStaff,
  changeStaff,
  foundPractice,
  linkAccount,
  openEpisode,
  requestForm,
  submitAsStaff,
} from "@concord/practice";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { type Sender, sender, signedIn } from "./support/sent.ts";

/*
 * The only administrator of a small practice adds a second member of staff, who is the administrator again under another
 * address. Step by step, through the pages, as somebody would who wants to read a colleague's cases and reflections.
 */

let clinic: TestClinic;
let practice: string;
const staff = { ada: "", carol: "", second: "" };
let ada: Sender;
let carol: Sender;
let second: Sender;
let episode: string;
let reflection: string;
const hidden = { note: "What only Carol may read.", client: "Client of Carol" };

before(async () => {
  clinic = await openClinic();
  const { appContext, accounts } = clinic.clinic;
  const founded = await foundPractice(appContext, {
    practiceName: "Two rooms",
    name: "Ada",
    email: "ada@example.net",
    user: await accounts.create("Ada", "ada@example.net", password),
    roles: ["administrator"],
  });
  practice = founded.practice;
  staff.ada = founded.staff;
  const administrator = { kind: "staff", practice, staff: staff.ada, role: "administrator" } as const;
  staff.carol = await addStaff(appContext, administrator, {
    name: "Carol",
    email: "carol@example.net",
    roles: ["therapist"],
  });
  await linkAccount(
    appContext,
    practice,
    staff.carol,
    await accounts.create("Carol", "carol@example.net", password),
  );
  const therapist = { kind: "staff", practice, staff: staff.carol, role: "therapist" } as const;
  episode = await openEpisode(appContext, therapist, { client: hidden.client, ageBand: "adult" });
  await addNote(appContext, therapist, { episode, text: hidden.note });
  const asked = await requestForm(appContext, therapist, {
    episode,
    session: 0,
    instrument: "concord-attachment-therapist",
  });
  reflection = asked.path;
  await submitAsStaff(
    appContext,
    therapist,
    asked.path.replace("/answer/", ""),
    Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`i0${index + 1}`, 5])),
    "carols-own-answers",
  );
  ada = await signedIn(clinic, "ada@example.net", password);
  carol = await signedIn(clinic, "carol@example.net", password);
});
after(() => clinic.stop());

/** Nothing of Carol's is on any page that the two accounts of one person can open. */
async function nothingIsOpen(after: string): Promise<void> {
  for (const [who, person] of [
    ["Ada", ada],
    ["the second self", second],
  ] as const)
    for (const path of [
      `/case/${episode}`,
      `/case/${episode}/notes`,
      `/case/${episode}/items`,
      `/case/${episode}/brief`,
      `/case/${episode}/supervision`,
      `/review/${episode}`,
      reflection,
      "/reflections",
      "/caseload",
      "/tasks",
    ]) {
      const answer = await person.get(path);
      const page = await answer.text();
      assert.ok(answer.status < 500, `${after}: ${who} ${path}: ${answer.status}`);
      if (path.includes(episode) || path === reflection)
        assert.equal(answer.status, 403, `${after}: ${who} ${path}`);
      for (const words of Object.values(hidden))
        assert.ok(!page.includes(words), `${after}: ${who} reads “${words}” on ${path}`);
    }
}

const roles = (...some: readonly string[]) => some.map((role) => ["role", role] as const);
const post = (person: Sender, path: string, pairs: readonly (readonly [string, string])[]) =>
  fetch(clinic.url + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin: clinic.url, cookie: person.cookie() },
    body: new URLSearchParams(pairs.map(([name, value]) => [name, value])),
  });

test("the second self is added with every role, joins, and opens nothing of a colleague", async () => {
  const added = await post(ada, "/settings/staff", [
    ["about", "add"],
    ["name", "Ada Again"],
    ["email", "ada.again@example.net"],
    ...roles("therapist", "supervisor", "administrator"),
  ]);
  const link = /\/welcome\/[\w-]{43}/.exec(await added.text())?.[0] ?? "";
  second = sender(clinic.url);
  assert.equal((await second.post(link, { password: "a lantern by the river" })).status, 302);
  const page = await (await ada.get("/settings/staff")).text();
  staff.second =
    /name="staff" value="([0-9a-f-]{36})"(?:(?!name="staff")[\s\S])*?ada\.again@example\.net/.exec(
      page,
    )?.[1] ?? "";
  assert.notEqual(staff.second, "");
  await nothingIsOpen("joined");
});

test("the second self agrees to nothing that the first asks for, and the other way round", async () => {
  const asked = await post(ada, "/settings/staff", [
    ["about", "roles"],
    ["staff", staff.ada],
    ...roles("therapist", "supervisor", "administrator", "researcher"),
  ]);
  assert.match(await asked.text(), /Approval needed from Carol/);
  const waiting = await (await carol.get("/access")).text();
  const change = /name="change" value="([^"]+)"/.exec(waiting)?.[1] ?? "";
  assert.notEqual(change, "");
  for (const person of [second, ada])
    assert.equal((await person.post("/access", { about: "confirmed", change })).status, 403);
  await nothingIsOpen("asked for roles");
});

test("the second self is not put on duty, by either of them", async () => {
  const settings = {
    practice: "Two rooms",
    heading: "h",
    sentence: "s",
    monitored: "m",
    linkDays: "7",
    taskHours: "24",
  };
  for (const [person, duty] of [
    [ada, staff.second],
    [second, staff.second],
  ] as const) {
    const answer = await person.post("/settings", { ...settings, duty });
    assert.ok(answer.status < 500, `${answer.status}`);
    const page = await (await ada.get("/settings")).text();
    assert.doesNotMatch(page, new RegExp(`<option[^>]*value="${staff.second}"[^>]*selected`));
  }
  await nothingIsOpen("put on duty");
});

test("Carol's cases are not handed over while she works here, nor to somebody who just joined", async () => {
  const handOver = (person: Sender, to: string) =>
    person.post("/settings/staff", { about: "hand-over", staff: staff.carol, to });
  for (const person of [ada, second])
    for (const to of [staff.second, staff.ada]) assert.ok((await handOver(person, to)).status >= 400, to);
  await nothingIsOpen("handed over");
  assert.equal((await ada.post("/settings/staff", { about: "leave", staff: staff.carol })).status, 200);
  for (const person of [ada, second])
    for (const to of [staff.second, staff.ada]) assert.ok((await handOver(person, to)).status >= 400, to);
  await nothingIsOpen("handed over after leaving");
});

test("without Carol nobody is left who could agree", async () => {
  const asked = await post(ada, "/settings/staff", [
    ["about", "roles"],
    ["staff", staff.ada],
    ...roles("therapist", "supervisor", "administrator"),
  ]);
  assert.equal(asked.status, 403);
  assert.match(await asked.text(), /more than 14 days ago/);
  for (const fields of [
    { about: "invite", staff: staff.carol },
    { about: "return", staff: staff.carol },
    { about: "invite", staff: staff.carol },
  ])
    assert.doesNotMatch(await (await ada.post("/settings/staff", fields)).text(), /\/welcome\//);
  await nothingIsOpen("after everything");
});

test("and Carol is told who joined, and still has what is hers", async () => {
  const { appContext } = clinic.clinic;
  const administrator = { kind: "staff", practice, staff: staff.ada, role: "administrator" } as const;
  await changeStaff(appContext, administrator, staff.carol, { active: true });
  assert.match(await (await carol.get("/access")).text(), /Ada Again(<!-- -->)? accepted the invitation/);
  assert.match(await (await carol.get(`/case/${episode}/notes`)).text(), new RegExp(hidden.note));
});
