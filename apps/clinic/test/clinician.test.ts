import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { desk, phone, wordsOf } from "./support/browser.ts";
import { openDemo } from "./support/demo.ts";
import { inBrowser } from "./support/in-browser.ts";
import { check, tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openDemo());

const weights = ["Urgent", "Persistent", "Notable", "Minor"];

describe("a therapist's day", () => {
  test("the caseload says who needs a thought first, and why", async () => {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Ines Halloran");
    await page.waitForURL(/\/caseload/);
    const rows = page.locator(".caseload-table tbody tr");
    const ranks = (await rows.locator(".caseload-why").allTextContents()).map((words) => {
      const found = weights.findIndex((weight) => words.trim().startsWith(weight));
      return found < 0 ? weights.length : found;
    });
    assert.ok(ranks.length >= 10, `${ranks.length} cases`);
    assert.ok(ranks[0]! <= 1, "a case that needs attention comes first");
    assert.deepEqual(
      ranks,
      ranks.toSorted((a, b) => a - b),
    );
    assert.equal(await rows.first().locator(".sparkline").count(), 1);

    await tap(page.getByRole("columnheader", { name: "Client", exact: true }).getByRole("link"));
    await page.waitForURL(/sort=client/);
    // The address changes before the page does.
    await page.locator('th[aria-sort="ascending"]', { hasText: "Client" }).waitFor();
    const names = await rows.locator(".caseload-client a").allTextContents();
    assert.deepEqual(
      names,
      names.toSorted((a, b) => a.localeCompare(b)),
    );
    await tap(page.getByRole("link", { name: /Needs attention \d/ }));
    await page.locator('[aria-current="true"]', { hasText: "Needs attention" }).waitFor();
    assert.equal(await rows.count(), ranks.filter((rank) => rank < weights.length).length);
    await context.close();
  });

  test("a case shows its signal, says why, and leads to looking at it together and to a note", async () => {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Ines Halloran");
    const path = await clinic.openCase(page, "Tobias W.");
    await page.getByRole("img", { name: "Trajectory" }).waitFor();
    const chart = page.locator("#course-wide");
    assert.ok((await chart.locator(".chart-ring").count()) > 0, "signals are marked on the line");
    assert.ok((await chart.locator(".chart-rater--therapist").count()) >= 1, "both chairs are drawn");

    const signal = page.locator(".signal", { hasText: "Persistent" }).first();
    assert.match(await wordsOf(signal), /decreased from \d+ to \d+/);
    await tap(signal.getByText("Reasons and evidence").first());
    const basis = await signal.locator(".basis").first().innerText();
    assert.match(basis, /version \d/);
    assert.match(basis, /Rule settings/);
    assert.match(basis, /grade [ABC]/);

    const card = page.locator(".guidance > li").first();
    assert.match(await wordsOf(card), /First, ask yourself/);
    assert.match(await wordsOf(card), /Evidence grade [ABC]/);

    await tap(page.getByText("Show as text and table"));
    const table = page.getByRole("region", { name: /Ratings by session/ });
    assert.ok((await table.locator("tbody tr").count()) >= 12, "a line for every session");
    await tap(page.getByRole("link", { name: "Bond", exact: true }));
    await page.waitForURL(/focus=bond/);
    await page.locator("#course-wide", { hasText: "Alliance: bond" }).waitFor();

    await tap(page.getByRole("link", { name: "Review with client" }));
    await page.waitForURL(/\/review\//);
    await page.locator(".review").waitFor();
    const together = await page.locator("main").innerText();
    assert.doesNotMatch(together, /Signal|Persistent|Minor|cut-off|suicide|Therapist \d/);
    assert.ok((await page.locator(".questions li").count()) <= 3);
    assert.ok((await page.locator(".questions li").count()) >= 1);
    await tap(page.getByRole("link", { name: "Show therapist rating as well" }));
    await page.locator(".both-views", { hasText: "Therapist" }).waitFor();
    await tap(page.getByRole("link", { name: "Back to client" }));
    await page.waitForURL(`**${path}`);

    await page.getByLabel("New note").fill("We named it.\n<b>He was relieved.</b>");
    await tap(page.getByRole("button", { name: "Save note" }));
    await page.waitForURL(/\/notes$/);
    await page.getByText("<b>He was relieved.</b>").waitFor();
    await context.close();
  });

  test("after the hour: the session is kept once, its links open forms, and the own form takes its turn", async () => {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Ines Halloran");
    const path = await clinic.openCase(page, "Mara K.");
    const before = await page.locator(".case-facts").innerText();
    await tap(page.getByRole("button", { name: "Save and create links" }));
    await page.getByText("It is shown only once").waitFor();
    const tickets = page.locator(".ticket");
    assert.equal(await tickets.count(), 1, "one link a person");
    assert.equal(await tickets.first().getByRole("link", { name: "Open on this computer" }).count(), 1);
    const link = await tickets.first().getByRole("textbox").inputValue();
    const client = await browser.open(phone);
    await client.page.goto(link);
    assert.ok((await client.page.locator("form fieldset").count()) > 0, "the link opens a form");
    await client.context.close();

    await page.goto(clinic.url + path);
    assert.notEqual(await page.locator(".case-facts").innerText(), before);
    assert.doesNotMatch(await page.locator("main").innerText(), new RegExp(link.slice(-43)));

    const own = page.locator(".form-lines li", { hasText: "Session form, therapist" });
    await tap(own.getByRole("link", { name: "Answer", exact: true }).first());
    await page.waitForURL(/\/answer\//);
    const questions = page.locator("fieldset[data-open]:visible");
    for (const question of await questions.all()) {
      await check(question.locator("input[type=radio]").nth(4));
    }
    await tap(page.locator("[data-send]"));
    await page.getByRole("heading", { name: "Your rating has been saved" }).waitFor();
    await tap(page.getByRole("link", { name: "Back to client" }));
    await page.waitForURL(`**${path}`);
    await context.close();
  });

  test("a phase set by hand is said to be so, and the rule can have it back", async () => {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Ines Halloran");
    await clinic.openCase(page, "Luis F.");
    await page.getByLabel("Phase", { exact: true }).selectOption({ label: "Ending" });
    await page.getByLabel("Starts in session").fill("9");
    await tap(page.getByRole("button", { name: "Set manually" }));
    await page.getByText("Phase set manually.").waitFor();
    await page.locator(".case-facts", { hasText: "Ending (set manually)" }).waitFor();
    await tap(page.getByRole("button", { name: "Set automatically" }));
    await page.getByText("Phase set automatically again.").waitFor();
    await page.locator(".case-facts", { hasNotText: "set manually" }).waitFor();
    await context.close();
  });

  test("an answer about safety stays until somebody has recorded the conversation and its outcome", async () => {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Jonas Brandt");
    await page.goto(`${clinic.url}/tasks`);
    const open = page.locator(".task-open");
    const before = await open.count();
    assert.ok(before >= 1);
    await tap(open.first().getByRole("link", { name: "Review", exact: true }));
    await page.getByRole("heading", { level: 1, name: "Safety answer" }).waitFor();
    await page.getByText("An answer of 0 is no reassurance").waitFor();
    await tap(page.getByLabel("Safety plan made"));
    await tap(page.getByRole("button", { name: "Save review" }));
    await page.getByText("Choose what you asked about.").waitFor();
    assert.ok(await page.getByLabel("Safety plan made").isChecked(), "what was chosen is still chosen");
    await tap(page.getByLabel("Suicidal thoughts, by that word"));
    await tap(page.getByLabel("Supervisor", { exact: true }));
    await tap(page.getByRole("button", { name: "Save review" }));
    await page.getByText("Choose the day of the next check.").waitFor();
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("Next check").fill(soon);
    await page.getByLabel("Note", { exact: true }).fill("Agreed to call on Friday.");
    await tap(page.getByRole("button", { name: "Save review" }));
    await page.getByText("Review saved.").waitFor();
    const history = page.locator(".reviews li").first();
    assert.match(
      await history.innerText(),
      /Safety plan made[\s\S]*Jonas Brandt[\s\S]*Agreed to call on Friday/,
    );
    await page.goto(`${clinic.url}/tasks`);
    await page.locator(".task", { hasText: "Being followed up" }).first().waitFor();
    assert.equal(await open.count(), before - 1);
    await context.close();
  });

  test("a new case begins with a name and an age", async () => {
    const { page, context } = await browser.open(phone);
    await clinic.enter(page, "Ines Halloran");
    await tap(page.getByRole("link", { name: "Add client" }));
    // The address changes before the page does, and the caseload has a field with "client" in its label too.
    await page.getByRole("heading", { level: 1, name: "Add client" }).waitFor();
    await page.getByLabel("Client", { exact: true }).fill("Åsa <i>");
    await page.getByLabel("Age group", { exact: true }).selectOption("adolescent");
    await tap(page.getByRole("button", { name: "Add client" }));
    await page.waitForURL(/\/case\//);
    await page.getByRole("heading", { name: "Åsa <i>" }).waitFor();
    await page.getByText("No ratings yet").waitFor();
    await context.close();
  });

  test("everything is within reach without script", async () => {
    const { page, context } = await browser.open({ ...desk, javaScriptEnabled: false });
    await clinic.enter(page, "Ines Halloran");
    await page.getByLabel("Search clients").fill("tobias");
    await tap(page.getByRole("button", { name: "Search", exact: true }));
    await page.waitForURL(/search=tobias/);
    await tap(page.getByRole("link", { name: "Tobias W." }));
    await page.getByRole("img", { name: "Trajectory" }).waitFor();
    await page.getByLabel("New note").fill("Written without script.");
    await tap(page.getByRole("button", { name: "Save note" }));
    await page.getByText("Written without script.").waitFor();
    await context.close();
  });
});

describe("who sees what", () => {
  test("a supervisor sees the cases whose clients agreed, without notes and without writing", async () => {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Ruth Oyelaran");
    await page.goto(`${clinic.url}/caseload`);
    const rows = page.locator(".caseload-table tbody tr");
    const open = await rows.count();
    assert.ok(open >= 1 && open < clinic.demo.cases, `${open} of ${clinic.demo.cases}`);
    assert.equal(await page.getByRole("link", { name: "Add client" }).count(), 0);
    await tap(rows.first().getByRole("link"));
    await page.waitForURL(/\/case\//);
    await page.getByRole("img", { name: "Trajectory" }).waitFor();
    for (const heading of ["Notes", "Record session", "Client settings"]) {
      assert.equal(await page.getByRole("heading", { name: heading, exact: true }).count(), 0, heading);
    }
    const notes = await page.goto(`${page.url()}/notes`);
    assert.equal(notes?.status(), 403);
    await context.close();
  });

  test("a case nobody agreed to open stays closed to the supervisor", async () => {
    const therapist = await browser.open(desk);
    await clinic.enter(therapist.page, "Ines Halloran");
    await therapist.page.goto(`${clinic.url}/caseload`);
    const all = await therapist.page
      .locator(".caseload-client a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    await therapist.context.close();
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Ruth Oyelaran");
    await page.goto(`${clinic.url}/caseload`);
    const own = await page
      .locator(".caseload-client a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    const closed = all.find((path) => !own.includes(path));
    const answer = await page.goto(clinic.url + closed);
    assert.equal(answer?.status(), 403);
    await context.close();
  });

  test("who runs the practice sees no rating, no signal and no client", async () => {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Sam Whitfield");
    assert.equal(await page.getByRole("link", { name: "Caseload" }).count(), 0);
    for (const path of ["/caseload", "/tasks"]) {
      const answer = await page.goto(clinic.url + path);
      assert.equal(answer?.status(), 403, path);
      assert.doesNotMatch(await page.locator("body").innerText(), /Tobias|alliance fell/);
    }
    await context.close();
  });
});
