import assert from "node:assert/strict";
import { test } from "node:test";
import { addSession, listTasks, requestForms } from "@concord/practice";
import { responses } from "@concord/store";
import type { Page } from "playwright-core";
import { phone, wordsOf } from "./support/browser.ts";
import { help, openClinic } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { check, tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());

const sessionForm = "concord-alliance-session-client-adult";
const six = ["i01", "i02", "i03", "i04", "i05", "i06"];

const choose = (page: Page, name: string, value: number) =>
  check(page.locator(`input[name="${name}"][value="${value}"]`));

async function answerAll(page: Page, value: number, names: readonly string[] = six): Promise<void> {
  for (const name of names) await choose(page, name, value);
}

const send = (page: Page) => tap(page.locator("[data-send]"));

/** Everything this case has answered, by instrument. */
async function kept(of: "adult" | "adolescent" | "child") {
  const { practice } = clinic.people.therapist.actor;
  return clinic.clinic.appContext.store.within(practice, (scope) =>
    responses.list(scope, [clinic.cases[of]]),
  );
}

for (const javaScriptEnabled of [true, false])
  test(`an adult answers in a minute, ${javaScriptEnabled ? "with" : "without"} script`, async () => {
    const before = (await kept("adult")).length;
    const { page, context } = await browser.open({ ...phone, javaScriptEnabled });
    await page.goto(clinic.url + (await clinic.ask(sessionForm)));
    assert.match(await wordsOf(page.locator(".seen-by")), /You and your therapist/);
    assert.match(await wordsOf(page.locator("main")), /Linden Street Practice/);
    await answerAll(page, 6);
    await page.locator("textarea").fill("It helped to slow down. <b>Thank you</b>");
    await send(page);
    await page.getByRole("heading", { name: "Thank you" }).waitFor();
    assert.equal(await page.locator(".help").count(), 0);
    const now = await kept("adult");
    assert.equal(now.length, before + 1);
    const last = now.at(-1);
    assert.deepEqual(last?.values, { i01: 6, i02: 6, i03: 6, i04: 6, i05: 6, i06: 6 });
    assert.deepEqual(last?.texts, { i07: "It helped to slow down. <b>Thank you</b>" });
    await page.reload();
    await context.close();
  });

test("a link that was answered says so, and opens nothing", async () => {
  const { page, context } = await browser.open();
  const path = await clinic.ask(sessionForm);
  await page.goto(clinic.url + path);
  await answerAll(page, 4);
  await send(page);
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  await page.goto(clinic.url + path);
  await page.getByRole("heading", { name: "You have already answered these questions" }).waitFor();
  assert.equal(await page.locator("form").count(), 0);
  await context.close();
});

test("the same form sent twice counts once and is thanked twice", async () => {
  const path = await clinic.ask(sessionForm);
  const before = (await kept("adult")).length;
  const body = new URLSearchParams({ submission: "double-tap-0001", i01: "5", i02: "5" });
  const post = () =>
    fetch(clinic.url + path, { method: "POST", body, headers: { origin: clinic.url, accept: "text/html" } });
  const [first, second] = await Promise.all([post(), post()]);
  assert.equal(first.status, 200);
  assert.equal(second.status, 200);
  for (const answer of [first, second]) assert.match(await answer.text(), /Thank you/);
  assert.equal((await kept("adult")).length, before + 1);
});

test("with a nervous thumb, one request leaves the page", async () => {
  const { page, context } = await browser.open();
  await page.goto(clinic.url + (await clinic.ask(sessionForm)));
  await answerAll(page, 5);
  let posts = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") posts += 1;
  });
  await tap(page.locator("[data-send]"), { times: 2 });
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  assert.equal(posts, 1);
  await context.close();
});

test("without a connection nothing is lost, nothing is claimed, and it is sent when there is one", async () => {
  const { page, context } = await browser.open();
  await page.goto(clinic.url + (await clinic.ask(sessionForm)));
  const before = (await kept("adult")).length;
  await answerAll(page, 3);
  await context.setOffline(true);
  await send(page);
  await page.getByText("Your therapist cannot see them yet.").waitFor();
  assert.equal((await kept("adult")).length, before);
  await context.setOffline(false);
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  const now = await kept("adult");
  assert.equal(now.length, before + 1);
  assert.equal(now.at(-1)?.values.i01, 3);
  assert.equal(await page.evaluate("localStorage.length"), 0);
  await context.close();
});

test("answers survive a page that was closed, and are sent under the same key", async () => {
  const { page, context } = await browser.open();
  const path = await clinic.ask(sessionForm);
  await page.goto(clinic.url + path);
  await choose(page, "i03", 2);
  await page.locator("textarea").fill("half a thought");
  const key = await page.locator("[name=submission]").inputValue();
  await page.close();
  const again = await context.newPage();
  await again.goto(clinic.url + path);
  assert.equal(await again.locator('input[name="i03"][value="2"]').isChecked(), true);
  assert.equal(await again.locator("textarea").inputValue(), "half a thought");
  assert.equal(await again.locator("[name=submission]").inputValue(), key);
  const names = await again.evaluate("Object.keys(localStorage).join()");
  assert.doesNotMatch(String(names), new RegExp(path.slice(3)), "the link itself is not kept on the device");
  await context.close();
});

test("where motion is reduced, the first open question is reached at once", async () => {
  const { page, context } = await browser.open();
  await page.goto(clinic.url + (await clinic.ask("phq-9")));
  await choose(page, "i09", 0);
  const reached = await page.evaluate(() => {
    document.querySelector<HTMLButtonElement>("[data-send]")?.click();
    const { top, bottom } = document.querySelector("fieldset[data-open]")!.getBoundingClientRect();
    return { top, bottom, height: innerHeight };
  });
  assert.ok(reached.top >= 0 && reached.bottom <= reached.height, JSON.stringify(reached));
  await context.close();
});

test("open questions are mentioned once, and the form can be sent as it is", async () => {
  const { page, context } = await browser.open();
  await page.goto(clinic.url + (await clinic.ask(sessionForm)));
  await answerAll(page, 5, ["i01", "i02", "i03", "i04"]);
  await send(page);
  await page.getByText("2 questions are not answered yet.").waitFor();
  await tap(page.getByRole("button", { name: "Send without the missing answers" }));
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  await context.close();
});

for (const javaScriptEnabled of [true, false])
  test(`a risk answer shows help at once and after sending, and raises a task (${javaScriptEnabled ? "with" : "without"} script)`, async () => {
    const { appContext } = clinic.clinic;
    const before = (await listTasks(appContext, clinic.people.therapist.actor)).length;
    const { page, context } = await browser.open({ ...phone, javaScriptEnabled });
    await page.goto(clinic.url + (await clinic.ask("phq-9")));
    const panel = page.getByText(help.heading);
    assert.equal(await panel.isVisible(), false);
    await choose(page, "i09", 0);
    assert.equal(await panel.isVisible(), false);
    await choose(page, "i09", 1);
    await panel.waitFor({ state: "visible" });
    assert.equal(await page.locator('a[href="tel:112"]').isVisible(), true);
    await send(page);
    if (javaScriptEnabled) await tap(page.getByRole("button", { name: "Send without the missing answers" }));
    await page.getByRole("heading", { name: "Thank you" }).waitFor();
    assert.match(await wordsOf(page.locator(".help")), /Nobody watches these answers/);
    const tasks = await listTasks(appContext, clinic.people.therapist.actor);
    assert.equal(tasks.length, before + 1);
    await context.close();
  });

test("a follow-up opens only for the answer that calls for it", async () => {
  const { page, context } = await browser.open({ ...phone, javaScriptEnabled: false });
  await page.goto(clinic.url + (await clinic.ask("concord-rupture-client")));
  const strength = page.locator("#i02");
  assert.equal(await strength.isVisible(), false);
  await choose(page, "i01", 2);
  assert.equal(await strength.isVisible(), true);
  await choose(page, "i02", 4);
  await choose(page, "i01", 0);
  assert.equal(await strength.isVisible(), false);
  await send(page);
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  assert.deepEqual((await kept("adult")).at(-1)?.values, { i01: 0 });
  await context.close();
});

test("a child answers with faces, bond first, and is told who reads it", async () => {
  const { page, context } = await browser.open();
  await page.goto(clinic.url + (await clinic.ask("concord-alliance-session-client-child", "child")));
  assert.equal(await page.locator("[data-variant=child]").count(), 1);
  assert.match(await wordsOf(page.locator(".seen-by")), /helper/);
  assert.match(await wordsOf(page.locator("legend").first()), /kind to me/);
  const face = await page.locator(".face").first().boundingBox();
  assert.ok(face !== null && face.height >= 80 && face.width >= 56, `a face is big: ${JSON.stringify(face)}`);
  await answerAll(page, 5, ["i01", "i02", "i03", "i04", "i05"]);
  await send(page);
  await page.getByRole("heading", { name: "Thank you for your answers" }).waitFor();
  await context.close();
});

test("a young person is told that parents do not see it", async () => {
  const { page, context } = await browser.open();
  await page.goto(
    clinic.url + (await clinic.ask("concord-alliance-session-client-adolescent", "adolescent")),
  );
  assert.equal(await page.locator("[data-variant=adolescent]").count(), 1);
  assert.match(await wordsOf(page.locator(".seen-by")), /parents/);
  const names = Array.from({ length: 10 }, (_, index) => `i${String(index + 1).padStart(2, "0")}`);
  await answerAll(page, 4, names);
  await send(page);
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  await context.close();
});

test("an empty form is handed back, and nothing is closed", async () => {
  const { page, context } = await browser.open({ ...phone, javaScriptEnabled: false });
  await page.goto(clinic.url + (await clinic.ask(sessionForm)));
  await send(page);
  await page.getByText("No question has been answered yet").waitFor();
  await choose(page, "i01", 7);
  await send(page);
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  await context.close();
});

test("a form answers to the keyboard alone", async () => {
  const { page, context } = await browser.open();
  await page.goto(clinic.url + (await clinic.ask(sessionForm)));
  await page.locator('input[name="i01"]').first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator('input[name="i01"]:checked').inputValue(), "2");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.equal(await page.locator('input[name="i02"]:checked').inputValue(), "1");
  await context.close();
});

test("a link that opens nothing says so, and guessing is slowed down", async () => {
  const statuses: number[] = [];
  for (let tries = 0; tries < 24; tries++) {
    const answer = await fetch(`${clinic.url}/f/${"x".repeat(42)}${tries % 10}`);
    statuses.push(answer.status);
    await answer.text();
  }
  assert.equal(statuses[0], 404);
  assert.equal(statuses.at(-1), 429);
});

test("one link leads through the forms of a session", async () => {
  const { appContext } = clinic.clinic;
  const therapist = clinic.people.therapist.actor;
  const session = await addSession(appContext, therapist, { episode: clinic.cases.adult });
  const asked = await requestForms(appContext, therapist, { episode: clinic.cases.adult, session });
  const own = asked.filter(({ rater }) => rater === "client");
  const { page, context } = await browser.open(phone);
  await page.goto(clinic.url + own[0]!.path);
  for (const group of await page.locator("fieldset:has(input[type=radio]):visible").all()) {
    await check(group.locator("input[type=radio]").first());
  }
  await send(page);
  await page.getByRole("heading", { name: "Thank you" }).waitFor();
  await tap(page.locator(".onward a"));
  await page.getByRole("heading", { name: own[1]!.title }).waitFor();
  assert.equal(new URL(page.url()).pathname, own[0]!.path);
  assert.match(
    await wordsOf(page.locator(".sitting")),
    new RegExp(`^Questionnaire 2 of ${own.length}\\s*About \\d`),
  );
  // Closed and opened again: the same link goes on where it was left.
  await page.goto("about:blank");
  await page.goto(clinic.url + own[0]!.path);
  await page.getByRole("heading", { name: own[1]!.title }).waitFor();
  await context.close();
});
