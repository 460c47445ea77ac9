import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { requestForm } from "@concord/practice";
import type { Page } from "playwright-core";
import { desk, openBrowser, phone, sendAndArrive, type TestBrowser } from "./support/browser.ts";
import { openClinic, type People, password, type TestClinic } from "./support/clinic.ts";
import { findings, guidelines } from "./support/findings.ts";
import { check, tap } from "./support/tap.ts";

let clinic: TestClinic;
let browser: TestBrowser;

before(async () => {
  [clinic, browser] = await Promise.all([openClinic({ proxies: 1 }), openBrowser()]);
});

after(async () => {
  await browser.close();
  await clinic.stop();
});

/** Two ends of what is used: a phone in daylight, a desk at night. */
const settings = [
  { ...phone, colorScheme: "light" },
  { ...desk, colorScheme: "dark" },
] as const;

/** Looks at a page the way a careful visitor would: is it allowed, quiet, readable, within its width? */
async function inspect(page: Page, path: string): Promise<void> {
  const answer = await page.goto(clinic.url + path, { waitUntil: "load" });
  const policy = answer?.headers()["content-security-policy"] ?? "";
  assert.match(policy, /default-src 'none'/, path);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|https?:/, path);
  assert.equal(await page.locator("[style]").count(), 0, `${path} has inline styles`);
  assert.equal(await page.locator("h1").count(), 1, `${path} has one name`);
  const overflow = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
  assert.ok(Number(overflow) <= 0, `${path} is ${overflow} px too wide at ${page.viewportSize()?.width}`);
  assert.deepEqual(
    await findings(page, { tags: guidelines }),
    [],
    `${path} at ${page.viewportSize()?.width}`,
  );
  assert.deepEqual(browser.complaints.splice(0), [], path);
}

async function enter(page: Page, who: keyof People): Promise<void> {
  await page.goto(`${clinic.url}/sign-in`);
  await page.getByLabel("Email address").fill(clinic.people[who].email);
  await page.getByLabel("Password").fill(password);
  await sendAndArrive(page, page.getByRole("button", { name: "Sign in" }));
}

const visits: readonly { readonly who: keyof People | null; readonly paths: readonly string[] }[] = [
  { who: null, paths: ["/sign-in", "/sign-in/code", "/welcome/some-token", "/no/such/page"] },
  {
    who: "administrator",
    paths: ["/settings", "/settings/staff", "/settings/wordings", "/import", "/audit", "/case/none"],
  },
  { who: "researcher", paths: ["/export", "/account", "/gallery"] },
];

for (const { who, paths } of visits)
  test(`pages for ${who ?? "anyone"} are allowed, quiet and readable`, async () => {
    for (const [index, setting] of settings.entries()) {
      const { page, context } = await browser.open({
        ...setting,
        extraHTTPHeaders: { "x-forwarded-for": `203.0.113.${index}` },
      });
      if (who !== null) await enter(page, who);
      for (const path of paths) await inspect(page, path);
      await context.close();
    }
  });

const forms = [
  ["concord-alliance-session-client-adult", "adult"],
  ["concord-alliance-session-client-adolescent", "adolescent"],
  ["concord-alliance-session-client-child", "child"],
  ["concord-alliance-session-caregiver", "child"],
  ["concord-alliance-session-observer", "adult"],
  ["concord-rupture-client", "adult"],
  ["phq-9", "adult"],
] as const;

test("every kind of form is allowed, quiet and readable", async () => {
  for (const [instrument, of] of forms) {
    const path = await clinic.ask(instrument, of);
    for (const setting of settings) {
      const { page, context } = await browser.open(setting);
      await inspect(page, path);
      await context.close();
    }
  }
});

test("a form with everything open is readable too: follow-ups, help, a remark", async () => {
  const path = await clinic.ask("phq-9");
  for (const setting of settings) {
    const { page, context } = await browser.open(setting);
    await page.goto(clinic.url + path);
    await check(page.locator('input[name="i09"][value="3"]'));
    await tap(page.locator("[data-send]"));
    await page.getByText("questions are not answered yet").waitFor();
    assert.deepEqual(await findings(page), []);
    await context.close();
  }
});

test("a therapist's own form opens for them, on the same page as a client's", async () => {
  const { appContext } = clinic.clinic;
  const { path } = await requestForm(appContext, clinic.people.therapist.actor, {
    episode: clinic.cases.adult,
    session: 0,
    instrument: "concord-alliance-session-therapist",
  });
  for (const [index, setting] of settings.entries()) {
    const { page, context } = await browser.open({
      ...setting,
      extraHTTPHeaders: { "x-forwarded-for": `198.51.100.${index}` },
    });
    await enter(page, "therapist");
    await inspect(page, path);
    await context.close();
  }
});

test("links that open nothing end in a sentence", async () => {
  const { page, context } = await browser.open();
  await inspect(page, `/f/${"x".repeat(43)}`);
  await context.close();
});
