import assert from "node:assert/strict";
import { test } from "node:test";
import { addSession, openEpisode, requestForms } from "@concord/practice";
import type { Page } from "playwright-core";
import { desk, phone, sendAndArrive } from "./support/browser.ts";
import { openClinic, type Person, password } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { assertReadable } from "./support/readable.ts";
import { check, tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());
const { appContext } = clinic.clinic;

async function signIn(page: Page, who: Person) {
  await page.goto(`${clinic.url}/sign-in`);
  await page.getByLabel("Email address").fill(who.email);
  await page.getByLabel("Password").fill(password);
  await sendAndArrive(page, page.getByRole("button", { name: "Sign in" }));
}

test("an administrator chooses a plan; a new client gets exactly it; an observer is asked by link", async () => {
  const office = await browser.open(desk);
  await signIn(office.page, clinic.people.administrator);
  await office.page.goto(`${clinic.url}/settings/measures`);
  await office.page.getByText("This is the standard plan that comes with Concord.").waitFor();
  await assertReadable(office.page, "settings/measures");
  await tap(office.page.getByRole("link", { name: "Preview Brief" }));
  await office.page.getByRole("heading", { name: "would get: Brief" }).waitFor();
  await tap(office.page.getByRole("button", { name: "Use this plan" }));
  await office.page.getByText("Plan saved.").waitFor();
  await office.page
    .getByText(/In force since/)
    .first()
    .waitFor();
  await office.context.close();

  const { actor } = clinic.people.therapist;
  const episode = await openEpisode(appContext, actor, {
    client: "New C.",
    ageBand: "adult",
    openedOn: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
  });
  const session = await addSession(appContext, actor, { episode });
  const asked = await requestForms(appContext, actor, { episode, session });
  assert.deepEqual(asked.map(({ instrument }) => instrument).toSorted(), [
    "concord-alliance-session-client-adult",
    "concord-alliance-session-therapist",
    // Of the intake, which was not asked for.
    "phq-9",
  ]);

  const room = await browser.open(phone);
  await signIn(room.page, clinic.people.therapist);
  await room.page.goto(`${clinic.url}/case/${episode}/measures?search=observers`);
  await assertReadable(room.page, "case measures");
  await tap(room.page.getByText("Ask for it").first());
  await tap(room.page.getByRole("button", { name: "Request questionnaire" }));
  await room.page.getByText("Enter who answers.").first().waitFor();
  await room.page.getByLabel("Name of the person who answers").fill("Rater Two");
  await tap(room.page.getByRole("button", { name: "Request questionnaire" }));
  await room.page.getByText("Questionnaire requested.").waitFor();
  const link = (await room.page.content()).match(/\/f\/[\w-]{20,}/)?.[0] ?? "";

  await room.page.goto(`${clinic.url}/case/${episode}/measures?search=observers`);
  await tap(room.page.getByText("Ask for it").first());
  const form = room.page.locator("details[open] form").first();
  await form.getByLabel("For session").fill("0");
  const colleague = clinic.people.stranger;
  await form.getByLabel("Who observes").selectOption({ label: colleague.name });
  await tap(form.getByRole("button", { name: "Request questionnaire" }));
  await room.page.getByText(`${colleague.name} finds the questionnaire`).waitFor();
  await room.context.close();

  const signedIn = await browser.open(phone);
  await signIn(signedIn.page, colleague);
  await signedIn.page.goto(`${clinic.url}/reflections`);
  await signedIn.page.getByText("Colleagues have asked you to rate a session").waitFor();
  await assertReadable(signedIn.page, "observer questionnaires");
  await tap(signedIn.page.getByRole("link", { name: "Answer" }).first());
  const questions = signedIn.page.locator("fieldset:has(input[type=radio]):visible");
  await questions.first().waitFor();
  for (let at = 0; at < (await questions.count()); at++)
    await check(questions.nth(at).getByRole("radio").first());
  await tap(signedIn.page.locator("[data-send]"));
  await signedIn.page.getByRole("heading", { name: "Your rating has been saved" }).waitFor();
  await signedIn.page.goto(`${clinic.url}/reflections`);
  assert.equal(await signedIn.page.getByText("Colleagues have asked you").count(), 0);
  await signedIn.context.close();

  const observer = await browser.open(phone);
  const opened = await observer.page.goto(clinic.url + link);
  assert.equal(opened?.status(), 200);
  await observer.page.getByRole("radio").first().waitFor({ state: "attached" });
  await observer.context.close();
});
