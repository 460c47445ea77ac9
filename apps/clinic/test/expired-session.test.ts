import assert from "node:assert/strict";
import { test } from "node:test";
import { requestForm } from "@concord/practice";
import { desk } from "./support/browser.ts";
import { openClinic, password } from "./support/clinic.ts";
import { formsOf, type PageForm } from "./support/forms-of.ts";
import { inBrowser } from "./support/in-browser.ts";
import { type Sender, sender, signedIn } from "./support/sent.ts";
import { tap } from "./support/tap.ts";

/*
 * Somebody writes for longer than their session lasts, and sends it: they sign in again and what they wrote is there.
 */

const { clinic, browser } = await inBrowser(openClinic());
const notes = `/case/${clinic.cases.adult}/notes`;
const written = 'She said: "it <b>held</b>" & then…\nA second line.';

const fieldsOf = ({ fields, button }: PageForm) => ({
  ...Object.fromEntries(fields.flatMap(({ name, value }) => (value === null ? [] : [[name, value]]))),
  ...(button === null ? {} : { [button[0]]: button[1] }),
});
const withWindowsLines = (text: string) => text.replaceAll("\n", "\r\n");

/** The only form of an answer that goes to this address. */
async function formTo(answer: Response, action: string): Promise<PageForm> {
  const html = await answer.text();
  const found = formsOf(html, "/").find((form) => form.action === action);
  assert.ok(found, `${answer.status}: no form to ${action} in ${html.slice(0, 2_000)}`);
  return found;
}

/** Sends something without a session, signs in on the page that comes, and gives back the form that waits there. */
async function sendAndSignIn(
  path: string,
  fields: Readonly<Record<string, string>>,
  email: string,
): Promise<{ readonly person: Sender; readonly waiting: PageForm }> {
  const person = sender(clinic.url);
  const refused = await person.post(path, fields);
  assert.equal(refused.status, 401);
  assert.equal(refused.headers.get("cache-control"), "no-store");
  const signIn = await formTo(refused, "/sign-in");
  const entered = await person.post("/sign-in", { ...fieldsOf(signIn), email, password });
  assert.equal(entered.status, 200);
  return { person, waiting: await formTo(entered, path) };
}

test("a note that is sent too late waits behind the sign-in, word for word, and is saved once", async () => {
  const { email } = clinic.people.therapist;
  const sent = { text: withWindowsLines(written), session: "0" };
  const { person, waiting } = await sendAndSignIn(notes, sent, email);
  assert.equal(
    waiting.fields.find(({ name }) => name === "text")?.type,
    "text",
    "it can be read and changed",
  );
  assert.deepEqual(fieldsOf(waiting), sent);
  assert.equal((await person.post(waiting.action, fieldsOf(waiting))).status, 302);
  const page = await (await person.get(notes)).text();
  assert.equal(page.match(/&quot;it &lt;b&gt;held&lt;\/b&gt;&quot; &amp; then…/g)?.length, 1);
});

test("a wrong password keeps it", async () => {
  const person = sender(clinic.url);
  const { email } = clinic.people.therapist;
  const first = await formTo(await person.post(notes, { text: written, session: "0" }), "/sign-in");
  const wrong = await person.post("/sign-in", { ...fieldsOf(first), email, password: "not this one at all" });
  assert.equal(wrong.status, 401);
  const second = await formTo(wrong, "/sign-in");
  const right = await person.post("/sign-in", { ...fieldsOf(second), email, password });
  assert.equal(fieldsOf(await formTo(right, notes)).text, written);
});

test("a new client, settings and a therapist's own form wait in the same way", async () => {
  const { people, cases } = clinic;
  const { appContext } = clinic.clinic;
  const own = await requestForm(appContext, people.therapist.actor, {
    episode: cases.adult,
    session: 0,
    instrument: "concord-alliance-session-therapist",
  });
  for (const [path, fields, who] of [
    [`/case/${cases.adult}`, { intent: "next", next: "2026-12-08", date: "2026-12-01" }, "therapist"],
    [
      "/caseload/new",
      { client: "N. N. from the waiting list", ageBand: "child", openedOn: "2026-01-08" },
      "therapist",
    ],
    ["/settings", { practice: "Renamed", heading: "Please call", linkDays: "7" }, "administrator"],
    [own.path, { i01: "3", i02: "4", i07: "It went well today.", submission: "sent-too-late" }, "therapist"],
  ] as const) {
    const { waiting } = await sendAndSignIn(path, fields, people[who].email);
    assert.deepEqual(fieldsOf(waiting), fields, path);
  }
});

test("somebody else who signs in there saves nothing in another's case", async () => {
  const { person, waiting } = await sendAndSignIn(
    notes,
    { text: "Not for Jonas to save.", session: "0" },
    clinic.people.stranger.email,
  );
  assert.equal((await person.post(waiting.action, fieldsOf(waiting))).status, 403);
  const ines = await signedIn(clinic, clinic.people.therapist.email, password);
  assert.doesNotMatch(await (await ines.get(notes)).text(), /Not for Jonas to save/);
});

test("a password goes nowhere, and a button alone leads to the page as before", async () => {
  const person = sender(clinic.url);
  const secret = "a lantern by the river";
  const changing = await person.post("/account", { about: "password", password: secret, next: secret });
  assert.equal(changing.status, 302);
  assert.doesNotMatch(await changing.text(), /lantern/);
  assert.equal(changing.headers.get("location"), "/sign-in?to=%2Faccount");
  assert.equal((await person.post("/account", { about: "x", next: secret })).status, 302);
  assert.equal((await person.post("/settings/evaluation", {})).status, 302);
  assert.equal((await person.post(`/case/${clinic.cases.adult}`, { intent: "close" })).status, 302);
});

test("what was carried along and is no form of ours is left out", async () => {
  for (const held of ["", "{", "[1]", '{"a":1}', '[["a"]]', "null", "x".repeat(100_000)]) {
    const person = sender(clinic.url);
    const { email } = clinic.people.therapist;
    const answer = await person.post("/sign-in", { email, password, to: "/caseload", held });
    assert.equal(answer.status, 302, held.slice(0, 20));
    assert.equal(answer.headers.get("location"), "/caseload");
  }
  const elsewhere = await sender(clinic.url).post("/sign-in", {
    email: clinic.people.therapist.email,
    password,
    to: "//evil.example/",
    held: '[["text","a text for another site"]]',
  });
  assert.doesNotMatch(await elsewhere.text(), /evil\.example/);
});

for (const javaScriptEnabled of [true, false])
  test(`in the browser, ${javaScriptEnabled ? "with" : "without"} script`, async () => {
    const { page, context } = await browser.open({ ...desk, javaScriptEnabled });
    const enter = async () => {
      await page.getByLabel("Email address").fill(clinic.people.therapist.email);
      await page.getByLabel("Password").fill(password);
      await tap(page.getByRole("button", { name: "Sign in" }));
    };
    await page.goto(`${clinic.url}/sign-in?to=${encodeURIComponent(notes)}`);
    await enter();
    await page.waitForURL(`**${notes}`);
    const words = `Written for an hour, ${javaScriptEnabled ? "with" : "without"} script.`;
    await page.getByLabel("New note").fill(words);
    await context.clearCookies();
    await tap(page.getByRole("button", { name: "Save note" }));
    await page.getByRole("heading", { name: "Sign in again" }).waitFor();
    await enter();
    await page.getByRole("heading", { name: "You are signed in again" }).waitFor();
    assert.equal(await page.getByLabel("Your text").inputValue(), words);
    await tap(page.getByRole("button", { name: "Save now" }));
    await page.waitForURL(`**${notes}`);
    await page.locator(".note-text", { hasText: words }).waitFor();
    await context.close();
  });
