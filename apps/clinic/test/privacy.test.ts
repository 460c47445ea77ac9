import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { desk, phone, sendAndArrive } from "./support/browser.ts";
import { openClinic, type Person, password } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { assertReadable } from "./support/readable.ts";
import { tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());
const episode = clinic.cases.adult;

async function signIn(page: Page, who: Person) {
  await page.goto(`${clinic.url}/sign-in`);
  await page.getByLabel("Email address").fill(who.email);
  await page.getByLabel("Password").fill(password);
  await sendAndArrive(page, page.getByRole("button", { name: "Sign in" }));
}

test("a therapist records that consent was withdrawn, and the client’s page says so", async () => {
  const { page, context } = await browser.open(phone);
  await signIn(page, clinic.people.therapist);
  await page.goto(`${clinic.url}/case/${episode}/privacy`);
  await assertReadable(page, "case/privacy");
  const questionnaires = page.locator("#measuring");
  await questionnaires.getByText("Not recorded: the client’s consent.").waitFor();
  await tap(questionnaires.getByRole("button", { name: "Record consent" }));
  await page.getByText("Consent recorded.").waitFor();
  await page.locator("#measuring").getByText("Consent is recorded, since").waitFor();
  await tap(page.locator("#measuring").getByRole("button", { name: "Record withdrawal" }));
  await page.getByText("Withdrawal recorded.").waitFor();
  await page.goto(`${clinic.url}/case/${episode}`);
  await page.getByText("The client withdrew consent to questionnaires.").first().waitFor();
  await context.close();
});

test("an administrator finds the client, restricts processing, and erases with the name typed", async () => {
  const { page, context } = await browser.open(desk);
  await signIn(page, clinic.people.administrator);
  await page.goto(`${clinic.url}/settings/privacy`);
  await assertReadable(page, "settings/privacy");
  await page.getByLabel("Years of storage after the end of treatment").fill("10");
  await page.getByLabel("Age of majority").fill("18");
  await tap(page.getByRole("button", { name: "Save", exact: true }));
  await page.getByText("Settings saved.").waitFor();
  await page.locator("#due").getByText("No client is due.").waitFor();
  await page.goto(`${clinic.url}/case/${episode}/privacy`);
  const label = (await page.locator("h1").innerText()).replace(": Privacy and consent", "");
  await page.locator("#restriction").getByLabel("Reason").fill("The client contests the data.");
  await tap(page.getByRole("button", { name: "Restrict processing" }));
  await page.getByText("Processing restricted.").waitFor();
  await page.goto(`${clinic.url}/settings/privacy?search=${encodeURIComponent(label)}`);
  await page.locator("#clients").getByText("restricted").waitFor();
  await tap(page.locator("#clients").getByRole("link", { name: label }));
  await tap(page.locator("#erase summary"));
  await page.getByLabel(`Type ${label} to confirm`).fill("someone else");
  await tap(page.getByRole("button", { name: "Erase for good" }));
  await page.getByText("Enter exactly what the practice calls this client.").first().waitFor();
  await tap(page.locator("#erase summary"));
  await page.getByLabel(`Type ${label} to confirm`).fill(label);
  await tap(page.getByRole("button", { name: "Erase for good" }));
  await page.getByText("Client erased").waitFor();
  await page.locator("#erasures").getByText("on request").waitFor();
  assert.ok(!(await page.locator("main").innerText()).includes(label));
  await context.close();
});
