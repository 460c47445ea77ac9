import assert from "node:assert/strict";
import { test } from "node:test";
import { escalateOverdue, submitForm } from "@concord/practice";
import type { Page } from "playwright-core";
import { phone } from "./support/browser.ts";
import { openClinic, type People, password } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { assertReadable } from "./support/readable.ts";
import { tap } from "./support/tap.ts";

let now = new Date();
const { clinic, browser } = await inBrowser(openClinic({ proxies: 1, now: () => now }));

async function enter(who: keyof People, address: number): Promise<Page> {
  const { page } = await browser.open({
    ...phone,
    extraHTTPHeaders: { "x-forwarded-for": `203.0.113.${address}` },
  });
  await page.goto(`${clinic.url}/sign-in`);
  await page.getByLabel("Email address").fill(clinic.people[who].email);
  await page.getByLabel("Password").fill(password);
  await tap(page.getByRole("button", { name: "Sign in" }));
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}

test("an answer that nobody has seen by its time stands above the caseload until somebody has reviewed it", async () => {
  const { appContext } = clinic.clinic;
  const link = await clinic.ask("phq-9");
  const sent = await submitForm(appContext, link.slice(3), { i01: 1, i09: 2 }, "a-key-made-by-the-form");
  assert.equal(sent.kind, "received");
  now = new Date(now.getTime() + 25 * 3_600_000);
  assert.equal(await escalateOverdue(appContext, clinic.people.therapist.actor.practice), 1);

  const office = await enter("administrator", 1);
  await office.goto(`${clinic.url}/settings`);
  await office.getByText("Ines Halloran: 1 answer").waitFor();
  assert.doesNotMatch(await office.locator("main").innerText(), /K\. M\./);
  await assertReadable(office, "settings with an overdue answer");

  const page = await enter("therapist", 2);
  await page.goto(`${clinic.url}/caseload`);
  await page.getByText("1 risk answer is overdue for follow-up.").waitFor();
  await assertReadable(page, "caseload with an overdue answer");
  await tap(page.getByRole("link", { name: "View safety answers" }));
  await page.getByText("Was due").waitFor();
  await assertReadable(page, "tasks with an overdue answer");
  await tap(page.getByRole("link", { name: "Review", exact: true }));
  await tap(page.getByLabel("Suicidal thoughts, by that word"));
  await tap(page.getByLabel("No acute danger"));
  await assertReadable(page, "the review of a safety answer");
  await tap(page.getByRole("button", { name: "Save review" }));
  await page.getByText("Review saved.").waitFor();
  await page.goto(`${clinic.url}/caseload`);
  await page.getByRole("heading", { name: "Caseload" }).waitFor();
  assert.equal(await page.getByText("overdue for follow-up").count(), 0);
  await office.reload();
  assert.equal(await office.getByText("Ines Halloran: 1 answer").count(), 0);
});
