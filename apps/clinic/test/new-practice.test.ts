import assert from "node:assert/strict";
import { test } from "node:test";
import { phone, sendAndArrive } from "./support/browser.ts";
import { openClinic, password } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { assertReadable } from "./support/readable.ts";
import { tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());

test("where there is nothing yet, pages say what is needed and where to begin", async () => {
  const { page, context } = await browser.open(phone);
  await page.goto(`${clinic.url}/sign-in`);
  await page.getByLabel("Email address").fill(clinic.people.therapist.email);
  await page.getByLabel("Password").fill(password);
  await sendAndArrive(page, page.getByRole("button", { name: "Sign in" }));
  const main = page.locator("main");
  for (const address of ["/library/find?q=lighthouse", "/library/concordance?words=lighthouse"]) {
    await page.goto(clinic.url + address);
    const said = await main.innerText();
    assert.match(said, /No texts yet/);
    assert.doesNotMatch(said, /No results|No occurrences/);
    await assertReadable(page, address);
    await tap(page.getByRole("link", { name: "Add your first text" }));
    await page.waitForURL(/\/library\/texts$/);
  }
  await page.goto(`${clinic.url}/reflections`);
  const said = await main.innerText();
  assert.match(said, /at least 5 clients with \d+ sessions rated by both are needed; so far: 0\./);
  assert.match(
    said,
    /at least \d+ sessions with \d+ clients, .* are needed; so far: 0 sessions with no clients\./,
  );
  await assertReadable(page, "reflections");
  await context.close();
});
