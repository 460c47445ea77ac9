import assert from "node:assert/strict";
import { test } from "node:test";
import { startingConcepts } from "@concord/library";
import { conceptNames } from "../app/parts/library/words.ts";
import { desk, phone } from "./support/browser.ts";
import { openDemo } from "./support/demo.ts";
import { inBrowser } from "./support/in-browser.ts";
import { assertReadable } from "./support/readable.ts";

const { clinic, browser } = await inBrowser(openDemo());

test("a scholar quotes what is there, is told what is not, and keeps an edition", async () => {
  const { page, context } = await browser.open(desk);
  await clinic.enter(page, "Lena Sorensen");
  await page.goto(`${clinic.url}/library/concept/therapeutic-bond`);
  const words = "A rating is not a verdict on the therapist.";
  const offered = page.locator("section[aria-labelledby=offered] .passage", { hasText: words });
  const decide = async (quoted: string) => {
    await offered.locator("summary").click();
    await offered.getByLabel("Words to quote").fill(quoted);
    await offered.getByLabel("In a sentence, what it claims").fill("Numbers do not judge.");
    await offered.getByLabel("Its place").selectOption("aside");
    await offered.getByRole("button", { name: "Keep this" }).click();
  };
  await decide(words.replace("is not", "is"));
  await page.getByText("The passage has “not” as well").waitFor();
  assert.equal(await page.locator(".passage", { hasText: "Numbers do not judge." }).count(), 0);
  await page.reload();
  await decide(words);
  await page.getByText("Kept, word for word.").waitFor();
  const kept = page.locator(".passage", { hasText: "Numbers do not judge." });
  assert.match(await kept.innerText(), /A rating is not a verdict on the therapist/);
  assert.match(await kept.innerText(), /Verhulst & Ashgrove \(2025\), Asking Every Time, p\. 102/);
  await page.getByRole("button", { name: "Keep this as an edition" }).click();
  await page.getByRole("link", { name: "Edition 2" }).click();
  await page.getByText("Numbers do not judge.").waitFor();
  await page.goto(`${clinic.url}/library/concept/therapeutic-bond`);
  await kept.getByRole("link").click();
  await page.locator("mark", { hasText: "A rating is not a verdict" }).waitFor();
  await context.close();
});

test("a text comes onto the shelf, is found, and stands in the concordance with its place", async () => {
  const { page, context } = await browser.open(phone);
  await clinic.enter(page, "Ines Halloran");
  await page.goto(`${clinic.url}/library/texts`);
  const add = async (name: string, body: string) => {
    const file = { name, mimeType: "text/plain", buffer: Buffer.from(body) };
    await page.getByLabel("A file").setInputFiles(file);
    await page.getByLabel("Authors").fill("Quill, Ada");
    await page.getByRole("button", { name: "Add to the shelf" }).click();
  };
  await add("broken.pdf", "%PDF-1.7 and nothing more");
  await page.getByRole("alert").waitFor();
  await add("letter.txt", "Dear friend,\n\nThe lighthouse keeper trusted nobody but the lamp.\n");
  await page.getByText("letter is on the shelf: 1 passage.").waitFor();
  await page.goto(`${clinic.url}/library/find?q=lighthouse`);
  await page.getByRole("link", { name: /Quill \(n\.d\.\), letter/ }).waitFor();
  await page.goto(`${clinic.url}/library/concordance?words=lighthouse`);
  assert.match(await page.locator(".kwic-line").innerText(), /The\s+lighthouse\s+keeper/);
  await page.goto(`${clinic.url}/library/texts`);
  await page.getByRole("button", { name: "Take out letter" }).click();
  await page.getByText("The text was taken out.").waitFor();
  await context.close();
});

const pages = [
  "/library",
  "/library/texts",
  "/library/find?q=bond",
  "/library/find?q=nowhereatall",
  "/library/concordance?words=bond&order=left",
  "/library/concept/therapeutic-bond",
  "/library/concept/resistance",
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
  const called = Object.entries(conceptNames).map(([id, name]) => [id, name.toLowerCase()]);
  assert.deepEqual(Object.fromEntries(called), names);
});
