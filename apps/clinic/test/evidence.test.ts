import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { desk, phone } from "./support/browser.ts";
import { openDemo } from "./support/demo.ts";
import { inBrowser } from "./support/in-browser.ts";
import { assertReadable } from "./support/readable.ts";
import { tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openDemo());

const synthesis = "/evidence/synthesis/simulated-alliance-outcome";

async function fillStudy(page: Page, r: string, n: string, title = "A study of alliance and outcome") {
  await page.getByLabel("Authors").fill("Quill, Ada\nMoss, Ben");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Year").fill("2024");
  await page.getByLabel("Correlation r").first().fill(r);
  await page.getByLabel("Sample size (n)").first().fill(n);
  await tap(page.getByRole("button", { name: "Save and view changes" }));
}

describe("from a signal to a study", () => {
  test("a therapist follows a signal's why down to a study", async () => {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Ines Halloran");
    const cases = await page
      .locator(".caseload-client a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    for (const path of cases) {
      await page.goto(clinic.url + path);
      const why = page.locator(".signal details", { hasText: "Clients report fewer ruptures" }).first();
      if ((await why.count()) === 0) continue;
      await page.locator(".signal").first().waitFor();
      const history = page.locator("details:has(.signal) > summary");
      if (!(await why.isVisible())) await tap(history.first());
      await tap(why.locator("summary"));
      await tap(why.getByRole("link", { name: /^Clients report fewer ruptures/ }));
      await page.waitForURL(/\/evidence\/claim\//);
      await page.getByRole("heading", { level: 1, name: /^Clients report fewer ruptures/ }).waitFor();
      await tap(page.getByRole("link", { name: "Study record" }).first());
      await page.waitForURL(/\/evidence\/study\//);
      await page.getByRole("heading", { level: 1, name: /Muran/ }).waitFor();
      assert.match(await page.locator("main").innerText(), /doi 10\./);
      await context.close();
      return;
    }
    assert.fail("no case of the simulated practice has a signal that rests on this claim");
  });

  test("a computed claim leads to its synthesis, and its synthesis to each study", async () => {
    const { page, context } = await browser.open(phone);
    await clinic.enter(page, "Ines Halloran");
    await page.goto(`${clinic.url}/evidence?search=simulated`);
    await tap(page.getByRole("link", { name: "Alliance and outcome (simulated studies)", exact: true }));
    await tap(page.getByText("Based on 14 studies"));
    await tap(page.getByRole("link", { name: "Ash (1998), simulated study" }));
    await page.getByRole("heading", { level: 1, name: "Ash 1998" }).waitFor();
    await tap(page.getByRole("link", { name: "Client-rated alliance and outcome (simulated studies)" }));
    await page
      .getByRole("img", { name: /Client-rated alliance and outcome/ })
      .first()
      .waitFor();
    await context.close();
  });
});

describe("a synthesis", () => {
  test("answers a choice at once, and its files follow the choice", async () => {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Ines Halloran");
    await page.goto(clinic.url + synthesis);
    const answer = page.locator(".answer-figure");
    assert.match(await answer.innerText(), /29 effect sizes from 14 studies/);
    await page.getByLabel("Rater", { exact: true }).selectOption("therapist");
    // Typed before the first answer is there: both choices count.
    await page.getByLabel("Published from").fill("2010");
    await page.waitForURL(/rater=therapist.*from=2010/);
    await page.getByText("Filtered by: Therapists and from 2010").waitFor();
    await page.locator('a[href*="from=2010"]', { hasText: "Effect sizes (CSV)" }).waitFor();
    assert.equal(await page.locator(".evidence-wide .evidence-row--client").count(), 0);
    const href = await page.getByRole("link", { name: "Effect sizes (CSV)" }).getAttribute("href");
    const table = await page.request.get(clinic.url + href);
    const lines = (await table.text()).trim().split("\n");
    assert.match(lines[0] ?? "", /^study,effect,label,year,rater/);
    assert.ok(lines.slice(1).every((line) => /,therapist,/.test(line) && Number(line.split(",")[3]) >= 2010));
    const figure = await page.request.get(`${clinic.url}${synthesis}/export/forest.svg?rater=client`);
    assert.match(figure.headers()["content-type"] ?? "", /^image\/svg\+xml/);
    assert.match(await figure.text(), /^<svg/);
    const program = await page.request.get(`${clinic.url}${synthesis}/export/program.R`);
    assert.match(await program.text(), /library\(metafor\)/);
    assert.equal((await page.request.get(`${clinic.url}${synthesis}/export/passwords`)).status(), 404);
    await tap(page.getByRole("link", { name: "Clear filters" }));
    await page.getByText("29 effect sizes from 14 studies").first().waitFor();
    // The fields follow a moment after the answer.
    await page.locator('select[name=rater] option[value=""]:checked').waitFor({ state: "attached" });
    assert.equal(await page.getByLabel("Rater", { exact: true }).inputValue(), "");
    await context.close();
  });

  test("keeps what was chosen before the script had come", async () => {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Ines Halloran");
    const script = Promise.withResolvers<void>();
    await context.route(/\.js(\?|$)/, async (route) => {
      await script.promise;
      await route.continue();
    });
    await page.goto(clinic.url + synthesis, { waitUntil: "commit" });
    await page.getByLabel("Rater", { exact: true }).selectOption("therapist");
    await page.getByLabel("Published from").fill("2010");
    script.resolve();
    await page.waitForURL(/rater=therapist.*from=2010/);
    await page.getByText("Filtered by: Therapists and from 2010").waitFor();
    assert.equal(await page.getByLabel("Rater", { exact: true }).inputValue(), "therapist");
    await context.close();
  });

  test("works before any script has come, by its button", async () => {
    const { page, context } = await browser.open({ ...desk, javaScriptEnabled: false });
    await page.goto(`${clinic.url}/sign-in`);
    await tap(page.getByRole("button", { name: "Ines Halloran" }));
    await page.goto(clinic.url + synthesis);
    await page.getByLabel("Rater", { exact: true }).selectOption("observer");
    await tap(page.getByRole("button", { name: "Apply" }));
    assert.match(await page.locator(".answer-figure").innerText(), /5 effect sizes from 5 studies/);
    await page.goto(`${clinic.url}/evidence?grade=C`);
    assert.match(await page.getByRole("status").innerText(), /^\d+ of \d+ evidence statements/);
    await context.close();
  });
});

describe("a study by hand", () => {
  test("with bad figures gets one clear line, and what was typed stays", async () => {
    const { page, context } = await browser.open(phone);
    await clinic.enter(page, "Lena Sorensen");
    await page.goto(`${clinic.url}/evidence/study/new`);
    for (const [r, n, line] of [
      ["1.4", "60", "a correlation must be between −1 and 1: 1.4."],
      [".4", "3", "the variance of a correlation needs n ≥ 4: 3."],
    ] as const) {
      await fillStudy(page, r, n);
      const notice = page.getByRole("alert");
      await notice.getByText(line).waitFor();
      assert.equal(await notice.getByRole("listitem").count(), 1);
      assert.equal(await page.getByLabel("Correlation r").first().inputValue(), r);
      assert.equal(await page.getByLabel("Correlation r").first().getAttribute("aria-invalid"), "true");
    }
    await context.close();
  });

  test("changes a claim's figure for everyone; the edition before stays citable", async () => {
    const reader = await browser.open(desk);
    await clinic.enter(reader.page, "Ines Halloran");
    const claim = `${clinic.url}/evidence/claim/simulated-alliance-predicts-outcome`;
    await reader.page.goto(claim);
    const before = await reader.page.locator(".claim-page-size").innerText();

    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Lena Sorensen");
    await page.goto(`${clinic.url}/evidence`);
    await tap(page.getByRole("link", { name: "Add study" }));
    await page.waitForURL(/study\/new/);
    await fillStudy(page, ".75", "400");
    await page.getByRole("heading", { name: "Changes" }).waitFor();
    const words = await page.locator("main").innerText();
    assert.match(words, /Quill & Moss 2024 was added\./);
    assert.match(
      words,
      /Changed from r = \.\d\d, CI \[.*\]; 29 effect sizes from 14 studies to r = \.\d\d, CI \[.*\]; 30 effect sizes from 15 studies/,
    );

    await reader.page.goto(claim);
    const now = await reader.page.locator(".claim-page-size").innerText();
    assert.notEqual(now, before);
    assert.ok(Number(/r = (\.\d\d)/.exec(now)?.[1]) > Number(/r = (\.\d\d)/.exec(before)?.[1]));
    await tap(reader.page.getByRole("link", { name: /simulated-alliance-outcome @ .* #1/ }));
    await reader.page.getByText("A newer version is available").waitFor();
    const figure = /r = \.\d\d/.exec(before)?.[0] ?? "-";
    assert.ok((await reader.page.locator("main").innerText()).includes(figure));

    await page.goto(`${clinic.url}/evidence/study/new`);
    await fillStudy(page, ".75", "400");
    await page.getByRole("alert").getByText("This study already exists: Quill & Moss 2024.").waitFor();

    await page.goto(`${clinic.url}/evidence/study/quill-2024/correct`);
    await page.getByLabel("Correlation r").first().fill(".20");
    await tap(page.getByRole("button", { name: "Save and view changes" }));
    await page.getByRole("alert").getByText("what you corrected and why").waitFor();
    await page.getByLabel("What was wrong").fill("r was misread");
    await tap(page.getByRole("button", { name: "Save and view changes" }));
    await page.getByText("Quill & Moss 2024 was corrected: r was misread.").waitFor();
    await context.close();
    await reader.context.close();
  });

  test("a file comes in as one change, or not at all with its lines", async () => {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Lena Sorensen");
    const send = async (name: string, text: string) => {
      await page.goto(`${clinic.url}/evidence/import`);
      await page
        .getByLabel("CSV table or bibliography")
        .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
      await tap(page.getByRole("button", { name: "Import file" }));
    };
    await send("bad.csv", "authors,year,r,n\nA,2001,.2,60\nB,2002,2,60");
    await page
      .getByRole("alert")
      .getByText("line 3: This result cannot be used: a correlation must be between −1 and 1: 2.")
      .waitFor();
    await send("library.ris", "TY  - JOUR\nAU  - Fern, Ida\nTI  - A found study\nPY  - 2019\nER  - \n");
    await page.getByText("No results changed").waitFor();
    await tap(page.getByRole("link", { name: "Fern 2019" }));
    await page.getByText("Imported from a reference file: library.ris").waitFor();
    const filler = "Words of an abstract that nobody asked for. ".repeat(40);
    const entries = Array.from(
      { length: 60 },
      (_, at) => `@article{k${at}, author={Fern${at}, I}, title={T${at}}, year=2001, abstract={${filler}}}`,
    );
    const large = [...entries, "@article{untitled, year = 2002}"].join("\n");
    assert.ok(Buffer.byteLength(large) > 64 * 1024);
    await send("large.bib", large);
    await page.getByText("60 of 61 entries imported").waitFor();
    await page.getByText("line 61, column title: the entry @article untitled has no title.").waitFor();
    await send(
      "articles.csv",
      'key,title,year,journal,authors,abstract,notes\nr1,A screened study,2003,J,"Reed, Ida","Words","RAYYAN-INCLUSION: {""Ana""=>""Excluded""}"\n',
    );
    await page.getByText("1 of 1 entries imported").waitFor();
    await page.getByText('Row 2, notes: Rayyan\'s decisions "Ana: Excluded": not taken').waitFor();
    await context.close();
  });

  test("is not for therapists to write", async () => {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, "Ines Halloran");
    await page.goto(`${clinic.url}/evidence/studies`);
    assert.equal(await page.getByRole("link", { name: "Add study" }).count(), 0);
    assert.equal((await page.goto(`${clinic.url}/evidence/study/new`))?.status(), 403);
    await context.close();
  });
});

const pages = [
  "/evidence",
  "/evidence/claim/alliance-predicts-outcome-adult",
  "/evidence/claim/simulated-alliance-predicts-outcome",
  "/evidence/syntheses",
  synthesis,
  `${synthesis}?rater=client`,
  `${synthesis}?from=2100`,
  `${synthesis}/edition/1`,
  "/evidence/synthesis/simulated-who-rated",
  "/evidence/synthesis/fluckiger-2018",
  "/evidence/studies",
  "/evidence/study/simulated-ash-1998",
  "/evidence/study/new",
  "/evidence/study/simulated-ash-1998/correct",
  "/evidence/import",
];

for (const setting of [
  { ...phone, colorScheme: "light" },
  { ...desk, colorScheme: "dark" },
] as const)
  test(`every page is allowed, quiet and readable at ${setting.viewport.width}`, async () => {
    const { page, context } = await browser.open(setting);
    await clinic.enter(page, "Lena Sorensen");
    for (const path of pages) {
      await page.goto(clinic.url + path, { waitUntil: "networkidle" });
      await assertReadable(page, path);
    }
    await context.close();
  });
