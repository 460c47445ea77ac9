import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { type Background, startRecalculationWorker } from "@concord/practice";
import { type JobRun, jobs, newIdentifier, type Scope } from "@concord/store";
import { sql } from "drizzle-orm";
import { desk, phone, type TestBrowser } from "./support/browser.ts";
import { openDemo } from "./support/demo.ts";
import { inBrowser } from "./support/in-browser.ts";
import { assertReadable } from "./support/readable.ts";
import { tap } from "./support/tap.ts";

const name = "reevaluation";
const administrator = "Sam Whitfield";

const { clinic, browser } = await inBrowser(openDemo());

describe("evaluating all cases, seen from its page", () => {
  let background: Background | null = null;
  afterEach(async () => {
    await background?.stop();
    background = null;
    await inPractice((scope) =>
      scope.database.execute(sql`update care.job set wish = null, run = null,
      last = null, trouble = null, held_by = null, held_until = null, not_before = null`),
    );
  });

  const inPractice = <T>(work: (scope: Scope) => Promise<T>) =>
    clinic.clinic.appContext.store.within(clinic.demo.practice, work);

  async function open(options: Parameters<TestBrowser["open"]>[0]) {
    const { page, context } = await browser.open(options);
    await clinic.enter(page, administrator);
    await page.goto(`${clinic.url}/settings/evaluation`);
    return { page, context };
  }

  test("asked for by a button, it is done while one looks, and the page says so without a touch", async () => {
    const { page, context } = await open(desk);
    await page.getByText("No recalculation in progress.").waitFor();
    await assertReadable(page, "at rest");
    await tap(page.getByRole("button", { name: "Recalculate now" }));
    await page.getByText("Scheduled.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Recalculate now" }).count(), 0);
    background = startRecalculationWorker(clinic.clinic.appContext, { every: 20 });
    await page.getByRole("heading", { name: "Last run" }).waitFor();
    await page.getByText("No recalculation in progress.").waitFor();
    const words = await page.locator("main").innerText();
    assert.match(words, /requested by a user/);
    assert.ok(words.includes(`Clients\n${clinic.demo.cases}`), words);
    assert.match(words, /Current version/);
    await tap(page.getByText("without enough data"));
    assert.match(await page.locator("main details").innerText(), /200 are needed/);
    await assertReadable(page, "done");
    await context.close();
  });

  test("without script it is asked for the same way, and looking again shows how far it is", async () => {
    const { page, context } = await open({ ...phone, javaScriptEnabled: false });
    await tap(page.getByRole("button", { name: "Recalculate now" }));
    await page.getByText("Scheduled.").waitFor();
    await runAsIf({ step: "caseload", done: 3200, of: 10_000 });
    await tap(page.getByRole("link", { name: "Refresh progress" }));
    await page.getByText("3,200 of 10,000 clients").waitFor();
    assert.equal(await page.getByRole("progressbar", { name: "Recalculating clients" }).count(), 1);
    await context.close();
  });

  test("under way, interrupted and after trouble it is readable, and trouble offers another try", async () => {
    const { page, context } = await open(phone);
    await inPractice((scope) => jobs.want(scope, name, "new-rules"));
    const holder = await runAsIf({ step: "expected", done: 150, of: 800 });
    await page.goto(`${clinic.url}/settings/evaluation`);
    await page.getByText("150 of 800 clients").waitFor();
    await page.getByText("Reason: the rules changed.").waitFor();
    await assertReadable(page, "under way");
    const trouble = {
      at: "2026-03-02T09:00:00.000Z",
      message: { id: "stored.failure.unreachable", values: { code: "ECONNRESET" } } as const,
      times: 3,
    };
    await inPractice((scope) => jobs.fail(scope, name, holder, trouble, "2999-03-02T09:16:00.000Z"));
    await page.getByText("The database could not be reached (ECONNRESET).").waitFor();
    await page.getByText("Next attempt:").waitFor();
    await assertReadable(page, "after trouble");
    await tap(page.getByRole("button", { name: "Retry now" }));
    background = startRecalculationWorker(clinic.clinic.appContext, { every: 20 });
    await page.getByRole("heading", { name: "Last run" }).waitFor();
    assert.equal(await page.getByText("The database could not be reached (ECONNRESET).").count(), 0);
    await context.close();
  });

  /** As another process would have it in hand. */
  async function runAsIf(how: Pick<JobRun, "step" | "done" | "of">): Promise<string> {
    const holder = newIdentifier();
    const until = new Date(Date.now() + 60_000).toISOString();
    await inPractice((scope) =>
      jobs.take(scope, name, { holder, until }, ({ since, reasons }) => ({
        startedAt: since,
        reasons,
        basis: "rules",
        stepSince: since,
        takenUp: 1,
        ...how,
      })),
    );
    return holder;
  }
});
