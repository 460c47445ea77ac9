import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addStudy,
  addText,
  changeStaff,
  emptyDraft,
  keepConceptEdition,
  readCase,
  requestForm,
  ruleOnPassage,
  submitAsStaff,
} from "@concord/practice";
import { groups } from "@concord/store";
import routes from "../app/routes.ts";
import { openClinic, type People, password, type TestClinic } from "./support/clinic.ts";

type Who = keyof People | "nobody";
type Outcome = "in" | "refused" | "sign-in";

const everyone: readonly Who[] = [
  "nobody",
  "therapist",
  "stranger",
  "supervisor",
  "administrator",
  "researcher",
];

const open: Readonly<Record<Who, Outcome>> = {
  nobody: "in",
  therapist: "in",
  stranger: "in",
  supervisor: "in",
  administrator: "in",
  researcher: "in",
};

/** Nobody signed out, and of the staff only those named. `stranger` is a therapist who does not treat the client. */
const only = (...named: readonly Who[]): Readonly<Record<Who, Outcome>> => ({
  nobody: "sign-in",
  therapist: named.includes("therapist") ? "in" : "refused",
  stranger: named.includes("stranger") ? "in" : "refused",
  supervisor: named.includes("supervisor") ? "in" : "refused",
  administrator: named.includes("administrator") ? "in" : "refused",
  researcher: named.includes("researcher") ? "in" : "refused",
});

const staff = only("therapist", "stranger", "supervisor", "administrator", "researcher");

/** Who comes in where: written by hand from the roles, not read from the rules. */
const expected: Readonly<Record<string, Readonly<Record<Who, Outcome>>>> = {
  "/": open,
  "POST /theme": open,
  "/set-up": open,
  "/sign-in": open,
  "/sign-in/code": open,
  "POST /sign-out": open,
  "/welcome/:token": open,
  "/reset/:token": open,
  "/account": staff,
  "/access": staff,
  "/reflections": only("therapist", "stranger"),
  "/f/:token": open,
  "/caseload": only("therapist", "stranger", "supervisor"),
  "/caseload/new": only("therapist", "stranger", "administrator"),
  "/case/:episode": only("therapist", "supervisor"),
  "/case/:episode/items": only("therapist", "supervisor"),
  "/case/:episode/notes": only("therapist"),
  "/case/:episode/brief": only("therapist", "supervisor"),
  "/case/:episode/supervision": only("therapist", "supervisor"),
  "/review/:episode": only("therapist"),
  "/tasks": only("therapist", "stranger", "supervisor"),
  "/group/:group": only("therapist"),
  "/answer/:request": only("therapist"),
  "/correct/:response": only("therapist"),
  "/evidence": staff,
  "/evidence/claim/:claim": staff,
  "/evidence/rules": staff,
  "/evidence/syntheses": staff,
  "/evidence/synthesis/:synthesis": staff,
  "/evidence/synthesis/:synthesis/edition/:number": staff,
  "/evidence/synthesis/:synthesis/export/:what": staff,
  "/evidence/studies": staff,
  "/evidence/study/new": only("administrator", "researcher"),
  "/evidence/study/:study": staff,
  "/evidence/study/:study/correct": only("administrator", "researcher"),
  "/evidence/import": only("administrator", "researcher"),
  "/evidence/change/:change": staff,
  "/library": staff,
  "/library/texts": staff,
  "/library/text/:text": staff,
  "/library/find": staff,
  "/library/concordance": staff,
  "/library/concept/:concept": staff,
  "/library/concept/:concept/edition/:edition": staff,
  "/library/concept/:concept/export/:file": staff,
  "/settings": only("administrator"),
  "/settings/staff": only("administrator"),
  "/settings/wordings": only("administrator"),
  "/settings/norms": only("administrator"),
  "/settings/evaluation": only("administrator"),
  "/settings/language-model": only("administrator"),
  "/audit": only("administrator"),
  "/import": only("administrator", "therapist", "stranger"),
  "/export": only("researcher"),
  "POST /export/ratings.csv": only("researcher"),
  "/gallery": staff,
};

let clinic: TestClinic;
let places: Readonly<Record<string, string>>;
const cookies = new Map<Who, string>();

before(async () => {
  clinic = await openClinic({ proxies: 1 });
  const { house, accounts } = clinic.clinic;
  const { actor } = clinic.people.therapist;
  for (const [index, [who, { email }]] of Object.entries(clinic.people).entries()) {
    const caller = { request: new Request(clinic.url), address: `203.0.113.${index}` };
    const entry = await accounts.enter(caller, email, password);
    assert.equal(entry.kind, "in");
    cookies.set(
      who as Who,
      entry.kind === "in" ? entry.cookies.map((one) => one.split(";")[0]).join("; ") : "",
    );
  }
  const own = await requestForm(house, actor, {
    episode: clinic.cases.adult,
    session: 0,
    instrument: "concord-alliance-session-therapist",
  });
  const answered = await requestForm(house, actor, {
    episode: clinic.cases.adult,
    session: 0,
    instrument: "concord-rupture-therapist",
  });
  const filled = answered.path.replace("/answer/", "");
  await submitAsStaff(house, actor, filled, { i01: 1, i02: 1 }, "answered-once");
  const { forms } = await readCase(house, actor, clinic.cases.adult);
  const response = forms.find((form) => form.request === filled)?.response;
  assert.ok(response);
  // The supervisor was let into the adult's case only, so not into a group with the adolescent in it.
  const group = await house.store.within(actor.practice, async (scope) => {
    const made = await groups.open(scope, {
      name: "Thursday",
      therapist: actor.staff,
      openedOn: "2026-01-08",
    });
    for (const episode of [clinic.cases.adult, clinic.cases.adolescent])
      await groups.join(scope, made, episode, "2026-01-08");
    return made;
  });
  const added = await addStudy(house, clinic.people.researcher.actor, {
    ...emptyDraft,
    authors: "Quill, Ada",
    year: "2024",
    title: "A study",
    reports: [
      {
        row: 0,
        id: "",
        rater: "client",
        instrument: "",
        timing: "early",
        outcome: "",
        outcomeRater: "client",
        toward: "better",
        figures: "correlation",
        numbers: { r: ".3", n: "60" },
      },
    ],
  });
  assert.equal(added.kind, "written");
  const scholar = clinic.people.researcher.actor;
  const bytes = new TextEncoder().encode(
    "The therapeutic bond holds. The therapist and the patient both know it.",
  );
  const shelved = await addText(house, scholar, { name: "bond.txt", bytes });
  assert.equal(shelved.kind, "added");
  const ruled = await ruleOnPassage(house, scholar, {
    concept: "therapeutic-bond",
    text: shelved.text.id,
    from: 0,
    to: 27,
    judgement: "thesis",
    stance: null,
    gloss: null,
    saidBy: null,
    words: null,
  });
  assert.equal(ruled.kind, "kept");
  await keepConceptEdition(house, scholar, "therapeutic-bond");
  places = {
    ":text": shelved.text.id,
    ":concept": "therapeutic-bond",
    ":edition": "1",
    ":file": "annotations.json",
    ":claim": "alliance-predicts-outcome-adult",
    ":synthesis": "alliance-outcome-in-hand",
    ":number": "2",
    ":what": "table.csv",
    ":study": added.kind === "written" ? added.study : "",
    ":change": added.kind === "written" ? added.change : "",
    ":episode": clinic.cases.adult,
    ":group": group,
    ":response": response,
    ":request": own.path.replace("/answer/", ""),
    ":token": (await clinic.ask("concord-alliance-session-client-adult")).slice(3),
  };
});

after(() => clinic.stop());

/** Every address the app knows, from its own table of routes. */
function patterns(): readonly string[] {
  return routes.map((route) => {
    const path = `/${route.path ?? ""}`;
    const hasPage = /\.tsx$/.test(route.file) || path === "/" || /\/export\/:\w+$/.test(path);
    return hasPage ? path : `POST ${path}`;
  });
}

test("every route has its line, and every line its route", () => {
  assert.deepEqual([...patterns()].sort(), Object.keys(expected).sort());
});

for (const [pattern, outcomes] of Object.entries(expected))
  test(`who comes in: ${pattern}`, async () => {
    for (const who of everyone) assert.equal(await outcome(pattern, who), outcomes[who], who);
  });

async function outcome(pattern: string, who: Who): Promise<Outcome> {
  const post = pattern.startsWith("POST ");
  const path = pattern
    .replace("POST ", "")
    .split("/")
    .map((part) => places[part] ?? part)
    .join("/");
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
  const { house } = clinic.clinic;
  await changeStaff(house, clinic.people.administrator.actor, clinic.people.stranger.actor.staff, {
    active: false,
  });
  assert.equal(await outcome("/caseload", "stranger"), "sign-in");
});
