import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, findInstrument, score } from "@concord/instruments";
import { newIdentifier, requests, responses, scores } from "@concord/store";
import { desk, wordsOf } from "./support/browser.ts";
import { openClinic, password } from "./support/clinic.ts";
import { inBrowser } from "./support/in-browser.ts";
import { assertReadable } from "./support/readable.ts";
import { tap } from "./support/tap.ts";

const { clinic, browser } = await inBrowser(openClinic());

/** The CSIP as a practice with its text would get it answered: much of the warm octants, little of the cold ones. */
async function answerCsip(): Promise<void> {
  const instrument = findInstrument("csip-client")!;
  const toward: readonly number[] = [0, 0, 0, 1, 2, 3, 3, 2];
  const raw = Object.fromEntries(instrument.items.map((item, place) => [item.id, toward[place % 8]!]));
  const given = answer(instrument, raw);
  assert.ok(given.kind === "response");
  const { practice } = clinic.people.therapist.actor;
  const about = {
    request: newIdentifier(),
    episode: clinic.cases.adult,
    session: 0,
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    rater: "client",
  } as const;
  const response = newIdentifier();
  const at = "2026-01-05T10:00:00.000Z";
  await clinic.clinic.appContext.store.within(practice, async (scope) => {
    await requests.askMany(scope, [
      {
        ...about,
        construct: instrument.construct,
        language: "en",
        createdAt: at,
        expiresAt: "2026-01-12T10:00:00.000Z",
        answeredAt: at,
      },
    ]);
    await responses.addMany(scope, [
      { ...about, response, source: "import", values: given.values, texts: {}, receivedAt: at },
    ]);
    const scored = score(instrument, given);
    await scores.addMany(
      scope,
      scored.scales.map((result) => ({
        response,
        episode: about.episode,
        construct: instrument.construct,
        better: "lower" as const,
        scoring: scored.scoring,
        result,
      })),
    );
  });
}

test("the client's page shows the interpersonal profile with its scores in a table", async () => {
  await answerCsip();
  const { page } = await browser.open(desk);
  await page.goto(`${clinic.url}/sign-in`);
  await page.getByLabel("Email address").fill(clinic.people.therapist.email);
  await page.getByLabel("Password").fill(password);
  await tap(page.getByRole("button", { name: "Sign in" }));
  await page.waitForURL(/\/caseload/);
  await page.goto(`${clinic.url}/case/${clinic.cases.adult}`);
  const card = page.locator(".card", {
    has: page.getByRole("heading", { name: "Interpersonal problems", exact: true }),
  });
  await card.waitFor();
  const said = await wordsOf(card);
  assert.match(said, /The profile points to \d+° \((Exploitable|Nurturant)\); fit R² = 0\.\d\d/);
  assert.match(said, /college students, United States; n = 712/);
  // Eight items of the nurturant octant answered with 3 are 24: (24 − 7.4) / 4.7 is 3.53 SD above the mean.
  assert.match(await wordsOf(card.locator("tr", { hasText: "Nurturant" })), /24\s*3\.53/);
  await assertReadable(page, "a client with an interpersonal profile");
});
