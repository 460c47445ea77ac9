import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { foundPractice, type Role } from "@concord/practice";
import { everyone, expected, type Who } from "./support/access-table.ts";
import { headerProblems } from "./support/answer-headers.ts";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { filled, patterns, placesOf, table } from "./support/places.ts";
import { difference, rowsOf } from "./support/rows.ts";
import { type Sender, sender, signedIn } from "./support/sent.ts";

/*
 * Every route of the route table by every role, method and form of its address: who reads what does not depend on how
 * the address is written, what is refused changes no row, of this practice or of another, and every answer has the
 * headers that protect it.
 */

let clinic: TestClinic;
let places: Readonly<Record<string, string>>;
/** Somebody who may do everything, in another practice of the same store. */
let elsewhere: Sender;
const practices: string[] = [];
const people = new Map<Who, Sender>();

before(async () => {
  clinic = await openClinic();
  const { appContext, accounts } = clinic.clinic;
  const roles: readonly Role[] = ["therapist", "supervisor", "administrator", "researcher"];
  const { practice } = await foundPractice(appContext, {
    practiceName: "Another practice",
    name: "Otto",
    email: "otto@example.net",
    user: await accounts.create("Otto", "otto@example.net", password),
    roles,
  });
  practices.push(clinic.people.therapist.actor.practice, practice);
  places = await placesOf(clinic);
  people.set("nobody", sender(clinic.url));
  for (const who of everyone)
    if (who !== "nobody") people.set(who, await signedIn(clinic, clinic.people[who].email, password));
  elsewhere = await signedIn(clinic, "otto@example.net", password);
});
after(() => clinic.stop());

const rows = () => rowsOf(clinic.clinic.appContext.store, practices);

const dataOf = (path: string) => (path === "/" ? "/_root.data" : `${path}.data`);

/** The route whose loader gives the data of a page, asked for without the layouts around it. */
const idOf = (path: string) =>
  table.find(({ pattern }) => filled(pattern, places) === path.replace(/\?.*/, ""))?.id ?? "";
const layoutIds = [...new Set(table.map(({ id }) => `${id.split("/")[0]}/layout`))].join(",");

/** The same address as it may also be written. */
const forms: Readonly<Record<string, (path: string) => string>> = {
  plain: (path) => path,
  data: (path) => dataOf(path),
  "data, one route": (path) => `${dataOf(path)}?_routes=caseload%2Fcaseload`,
  "data, the page alone": (path) => `${dataOf(path)}?_routes=${encodeURIComponent(idOf(path))}`,
  "data, the layouts alone": (path) => `${dataOf(path)}?_routes=${encodeURIComponent(layoutIds)}`,
  slash: (path) => (path === "/" ? path : `${path}/`),
  query: (path) => `${path}?index&role=administrator&practice=x`,
  capitals: (path) => path.replace(/^\/[a-z-]+/, (first) => first.toUpperCase()),
  encoded: (path) => path.replace(/^\/([a-z])/, (_, letter) => `/%${letter.charCodeAt(0).toString(16)}`),
};

/** What an answer says: the page or file, a refusal, or the way to the sign-in page. Its headers are checked as well. */
async function outcomeOf(answer: Response): Promise<"in" | "refused" | "sign-in"> {
  assert.deepEqual(headerProblems(answer), [], `${answer.status} ${answer.url}`);
  const text = await answer.text();
  const to = answer.headers.get("location") ?? "";
  if (to.startsWith("/sign-in?to=")) return "sign-in";
  if (answer.status === 202 && text.includes("/sign-in?to=")) return "sign-in";
  // Asked for the data of one route that is not on the way to this page, an answer holds no data of any page.
  if (answer.url.includes("_routes=") && !table.some(({ id }) => text.includes(`"${id}"`))) return "refused";
  return answer.status >= 400 ? "refused" : "in";
}

/** Asks several at a time, so that the whole matrix takes seconds. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const lane = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: 6 }, lane));
}

test("every route has its line here and says who may come to it", () => {
  assert.deepEqual([...patterns()].sort(), Object.keys(expected).sort());
  assert.deepEqual(
    table.filter(({ access }) => access === null).map(({ id }) => id),
    [],
    "These routes export no `handle` with `access`, or have a page and no loader.",
  );
});

test("what a route says of itself agrees with the table", () => {
  for (const { pattern, access, hasPage, hasLoader } of table) {
    const line = expected[hasPage || hasLoader ? pattern : `POST ${pattern}`];
    const isOpen = access?.kind === "open" || access?.kind === "token";
    assert.equal(isOpen, line?.nobody === "in", pattern);
  }
});

const readable = Object.keys(expected).filter((pattern) => !pattern.startsWith("POST "));

for (const [form, written] of Object.entries(forms).filter(([form]) => form !== "plain"))
  test(`who reads what, by the address: ${form}`, async () => {
    // Whom the plain address lets in is asked elsewhere; here two pages stand for all of theirs.
    const asked = readable.flatMap((pattern) =>
      everyone
        .filter((who) => expected[pattern]?.[who] !== "in" || /^\/(caseload|audit)$/.test(pattern))
        .map((who) => ({ pattern, who })),
    );
    await each(asked, async ({ pattern, who }) => {
      const answer = await people.get(who)?.get(written(filled(pattern, places)));
      assert.ok(answer);
      const found = await outcomeOf(answer);
      const told = `${who} ${form} ${pattern}: ${answer.status}`;
      assert.ok(answer.status < 500, told);
      if (form !== "data, the page alone" && form.startsWith("data, ") && found === "refused") return;
      // A form of an address that is none leads nowhere for everybody; it is never open to more.
      if (answer.status !== 404) assert.equal(found, expected[pattern]?.[who], told);
      else assert.ok(!["data", "slash", "query"].includes(form), told);
    });
  });

const writers = (...named: readonly Who[]) => named;
const nobody = writers();
const scholars = writers("administrator", "researcher");
const staff = writers("therapist", "stranger", "supervisor", "administrator", "researcher");

/**
 * Who may change something by a route: by hand, from what each role is for. A route that is not here takes no
 * form from anybody. What belongs to no role (signing in and out, a client's own link) is left to its own tests.
 */
const mayChange: Readonly<Record<string, readonly Who[]>> = {
  "/account": staff,
  "/access": staff,
  "/reflections": writers("therapist", "stranger"),
  "/caseload/new": writers("therapist", "stranger", "administrator"),
  "/waiting": writers("therapist", "stranger", "administrator"),
  "/case/:episode": writers("therapist"),
  "/case/:episode/notes": writers("therapist"),
  "/case/:episode/contacts": writers("therapist", "administrator"),
  "/appointments": writers("therapist", "stranger", "administrator"),
  "/case/:episode/privacy": writers("therapist", "administrator"),
  "/case/:episode/measures": writers("therapist", "administrator"),
  "/groups": writers("therapist", "stranger"),
  "/group/:group": writers("therapist"),
  "/answer/:request": writers("therapist"),
  "/correct/:response": writers("therapist"),
  "/tasks/:task": writers("therapist", "supervisor"),
  "/evidence/synthesis/:synthesis": scholars,
  "/evidence/study/new": scholars,
  "/evidence/study/:study/correct": scholars,
  "/evidence/import": scholars,
  "/library/texts": staff,
  "/library/text/:text": staff,
  "/library/concept/:concept": staff,
  "/import": writers("administrator", "therapist", "stranger"),
  "/settings": writers("administrator"),
  "/settings/staff": writers("administrator"),
  "/settings/wordings": writers("administrator"),
  "/settings/norms": writers("administrator"),
  "/settings/evaluation": writers("administrator"),
  "/settings/language-model": writers("administrator"),
  "/settings/privacy": writers("administrator"),
  "/settings/backup": writers("administrator"),
  "/settings/measures": writers("administrator"),
  "/settings/messages": writers("administrator"),
  "/settings/messages/sent": writers("administrator"),
  "POST /export/ratings.csv": writers("researcher"),
};
const ownTests = /^(POST \/(theme|language|sign-out)|\/sign-in|\/sign-in\/code|\/f\/:token)$/;

/** Fields that would do something on one route or another, if they were let through. */
function fieldsFor(about: string): Readonly<Record<string, string>> {
  return {
    about,
    intent: about,
    staff: clinic.people.stranger.actor.staff,
    role: "administrator",
    duty: clinic.people.stranger.actor.staff,
    name: "Somebody",
    email: "somebody@example.org",
    practice: "Renamed",
    practiceName: "Renamed",
    password: "a lantern by the river",
    text: "A line that nobody may write here.",
    client: "N. N.",
    ageBand: "adult",
    openedOn: "2026-01-08",
    heldOn: "2026-01-08",
    session: "1",
    sessions: "2",
    instrument: "concord-alliance-session-client-adult",
    language: "en",
    linkDays: "3",
    taskHours: "3",
    asked: "plan",
    outcome: "no-acute-danger",
    i01: "1",
    i02: "1",
    submission: "forged-submission-one",
    why: "because",
    to: "/",
  };
}
const sentForms = Object.entries(forms).filter(([form]) =>
  ["plain", "data", "slash", "query"].includes(form),
);
const abouts = ["add", "roles", "leave", "invite", "session", "request", "consent", "close", "phase", "keep"];

test("what is refused changes no row, by any route, role and form of address", async (context) => {
  let before = await rows();
  let tried = 0;
  for (const who of everyone) {
    const asked = Object.keys(expected)
      .filter((pattern) => !ownTests.test(pattern) && !(mayChange[pattern] ?? nobody).includes(who))
      .flatMap((pattern) => sentForms.map(([form, written]) => ({ pattern, form, written })));
    await each(asked, async ({ pattern, form, written }) => {
      const about = abouts[tried++ % abouts.length] ?? "";
      const answer = await people.get(who)?.post(written(filled(pattern, places)), fieldsFor(about));
      assert.ok(answer);
      const found = await outcomeOf(answer);
      assert.ok(answer.status < 500, `${who} ${form} ${pattern} ${about}: ${answer.status}`);
      // What is open to everybody leads elsewhere; what it may have changed is compared below, as for all others.
      if (expected[pattern]?.nobody !== "in")
        assert.notEqual(found, "in", `${who} ${form} ${pattern} ${about}: ${answer.status}`);
    });
    const now = await rows();
    assert.deepEqual(difference(before, now), [], who);
    before = now;
  }
  context.diagnostic(`${tried} refused requests`);
  assert.ok(tried > 700, `${tried}`);
});

test("who may do everything in another practice reads and changes nothing of this one", async () => {
  const before = await rows();
  const named = Object.keys(expected).filter((pattern) =>
    /:(episode|group|request|response|study|text)\b/.test(pattern),
  );
  assert.equal(named.length, 15);
  await each(
    named.flatMap((pattern) => Object.values(forms).map((written) => ({ pattern, written }))),
    async ({ pattern, written }) => {
      const path = written(filled(pattern, places));
      for (const answer of [
        await elsewhere.get(path),
        await elsewhere.post(path, fieldsFor("session")),
        await elsewhere.post(path, fieldsFor("keep")),
      ]) {
        assert.equal(await outcomeOf(answer), "refused", `${path}: ${answer.status}`);
        assert.ok(answer.status < 500, `${path}: ${answer.status}`);
      }
    },
  );
  assert.deepEqual(difference(before, await rows()), []);
});

test("and the comparison of rows sees a single note", async () => {
  const before = await rows();
  const path = filled("/case/:episode/notes", places);
  const answer = await people.get("therapist")?.post(path, { text: "One line.", session: "0" });
  assert.ok(answer !== undefined && answer.status < 400, `${answer?.status}`);
  assert.match(difference(before, await rows()).join("\n"), /care\.note/);
});
