import assert from "node:assert/strict";
import { test } from "node:test";
import { desk } from "./support/browser.ts";
import { openClinic, password } from "./support/clinic.ts";
import { findings } from "./support/findings.ts";
import { takenOver } from "./support/held-scripts.ts";
import { inBrowser } from "./support/in-browser.ts";
import { tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());

test("a therapist plans weekly sessions, moves the rest of them, cancels one and records today's", async () => {
  const { page } = await browser.open(desk);
  await page.goto(`${clinic.url}/sign-in`);
  await page.getByLabel("Email address").fill(clinic.people.stranger.email);
  await page.getByLabel("Password").fill(password);
  await tap(page.getByRole("button", { name: "Sign in" }));
  await tap(page.getByRole("link", { name: "Appointments" }));
  await page.getByText("No clients yet").waitFor();
  assert.deepEqual(await findings(page), []);
  await tap(page.getByRole("link", { name: "Add client" }));
  await page.getByLabel("Client", { exact: true }).fill("A. B.");
  await tap(page.getByRole("button", { name: "Add client" }));
  await page.getByText("No appointment is planned.").waitFor();
  await tap(page.getByRole("link", { name: "Plan appointments" }));
  await page.getByRole("heading", { name: "Add appointments" }).waitFor();
  await takenOver(page);
  const form = page.locator("#add form");
  await form.getByLabel("Time").fill("10:00");
  await form.getByLabel("Repeats").selectOption("1");
  await tap(form.getByRole("button", { name: "Add" }));
  await page.getByText("Enter a value.").first().waitFor();
  await form.getByLabel("Number of appointments").fill("4");
  await tap(form.getByRole("button", { name: "Add" }));
  await page.getByText("4 appointments added.").waitFor();
  assert.deepEqual(await findings(page), []);

  await tap(page.getByRole("link", { name: "Next week" }));
  await page.waitForURL(/week=/);
  const second = page.locator(".appointment");
  await tap(second.locator("summary").first());
  await second.getByLabel("Time").fill("11:30");
  await tap(second.getByLabel("Also all later ones of the series").first());
  await tap(second.getByRole("button", { name: "Move" }));
  await page.getByText("3 appointments moved.").waitFor();
  await second.locator("time", { hasText: "11:30" }).waitFor();
  await tap(second.locator("summary").filter({ hasText: "Cancel" }));
  await tap(second.getByRole("button", { name: "Cancel the appointment" }));
  await page.getByText("Appointment cancelled.").waitFor();
  await tap(second.getByRole("button", { name: "Plan again" }));
  await page.getByText("The appointment is planned again.").waitFor();

  await tap(page.getByRole("link", { name: "This week" }));
  await tap(page.getByRole("link", { name: "Record the session" }));
  await page.getByText(/it is recorded as held or not held/).waitFor();
  await tap(page.getByRole("button", { name: "Save and create links" }).first());
  await page
    .getByText(/Session 1/)
    .first()
    .waitFor();
  await tap(page.getByRole("link", { name: "Appointments", exact: true }));
  await page.locator(".appointment .badge", { hasText: "Held" }).waitFor();
});
