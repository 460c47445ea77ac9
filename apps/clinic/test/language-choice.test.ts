import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { type Served, serveClinic } from "../server/index.ts";
import { viewerBehind } from "../server/viewer.ts";
import type { Visitor } from "../server/visitor.ts";
import { desk, openBrowser, phone, type TestBrowser, wordsOf } from "./support/browser.ts";
import { tap } from "./support/tap.ts";

test("viewerBehind: prefers the person, then the device, the practice and the browser", () => {
  const headers = (cookie: string, accept: string) => new Headers({ cookie, "accept-language": accept });
  const visitor = (language: string | null, practiceLanguage: string) =>
    ({ language, practiceLanguage, timeZone: "Europe/Rome" }) as Visitor;
  const chosen = "concord-language=it";
  for (const [given, who, locale] of [
    [headers("", ""), null, "en"],
    [headers("", "it-CH, de;q=0.8"), null, "it"],
    [headers("", "de, it;q=0.5, en;q=0.2"), null, "it"],
    [headers("", "de, fr"), null, "en"],
    [headers("concord-language=en", "it"), null, "en"],
    [headers("x=1; concord-language=it; y=2", "en"), null, "it"],
    [headers("", "it"), visitor(null, "en"), "en"],
    [headers("", "en"), visitor(null, "it"), "it"],
    // Questionnaires exist in German, pages do not: then the browser is asked.
    [headers("", "it"), visitor(null, "de"), "it"],
    [headers(chosen, "en"), visitor(null, "en"), "it"],
    [headers(chosen, "it"), visitor("en", "it"), "en"],
    [headers("concord-language=en-XA", "en"), visitor("it", "it"), "en-XA"],
    [headers("concord-language=<script>", "it"), null, "it"],
  ] as const) {
    const found = viewerBehind(given, who);
    assert.equal(found.locale, locale, JSON.stringify([...given, who]));
    assert.equal(found.timeZone, who === null ? "UTC" : "Europe/Rome");
  }
});

let fresh: FreshStore;
let served: Served;
let browser: TestBrowser;

before(async () => {
  [fresh, browser] = await Promise.all([freshStore(), openBrowser()]);
  served = await serveClinic({ store: fresh.store, secret: "a secret of the tests, long enough" });
});

after(async () => {
  assert.deepEqual(browser.complaints, []);
  await browser.close();
  await served.close();
  await fresh.close();
});

const account = { email: "mara@example.org", password: "seven calm herons" };

test("an empty practice is set up in Italian; pages, dates and the next sign-in follow", async () => {
  const { page, context } = await browser.open({ ...desk, locale: "en-GB" });
  const language = () => page.locator("html").getAttribute("lang");
  await page.goto(served.url);
  assert.equal(await language(), "en");
  await tap(page.getByRole("button", { name: "Italiano" }));
  await page.waitForURL("**/set-up");
  assert.equal(await language(), "it");
  assert.equal(await page.locator("html").getAttribute("dir"), null);
  assert.equal(await page.locator("[name=language] option:checked").textContent(), "Italiano");
  await page.locator("[name=practice]").fill("Studio al Mulino");
  await page.locator("[name=timeZone]").selectOption("Pacific/Auckland");
  await page.locator("[name=name]").fill("Mara Lindqvist");
  await page.locator("[name=email]").fill(account.email);
  await page.locator("[name=password]").fill(account.password);
  await tap(page.locator("main form button").last());
  await page.waitForURL("**/settings");
  assert.equal(await language(), "it");
  assert.match(await wordsOf(page.locator("body")), /Concord è uno strumento di riflessione clinica/);
  assert.equal(await page.locator("main [name=timeZone]").inputValue(), "Pacific/Auckland");
  await page.goto(`${served.url}/audit`);
  const time = page.locator("main time").first();
  const shown = (locale: string, timeZone: string, at: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(
      new Date(at),
    );
  const at = (await time.getAttribute("datetime")) ?? "";
  assert.equal(await time.textContent(), shown("it", "Pacific/Auckland", at));
  // Auckland is 12 or 13 hours ahead, so that this is never the time of London too.
  assert.notEqual(await time.textContent(), shown("it", "UTC", at));

  // The person chooses English for themselves; the practice stays Italian.
  await tap(page.locator(".menu > summary"));
  await tap(page.locator(".menu").getByRole("button", { name: "English" }));
  await page.waitForURL("**/audit");
  assert.equal(await language(), "en");
  const later = (await time.getAttribute("datetime")) ?? "";
  assert.equal(await time.textContent(), shown("en-GB", "Pacific/Auckland", later));
  await context.clearCookies();

  // On another device, which asks for Italian, they still read English.
  const other = await browser.open({ ...phone, locale: "it-IT" });
  await other.page.goto(`${served.url}/sign-in`);
  assert.equal(await other.page.locator("html").getAttribute("lang"), "it");
  await other.page.locator("[name=email]").fill(account.email);
  await other.page.locator("[name=password]").fill(account.password);
  await tap(other.page.locator("main form button"));
  await other.page.waitForURL("**/caseload");
  assert.equal(await other.page.locator("html").getAttribute("lang"), "en");

  // And back to the language of the practice, on the account page.
  await other.page.goto(`${served.url}/account`);
  await other.page.locator("main [name=language]").selectOption("");
  await tap(other.page.locator('main form[action="/language"] button'));
  await other.page.waitForFunction(() => document.documentElement.lang === "it");
  await context.close();
  await other.context.close();
});

const sent = (fields: Readonly<Record<string, string>>) =>
  fetch(`${served.url}/language`, {
    method: "POST",
    headers: { origin: served.url },
    body: new URLSearchParams(fields),
    redirect: "manual",
  });

test("what is no language of pages is refused and changes nothing", async () => {
  for (const language of ["xx", "en-XA", "__proto__"]) {
    const answer = await sent({ language, back: "/sign-in" });
    assert.equal(answer.status, 400, language);
    assert.equal(answer.headers.get("set-cookie"), null, language);
    assert.match(await answer.text(), /cannot be read/);
  }
});

test("no language returns to that of the browser, and the way back stays on this site", async () => {
  const answer = await sent({ language: "", back: "//elsewhere.example" });
  assert.equal(answer.headers.get("location"), "/");
  assert.match(answer.headers.get("set-cookie") ?? "", /^concord-language=; Max-Age=0/);
});
