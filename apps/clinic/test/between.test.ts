import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { desk, phone } from "./support/browser.ts";
import { openDemo } from "./support/demo.ts";
import { findings } from "./support/findings.ts";
import { inBrowser } from "./support/in-browser.ts";
import { check, tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openDemo());

/** Writes the next session down and gives back the link for the client. */
async function nextSession(page: Page, path: string): Promise<string> {
  await page.goto(clinic.url + path);
  const folded = page.locator("details:not([open]) > summary", { hasText: /^Record session/ });
  if ((await folded.count()) > 0) await tap(folded);
  const second = page.getByLabel("Second session on this day");
  if ((await second.count()) > 0) await check(second);
  await tap(page.getByRole("button", { name: "Save and create links" }));
  await page.getByText("It is shown only once").waitFor();
  return page.locator(".ticket").first().getByRole("textbox").inputValue();
}

/** A client's sitting: the questions on tension, the rating of the session, and the first answer to all else. */
async function sit(link: string, alliance: number, tension: "yes" | "no"): Promise<void> {
  const { page, context } = await browser.open(phone);
  await page.goto(link);
  const onward = page.locator(".onward a");
  for (;;) {
    const title = await page.getByRole("heading", { level: 1 }).innerText();
    if (title === "Between you and your therapist") await answerTension(page, tension);
    else await answerEach(page, title.includes("session") ? alliance - 1 : 0);
    await tap(page.locator("button[type=submit]").last());
    await page.getByRole("heading", { name: /Thank you/ }).waitFor();
    if ((await onward.count()) === 0) break;
    await tap(onward);
    await page.locator("fieldset").first().waitFor();
  }
  await context.close();
}

async function answerEach(page: Page, place: number): Promise<void> {
  for (const group of await page.locator("fieldset:has(input[type=radio])").all()) {
    await check(group.locator("input[type=radio]").nth(place));
  }
}

async function answerTension(page: Page, tension: "yes" | "no"): Promise<void> {
  const choose = (question: number, answer: number) =>
    check(
      page.locator("fieldset:has(input[type=radio])").nth(question).locator("input[type=radio]").nth(answer),
    );
  await choose(0, tension === "yes" ? 2 : 0);
  if (tension === "no") return;
  await choose(1, 3);
  await choose(2, 0);
  await choose(3, 0);
}

test("a rupture appears after a client's form, the brief names it, the repair is written down, the next form closes it", async () => {
  const { page, context } = await browser.open(desk);
  await clinic.enter(page, "Ines Halloran");
  const path = await clinic.openCase(page, "Luis F.");
  await sit(await nextSession(page, path), 2, "yes");

  await page.goto(clinic.url + path);
  const session = Number(/(\d+) sessions/.exec(await page.locator(".case-facts").innerText())?.[1]);
  const loop = page.locator(`#repair-${session}`);
  await loop.getByText("Not addressed yet").waitFor();
  assert.match(await loop.innerText(), /Client/);

  await tap(page.getByRole("link", { name: "Prepare session" }));
  await page.waitForURL(/\/brief$/);
  const sheet = page.locator(".brief");
  assert.match(await sheet.innerText(), new RegExp(`Preparation for session ${session + 1}`));
  assert.match(await sheet.innerText(), new RegExp(`Session ${session}\\.`));
  assert.match(await sheet.innerText(), /Not addressed yet/);
  assert.deepEqual(await findings(page, { within: "main" }), []);
  await tap(page.getByRole("link", { name: "Back to client" }));

  const after = await nextSession(page, path);
  await page.goto(clinic.url + path);
  for (const button of ["Record as named", "Record as explored"]) {
    await tap(loop.getByRole("button", { name: button }));
    await loop.getByRole("button", { name: button }).waitFor({ state: "detached" });
  }
  await loop.getByLabel("What you agreed").fill("I ask before I change the subject.");
  await tap(loop.getByRole("button", { name: "Save agreement" }));
  await loop.getByText("Waiting for next rating").waitFor();
  assert.match(await loop.innerText(), /I ask before I change the subject\./);

  await page.goto(clinic.url + path.replace("/case/", "/review/"));
  await page.getByText("I ask before I change the subject.").waitFor();

  await sit(after, 7, "no");
  await page.goto(clinic.url + path);
  await loop.getByText("Resolved (client rating)").waitFor();
  assert.match(await loop.innerText(), new RegExp(`Recovered in session ${session + 1}`));
  assert.deepEqual(await findings(page, { within: "main" }), []);
  await context.close();
});

test("what a therapist said of themselves is on no page of anyone else", async () => {
  const own = await browser.open(desk);
  await clinic.enter(own.page, "Ines Halloran");
  await own.page.goto(`${clinic.url}/reflections`);
  const words = await own.page.locator("main").innerText();
  const anxiety = /Attachment anxiety\s+([\d.]+) from 1 to 7/.exec(words)?.[1];
  assert.ok(anxiety, "the demo's therapist has asked herself");
  assert.match(
    words,
    /you rate [\d.]+ points \(of 100\) (lower|higher) than they do|your ratings are about the same as theirs/,
  );
  assert.deepEqual(await findings(own.page), []);
  const path = await clinic.openCase(own.page, "Mara K.");
  assert.match(await own.page.locator("main").innerText(), /Only you can see this/);
  await own.page.goto(`${clinic.url}${path}/supervision`);
  assert.doesNotMatch(await own.page.locator("main").innerText(), /average of your|Only you can see this/);
  await own.context.close();

  for (const name of ["Jonas Brandt", "Ruth Oyelaran", "Sam Whitfield", "Lena Sorensen"]) {
    const { page, context } = await browser.open(desk);
    await clinic.enter(page, name);
    for (const address of ["/reflections", path, `${path}/brief`, `${path}/supervision`, `${path}/items`]) {
      // A therapist has such a page of their own.
      if (name === "Jonas Brandt" && address === "/reflections") continue;
      const answer = await page.goto(clinic.url + address);
      const seen = await page.content();
      assert.doesNotMatch(
        seen,
        /concord-attachment-therapist|Only you can see this\.|your average difference/,
        address,
      );
      const isSupervised = name === "Ruth Oyelaran" && address !== "/reflections";
      assert.equal(answer?.status(), isSupervised ? 200 : 403, `${name} ${address}`);
    }
    await context.close();
  }
});

test("no strategy is named until someone to compare with is chosen, and again none when that is taken back", async () => {
  const { page, context } = await browser.open(phone);
  await clinic.enter(page, "Ines Halloran");
  await clinic.openCase(page, "Tobias W.");
  const card = page.locator(".card", {
    has: page.getByRole("heading", { name: "Attachment", exact: true }),
  });
  assert.match(await card.innerText(), /deactivating/);
  assert.match(await card.innerText(), /overestimate insecure attachment in Taiwanese/);
  await card.getByLabel("Comparison group").selectOption("");
  await tap(card.getByRole("button", { name: "Apply" }));
  await card.getByText("No strategy can be identified").waitFor();
  assert.doesNotMatch(await card.innerText(), /deactivating/);
  await card.getByLabel("Comparison group").selectOption({ index: 1 });
  await tap(card.getByRole("button", { name: "Apply" }));
  await card.locator(".badge", { hasText: "deactivating" }).waitFor();
  assert.deepEqual(await findings(page, { within: "main" }), []);
  await context.close();
});

test("a child's case names the other chairs in its first sentence, and says who hears what", async () => {
  const { page, context } = await browser.open(phone);
  await clinic.enter(page, "Priya Raman");
  await clinic.openCase(page, "Leila M.");
  assert.match(
    await page.locator(".first-last-now").innerText(),
    /together with the other ratings: caregiver \d+/,
  );
  await tap(page.getByText("Confidentiality"));
  await page
    .getByRole("row", { name: /the caregiver/ })
    .first()
    .waitFor();
  assert.deepEqual(await findings(page, { within: "main" }), []);
  await context.close();
});

test("every signal of the demo leads by its claims to a study", async () => {
  const { page, context } = await browser.open(desk);
  await clinic.enter(page, "Ines Halloran");
  await page.goto(`${clinic.url}/caseload`);
  const cases = await page
    .locator(".caseload-client a")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const claims = new Set<string>();
  for (const address of cases) {
    await page.goto(address);
    const without = await page.evaluate(
      () =>
        [...document.querySelectorAll(".signal-finding")].filter(
          (finding) => finding.querySelector('a[href^="/evidence/claim/"]') === null,
        ).length,
    );
    assert.equal(without, 0, `${address}: a signal without a claim`);
    const found = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/evidence/claim/"]')].map(
        (link) => link.pathname,
      ),
    );
    for (const claim of found) claims.add(claim);
  }
  assert.ok(claims.size >= 6, `${claims.size} claims`);
  for (const claim of claims) {
    const answer = await page.goto(clinic.url + claim);
    assert.equal(answer?.status(), 200, claim);
    const onward = await page
      .locator(
        'main a[href^="/evidence/study/"], main a[href^="/evidence/synthesis/"], main a[href^="https://doi.org/"]',
      )
      .count();
    assert.ok(onward > 0, `${claim} leads to no study`);
  }
  await context.close();
});
