import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { desk, phone, wordsOf } from "./support/browser.ts";
import { openClinic, password } from "./support/clinic.ts";
import { findings } from "./support/findings.ts";
import { takenOver } from "./support/held-scripts.ts";
import { inBrowser } from "./support/in-browser.ts";
import { check, tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());

async function therapist(): Promise<Page> {
  const { page } = await browser.open(desk);
  await page.goto(`${clinic.url}/sign-in`);
  await page.getByLabel("Email address").fill(clinic.people.therapist.email);
  await page.getByLabel("Password").fill(password);
  await tap(page.getByRole("button", { name: "Sign in" }));
  await page.waitForURL(/\/caseload/);
  return page;
}

/** Answers every questionnaire behind a link, the first choice of each question; returns the titles. */
async function answerAll(link: string): Promise<readonly string[]> {
  const { page, context } = await browser.open(phone);
  const titles: string[] = [];
  await page.goto(link);
  for (;;) {
    titles.push(await page.getByRole("heading", { level: 1 }).innerText());
    for (const group of await page.locator("fieldset:has(input[type=radio]):visible").all()) {
      await check(group.locator("input[type=radio]").first());
    }
    await tap(page.locator("[data-send]"));
    await page.getByRole("heading", { name: /Thank you/ }).waitFor();
    const onward = page.locator(".onward a");
    if ((await onward.count()) === 0) break;
    await tap(onward);
    await page.locator("fieldset").first().waitFor();
  }
  await context.close();
  return titles;
}

test("a therapist makes a group of five, records a meeting, and a member answers from one link", async () => {
  const page = await therapist();
  await tap(page.getByRole("link", { name: "Groups" }));
  await page.getByText("No group yet").waitFor();
  assert.deepEqual(await findings(page), []);
  await page.getByLabel("Name of the group").fill("Thursday group");
  await tap(page.getByRole("button", { name: "Create group" }));
  await page.getByRole("heading", { level: 1, name: "Thursday group" }).waitFor();
  await takenOver(page);
  for (const name of ["Ada", "Ben", "Cem", "Dunja", "Ewan"]) {
    await page.getByLabel("New client").fill(name);
    await tap(page.getByRole("button", { name: "Add new client" }));
    await page.getByRole("link", { name, exact: true }).first().waitFor();
  }
  assert.deepEqual(await findings(page), []);
  await page.reload();
  await takenOver(page);
  const meeting = page.locator("form", { has: page.getByRole("group", { name: "Who was there?" }) });
  await tap(meeting.getByLabel("Ewan"));
  await tap(meeting.getByRole("button", { name: "Save and create links" }));
  await page.getByText("Meeting recorded: 4 members were there, 1 was not.").waitFor();
  const first = page.locator(".meeting-links > li").first();
  assert.equal(await page.locator(".meeting-links > li").count(), 4);
  await tap(first.locator("summary").first());
  assert.match(await wordsOf(first), /Ada, session 1/);
  assert.equal(await first.locator(".ticket").count(), 1, "one link a member");
  assert.deepEqual(await findings(page), []);
  const titles = await answerAll(await first.locator(".ticket").getByRole("textbox").inputValue());
  assert.ok(titles.length >= 2, titles.join(", "));

  await page.reload();
  await takenOver(page);
  await tap(page.getByRole("button", { name: "Save and create links" }));
  await page
    .getByText(/A meeting on .* is recorded already/)
    .first()
    .waitFor();
  assert.equal(await page.getByLabel("Second meeting on this day").count(), 1);

  const member = page.locator(".group-list li", { hasText: "Ben" }).first();
  await tap(member.locator("summary", { hasText: "Leave" }));
  await tap(member.getByRole("button", { name: "Record that they left" }));
  await page.getByText("Member has left the group.").waitFor();
  await page.getByText("1 former member").waitFor();

  const closing = page.locator("summary", { hasText: "Close group" });
  await tap(closing);
  await tap(page.getByRole("button", { name: "Close this group" }));
  await page.getByText("Group closed.").waitFor();
  await page.goto(`${clinic.url}/groups`);
  await tap(page.locator("summary", { hasText: "1 closed group" }));
  await tap(page.getByRole("link", { name: "Thursday group" }));
  await tap(page.getByRole("button", { name: "Reopen group" }));
  await page.getByText("Group reopened.").waitFor();
  assert.deepEqual(await findings(page), []);
});

test("a group's page and its forms are laid out for a phone", async () => {
  const { page, context } = await browser.open(phone);
  await page.goto(`${clinic.url}/sign-in`);
  await page.getByLabel("Email address").fill(clinic.people.therapist.email);
  await page.getByLabel("Password").fill(password);
  await tap(page.getByRole("button", { name: "Sign in" }));
  await page.waitForURL(/\/caseload/);
  await page.goto(`${clinic.url}/groups`);
  await tap(page.getByRole("link", { name: "Thursday group" }));
  await page.getByRole("heading", { level: 1, name: "Thursday group" }).waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, `page is ${width} px wide`);
  assert.deepEqual(await findings(page), []);
  await context.close();
});
