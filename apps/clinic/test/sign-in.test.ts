import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { appCode } from "./support/app-code.ts";
import { desk, sendAndArrive, wordsOf } from "./support/browser.ts";
import { openClinic, password } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());

async function signIn(page: Page, email: string, word = password): Promise<void> {
  await page.goto(`${clinic.url}/sign-in`);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(word);
  await sendAndArrive(page, page.getByRole("button", { name: "Sign in" }));
}

for (const javaScriptEnabled of [true, false])
  test(`e-mail and password lead to the day's first page, ${javaScriptEnabled ? "with" : "without"} script`, async () => {
    const { page, context } = await browser.open({ ...desk, javaScriptEnabled });
    await signIn(page, clinic.people.administrator.email);
    assert.equal(new URL(page.url()).pathname, "/settings");
    const [cookie] = (await context.cookies()).filter(({ name }) => name.includes("session_token"));
    assert.equal(cookie?.httpOnly, true);
    assert.equal(cookie?.sameSite, "Lax");
    await tap(page.locator("summary", { hasText: "Sam Whitfield" }));
    await tap(page.getByRole("button", { name: "Sign out" }));
    await page.waitForURL("**/sign-in");
    await page.goto(`${clinic.url}/settings`);
    assert.equal(new URL(page.url()).pathname, "/sign-in");
    await context.close();
  });

test("one is brought back to the page one came for, and never to another site", async () => {
  const { page, context } = await browser.open(desk);
  await page.goto(`${clinic.url}/audit`);
  assert.match(page.url(), /\/sign-in\?to=%2Faudit$/);
  await page.getByLabel("Email address").fill(clinic.people.administrator.email);
  await page.getByLabel("Password").fill(password);
  await tap(page.getByRole("button", { name: "Sign in" }));
  await page.waitForURL("**/audit");
  await context.clearCookies();
  await page.goto(`${clinic.url}/sign-in?to=//evil.example/`);
  assert.equal(await page.locator("input[name=to]").first().inputValue(), "/");
  await context.close();
});

test("an account without a place on the staff opens nothing", async () => {
  await clinic.clinic.accounts.create("Nobody", "nobody@example.org", password);
  const { page, context } = await browser.open(desk);
  await signIn(page, "nobody@example.org");
  assert.equal(new URL(page.url()).pathname, "/sign-in");
  await context.close();
});

test("a second step is asked for once it is set up, and a spare code works once", async () => {
  const { page, context } = await browser.open(desk);
  const { email } = clinic.people.supervisor;
  await signIn(page, email);
  await page.goto(`${clinic.url}/account`);
  await page.getByLabel("Your password").fill(password);
  await tap(page.getByRole("button", { name: "Set up" }));
  await tap(page.getByText("I cannot scan the code"));
  const secret = await wordsOf(page.locator("details code"));
  const spare = await wordsOf(page.locator(".spare-codes code").first());
  await page.getByLabel("3. Enter the code from your app").fill(appCode(secret));
  await tap(page.getByRole("button", { name: "Turn on" }));
  await page.getByText("Two-step verification is on.").waitFor();

  for (const code of [() => appCode(secret), () => spare]) {
    await context.clearCookies();
    await signIn(page, email);
    assert.equal(new URL(page.url()).pathname, "/sign-in/code");
    await page.getByLabel("Code").fill(code());
    await tap(page.getByRole("button", { name: "Continue" }));
    await page.waitForURL("**/caseload");
  }
  await context.clearCookies();
  await signIn(page, email);
  await page.getByLabel("Code").fill(spare);
  await tap(page.getByRole("button", { name: "Continue" }));
  await page.getByText("The code is incorrect or has expired").waitFor();
  await context.close();
});

test("an invitation lets someone without an account join, once", async () => {
  const { page, context } = await browser.open(desk);
  await signIn(page, clinic.people.administrator.email);
  await page.goto(`${clinic.url}/settings/staff`);
  const add = page.locator("form", { hasText: "Add and create invitation" });
  await add.getByLabel("Name").fill("Noor Haddad");
  await add.getByLabel("Email address").fill("noor@example.org");
  await tap(add.getByRole("button"));
  const link = await wordsOf(page.locator(".copy-me"));
  assert.ok(link.startsWith(`${clinic.url}/welcome/`), link);

  const guest = await browser.open(desk);
  await guest.page.goto(link);
  await guest.page.getByLabel("New password").fill("password1234");
  await tap(guest.page.getByRole("button", { name: "Save password and join" }));
  await guest.page.getByText("easy to guess").waitFor();
  await guest.page.getByLabel("New password").fill("a lantern by the river");
  await tap(guest.page.getByRole("button", { name: "Save password and join" }));
  await guest.page.waitForURL("**/caseload");
  await guest.context.clearCookies();
  await signIn(guest.page, "noor@example.org", "a lantern by the river");
  assert.equal(new URL(guest.page.url()).pathname, "/caseload");
  await guest.context.clearCookies();
  await guest.page.goto(link);
  await guest.page.getByText("has expired, has been used or was replaced").waitFor();
  await guest.context.close();
  await context.close();
});

test("light or dark is remembered, and drawn right by the server", async () => {
  const { page, context } = await browser.open({ ...desk, javaScriptEnabled: false });
  await page.goto(`${clinic.url}/sign-in`);
  await tap(page.getByRole("button", { name: /Switch to dark/ }));
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  assert.equal(new URL(page.url()).pathname, "/sign-in");
  await page.reload();
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await context.close();
});

test("a request from another site is refused before anything is read", async () => {
  const body = new URLSearchParams({ email: clinic.people.therapist.email, password });
  for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }, {}]) {
    const answer = await fetch(`${clinic.url}/sign-in`, {
      method: "POST",
      body,
      headers,
      redirect: "manual",
    });
    assert.equal(answer.status, 403, JSON.stringify(headers));
    assert.equal(answer.headers.getSetCookie().length, 0);
  }
});

test("wrong passwords hold up the account, not the address, and not the browser that it knows", async () => {
  const attempt = (email: string, word: string, cookie = "") =>
    fetch(`${clinic.url}/sign-in`, {
      method: "POST",
      body: new URLSearchParams({ email, password: word }),
      headers: { origin: clinic.url, cookie },
      redirect: "manual",
    });
  const { email } = clinic.people.therapist;
  const other = clinic.people.stranger.email;
  const entered = await attempt(email, password);
  const device = entered.headers
    .getSetCookie()
    .map((one) => one.split(";")[0] ?? "")
    .find((one) => one.startsWith("concord-device-"));
  assert.ok(device);

  const words = /The email address or password is incorrect/;
  for (const tried of [email, "who@example.org"]) {
    const statuses: number[] = [];
    for (let tries = 0; tries < 7; tries++) {
      const answer = await attempt(tried, "not the right one");
      statuses.push(answer.status);
      if (answer.status === 401) assert.match(await answer.text(), words);
      else assert.ok(Number(answer.headers.get("retry-after")) > 0);
    }
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429], `known and unknown alike: ${tried}`);
  }
  assert.equal((await attempt(email, password)).status, 429, "the right password has to wait as well");
  assert.equal((await attempt(email, password, device)).status, 302, "not where they signed in before");
  assert.equal((await attempt(other, password)).status, 302, "nor the colleague at the same address");
  assert.equal(
    (
      await attempt(
        email,
        password,
        device.replace(/.(?=.{9}$)/, (one) => (one === "x" ? "y" : "x")),
      )
    ).status,
    429,
    "a forged one does not",
  );
});
