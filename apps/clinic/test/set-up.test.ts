import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type FreshStore, freshStore } from "@concord/store/testing";
import type { Page } from "playwright-core";
import { type Served, serveClinic } from "../server/index.ts";
import { desk, openBrowser, type TestBrowser, wordsOf } from "./support/browser.ts";
import { tap } from "./support/tap.ts";

let fresh: FreshStore;
let served: Served;
let browser: TestBrowser;
let page: Page;

before(async () => {
  [fresh, browser] = await Promise.all([freshStore(), openBrowser()]);
  served = await serveClinic({ store: fresh.store, secret: "a secret of the tests, long enough" });
  ({ page } = await browser.open(desk));
});

after(async () => {
  assert.deepEqual(browser.complaints, []);
  await browser.close();
  await served.close();
  await fresh.close();
});

test("the first visit sets the practice up, and the door to that closes behind it", async () => {
  await page.goto(served.url);
  assert.equal(new URL(page.url()).pathname, "/set-up");
  await page.getByLabel("Practice name").fill("Practice at the Old Mill");
  await page.getByLabel("Your name").fill("Mara Lindqvist");
  await page.getByLabel("Your email address").fill("Mara@Example.org");
  await page.getByLabel("Password").fill("seven calm herons");
  await tap(page.getByRole("button", { name: "Set up practice" }));
  await page.waitForURL("**/settings");
  assert.equal(await wordsOf(page.locator("h1")), "Practice at the Old Mill");

  const stranger = await browser.open(desk);
  await stranger.page.goto(`${served.url}/set-up`);
  assert.equal(new URL(stranger.page.url()).pathname, "/sign-in");
  const forced = await fetch(`${served.url}/set-up`, {
    method: "POST",
    headers: { origin: served.url },
    body: new URLSearchParams({
      practice: "Mine",
      name: "X",
      email: "x@example.org",
      password: "0123456789",
    }),
    redirect: "manual",
  });
  assert.equal(forced.headers.get("location"), "/sign-in");
  await stranger.context.close();
});

test("someone with two roles has the pages of both, in every tab at once", async () => {
  const second = await page.context().newPage();
  await second.goto(`${served.url}/caseload`);
  await page.goto(`${served.url}/settings`);
  await second.reload();
  assert.equal(new URL(second.url()).pathname, "/caseload");
  for (const name of ["Caseload", "Settings", "Audit log"])
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).waitFor();
  await second.close();
  await tap(page.locator("summary", { hasText: "Mara Lindqvist" }));
  await page.getByText("Practice at the Old Mill · therapist and administrator").waitFor();
  await page.goto(`${served.url}/settings`);
});

test("a note written in one tab is saved whatever was opened in another", async () => {
  await page.goto(`${served.url}/caseload/new`);
  await page.getByLabel("Client").fill("K. M.");
  await tap(page.getByRole("button", { name: "Add client" }));
  await page.waitForURL(/\/case\//);
  await page.goto(`${page.url()}/notes`);
  await page.locator("textarea").first().fill("Written before the other tab was opened.");
  const second = await page.context().newPage();
  for (const path of ["/settings", "/audit", "/settings/staff"]) await second.goto(served.url + path);
  await second.close();
  await tap(
    page
      .locator("form", { has: page.locator("textarea") })
      .getByRole("button")
      .last(),
  );
  await page.getByText("Written before the other tab was opened.").waitFor();
  await page.goto(`${served.url}/settings`);
});

test("the help text is what the practice says it is", async () => {
  await page.getByLabel("Heading").fill("Call someone now");
  await page.getByLabel("Name", { exact: true }).first().fill("Crisis line");
  await page.getByLabel("Phone number").first().fill("0800 111 0 111");
  await tap(page.getByRole("button", { name: "Save" }));
  await page.getByText("Settings saved.").waitFor();
  await page.locator(".help", { hasText: "Call someone now" }).waitFor();
  assert.match(await wordsOf(page.locator(".help")), /Call someone now.*Crisis line.*0800 111 0 111/);
  await page.getByLabel("Days until links expire").fill("7");
  await page.getByLabel("Heading").fill("");
  await tap(page.getByRole("button", { name: "Save" }));
  assert.equal(await page.locator("input:invalid").getAttribute("name"), "heading");
});

test("questionnaire text is imported, or the page says what is wrong with the file", async () => {
  await page.goto(`${served.url}/settings/wordings`);
  const load = async (text: string) => {
    await page.getByLabel("File").setInputFiles({
      name: "pack.json",
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
    await tap(page.getByRole("button", { name: "Import text" }));
  };
  await load("this is not JSON");
  await page.getByText("This file is not valid JSON").waitFor();
  await load('{"instrument":"no-such-form"}');
  await page.getByText("The file was not imported").waitFor();
});

test("what was done stands in the access log, without a name of anyone in care", async () => {
  await page.goto(`${served.url}/audit`);
  const log = await wordsOf(page.locator("table"));
  assert.match(log, /Mara Lindqvist/);
  assert.match(log, /Changed practice settings/);
});
