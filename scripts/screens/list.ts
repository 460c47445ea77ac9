import type { Page } from "playwright-core";

/** Addresses that only the running demo knows. */
export interface Places {
  readonly adultCase: string;
  /** One in which a rupture was mended, and whose client agreed to supervision. */
  readonly mendedCase: string;
  readonly adolescentCase: string;
  readonly childCase: string;
  readonly group: string | null;
  readonly forms: Readonly<Record<string, string>>;
  /** A PHQ-9 for each look: a form can be answered once. */
  readonly toAnswer: string[];
}

/** One screen: what it is called, who looks at it, and the steps to it. */
export interface Screen {
  readonly name: string;
  readonly as: "nobody" | "therapist" | "supervisor" | "administrator" | "researcher";
  readonly go: (page: Page, places: Places) => Promise<unknown>;
}

const at = (name: string, as: Screen["as"], path: string | ((places: Places) => string)): Screen => ({
  name,
  as,
  go: (page, places) => page.goto(typeof path === "string" ? path : path(places)),
});

/** Every screen of the clinic, in the order in which a new reader would meet them. */
export const screens: readonly Screen[] = [
  at("sign-in", "nobody", "/sign-in"),
  {
    name: "sign-in-refused",
    as: "nobody",
    go: async (page) => {
      await page.goto("/sign-in");
      await page.getByLabel("E-mail").fill("nobody@example.org");
      await page.getByLabel("Password").fill("not the right one");
      await page.getByRole("button", { name: "Sign in" }).click();
    },
  },
  at("form-adult", "nobody", ({ forms }) => forms["concord-alliance-session-client-adult"] ?? ""),
  at("form-adolescent", "nobody", ({ forms }) => forms["concord-alliance-session-client-adolescent"] ?? ""),
  at("form-child", "nobody", ({ forms }) => forms["concord-alliance-session-client-child"] ?? ""),
  at("form-caregiver", "nobody", ({ forms }) => forms["concord-alliance-session-caregiver"] ?? ""),
  at("form-rupture", "nobody", ({ forms }) => forms["concord-rupture-client"] ?? ""),
  at("form-phq9", "nobody", ({ forms }) => forms["phq-9"] ?? ""),
  {
    name: "form-thanks-risk",
    as: "nobody",
    go: async (page, { toAnswer }) => {
      await page.goto(toAnswer.pop() ?? "");
      for (const group of await page.locator("fieldset:has(input[type=radio])").all()) {
        const second = group.locator("input[type=radio]").nth(1);
        await second.evaluate((radio: HTMLInputElement) => radio.click());
      }
      await page.locator("button[type=submit]").last().click();
    },
  },
  at("form-unknown", "nobody", `/f/${"x".repeat(43)}`),
  at("caseload", "therapist", "/caseload"),
  at("caseload-awaiting", "therapist", "/caseload?filter=awaiting"),
  at("caseload-nothing-found", "therapist", "/caseload?search=zzzz"),
  at("case-adult", "therapist", ({ adultCase }) => `/case/${adultCase}`),
  at("case-adolescent", "therapist", ({ adolescentCase }) => `/case/${adolescentCase}`),
  at("case-child", "therapist", ({ childCase }) => `/case/${childCase}`),
  at("case-items", "therapist", ({ adultCase }) => `/case/${adultCase}/items`),
  at("case-notes", "therapist", ({ adultCase }) => `/case/${adultCase}/notes`),
  at("case-mended", "therapist", ({ mendedCase }) => `/case/${mendedCase}`),
  at("case-brief", "therapist", ({ adultCase }) => `/case/${adultCase}/brief`),
  at("case-supervision", "therapist", ({ mendedCase }) => `/case/${mendedCase}/supervision`),
  at("review", "therapist", ({ adultCase }) => `/review/${adultCase}`),
  at("own-form", "therapist", ({ forms }) => forms["concord-alliance-session-therapist"] ?? ""),
  at("tasks", "therapist", "/tasks"),
  at("group", "therapist", ({ group }) => (group === null ? "/caseload" : `/group/${group}`)),
  at("account", "therapist", "/account"),
  at("reflections", "therapist", "/reflections"),
  at("gallery", "therapist", "/gallery"),
  at("not-found", "therapist", "/case/nobody"),
  at("evidence", "therapist", "/evidence"),
  at("evidence-claim", "therapist", "/evidence/claim/alliance-predicts-outcome-adult"),
  at("evidence-rules", "therapist", "/evidence/rules"),
  at("evidence-synthesis", "therapist", "/evidence/synthesis/simulated-alliance-outcome"),
  at("evidence-published", "therapist", "/evidence/synthesis/fluckiger-2018"),
  at("evidence-study", "therapist", "/evidence/study/simulated-ash-1998"),
  at("supervisor-caseload", "supervisor", "/caseload"),
  at("settings", "administrator", "/settings"),
  at("settings-staff", "administrator", "/settings/staff"),
  at("settings-wordings", "administrator", "/settings/wordings"),
  at("settings-norms", "administrator", "/settings/norms"),
  at("audit", "administrator", "/audit"),
  at("researcher-home", "researcher", "/"),
  at("evidence-studies", "researcher", "/evidence/studies"),
  at("evidence-study-new", "researcher", "/evidence/study/new"),
  at("evidence-import", "researcher", "/evidence/import"),
  at("library", "researcher", "/library"),
  at("library-concept", "researcher", "/library/concept/therapeutic-bond"),
  at("library-texts", "researcher", "/library/texts"),
  at("library-find", "researcher", "/library/find?q=%22therapist%27s+own+part%22+bond"),
  at("library-concordance", "researcher", "/library/concordance?words=bond&order=left"),
  {
    name: "library-text",
    as: "researcher",
    go: async (page) => {
      await page.goto("/library/concept/therapeutic-bond");
      await page.locator(".passages a[href*='/library/text/']").first().click();
      await page.locator(".reader-text").waitFor();
    },
  },
];
