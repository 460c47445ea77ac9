import assert from "node:assert/strict";
import { test } from "node:test";
import { foundPractice } from "@concord/practice";
import { desk, wordsOf } from "./support/browser.ts";
import { openClinic } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic({ demo: true }));

test("the simulated practice is entered with one click, and says on every page what it is", async () => {
  const { page, context } = await browser.open({ ...desk, javaScriptEnabled: false });
  await page.goto(clinic.url);
  await tap(page.getByRole("button", { name: /Ines Halloran/ }));
  assert.equal(new URL(page.url()).pathname, "/caseload");
  for (const path of ["/caseload", "/tasks", "/account"]) {
    await page.goto(clinic.url + path);
    assert.match(await wordsOf(page.locator("body")), /Demo practice: all people and data are simulated/);
  }
  await context.close();
});

test("a real practice in the same store stays closed to it", async () => {
  const { appContext } = clinic.clinic;
  const real = await foundPractice(appContext, {
    practiceName: "A real one",
    name: "Nobody’s Business",
    email: "real@example.org",
  });
  const { page, context } = await browser.open(desk);
  await page.goto(`${clinic.url}/sign-in`);
  assert.equal(await page.getByRole("button", { name: /Nobody’s Business/ }).count(), 0);
  const forced = await fetch(`${clinic.url}/sign-in`, {
    method: "POST",
    headers: { origin: clinic.url },
    body: new URLSearchParams({ person: real.staff }),
  });
  assert.equal(forced.status, 401);
  await context.close();
});

test("outside a demonstration nobody is entered by a click", async () => {
  const closed = await openClinic();
  const forced = await fetch(`${closed.url}/sign-in`, {
    method: "POST",
    headers: { origin: closed.url },
    body: new URLSearchParams({ person: closed.people.therapist.actor.staff }),
  });
  assert.equal(forced.status, 401);
  await closed.stop();
});
