import assert from "node:assert/strict";
import { test } from "node:test";
import { desk, phone, wordsOf } from "./support/browser.ts";
import { openClinic, password } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { assertReadable } from "./support/readable.ts";
import { check, tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());

async function signedIn(email: string, size: typeof desk | typeof phone) {
  const { page } = await browser.open(size);
  await page.goto(`${clinic.url}/sign-in`);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(password);
  await tap(page.getByRole("button", { name: "Sign in" }));
  await page.waitForURL((url) => !url.pathname.includes("sign-in"));
  return page;
}

test("an empty practice chooses once, and the first answered intake form is read", async () => {
  const page = await signedIn(clinic.people.administrator.email, desk);
  await page.goto(`${clinic.url}/settings`);
  await tap(page.getByRole("link", { name: /Choose the comparison groups/ }));
  await page.waitForURL(/\/settings\/norms/);
  const attachment = page.getByLabel("Attachment, adults");
  assert.match(await wordsOf(attachment.locator("option:checked")), /Online volunteers/);
  await page.getByText("Not chosen yet").waitFor();
  await assertReadable(page, "comparison groups before the choice");
  await tap(page.getByRole("button", { name: "Save comparison groups" }));
  await page.getByText("Comparison groups saved.").waitFor();
  await assertReadable(page, "comparison groups after the choice");
  await page.goto(`${clinic.url}/settings`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await page.getByText("Choose the comparison groups").count(), 0);

  const client = await browser.open(phone);
  await client.page.goto(clinic.url + (await clinic.ask("concord-attachment-client")));
  for (const [index, value] of [7, 1, 7, 1, 7, 1, 1, 7].entries())
    await check(client.page.locator(`input[name="i0${index + 1}"][value="${value}"]`));
  await tap(client.page.locator("[data-send]"));
  await client.page.getByRole("heading", { name: "Thank you" }).waitFor();
  await client.context.close();

  const therapist = await signedIn(clinic.people.therapist.email, phone);
  await therapist.goto(`${clinic.url}/case/${clinic.cases.adult}`);
  const main = therapist.locator("main");
  await main.getByRole("heading", { name: "Therapeutic distance" }).waitFor();
  const said = await wordsOf(main);
  assert.match(said, /hyperactivating/i);
  assert.match(
    said,
    /Comparison group: Online volunteers.*more than 17,000 adults.*Selected by the practice\. Provisional/,
  );
  assert.match(said, /another questionnaire \(ECR-R\).*wider by 0\.5 SD/);
  assert.match(said, /This direction rests on the attachment reading compared with: Online volunteers/);
  await assertReadable(therapist, "a case read against a published sample");
});
