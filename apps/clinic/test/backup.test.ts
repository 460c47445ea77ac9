import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { makeBackup } from "@concord/practice";
import { type FreshStore, freshStore } from "@concord/store/testing";
import type { Page } from "playwright-core";
import { type Served, serveClinic } from "../server/index.ts";
import { desk, openBrowser, phone, type TestBrowser } from "./support/browser.ts";
import { assertReadable } from "./support/readable.ts";
import { tap } from "./support/tap.ts";

const root = mkdtempSync(path.join(tmpdir(), "concord-backup-page-"));
const backupFolder = path.join(root, "backups");
let fresh: FreshStore;
let served: Served;
let browser: TestBrowser;
let page: Page;

before(async () => {
  [fresh, browser] = await Promise.all([freshStore(), openBrowser()]);
  served = await serveClinic({
    store: fresh.store,
    secret: "a secret of the tests, long enough",
    backupFolder,
  });
  ({ page } = await browser.open(desk));
  await page.goto(served.url);
  await page.getByLabel("Practice name").fill("Practice at the Old Mill");
  await page.getByLabel("Your name").fill("Mara Lindqvist");
  await page.getByLabel("Your email address").fill("mara@example.org");
  await page.getByLabel("Password").fill("seven calm herons");
  await tap(page.getByRole("button", { name: "Set up practice" }));
  await page.waitForURL("**/settings");
});

after(async () => {
  assert.deepEqual(browser.complaints, []);
  await browser.close();
  await served.close();
  await fresh.close();
  rmSync(root, { recursive: true, force: true });
});

const steps = () => page.locator("#setup li", { hasText: "Done" }).allInnerTexts();

test("the first page of administrators says what is left to set up, and that phones cannot open 127.0.0.1", async () => {
  await page.getByRole("heading", { name: "Set up the practice" }).waitFor();
  await page.getByText(`Links for clients begin with ${served.url} at present.`).waitFor();
  assert.deepEqual(await steps(), []);
  await assertReadable(page, "set-up steps");
  await tap(page.getByRole("button", { name: "Hide these steps" }));
  await tap(page.getByRole("button", { name: "Show the set-up steps" }));
  await page.getByRole("heading", { name: "Set up the practice" }).waitFor();
});

test("a backup is made and tested from the page while the clinic is open, and the step is done", async () => {
  await tap(page.getByRole("link", { name: "Make a backup and test it" }));
  await page.getByText("There is no backup yet.").waitFor();
  await tap(page.getByRole("button", { name: "Back up now" }));
  await page.getByText("Backup made.").waitFor();
  await page.getByText("Not tested").waitFor();
  assert.equal(readdirSync(backupFolder).filter((name) => name.endsWith(".backup")).length, 1);
  await tap(page.getByRole("button", { name: "Test the newest backup" }));
  await page.getByText("Restore test passed.").waitFor();
  await page.getByText(/rows of 1 practice restored and identical/).waitFor();
  await assertReadable(page, "a tested backup");
  await page.goto(`${served.url}/settings`);
  assert.match((await steps()).join(), /Make a backup and test it/);
});

test("the schedule is saved; what does not fit stays in the form, beside the reason", async () => {
  await page.goto(`${served.url}/settings/backup`);
  await page.getByLabel("Time").fill("04:15");
  await page.getByLabel("Number of backups to keep").fill("5");
  await tap(page.getByRole("button", { name: "Save", exact: true }));
  await page.getByText("Settings saved.").waitFor();
  assert.equal(await page.getByLabel("Time").inputValue(), "04:15");
  await page.locator("form", { has: page.getByLabel("Time") }).evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await page.getByLabel("Number of backups to keep").fill("0");
  await tap(page.getByRole("button", { name: "Save", exact: true }));
  await page.getByText("Enter a whole number from 1 to 365.").first().waitFor();
  assert.equal(await page.getByLabel("Number of backups to keep").inputValue(), "0");
});

test("a backup that fails is on every page of administrators until one succeeds", async () => {
  const { appContext } = served.clinic;
  writeFileSync(path.join(root, "file"), "");
  await makeBackup({ ...appContext, backupFolder: path.join(root, "file", "below") });
  await page.goto(`${served.url}/account`);
  await tap(page.getByRole("link", { name: "The last backup failed: the folder cannot be used" }));
  await page.getByText("The folder cannot be used. Check that it exists").waitFor();
  const narrow = await browser.open({ ...phone, storageState: await page.context().storageState() });
  await narrow.page.goto(`${served.url}/settings/backup`);
  await assertReadable(narrow.page, "a failed backup on a phone");
  await narrow.context.close();
  await page.waitForTimeout(1_000);
  await tap(page.getByRole("button", { name: "Back up now" }));
  await page.getByText("Backup made.").waitFor();
  assert.equal(await page.getByRole("link", { name: /The last backup failed/ }).count(), 0);
});
