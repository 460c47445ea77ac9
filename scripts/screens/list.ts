import type { Page } from "playwright-core";
import { check, tap } from "../../apps/clinic/test/support/tap.ts";
import { figureScreens } from "./figures.ts";
import { newPracticeScreens } from "./new-practice-screens.ts";
import { at, opened, type Screen } from "./screen.ts";

/** Every screen of the clinic, in the order in which a new reader would meet them. */
export const screens: readonly Screen[] = [
  at("set-up", "nobody", ({ fresh }) => `${fresh.emptyUrl}/set-up`),
  at("welcome", "nobody", `/welcome/${"x".repeat(43)}`),
  at("sign-in", "nobody", "/sign-in"),
  at("sign-in-code", "nobody", "/sign-in/code"),
  {
    name: "sign-in-refused",
    as: "nobody",
    go: async (page) => {
      await page.goto("/sign-in");
      await page.getByLabel("Email address").fill("nobody@example.org");
      await page.getByLabel("Password").fill("not the right one");
      await tap(page.getByRole("button", { name: "Sign in" }));
    },
  },
  at("form-adult", "nobody", ({ forms }) => forms["concord-alliance-session-client-adult"] ?? ""),
  at("form-adolescent", "nobody", ({ forms }) => forms["concord-alliance-session-client-adolescent"] ?? ""),
  at("form-child", "nobody", ({ forms }) => forms["concord-alliance-session-client-child"] ?? ""),
  at("form-caregiver", "nobody", ({ forms }) => forms["concord-alliance-session-caregiver"] ?? ""),
  at("form-rupture", "nobody", ({ forms }) => forms["concord-rupture-client"] ?? ""),
  {
    name: "form-rupture-followed-up",
    as: "nobody",
    go: async (page, { forms }) => {
      await page.goto(forms["concord-rupture-client"] ?? "");
      await check(page.locator("fieldset").first().locator("input[type=radio]").last());
    },
  },
  {
    name: "form-refused",
    as: "nobody",
    go: async (page, { forms }) => {
      await page.goto(forms["concord-alliance-session-client-adult"] ?? "");
      await tap(page.locator("button[type=submit]").last());
    },
  },
  at("form-phq9", "nobody", ({ forms }) => forms["phq-9"] ?? ""),
  {
    name: "form-thanks-risk",
    as: "nobody",
    go: async (page, { toAnswer }) => {
      await page.goto(toAnswer.pop() ?? "");
      for (const group of await page.locator("fieldset:has(input[type=radio])").all()) {
        const second = group.locator("input[type=radio]").nth(1);
        if (await second.isVisible()) await check(second);
      }
      await tap(page.locator("button[type=submit]").last());
      await page.locator(".closing").waitFor();
    },
  },
  {
    name: "form-answered-already",
    as: "nobody",
    go: async (page, { forms }) => {
      const form = forms["gad-7"] ?? "";
      await page.goto(form);
      for (const group of await page.locator("fieldset:has(input[type=radio])").all())
        await check(group.locator("input[type=radio]").first());
      const send = page.locator("button[type=submit]").last();
      if ((await send.count()) > 0) await tap(send);
      await page.waitForLoadState("networkidle");
      await page.goto(form);
    },
  },
  at("form-unknown", "nobody", `/f/${"x".repeat(43)}`),
  at("caseload", "therapist", "/caseload"),
  at("caseload-awaiting", "therapist", "/caseload?filter=awaiting"),
  at("caseload-nothing-found", "therapist", "/caseload?search=zzzz"),
  at("case-adult", "therapist", ({ adultCase }) => `/case/${adultCase}`),
  at("case-adolescent", "therapist", ({ adolescentCase }) => `/case/${adolescentCase}`),
  at("case-child", "therapist", ({ childCase }) => `/case/${childCase}`),
  opened("case-adult-unfolded", "therapist", ({ adultCase }) => `/case/${adultCase}`),
  opened("case-child-unfolded", "therapist", ({ childCase }) => `/case/${childCase}`),
  at("case-new", "therapist", "/caseload/new"),
  at("waiting-list", "therapist", "/waiting"),
  at("case-items", "therapist", ({ adultCase }) => `/case/${adultCase}/items`),
  at("case-contacts", "therapist", ({ adultCase }) => `/case/${adultCase}/contacts`),
  at("case-privacy", "therapist", ({ adultCase }) => `/case/${adultCase}/privacy`),
  at("case-measures", "therapist", ({ adultCase }) => `/case/${adultCase}/measures`),
  at("case-notes", "therapist", ({ adultCase }) => `/case/${adultCase}/notes`),
  at("case-mended", "therapist", ({ mendedCase }) => `/case/${mendedCase}`),
  at("case-brief", "therapist", ({ adultCase }) => `/case/${adultCase}/brief`),
  { ...at("case-brief-printed", "therapist", ({ adultCase }) => `/case/${adultCase}/brief`), printed: true },
  at("case-brief-mended", "therapist", ({ mendedCase }) => `/case/${mendedCase}/brief`),
  {
    ...at("case-brief-mended-printed", "therapist", ({ mendedCase }) => `/case/${mendedCase}/brief`),
    printed: true,
  },
  at("case-brief-child", "therapist", ({ childCase }) => `/case/${childCase}/brief`),
  at("case-supervision", "therapist", ({ mendedCase }) => `/case/${mendedCase}/supervision`),
  {
    ...at("case-supervision-printed", "therapist", ({ mendedCase }) => `/case/${mendedCase}/supervision`),
    printed: true,
  },
  at("review", "therapist", ({ adultCase }) => `/review/${adultCase}`),
  at("review-both-views", "therapist", ({ mendedCase }) => `/review/${mendedCase}?views=both`),
  at("own-form", "therapist", ({ forms }) => forms["concord-alliance-session-therapist"] ?? ""),
  at("tasks", "therapist", "/tasks"),
  at("appointments", "therapist", "/appointments"),
  at("group", "therapist", ({ group }) => (group === null ? "/caseload" : `/group/${group}`)),
  at("account", "therapist", "/account"),
  at("reflections", "therapist", "/reflections"),
  at("gallery", "therapist", "/gallery"),
  {
    name: "menu-open",
    as: "therapist",
    go: async (page) => {
      await page.goto("/tasks");
      await tap(page.locator(".menu > summary"));
    },
  },
  at("not-found", "therapist", "/case/nobody"),
  at("no-such-page", "therapist", "/nowhere/at/all"),
  at("forbidden", "therapist", "/settings"),
  at("evidence-nothing-found", "therapist", "/evidence?search=zzzz"),
  at("evidence-syntheses", "therapist", "/evidence/syntheses"),
  at("evidence", "therapist", "/evidence"),
  at("evidence-claim", "therapist", "/evidence/claim/alliance-predicts-outcome-adult"),
  at("evidence-rules", "therapist", "/evidence/rules"),
  at("evidence-synthesis", "therapist", "/evidence/synthesis/simulated-alliance-outcome"),
  opened("evidence-synthesis-unfolded", "therapist", "/evidence/synthesis/simulated-alliance-outcome"),
  at("evidence-synthesis-nothing", "therapist", "/evidence/synthesis/simulated-alliance-outcome?from=2050"),
  {
    name: "evidence-edition",
    as: "therapist",
    go: async (page) => {
      await page.goto("/evidence/synthesis/simulated-alliance-outcome");
      await tap(page.locator("a[href*='/edition/']").first());
      await page.waitForURL("**/edition/**");
    },
  },
  at("evidence-published", "therapist", "/evidence/synthesis/fluckiger-2018"),
  at("evidence-study", "therapist", "/evidence/study/simulated-ash-1998"),
  at("supervisor-caseload", "supervisor", "/caseload"),
  at("settings", "administrator", "/settings"),
  at("access", "administrator", "/access"),
  at("settings-staff", "administrator", "/settings/staff"),
  opened("settings-staff-unfolded", "administrator", "/settings/staff"),
  at("settings-wordings", "administrator", "/settings/wordings"),
  at("settings-norms", "administrator", "/settings/norms"),
  at("settings-evaluation", "administrator", "/settings/evaluation"),
  at("settings-language-model", "administrator", "/settings/language-model"),
  at("settings-measures", "administrator", "/settings/measures"),
  at("settings-messages", "administrator", "/settings/messages"),
  at("settings-messages-sent", "administrator", "/settings/messages/sent"),
  at("audit", "administrator", "/audit"),
  at("researcher-home", "researcher", "/"),
  at("evidence-studies", "researcher", "/evidence/studies"),
  at("evidence-study-new", "researcher", "/evidence/study/new"),
  at("evidence-study-correct", "researcher", "/evidence/study/simulated-ash-1998/correct"),
  at("evidence-import", "researcher", "/evidence/import"),
  {
    name: "evidence-import-refused",
    as: "researcher",
    go: async (page) => {
      await page.goto("/evidence/import");
      const table =
        'authors,year,title,topic,rater,r,n\n"Maker, A",2001,A title,alliance-outcome,client,1.4,60\n';
      await sendFile(page, "studies.csv", table);
    },
  },
  at("library", "researcher", "/library"),
  at("library-concept", "researcher", "/library/concept/therapeutic-bond"),
  at("library-texts", "researcher", "/library/texts"),
  at("library-find", "researcher", "/library/find?q=%22therapist%27s+own+part%22+bond"),
  at("library-find-like", "researcher", "/library/find?like=therapeutic-bond"),
  at("library-concept-like", "researcher", "/library/concept/therapeutic-bond?offer=like"),
  at("library-concordance", "researcher", "/library/concordance?words=bond&order=left"),
  {
    name: "library-text",
    as: "researcher",
    go: async (page) => {
      await page.goto("/library/concept/therapeutic-bond");
      await tap(page.locator(".passages a[href*='/library/text/']").first());
      await page.locator(".reader-text").waitFor();
    },
  },
  ...newPracticeScreens,
  ...figureScreens,
];

async function sendFile(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await tap(page.locator("main button[type=submit], main form .button").first());
  await page.locator(".notice").first().waitFor();
}
