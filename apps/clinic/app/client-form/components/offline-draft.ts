import type { ScriptTexts } from "./script-texts.ts";

/*
 * The one script of a client's form. Without it the form works; with it, answers survive a closed page and a
 * lost connection, and a nervous thumb sends once. Nothing leaves the device except through the form itself.
 */

interface Kept {
  readonly submission: string;
  readonly at: number;
  readonly waiting: boolean;
  readonly fields: Readonly<Record<string, string>>;
}

const aDay = 24 * 60 * 60 * 1000;
const prefix = "concord-form:";

const form = document.querySelector<HTMLFormElement>("form[data-keep]");
const received = document.querySelector<HTMLElement>("[data-received]");
forgetOld();
if (received !== null) forget(prefix + received.dataset.received);
if (form !== null) keep(form);

function keep(form: HTMLFormElement): void {
  const place = prefix + form.dataset.keep;
  const remark = form.querySelector<HTMLElement>("[data-remark]");
  const button = form.querySelector<HTMLButtonElement>("[data-send]");
  const submission = form.querySelector<HTMLInputElement>("[name=submission]");
  if (remark === null || button === null || submission === null) return;
  const texts: ScriptTexts = JSON.parse(form.dataset.texts ?? "{}");
  const sendWords = button.textContent ?? "";
  let busy = false;
  let remarked = false;
  let tries = 0;
  let timer = 0;

  const kept = read(place);
  const answered = answeredBefore(form);
  if (kept !== null) {
    submission.value = kept.submission;
    restore(form, kept.fields, answered);
  }
  if (kept?.waiting) void send();
  else if (answered.size > 0) save(false);
  form.addEventListener("input", (event) => {
    save(false);
    // The style sheet has opened the help text; a small screen may not show it.
    if (event.target instanceof HTMLElement && event.target.classList.contains("risk"))
      event.target
        .closest(".question")
        ?.parentElement?.querySelector(".help")
        ?.scrollIntoView({ block: "nearest" });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const open = openQuestions(form);
    if (open.length > 0 && !remarked) {
      remarked = true;
      button.textContent = texts.sendIncomplete;
      const { lang } = document.documentElement;
      const category = new Intl.PluralRules(lang).select(open.length);
      say(
        (texts.unanswered[category] ?? texts.unanswered.other).replace("#", open.length.toLocaleString(lang)),
      );
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      open[0]?.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
      open[0]?.querySelector("input")?.focus({ preventScroll: true });
      return;
    }
    void send();
  });
  addEventListener("online", () => {
    if (read(place)?.waiting) void send();
    else say("");
  });
  addEventListener("offline", () => {
    if (!busy) say(texts.offline);
  });

  function say(words: string): void {
    remark!.textContent = words;
  }

  function save(waiting: boolean): void {
    const fields: Record<string, string> = {};
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields[name] = value;
    delete fields.submission;
    write(place, { submission: submission!.value, at: Date.now(), waiting, fields });
  }

  async function send(): Promise<void> {
    if (busy) return;
    busy = true;
    clearTimeout(timer);
    button!.disabled = true;
    button!.textContent = texts.sending;
    save(true);
    try {
      const answer = await fetch(location.href, {
        method: "POST",
        body: new URLSearchParams(fieldsOf(form)),
        signal: AbortSignal.timeout(20_000),
      });
      if (answer.status === 429 || answer.status >= 500) throw new Error();
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (page.querySelector("[data-received]") !== null) forget(place);
      else save(false);
      document.title = page.title;
      document.documentElement.lang = page.documentElement.lang;
      document.documentElement.dir = page.documentElement.dir;
      document.body.replaceWith(document.adoptNode(page.body));
      scrollTo(0, 0);
      const heading = document.querySelector<HTMLElement>("h1");
      heading?.setAttribute("tabindex", "-1");
      heading?.focus();
      const again = document.querySelector<HTMLFormElement>("form[data-keep]");
      if (again !== null) keep(again);
    } catch {
      busy = false;
      button!.disabled = false;
      button!.textContent = sendWords;
      form.dataset.unsent = "";
      say(texts.notSent);
      tries += 1;
      timer = window.setTimeout(() => void send(), Math.min(60_000, 2_000 * 2 ** tries));
    }
  }
}

function fieldsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
}

/** Questions that are shown, not marked optional, and not answered. */
function openQuestions(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>("fieldset[data-open]")].filter(
    (question) => question.offsetParent !== null && question.querySelector("input:checked") === null,
  );
}

/** Names of what was answered on a slow connection, before this script had come: newer than anything kept. */
function answeredBefore(form: HTMLFormElement): ReadonlySet<string> {
  const names = new Set<string>();
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) names.add(field.name);
    if (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) names.add(field.name);
  }
  return names;
}

function restore(form: HTMLFormElement, fields: Kept["fields"], answered: ReadonlySet<string>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (answered.has(name)) continue;
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList || field instanceof HTMLTextAreaElement) field.value = value;
  }
}

function read(place: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null");
  } catch {
    return null;
  }
}

function write(place: string, kept: Kept): void {
  try {
    localStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // A full or forbidden store costs the keeping, not the form.
  }
}

function forget(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing was kept there either.
  }
}

/** What was never sent is not left lying on a device for longer than a day. */
function forgetOld(): void {
  try {
    for (const place of Object.keys(localStorage))
      if (place.startsWith(prefix) && Date.now() - (read(place)?.at ?? 0) > aDay) forget(place);
  } catch {
    // No store, nothing old in it.
  }
}
