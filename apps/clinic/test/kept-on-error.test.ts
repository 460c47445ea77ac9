import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { desk, phone } from "./support/browser.ts";
import { openClinic, password } from "./support/clinic.ts";
import { takenOver } from "./support/held-scripts.ts";
import { inBrowser } from "./support/in-browser.ts";
import { filled, placesOf } from "./support/places.ts";
import { printedDuring } from "./support/printed.ts";
import { refusing } from "./support/refusing.ts";
import { tap } from "./support/tap.ts";

/*
 * What somebody entered is on the page that says why it could not be saved, with the labels it had, and can be sent
 * again from there or copied.
 */

const { clinic, browser } = await inBrowser(openClinic());
const places = await placesOf(clinic);
const notes = `/case/${clinic.cases.adult}/notes`;
const concept = filled("/library/concept/:concept", places);

async function open(
  who: "therapist" | "researcher",
  path: string,
  options: { readonly javaScriptEnabled?: boolean } = {},
): Promise<Page> {
  const { page } = await browser.open({ ...desk, ...options });
  await enter(page, clinic.people[who].email, path);
  // Before its script has taken over, a page sends its forms as one without script does.
  if (options.javaScriptEnabled !== false) await takenOver(page);
  return page;
}

async function enter(page: Page, email: string, path: string): Promise<void> {
  await page.goto(`${clinic.url}/sign-in?to=${encodeURIComponent(path)}`);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(password);
  await tap(page.getByRole("button", { name: "Sign in" }));
  await page.waitForURL(`**${path}`);
}

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();

for (const [told, options] of [
  ["with script, on a desk", {}],
  ["without script, on a phone", { ...phone, javaScriptEnabled: false }],
] as const)
  test(`a note while the disk is full, ${told}`, async () => {
    const page = await open("therapist", notes, options);
    const words = `Written while there was no room, ${told}.`;
    await page.getByLabel("New note").fill(words);
    await page.getByLabel("Session", { exact: true }).fill("7");
    const printed = await printedDuring(() =>
      refusing(clinic.database, { table: "care.note", code: "53100", when: "at once" }, async () => {
        await tap(page.getByRole("button", { name: "Save note" }));
        await heading(page, "Concord is not available right now");
        await page.getByText("The disk of the computer that Concord runs on is full").waitFor();
        await page.getByText("What you entered is below and is not saved yet.").waitFor();
        // The same again, while it is still full.
        const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
        await tap(page.getByRole("button", { name: "Send again" }));
        assert.equal((await answered).status(), 503);
        await page.getByRole("button", { name: "Send again", disabled: false }).waitFor();
      }),
    );
    assert.doesNotMatch(printed, /Written while/);
    const text = page.getByLabel(told.startsWith("with script") ? "New note" : "Your text");
    assert.equal(await text.inputValue(), words);
    await text.fill(`${words} And corrected.`);
    await tap(page.getByRole("button", { name: "Send again" }));
    await page.waitForURL(`**${notes}`);
    const saved = page.locator(".notes > li", { hasText: `${words} And corrected.` });
    await saved.waitFor();
    assert.match((await saved.textContent()) ?? "", /Session 7/);
    await page.context().close();
  });

test("a note while the connection is lost", async () => {
  const page = await open("therapist", notes);
  const words = "Written in a train.";
  await page.getByLabel("New note").fill(words);
  await page.context().setOffline(true);
  await tap(page.getByRole("button", { name: "Save note" }));
  await heading(page, "No connection to Concord");
  await page.getByText("It may already be saved").waitFor();
  assert.equal(await page.getByLabel("New note").inputValue(), words);
  await tap(page.getByRole("button", { name: "Send again" }));
  await heading(page, "No connection to Concord");
  assert.equal(await page.getByLabel("New note").inputValue(), words);
  await page.context().setOffline(false);
  await tap(page.getByRole("button", { name: "Send again" }));
  await page.locator(".note-text", { hasText: words }).waitFor();
  // Nothing of it is left on a later page of an error.
  await page.evaluate((path) => {
    history.pushState(null, "", path);
  }, notes);
  await page.goto(`${clinic.url}/case/not-there/notes`);
  assert.equal(await page.getByText(words).count(), 0);
  await page.context().close();
});

for (const javaScriptEnabled of [true, false])
  test(`the names of a concept that somebody else saved at the same moment, ${javaScriptEnabled ? "with" : "without"} script`, async () => {
    const page = await open("researcher", concept, { javaScriptEnabled });
    const form = page.locator("form").filter({ has: page.locator("[name=definition]") });
    await form.evaluate((one) => {
      for (let at: Element | null = one; at !== null; at = at.parentElement)
        if (at instanceof HTMLDetailsElement) at.open = true;
    });
    const words = "What holds while they differ.";
    await page.getByLabel("Definition").fill(words);
    await page.getByLabel("Current terms (one per line)").fill("tie\nworking bond");
    // Another revision with this number is there: the code PostgreSQL has for it.
    await refusing(clinic.database, { table: "care.concept", code: "23505", when: "at once" }, async () => {
      await tap(form.getByRole("button"));
      await heading(page, "Another person saved at the same time");
    });
    await page.getByText("Yours was not saved").waitFor();
    const link = page.getByRole("link", { name: "View the page as it is now" });
    assert.equal(await link.getAttribute("href"), concept);
    assert.equal(await page.getByLabel("Definition").inputValue(), words);
    assert.equal(await page.getByLabel("Current terms (one per line)").inputValue(), "tie\nworking bond");
    await tap(page.getByRole("button", { name: "Send again" }));
    await page.getByText("Names saved.").waitFor();
    await page.context().close();
  });

test("what is no longer allowed can be copied, and not sent again", async () => {
  const page = await open("therapist", notes);
  const words = "Written before somebody else signed in on this computer.";
  await page.getByLabel("New note").fill(words);
  const other = await page.context().newPage();
  await page.context().clearCookies();
  await enter(other, clinic.people.stranger.email, "/caseload");
  await tap(page.getByRole("button", { name: "Save note" }));
  await heading(page, "You do not have access to this page");
  const text = page.getByLabel("New note");
  assert.equal(await text.inputValue(), words);
  assert.equal(await text.getAttribute("readonly"), "");
  assert.equal(await page.getByRole("button", { name: "Send again" }).count(), 0);
  await page.context().close();
});

test("what is larger than can be sent can be copied and shortened", async () => {
  const page = await open("researcher", concept);
  const form = page.locator("form").filter({ has: page.locator("[name=definition]") });
  await form.evaluate((one) => {
    for (let at: Element | null = one; at !== null; at = at.parentElement)
      if (at instanceof HTMLDetailsElement) at.open = true;
  });
  const words = "It holds and holds. ".repeat(30_000);
  await page.getByLabel("Definition").fill(words);
  await tap(form.getByRole("button"));
  await heading(page, "The file or form is too large");
  assert.equal(await page.getByLabel("Definition").inputValue(), words);
  assert.equal(await page.getByRole("button", { name: "Send again" }).count(), 0);
  await page.context().close();
});
