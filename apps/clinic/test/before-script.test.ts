import assert from "node:assert/strict";
import { test } from "node:test";
import { desk } from "./support/browser.ts";
import { openDemo } from "./support/demo.ts";
import { holdScripts, takenOver } from "./support/held-scripts.ts";
import { inBrowser } from "./support/in-browser.ts";

const { clinic, browser } = await inBrowser(openDemo());

const pages: Readonly<Record<string, readonly string[]>> = {
  "Ines Halloran": [
    "/caseload",
    "/caseload/new",
    "/case/:case",
    "/case/:case/notes",
    "/case/:case/items",
    "/tasks",
    "/account",
    "/reflections",
    "/gallery",
  ],
  "Lena Sorensen": [
    "/evidence/study/new",
    "/evidence/study/simulated-ash-1998/correct",
    "/evidence/import",
    "/library/texts",
    "/library/find?q=bond",
    "/library/concordance?words=bond",
    "/library/concept/therapeutic-bond",
    "/export",
  ],
  "Sam Whitfield": [
    "/settings",
    "/settings/staff",
    "/settings/wordings",
    "/settings/norms",
    "/settings/evaluation",
    "/settings/language-model",
    "/audit",
  ],
};

for (const [person, paths] of Object.entries(pages))
  test(`what ${person} typed, chose and opened before the script had come stays`, async () => {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, person);
    const [first] = await page
      .locator(".caseload-client a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    for (const path of paths) {
      const release = await holdScripts(context);
      await page.goto(clinic.url + path.replace("/case/:case", first ?? ""), {
        waitUntil: "domcontentloaded",
      });
      await page.evaluate(changeEverything);
      const given = await page.evaluate(whatStands);
      release();
      await takenOver(page);
      assert.deepEqual(await page.evaluate(whatStands), given, path);
    }
    await context.close();
  });

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Does to every field and fold of a page what a person could do. */
function changeEverything(): void {
  for (const fold of document.querySelectorAll("details")) fold.open = !fold.open;
  for (const field of document.querySelectorAll<Field>("input, select, textarea")) {
    if (field instanceof HTMLSelectElement) {
      field.selectedIndex = (field.selectedIndex + 1) % field.options.length;
    } else if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)) {
      field.checked = !field.checked;
    } else if (!field.readOnly && !/^(hidden|file)$/.test(field.type)) {
      const words: Readonly<Record<string, string>> = {
        date: "2031-05-06",
        number: "7",
        email: "a@b.example",
      };
      field.value = words[field.type] ?? `${field.value}, said anew`;
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function whatStands(): readonly string[] {
  const folds = [...document.querySelectorAll("details")].map(
    ({ open, firstElementChild }) => `${firstElementChild?.textContent}: ${open ? "open" : "closed"}`,
  );
  const fields = [...document.querySelectorAll<Field>("input, select, textarea")].map(
    (field) =>
      `${field.name}: ${field instanceof HTMLInputElement && field.checked ? "ticked " : ""}${field.value}`,
  );
  return [...folds, ...fields];
}
