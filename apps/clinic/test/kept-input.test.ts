import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { formsOf } from "./support/forms-of.ts";
import { signedIn } from "./support/sent.ts";

/*
 * Pages without script: what cannot be saved comes back on its page with everything that was entered, and says which
 * input it is about.
 */

let clinic: TestClinic;
before(async () => {
  clinic = await openClinic();
});
after(() => clinic.stop());

type Fields = Readonly<Record<string, string>>;

/** Sends a form as it stands on its page, with some fields changed, and gives back the same form of the answer. */
async function sent(who: keyof TestClinic["people"], path: string, button: string, changed: Fields) {
  const person = await signedIn(clinic, clinic.people[who].email, password);
  const isIt = ({ fields, button: its }: ReturnType<typeof formsOf>[number]) =>
    (its?.join("=") ?? "") === button &&
    Object.keys(changed).every((name) => fields.some((field) => field.name === name));
  const form = formsOf(await (await person.get(path)).text(), path).find(isIt);
  assert.ok(form, `no such form on ${path}`);
  const fields: Record<string, string> = {};
  for (const { name, value } of form.fields) if (value !== null) fields[name] = value;
  if (form.button !== null) fields[form.button[0]] = form.button[1];
  const answer = await person.post(form.action, { ...fields, ...changed });
  const html = await answer.text();
  const back = formsOf(html, path).find(isIt);
  const values: Fields = Object.fromEntries(
    (back?.fields ?? []).map(({ name, value }) => [name, value ?? ""]),
  );
  return { status: answer.status, html, values };
}

const about = (html: string, name: string, problem: RegExp) => {
  const input = new RegExp(
    `<(input|select|textarea)[^>]*name="${name}"[^>]*aria-invalid="true"|<(input|select|textarea)[^>]*aria-invalid="true"[^>]*name="${name}"`,
  );
  assert.match(html, input, `the input ${name} is marked`);
  assert.match(html, problem);
};

test("a colleague's address that is taken", async () => {
  const changed = { name: "Ines Second", email: clinic.people.therapist.email };
  const { status, html, values } = await sent("administrator", "/settings/staff", "about=add", changed);
  assert.equal(status, 400);
  about(html, "email", /with this email address already exists/);
  assert.equal(values.name, "Ines Second");
  assert.equal(values.email, clinic.people.therapist.email);
});

for (const [field, value, problem] of [
  ["openedOn", "2026-02-30", /Enter a date that exists/],
  ["nextSession", "2026-02-30", /Enter a date that exists/],
  ["nextSession", "1999-01-01", /day/],
  ["openedOn", "1850-01-01", /not before 1950/],
  ["ageBand", "infant", /Choose one of the options/],
] as const)
  test(`a new case with ${field} ${value}`, async () => {
    const { status, html, values } = await sent("therapist", "/caseload/new", "", {
      client: "K. from the list",
      [field]: value,
    });
    assert.equal(status, 400);
    about(html, field, problem);
    assert.equal(values.client, "K. from the list");
  });

test("a new case with two fields that cannot be used: both are marked", async () => {
  const { html, values } = await sent("therapist", "/caseload/new", "", {
    client: "n".repeat(201),
    openedOn: "2026-13-01",
  });
  about(html, "client", /Use at most 200 characters/);
  about(html, "openedOn", /Enter a date that exists/);
  assert.equal(values.openedOn, "2026-13-01");
});

test("settings with one input that cannot be: the others are still as they were entered", async () => {
  for (const [changed, field] of [
    [{ linkDays: "99" }, "linkDays"],
    [{ linkDays: "1e999" }, "linkDays"],
    [{ "contact-2-name": "Night line" }, "contact-2-number"],
    [{ heading: "h".repeat(121) }, "heading"],
    [{ duty: clinic.people.administrator.actor.staff }, "duty"],
  ] as const) {
    const { status, html, values } = await sent("administrator", "/settings", "", {
      practice: "Entered anyway",
      monitored: "Entered anyway as well.",
      ...changed,
    });
    assert.equal(status, 400, field);
    about(html, field, /./);
    assert.equal(values.practice, "Entered anyway", field);
    assert.equal(values.monitored, "Entered anyway as well.", field);
  }
});

test("a note that is too long, or about no session", async () => {
  const path = `/case/${clinic.cases.adult}/notes`;
  const long = `${"word ".repeat(2_001)}end`;
  const first = await sent("therapist", path, "", { text: long });
  assert.equal(first.status, 400);
  about(first.html, "text", /at most 10000|at most 10,000/);
  assert.equal(first.values.text, long);
  const second = await sent("therapist", path, "", { text: "A good note.", session: "third" });
  assert.equal(second.status, 400);
  about(second.html, "session", /Enter a session number/);
  assert.equal(second.values.text, "A good note.");
  // A browser counts the end of a line as one character and sends two.
  const lines = `${"line\n".repeat(1_999)}last`;
  const third = await sent("therapist", path, "", { text: lines.replaceAll("\n", "\r\n") });
  assert.equal(third.status, 302, "9,999 characters");
});

test("the practice's comparison groups are chosen once, shown and taken back", async () => {
  const person = await signedIn(clinic, clinic.people.administrator.email, password);
  const shown = async () =>
    formsOf(await (await person.get("/settings/norms")).text(), "/settings/norms")
      .flatMap(({ fields }) => fields)
      .flatMap(({ name, value }) => (name.startsWith("population-") ? [[name, value]] : []));
  const lines = (attachment: string) => [
    ["population-attachment-norm-adult", attachment],
    ["population-attachment-norm-adolescent", ""],
    ["population-perfectionism-norm-adult", ""],
    ["population-perfectionism-norm-adolescent", ""],
  ];
  const settings = async () => (await person.get("/settings")).text();
  assert.deepEqual(await shown(), lines("starting: ecr-r online"), "a suggestion, not yet a choice");
  assert.match(await settings(), /Choose the comparison groups/);
  for (const population of ["local", "", "starting: ecr-r online"]) {
    const fields = { about: "choose", ...Object.fromEntries(lines(population)) };
    const answer = await person.post("/settings/norms", fields);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /Comparison groups saved/);
    assert.deepEqual(await shown(), lines(population));
    assert.doesNotMatch(await settings(), /Choose the comparison groups/, "none is a choice too");
  }
  for (const fields of [
    { about: "choose", "population-attachment-norm-adult": "nobody" },
    // Adults are no sample for adolescents.
    { about: "choose", "population-attachment-norm-adolescent": "starting: ecr-r online" },
    { about: "choose", "population-something-adult": "local" },
    { about: "choose" },
    {},
  ] as const)
    assert.equal((await person.post("/settings/norms", fields)).status, 400, JSON.stringify(fields));
});
