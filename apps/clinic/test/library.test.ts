import assert from "node:assert/strict";
import { test } from "node:test";
import { startingConcepts } from "@concord/library";
import { staffMessages } from "@concord/messages";
import { completion, serveModel } from "@concord/practice/testing";
import { conceptName } from "../app/ui/clinical/concept-names.ts";
import { desk, phone } from "./support/browser.ts";
import { openDemo } from "./support/demo.ts";
import { inBrowser } from "./support/in-browser.ts";
import { assertReadable } from "./support/readable.ts";
import { check, tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openDemo());

test("a scholar quotes what is there, is told what is not, and keeps an edition", async () => {
  const { page, context } = await browser.open(desk);
  await clinic.enter(page, "Lena Sorensen");
  await page.goto(`${clinic.url}/library/concept/therapeutic-bond`);
  const words = "A rating is not a verdict on the therapist.";
  const offered = page.locator("section[aria-labelledby=offered] .passage", { hasText: words });
  const decide = async (quoted: string) => {
    await tap(offered.locator("summary"));
    await offered.getByLabel("Quotation").fill(quoted);
    await offered.getByLabel("Summary of the author’s claim").fill("Numbers do not judge.");
    await offered.getByLabel("Rank").selectOption("aside");
    await tap(offered.getByRole("button", { name: "Save decision" }));
  };
  await decide(words.replace("is not", "is"));
  await page.getByText("The passage also contains “not”").waitFor();
  assert.equal(await page.locator(".passage", { hasText: "Numbers do not judge." }).count(), 0);
  await page.reload();
  await decide(words);
  await page.getByText("Quotation saved.").waitFor();
  const kept = page.locator(".passage", { hasText: "Numbers do not judge." });
  assert.match(await kept.innerText(), /A rating is not a verdict on the therapist/);
  assert.match(await kept.innerText(), /Verhulst & Ashgrove \(2025\), Asking Every Time, p\. 102/);
  await tap(page.getByRole("button", { name: "Save version" }));
  await tap(page.getByRole("link", { name: "Version 2" }));
  await page.locator(".edition-text", { hasText: "Numbers do not judge." }).waitFor();
  await page.goto(`${clinic.url}/library/concept/therapeutic-bond`);
  await tap(kept.getByRole("link"));
  await page.locator("mark", { hasText: "A rating is not a verdict" }).waitFor();
  await context.close();
});

test("a text comes onto the shelf, is found, and stands in the concordance with its place", async () => {
  const { page, context } = await browser.open(phone);
  await clinic.enter(page, "Ines Halloran");
  await page.goto(`${clinic.url}/library/texts`);
  const add = async (name: string, body: string) => {
    const file = { name, mimeType: "text/plain", buffer: Buffer.from(body) };
    await page.getByLabel("File").setInputFiles(file);
    await page.getByLabel("Authors").fill("Quill, Ada");
    await tap(page.getByRole("button", { name: "Add to library" }));
  };
  await add("broken.pdf", "%PDF-1.7 and nothing more");
  await page.getByRole("alert").waitFor();
  await add("letter.txt", "Dear friend,\n\nThe lighthouse keeper trusted nobody but the lamp.\n");
  await page.getByText("letter was added to the library (1 passage).").waitFor();
  await page.goto(`${clinic.url}/library/find?q=lighthouse`);
  await page.getByRole("link", { name: /Quill \(n\.d\.\), letter/ }).waitFor();
  await page.goto(`${clinic.url}/library/concordance?words=lighthouse`);
  assert.match(await page.locator(".kwic-line").innerText(), /The\s+lighthouse\s+keeper/);
  await page.goto(`${clinic.url}/library/texts`);
  await tap(page.locator("summary", { hasText: "Remove letter" }));
  assert.equal(await page.getByText("Text removed.").count(), 0, "the first tap takes nothing out");
  await tap(page.getByRole("button", { name: "Remove text" }));
  await page.getByText("Text removed.").waitFor();
  await context.close();
});

test("what is said over a concept cites its passages, and says of a withdrawn one that it is", async () => {
  const { page, context } = await browser.open({ ...desk, javaScriptEnabled: false });
  await clinic.enter(page, "Lena Sorensen");
  await page.goto(`${clinic.url}/library/concept/transference`);
  const short = page.locator(".card", { hasText: "Overview" });
  const write = async (at: number, words: string, cited: readonly string[]) => {
    if ((await short.locator("details[open]").count()) === 0) await tap(short.locator("summary"));
    const row = short.locator(".overview-row").nth(at);
    await row.getByRole("textbox").fill(words);
    await row.getByLabel("Type").selectOption("converge");
    for (const each of cited) await check(row.getByRole("checkbox", { name: each }));
    await tap(short.getByRole("button", { name: "Save overview" }));
  };
  await write(0, "Both take it for material.", []);
  await page.getByText("“Both take it for material.” cites no passage.").waitFor();
  assert.equal(
    await short.locator(".overview-row textarea").first().inputValue(),
    "Both take it for material.",
  );
  await write(0, "Both take it for material.", ["1 Okonjo 2019, p. 11", "2 Okonjo 2019, p. 12"]);
  await page.getByText("Overview saved.").waitFor();
  await write(1, "It explains much, not all.", ["2 Okonjo 2019, p. 12"]);
  await page.getByText("Overview saved.").waitFor();
  assert.deepEqual(await short.locator(".overview .cite").allInnerTexts(), ["[1]", "[2]", "[2]"]);
  const withdrawn = page.locator("#passage-2");
  await tap(withdrawn.locator("summary"));
  await withdrawn.getByLabel("Rank").selectOption("decoy");
  await tap(withdrawn.getByRole("button", { name: "Save", exact: true }));
  await page.getByText("Passage removed").waitFor();
  assert.equal(await short.getByText("One cited passage is no longer accepted.").count(), 2);
  const exported = await page.request.get(`${clinic.url}/library/concept/transference/export/page.md`);
  assert.match(
    await exported.text(),
    /## Points of agreement\n\n- Both take it for material\. \[1\] \(One cited passage is no longer accepted\.\)/,
  );
  const sources = await page.request.get(`${clinic.url}/library/concept/transference/export/sources.json`);
  assert.match(await sources.text(), /"annote": "Points of agreement: Both take it for material\."/);
  await context.close();
});

test("more like the accepted, more like one", async () => {
  const { page, context } = await browser.open(phone);
  await clinic.enter(page, "Ines Halloran");
  await page.goto(`${clinic.url}/library/concept/therapeutic-bond`);
  await tap(page.getByRole("link", { name: "Similarity to accepted passages" }));
  await page.waitForURL(/offer=like/);
  assert.ok((await page.locator("section[aria-labelledby=offered] .passage").count()) > 0);
  await page.goto(`${clinic.url}/library/find?q=lighthouse+transference`);
  await tap(page.getByRole("link", { name: "Find similar passages" }).first());
  await page.getByText("Passages similar to this one").waitFor();
  assert.match(await page.locator(".passages").innerText(), /Shared terms: \w+/);
  const unknown = await page.request.get(`${clinic.url}/library/find?like=nothing@3`);
  assert.equal(unknown.status(), 403);
  await context.close();
});

test("a language model of the practice's own drafts a gloss, which a scholar makes theirs", async (each) => {
  const sentence = "Without trust no word arrives.";
  let answer = completion('He says "trust is all".');
  const model = await serveModel(() => answer);
  each.after(model.close);
  const { page, context } = await browser.open(desk);
  await clinic.enter(page, "Sam Whitfield");
  await page.goto(`${clinic.url}/settings/language-model`);
  const save = async (address: string) => {
    await check(page.getByLabel("Use language model"));
    await page.getByLabel("Server address").fill(address);
    await page.getByLabel("Model name").fill("small");
    await tap(page.getByRole("button", { name: "Save settings" }));
  };
  await save("http://models.example/v1");
  await page.getByText("models.example is not this computer.").waitFor();
  await save(model.url);
  await page.getByText("Settings saved. The language model is on.").waitFor();
  await assertReadable(page, "the settings of a language model");
  await context.close();

  const { page: desktop, context: second } = await browser.open(desk);
  await clinic.enter(desktop, "Lena Sorensen");
  await desktop.goto(`${clinic.url}/library/concept/therapeutic-bond`);
  const passage = desktop.locator("#passage-1");
  await tap(passage.locator("summary"));
  const gloss = passage.getByLabel("Summary of the author’s claim");
  await gloss.fill("");
  await tap(passage.getByRole("button", { name: "Save", exact: true }));
  await desktop.getByText("Changes saved.").waitFor();
  const ask = passage.getByRole("button", { name: "Draft with language model" });
  await tap(ask);
  await desktop.getByText("The draft quotes words that are not in the passage").waitFor();
  answer = completion(sentence);
  await tap(ask);
  await passage.getByText("Drafted by a language model").waitFor();
  assert.equal(await gloss.inputValue(), sentence);
  await assertReadable(desktop, "a concept with a draft");
  await tap(passage.getByRole("button", { name: "Save as my text" }));
  await passage.getByText("Drafted by a language model").waitFor({ state: "detached" });
  assert.match(await passage.locator(".gloss").innerText(), /^Without trust no word arrives\.$/);
  await second.close();
});

const pages = [
  "/library",
  "/library/texts",
  "/library/find?q=bond",
  "/library/find?q=nowhereatall",
  "/library/find?like=therapeutic-bond",
  "/library/find?like=suggestion",
  "/library/concept/therapeutic-bond?offer=like",
  "/library/concordance?words=bond&order=left",
  "/library/concept/therapeutic-bond",
  "/library/concept/resistance",
  // With a sentence that lost one of its passages.
  "/library/concept/transference",
];

for (const setting of [phone, desk])
  test(`every page is quiet and readable at ${setting.viewport.width}`, async () => {
    const { page, context } = await browser.open(setting);
    await clinic.enter(page, "Lena Sorensen");
    for (const path of pages) {
      await page.goto(clinic.url + path, { waitUntil: "networkidle" });
      await assertReadable(page, path);
    }
    await context.close();
  });

test("cards call each concept by the name the library has for it", () => {
  const names = Object.fromEntries(startingConcepts.map(({ id, name }) => [id, name.toLowerCase()]));
  const english = staffMessages("en");
  for (const { id } of startingConcepts) assert.equal(conceptName(id, english).toLowerCase(), names[id]);
});
