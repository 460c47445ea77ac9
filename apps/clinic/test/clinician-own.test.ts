import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { desk, phone } from "./support/browser.ts";
import { openDemo } from "./support/demo.ts";
import { findings } from "./support/findings.ts";
import { inBrowser } from "./support/in-browser.ts";
import { check, tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openDemo());

async function answerAll(page: Page, nth: number): Promise<void> {
  for (const question of await page.locator("fieldset[data-open]:visible").all())
    await check(question.locator("input[type=radio]").nth(nth));
  await tap(page.locator("[data-send]"));
}

/** In the page's main part: the note that a practice is simulated stands outside of it on a form. */
const inMain = { within: "main" };

test("a therapist asks themselves, and sees where they lie without a verdict", async () => {
  const { page, context } = await browser.open({ ...desk, colorScheme: "dark" });
  await clinic.enter(page, "Ines Halloran");
  await tap(page.locator("summary", { hasText: "Ines Halloran" }));
  await tap(page.getByRole("link", { name: "My self-assessments" }));
  await page.getByText("Only you can see this page").waitFor();
  await tap(page.getByRole("button", { name: /^(Start questionnaire|Answer again)/ }));
  await page.waitForURL(/\/answer\//);
  await answerAll(page, 5);
  await page.getByText("Only you can see it.").waitFor();
  await tap(page.getByRole("link", { name: "Back to my self-assessments" }));
  await page.waitForURL(/\/reflections$/);
  // Sixes throughout, two of each four turned round once: (6 + 6 + 6 + 2) / 4.
  const newest = page.locator(".own-result").first();
  assert.match(await newest.innerText(), /Attachment anxiety\s+5 from 1 to 7/);
  assert.match(await newest.innerText(), /Attachment avoidance\s+5 from 1 to 7/);
  assert.deepEqual(await findings(page, inMain), []);
  await context.close();
});

test("the next day, the agreed end and the word on research are kept with the case", async () => {
  const { page, context } = await browser.open(phone);
  await clinic.enter(page, "Ines Halloran");
  await clinic.openCase(page, "Luis F.");
  const next = new Date(Date.now() + 90 * 86_400_000);
  const day = next.toISOString().slice(0, 10);
  await page.getByLabel("Date of the next session").fill(day);
  await tap(page.getByRole("button", { name: "Save date" }));
  await page.getByText("Next session saved.").waitFor();
  await page.locator(`.case-facts time[datetime="${day}"]`).waitFor();
  await page.getByLabel("Agreed in session").fill("7");
  await tap(page.getByRole("button", { name: "Save planned end" }));
  await page.getByText("End of treatment agreed in session 7: saved.").waitFor();
  // The field is drawn again with what is kept; what is typed before that would be lost.
  await page.getByText("Clear the field to undo this.").waitFor();
  await page.getByLabel("Agreed in session").fill("");
  await tap(page.getByRole("button", { name: "Save planned end" }));
  await page.getByText("Agreed end of treatment removed.").waitFor();
  await tap(page.getByRole("button", { name: "Record consent to research" }));
  await page.getByText("de-identified ratings are included in research exports").waitFor();
  await tap(page.getByRole("button", { name: "Record refusal or withdrawal" }));
  await page.getByText("No research consent recorded").waitFor();
  assert.deepEqual(await findings(page, inMain), []);
  await context.close();
});

test("an own form that was typed wrongly is put right; the client's is not offered", async () => {
  const { page, context } = await browser.open(desk);
  await clinic.enter(page, "Ines Halloran");
  const path = await clinic.openCase(page, "Mara K.");
  await tap(page.getByRole("button", { name: "Save and create links" }));
  await page.getByText("It is shown only once").waitFor();
  await page.goto(clinic.url + path);
  const own = page.locator(".form-lines li", { hasText: "Session form, therapist" });
  await tap(own.getByRole("link", { name: "Answer", exact: true }).first());
  await page.waitForURL(/\/answer\//);
  await answerAll(page, 4);
  await page.getByText("It is shown next to the client’s rating.").waitFor();
  await page.goto(clinic.url + path);
  const lines = page.locator(".form-lines li", { has: page.getByRole("link", { name: /^Correct/ }) });
  assert.ok((await lines.count()) > 0);
  for (const line of await lines.all()) assert.match((await line.textContent()) ?? "", /, Therapist/);
  const correct = lines.first().getByRole("link");
  const before = await correct.getAttribute("href");
  await tap(correct);
  await page.waitForURL(/\/correct\//);
  assert.ok((await page.locator("input[type=radio]:checked").count()) > 0, "as it was answered");
  assert.deepEqual(await findings(page, inMain), []);
  await answerAll(page, 1);
  await page.getByRole("heading", { name: "Your rating has been saved" }).waitFor();
  await tap(page.getByRole("link", { name: "Back to client" }));
  await page.waitForURL(`**${path}`);
  assert.notEqual(await correct.getAttribute("href"), before);
  const old = await page.goto(clinic.url + before);
  assert.equal(old?.status(), 400);
  await page.goto(clinic.url + path);
  await tap(correct);
  await page.waitForURL(/\/correct\//);
  assert.ok(await page.locator("fieldset").first().locator("input[type=radio]").nth(1).isChecked());
  await context.close();
});
