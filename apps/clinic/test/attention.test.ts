import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { desk, phone, wordsOf } from "./support/browser.ts";
import { openClinic, password } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { assertReadable } from "./support/readable.ts";
import { check, tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());

/** The client fills in the PHQ-9 on their phone: every question with the same answer, the ninth as it is given. */
async function answerPhq(value: number, ninth = 0): Promise<void> {
  const { page, context } = await browser.open(phone);
  await page.goto(clinic.url + (await clinic.ask("phq-9")));
  for (let item = 1; item <= 9; item++) {
    const answer = item === 9 ? ninth : value;
    await check(page.locator(`input[name="i0${item}"][value="${answer}"]`));
  }
  await tap(page.locator("[data-send]"));
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  await context.close();
}

async function therapist(): Promise<Page> {
  const { page } = await browser.open(desk);
  await page.goto(`${clinic.url}/sign-in`);
  await page.getByLabel("Email address").fill(clinic.people.therapist.email);
  await page.getByLabel("Password").fill(password);
  await tap(page.getByRole("button", { name: "Sign in" }));
  await page.waitForURL(/\/caseload/);
  return page;
}

const reasonFor = (page: Page) =>
  wordsOf(page.locator(".caseload-table tbody tr", { hasText: "K. M." }).locator(".caseload-why"));

test("a client gets worse: from their form to the caseload, the card and the claim that it rests on", async () => {
  await answerPhq(1);
  const page = await therapist();
  assert.doesNotMatch(await reasonFor(page), /reliably worse/);
  await answerPhq(2);
  await answerPhq(3);
  await page.goto(`${clinic.url}/caseload`);
  // 8 questions × 1 is 8 points, × 3 is 24: far more than the reliable change of the PHQ-9.
  assert.match(await reasonFor(page), /PHQ-9 8 in session \d+, 24 in session \d+: reliably worse/);
  await tap(page.getByRole("link", { name: "K. M." }));
  const attention = page.locator("#attention");
  await attention.getByText("Outcome", { exact: true }).waitFor();
  assert.match(
    await wordsOf(attention),
    /reliably worse[\s\S]*advice on distance and on ending treatment is paused/,
  );
  await assertReadable(page, "a client whose outcome is worse");
  const card = page.locator(".guidance > li").first();
  await tap(card.locator("summary"));
  await tap(card.locator('a[href^="/evidence/claim/"]').first());
  await page.waitForURL(/\/evidence\/claim\//);
  await page.getByRole("heading", { level: 1 }).waitFor();
});

test("an answer about safety: from the form to the review that closes it, and back on the client's page", async () => {
  await answerPhq(1, 2);
  const page = await therapist();
  assert.match(await reasonFor(page), /suicide or self-harm[\s\S]*No one has reviewed this answer yet/);
  await tap(page.getByRole("link", { name: "K. M." }));
  await tap(page.getByRole("link", { name: "Review", exact: true }));
  await page.getByText("At or above the threshold").waitFor();
  await tap(page.getByLabel("Suicidal thoughts, by that word"));
  await tap(page.getByLabel("A plan"));
  await tap(page.getByLabel("No acute danger"));
  await tap(page.getByRole("button", { name: "Save review" }));
  await page.getByText("Review saved.").waitFor();
  await tap(page.locator("main").getByRole("link", { name: "K. M." }));
  const attention = page.locator("#attention");
  await attention.getByText("0 on this question is no reassurance").waitFor();
  assert.equal(await page.locator(".task-open").count(), 0);
  await page.goto(`${clinic.url}/caseload`);
  assert.doesNotMatch(await reasonFor(page), /No one has reviewed/);
});

test("a disclosure is recorded in the settings of a client and reviewed like an answer", async () => {
  const page = await therapist();
  await tap(page.getByRole("link", { name: "K. M." }));
  await tap(page.getByRole("button", { name: "Record a disclosure" }));
  await page.getByRole("heading", { level: 1, name: "Safety answer" }).waitFor();
  await page.getByText("recorded a disclosure of harm or danger").waitFor();
  await tap(page.getByLabel("Handed on"));
  await tap(page.getByLabel("Crisis service"));
  const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Next check").fill(soon);
  await tap(page.getByRole("button", { name: "Save review" }));
  await page.getByText("Review saved.").waitFor();
  await page.getByRole("heading", { name: "Being followed up" }).waitFor();
});
