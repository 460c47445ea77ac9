import assert from "node:assert/strict";
import { test } from "node:test";
import { forgetWording, importWording, listTasks, withdrawForm } from "@concord/practice";
import { requests } from "@concord/store";
import { phone, wordsOf } from "./support/browser.ts";
import { openClinic } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { check, tap } from "./support/tap.ts";

let at = new Date("2026-03-02T09:00:00Z");

const { clinic, browser } = await inBrowser(openClinic({ now: () => at }));

/** Words of the test's own for a form whose owner does not let its words be shipped. */
const pack = {
  instrument: "srs-client",
  language: "en",
  title: "How was it?",
  instruction: "Mark where you stand.",
  items: Object.fromEntries(
    ["i01", "i02", "i03", "i04"].map((id) => [
      id,
      { text: `Words for line ${id}`, anchors: { 0: "the one end", 10: "the other end" } },
    ]),
  ),
};

test("a form without words refuses to start, and starts once the practice has loaded its own", async () => {
  const { appContext } = clinic.clinic;
  const { actor } = clinic.people.administrator;
  await assert.rejects(clinic.ask("srs-client"), { name: "InvalidInput" });
  assert.equal((await importWording(appContext, actor, pack)).kind, "kept");
  const path = await clinic.ask("srs-client");
  const { page, context } = await browser.open({ ...phone, javaScriptEnabled: false });
  await page.goto(clinic.url + path);
  assert.equal(await page.locator("#i01 .step").count(), 11, "a line from 0 to 10 is asked in whole steps");
  const step = await page.locator("#i01 .step").nth(5).boundingBox();
  assert.ok(step !== null && step.width >= 24 && step.height >= 44, "each step can be hit");

  await forgetWording(appContext, actor, "srs-client", "en");
  const answer = await page.goto(clinic.url + path);
  assert.equal(answer?.status(), 503);
  assert.equal(await page.locator("form").count(), 0);
  assert.match(await wordsOf(page.locator("main")), /Session Rating Scale/);

  await importWording(appContext, actor, pack);
  await page.goto(clinic.url + path);
  for (const id of ["i01", "i02", "i03", "i04"]) await check(page.locator(`input[name="${id}"][value="9"]`));
  await tap(page.locator("[data-send]"));
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  await context.close();
});

test("a link that is too old says that nothing is lost", async () => {
  const path = await clinic.ask("concord-rupture-client");
  const { page, context } = await browser.open();
  await page.goto(clinic.url + path);
  at = new Date(at.getTime() + 8 * 24 * 60 * 60 * 1000);
  const answer = await page.goto(clinic.url + path);
  assert.equal(answer?.status(), 410);
  await page.getByRole("heading", { name: "This link has expired" }).waitFor();
  const late = await fetch(clinic.url + path, {
    method: "POST",
    headers: { origin: clinic.url },
    body: new URLSearchParams({ submission: "too-late-0001", i01: "2" }),
  });
  assert.match(await late.text(), /This link has expired/);
  await context.close();
});

test("a form that was taken back opens nothing any more", async () => {
  const { appContext } = clinic.clinic;
  const { actor } = clinic.people.therapist;
  const path = await clinic.ask("concord-rupture-client");
  const all = await appContext.store.within(actor.practice, (scope) =>
    requests.list(scope, [clinic.cases.adult]),
  );
  const last = all.find(({ answeredAt, expiresAt }) => answeredAt === null && expiresAt > at.toISOString());
  await withdrawForm(appContext, actor, last?.request ?? "");
  const answer = await fetch(clinic.url + path);
  assert.equal(answer.status, 404);
  assert.match(await answer.text(), /This link does not work/);
});

test("a risk answer raises its task even when everything else is left open", async () => {
  const { appContext } = clinic.clinic;
  const path = await clinic.ask("phq-9");
  const answer = await fetch(clinic.url + path, {
    method: "POST",
    headers: { origin: clinic.url },
    body: new URLSearchParams({ submission: "only-the-one-0001", i09: "1" }),
  });
  assert.match(await answer.text(), /Crisis line, day and night/);
  const [task] = await listTasks(appContext, clinic.people.therapist.actor);
  assert.deepEqual(task?.message.values, {
    questionnaire: "PHQ-9",
    // The fifth time that this file asks for a form of this client, each of a session of its own.
    session: 5,
    topics: [{ id: "stored.topic.suicide", values: {} }],
  });
});
