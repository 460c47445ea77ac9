import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  addStaff,
  changeLanguageModel,
  foundPractice,
  inviteStaff,
  openEpisode,
  submitForm,
} from "@concord/practice";
import { freshStore } from "@concord/store/testing";
import { loadBundle, serveClinic } from "../server/index.ts";
import { everyone, expected, type Who } from "./support/access-table.ts";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { type FormField, formsOf, type PageForm } from "./support/forms-of.ts";
import { filled, patterns, placesOf, table } from "./support/places.ts";
import { printedDuring } from "./support/printed.ts";
import { difference, rowsOf } from "./support/rows.ts";
import { type Sender, sender, signedIn } from "./support/sent.ts";

/*
 * Every form of every page, as the page declares it, with each of its fields changed to what a browser would not send:
 * no answer is an error of the server, nothing is printed, none takes long; and what the page itself declares (required,
 * a date, a number within limits, one of a list, a length) the server requires too, and says which input it is about.
 */

const longest = 5_000;
const elsewhere = { episode: "", staff: "", practice: "" };

/** What is sent for a field in place of what the page has there: values, one after the other. */
interface Odd {
  readonly told: string;
  readonly values: (field: FormField) => readonly (string | Uint8Array)[];
}
const one = (told: string, value: string | Uint8Array): Odd => ({ told, values: () => [value] });
const odd: readonly Odd[] = [
  one("empty", ""),
  { told: "missing", values: () => [] },
  { told: "twice", values: ({ value }) => ["second opinion", value ?? ""] },
  one("10 KB", "x".repeat(10_240)),
  one("a zero character", "a\u0000b"),
  one("a lone surrogate", Uint8Array.of(0x61, 0xed, 0xa0, 0x80)),
  one("__proto__", "__proto__"),
  one("negative", "-1"),
  one("1e999", "1e999"),
  one("30 February", "2026-02-30"),
  { told: "another practice's id", values: () => [elsewhere.episode] },
];

const isUuid = (text: string | null) => text !== null && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text);
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !text.endsWith("02-30");

/** Whether the page declares that such a value is not to be sent: the server then has to refuse it. */
function isForbidden(field: FormField, { told, values }: Odd): boolean {
  const [value] = values(field);
  if (value === undefined || value === "") return field.required && field.type !== "checkbox";
  if (value instanceof Uint8Array || told === "twice") return false;
  const { type, options, min, max, maxLength } = field;
  if (type === "date") return !isDay(value);
  if (type === "number")
    return !/^-?\d+$/.test(value) || Number(value) < (min ?? -Infinity) || Number(value) > (max ?? Infinity);
  if (type === "email") return !/^[^@\s]+@[^@\s]+$/.test(value);
  if (type === "choice" || type === "radio") return !options.includes(value);
  // Marking a notice as read twice is no mistake; a form that the link does not open is answered with its page.
  // A submission's name only tells one sending from another.
  const isTolerated = ["change", "form", "submission"].includes(field.name);
  if (type === "hidden" && isUuid(field.value)) return value !== field.value && !isTolerated;
  return maxLength !== null && value.length > maxLength;
}

/** The body of a form with one field changed, written by hand: clients of ours would make the bytes whole again. */
function bodyOf(
  form: PageForm,
  changed: string,
  values: readonly (string | Uint8Array)[],
): Uint8Array<ArrayBuffer> {
  const encoded = (text: string | Uint8Array) =>
    [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  const usual = [
    ...form.fields.map(({ name, value }) => [name, value] as const),
    ...(form.button === null ? [] : [form.button]),
  ];
  const pairs = usual.flatMap(([name, value]) =>
    name === changed
      ? values.map((each) => `${encoded(name)}=${encoded(each)}`)
      : value === null
        ? []
        : [`${encoded(name)}=${encoded(value)}`],
  );
  return new Uint8Array(Buffer.from(pairs.join("&")));
}

interface Tried {
  readonly wrong: string[];
  readonly counts: { tried: number; forbidden: number };
}

/** Sends every form with odd values for every field: those the page forbids, or all others. */
async function trial(
  kind: "forbidden" | "others",
  url: string,
  forms: readonly (readonly [PageForm, Sender])[],
  { wrong, counts }: Tried,
): Promise<void> {
  const work = forms.flatMap(([form, who]) => {
    const fields: readonly FormField[] = [
      ...form.fields.filter(({ type }) => type !== "file"),
      ...(form.button === null ? [] : [buttonField(form.button)]),
    ];
    return fields.flatMap((field, index) =>
      odd
        // A form of forty numbers asks each of them only for a part of these, every one of these of some of them.
        .filter((_, at) => fields.length <= 12 || (at + index) % 3 === 0)
        .map((value) => ({ form, who, field, value, forbidden: isForbidden(field, value) }))
        // Some of these would do as a new password, and the form would be gone.
        .filter(
          ({ forbidden }) => forbidden === (kind === "forbidden") && (field.type !== "password" || forbidden),
        ),
    );
  });
  const shown = new Set<string>();
  const lane = async () => {
    for (let next = work.shift(); next !== undefined; next = work.shift()) {
      const { form, who, field, value, forbidden } = next;
      const key = `${form.action} ${form.button} ${field.name}`;
      // The page as a whole once for each field, and else its data alone, which is quicker.
      const isPage = forbidden && !shown.has(key);
      if (isPage) shown.add(key);
      const [path = "", query] = form.action.split("?");
      const address = `${url}${isPage ? path : path === "/" ? "/_root.data" : `${path}.data`}${query === undefined ? "" : `?${query}`}`;
      const told = `${form.page} → ${form.action} [${form.button?.join("=") ?? ""}] ${field.name} (${field.type}): ${value.told}`;
      const begun = performance.now();
      const answer = await fetch(address, {
        method: "POST",
        redirect: "manual",
        headers: { origin: url, cookie: who.cookie(), "content-type": "application/x-www-form-urlencoded" },
        body: bodyOf(form, field.name, value.values(field)),
      });
      const text = await answer.text();
      const time = performance.now() - begun;
      counts.tried += 1;
      if (answer.status >= 500) wrong.push(`${answer.status} ${told}`);
      if (time > longest) wrong.push(`${time.toFixed(0)} ms ${told}`);
      if (!forbidden) continue;
      counts.forbidden += 1;
      if (answer.status < 400) wrong.push(`accepted (${answer.status}) ${told}`);
      else if (isPage && !/aria-invalid|role="(alert|status)"|<h1>|cannot be read/.test(text))
        wrong.push(`no word of it: ${told}`);
    }
  };
  // One after the other: two who save the same concept or study at one moment are not what is asked here.
  await lane();
}

function buttonField([name, value]: readonly [string, string]): FormField {
  return { name, type: "hidden", value, options: [], required: false, min: null, max: null, maxLength: null };
}

/** One of each kind: the same fields and button, sent to the same route. */
function kindsOf(forms: readonly (readonly [PageForm, Sender])[]): readonly (readonly [PageForm, Sender])[] {
  const kinds = new Map<string, readonly [PageForm, Sender]>();
  for (const [form, who] of forms) {
    const button =
      form.button === null || isUuid(form.button[1]) ? (form.button?.[0] ?? "") : form.button.join("=");
    const where = form.action.replace(/[0-9a-f-]{36}|[\w-]{43}/g, ":id");
    kinds.set(`${where} ${button} ${form.fields.map(({ name }) => name).join(" ")}`, [form, who]);
  }
  return [...kinds.values()].filter(([form]) => form.fields.length > 0 || form.button !== null);
}

describe("a practice at work", () => {
  let clinic: TestClinic;
  const people = new Map<Who, Sender>();
  const forms: (readonly [PageForm, Sender])[] = [];

  before(async () => {
    clinic = await openClinic();
    const { appContext, accounts } = clinic.clinic;
    const places = await placesOf(clinic);
    const founded = await foundPractice(appContext, {
      practiceName: "Another practice",
      name: "Otto",
      email: "otto@example.net",
      user: await accounts.create("Otto", "otto@example.net", password),
      roles: ["administrator", "therapist"],
    });
    Object.assign(elsewhere, { practice: founded.practice, staff: founded.staff });
    elsewhere.episode = await openEpisode(
      appContext,
      { kind: "staff", practice: founded.practice, staff: founded.staff, role: "therapist" },
      { client: "Z. Z.", ageBand: "adult" },
    );
    // What makes further forms appear: a risk answer, a language model, an invitation, a reset, somebody to agree.
    const risky = await clinic.ask("phq-9");
    await submitForm(
      appContext,
      risky.slice(3),
      Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`i0${index + 1}`, "2"] as const)),
      "risk-answered-once",
      undefined,
    );
    const { actor } = clinic.people.administrator;
    await changeLanguageModel(appContext, actor, {
      isOn: true,
      address: "http://127.0.0.1:9/v1",
      model: "none",
    });
    const added = await addStaff(appContext, actor, {
      name: "Mika",
      email: "mika@example.org",
      roles: ["therapist"],
    });
    const invitation = await inviteStaff(appContext, actor, added);
    await accounts.create("Mika", "forgetful@example.org", password);
    const reset = (await accounts.issueReset("forgetful@example.org"))?.token ?? "";

    people.set("nobody", sender(clinic.url));
    for (const who of everyone)
      if (who !== "nobody") people.set(who, await signedIn(clinic, clinic.people[who].email, password));
    const sam = people.get("administrator");
    await sam?.post("/settings/staff", { about: "roles", staff: actor.staff, role: "researcher" });

    for (const who of everyone)
      for (const pattern of patterns()) {
        const person = people.get(who);
        if (pattern.startsWith("POST ") || expected[pattern]?.[who] !== "in" || person === undefined)
          continue;
        const path =
          pattern === "/welcome/:token"
            ? `/welcome/${invitation}`
            : pattern === "/reset/:token"
              ? `/reset/${reset}`
              : filled(pattern, places);
        const answer = await person.get(path);
        const html = await answer.text();
        if (answer.status === 200) for (const form of formsOf(html, path)) forms.push([form, person]);
      }
  });
  after(() => clinic.stop());

  test("every route that takes a form has one on a page, or is named here", async () => {
    // A file of ratings and signing out are buttons without a field; the set-up of a practice is tried below. This
    // practice has no studies of its own, and so no synthesis that could be saved.
    const without = [
      "/export/ratings.csv",
      "/sign-out",
      "/set-up",
      "/sign-in/code",
      "/evidence/synthesis/any",
      // Nothing was backed up and nothing sent in this practice: there is no row with a button.
      "/settings/backup",
      "/settings/messages/sent",
    ];
    const { pages } = await loadBundle();
    const taking = table.flatMap(({ id, pattern }) =>
      pages.routes[id]?.module.action === undefined
        ? []
        : [new RegExp(`^${pattern.replace(/:\w+/g, "[^/?]+")}(\\?|$)`)],
    );
    assert.ok(taking.length > 25, `${taking.length}`);
    const reached = new Set(forms.map(([form]) => form.action));
    const missing = taking.filter((route) => ![...reached, ...without].some((action) => route.test(action)));
    assert.deepEqual(missing, []);
  });

  test("each field of each form with odd values", { timeout: 600_000 }, async (context) => {
    const tried: Tried = { wrong: [], counts: { tried: 0, forbidden: 0 } };
    const kinds = kindsOf(forms.filter(([form]) => !/^\/sign-(in|out)/.test(form.action)));
    const rows = () => rowsOf(clinic.clinic.appContext.store, [clinic.people.therapist.actor.practice]);
    const before = await rows();
    const printed = await printedDuring(async () => {
      await trial("forbidden", clinic.url, kinds, tried);
      // What reading writes down (the access log) is no change; everything else is compared.
      const changed = difference(before, await rows()).filter((line) => !line.includes(" care.audit:"));
      assert.deepEqual([...tried.wrong, ...changed], []);
      await trial("others", clinic.url, kinds, tried);
    });
    context.diagnostic(
      `${kinds.length} kinds of form, ${tried.counts.tried} requests, ${tried.counts.forbidden} that the page forbids`,
    );
    assert.deepEqual(tried.wrong, []);
    assert.equal(printed, "");
    assert.ok(kinds.length > 40 && tried.counts.tried > 1_000 && tried.counts.forbidden > 200);
  });

  test("a link with characters that no header holds leads to the page that says it opens nothing", async () => {
    for (const token of ["%EF%BF%BE%EF%BF%BF", "a%0D%0ASet-Cookie%3A%20x%3Dy", "%2F%2Felsewhere.example"])
      for (const data of ["", ".data"]) {
        const visitor = sender(clinic.url);
        const answer = await visitor.post(`/welcome/${token}${data}`, { password: "short" });
        assert.ok(answer.status < 400, `${token}${data}: ${answer.status}`);
        assert.equal(answer.headers.get("set-cookie"), null);
        if (data === "") assert.equal(answer.headers.get("location"), `/welcome/${token}`);
        assert.equal((await visitor.get(`/welcome/${token}`)).status, 404);
      }
  });

  test("nothing of the other practice was read or changed by its ids", async () => {
    const otto = await signedIn(clinic, "otto@example.net", password);
    assert.match(await (await otto.get(`/case/${elsewhere.episode}`)).text(), /Z\. Z\./);
  });
});

describe("what is sent before anybody is signed in", () => {
  test("the set-up of a practice, signing in and the second step", { timeout: 300_000 }, async (context) => {
    const fresh = await freshStore();
    const served = await serveClinic({ store: fresh.store, secret: "a secret of the tests, long enough" });
    const visitor = sender(served.url);
    const tried: Tried = { wrong: [], counts: { tried: 0, forbidden: 0 } };
    const formsOn = async (page: string) =>
      formsOf(await (await visitor.get(page)).text(), page).map((form) => [form, visitor] as const);
    try {
      // Its password is short, so that nothing of this is accepted.
      const setUp = (await formsOn("/set-up")).map(
        ([{ fields, ...form }, who]) =>
          [
            {
              ...form,
              fields: fields.map((field) => ({ ...field, value: entered[field.name] ?? field.value })),
            },
            who,
          ] as const,
      );
      const printed = await printedDuring(async () => {
        for (const kind of ["forbidden", "others"] as const) await trial(kind, served.url, setUp, tried);
        assert.equal(await served.clinic.isEmpty(), true);
        await foundPractice(served.clinic.appContext, {
          practiceName: "A practice",
          name: "Somebody",
          email: "somebody@example.org",
          user: await served.clinic.accounts.create("Somebody", "somebody@example.org", password),
          roles: ["administrator"],
        });
        const later = [...(await formsOn("/sign-in")), ...(await formsOn("/sign-in/code"))];
        assert.ok(later.length >= 2);
        for (const kind of ["forbidden", "others"] as const) await trial(kind, served.url, later, tried);
      });
      context.diagnostic(`${tried.counts.tried} requests, ${tried.counts.forbidden} that the page forbids`);
      assert.deepEqual(tried.wrong, []);
      assert.equal(printed, "");
    } finally {
      await served.close();
      await fresh.close();
    }
  });
});

const entered: Readonly<Record<string, string>> = {
  practice: "A practice",
  name: "Somebody",
  email: "somebody@example.org",
  password: "short",
};
