import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { desk, wordsOf } from "./support/browser.ts";
import { openClinic } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic({ demo: true }));

const about = {
  en: /Concord supports clinical reflection/,
  it: /Concord è uno strumento di riflessione clinica/,
};

test("a page is in the language of whoever looks at it, from the server and in the browser", async () => {
  for (const [language, locale, skip] of [
    ["it-CH", "it", "Vai al contenuto principale"],
    ["de", "en", "Skip to main content"],
  ] as const) {
    const headers = { cookie: `concord-language=${language}` };
    const text = await (await fetch(`${clinic.url}/sign-in`, { headers })).text();
    assert.match(text, about[locale]);
    const { page, context } = await browser.open(desk);
    await context.addCookies([{ name: "concord-language", value: language, url: clinic.url }]);
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (line) => line.type() === "error" && problems.push(line.text()));
    await page.goto(`${clinic.url}/sign-in`);
    await tap(page.getByRole("button", { name: /Ines Halloran/ }));
    await page.waitForURL("**/caseload");
    assert.equal(await page.locator("html").getAttribute("lang"), locale);
    assert.match(await wordsOf(page.locator("body")), about[locale]);
    assert.equal(await page.getByRole("link", { name: skip }).count(), 1);
    // What the browser draws in another language than the server is an error of React.
    assert.deepEqual(problems, []);
    await context.close();
  }
});

test("a refusal is in the language of whoever is refused, with its reason", async () => {
  const { page, context } = await browser.open(desk);
  await context.addCookies([{ name: "concord-language", value: "it", url: clinic.url }]);
  await page.goto(`${clinic.url}/sign-in`);
  await tap(page.getByRole("button", { name: /Ines Halloran/ }));
  await page.waitForURL("**/caseload");
  const refused = "Soltanto amministratori e ricercatori hanno accesso a questa pagina.";
  for (const [path, status, heading, reason] of [
    ["/settings", 403, "Non ha accesso a questa pagina", refused],
    [
      "/case/00000000-0000-7000-8000-000000000000",
      403,
      "Non ha accesso a questa pagina",
      "Questa pagina non esiste",
    ],
    ["/nowhere", 404, "Pagina non trovata", "Controlli l’indirizzo"],
  ] as const) {
    const answer = await page.goto(clinic.url + path);
    assert.equal(answer?.status(), status);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    assert.ok((await page.getByRole("alert").textContent())?.startsWith(reason));
    assert.equal(await page.locator("html").getAttribute("lang"), "it");
  }
  // In the browser, where only the data of the next page is asked for.
  await page.goto(`${clinic.url}/caseload`, { waitUntil: "networkidle" });
  await page.evaluate(() => {
    const link = Object.assign(document.createElement("a"), { href: "/settings" });
    document.querySelector("main")?.append(link);
    link.click();
  });
  await page.getByText(refused).waitFor();
  await context.close();
});

test("an answer in plain text is in the language of the device, and says which", async () => {
  const answers = [
    {
      path: "/caseload",
      method: "DELETE",
      status: 405,
      en: "Pages are read with GET",
      it: "Le pagine si leggono",
    },
    {
      path: "/%00",
      method: "GET",
      status: 400,
      en: "This address cannot",
      it: "Questo indirizzo non si può",
    },
    {
      path: "/theme",
      method: "POST",
      status: 403,
      en: "This request did not come",
      it: "Questa richiesta non",
    },
  ] as const;
  for (const { path: at, method, status, ...begins } of answers)
    for (const [header, value, locale] of [
      ["cookie", "concord-language=it", "it"],
      ["accept-language", "it-CH, en;q=0.5", "it"],
      ["accept-language", "de", "en"],
    ] as const) {
      const answer = await fetch(clinic.url + at, { method, headers: { [header]: value } });
      assert.equal(answer.status, status, at);
      assert.equal(answer.headers.get("content-language"), locale, `${at} ${value}`);
      assert.ok((await answer.text()).startsWith(begins[locale]), `${at} ${value}`);
    }
});

test("the script of each language of staff is a file of its own, and one page loads one", async () => {
  const assets = path.resolve(import.meta.dirname, "../build/client/assets");
  const holding = (words: RegExp) =>
    globSync("*.js", { cwd: assets }).filter((file) =>
      words.test(readFileSync(path.join(assets, file), "utf8")),
    );
  const [english, ...otherEnglish] = holding(about.en);
  const [italian, ...otherItalian] = holding(about.it);
  assert.deepEqual([otherEnglish, otherItalian], [[], []]);
  assert.ok(english !== undefined && italian !== undefined && english !== italian);
  const { page, context } = await browser.open(desk);
  const loaded: string[] = [];
  page.on("response", (response) => loaded.push(path.basename(new URL(response.url()).pathname)));
  await page.goto(`${clinic.url}/sign-in`, { waitUntil: "networkidle" });
  assert.ok(loaded.includes(english) && !loaded.includes(italian), loaded.join(" "));
  await context.close();
});
