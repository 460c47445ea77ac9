import type { Text } from "@concord/messages";
import type { DataStrategyResult } from "react-router";
import { type Entries, type Entry, entriesOf, kindOfText } from "../../request/entries.ts";
import { heldForm } from "../../request/held-form.ts";

/** What was sent last and not saved, in this window. Nothing of it is stored. */
let unsaved: { readonly sent: Entries; readonly pages: readonly string[] } | null = null;

/** Returns what was sent from or to this page and not saved, or null. */
export function lastUnsaved(pathname: string): Entries | null {
  return unsaved?.pages.includes(pathname) === true ? unsaved.sent : null;
}

/**
 * Around every request that a page makes by script: holds what a form sends until it was saved, so that the page of an
 * error can give it back, whether the server refused it or was never reached.
 */
export async function holdSent(request: Request, next: () => Promise<unknown>): Promise<void> {
  const { pathname, search } = new URL(request.url);
  if (request.method === "GET") {
    const results = await next();
    // The page of an error loads what is around it, under the same address.
    if (unsaved !== null && !unsaved.pages.includes(pathname) && !hasFailed(results)) unsaved = null;
    return;
  }
  const from = location.pathname;
  const sent = await request.clone().formData();
  const held = heldForm(pathname + search, sent);
  const form = held === null ? null : formOnPage(sent);
  const results = await next();
  unsaved =
    held !== null && hasFailed(results)
      ? {
          sent: {
            action: held.action,
            entries: entriesOf(held).entries.map((entry) => entryOnPage(form, entry)),
            hadFile: [...sent.values()].some((value) => typeof value !== "string"),
          },
          pages: [from, pathname],
        }
      : null;
}

function hasFailed(results: unknown): boolean {
  return Object.values((results ?? {}) as Record<string, DataStrategyResult>).some(
    ({ type }) => type === "error",
  );
}

/** The form of the page that has all of these fields with these values. */
function formOnPage(sent: FormData): HTMLFormElement | null {
  const has = (form: HTMLFormElement) => {
    const own = new FormData(form);
    return [...sent].every(
      ([name, value]) =>
        typeof value !== "string" || own.getAll(name).includes(value) || isButton(form, name),
    );
  };
  return [...document.forms].find((form) => form.method === "post" && has(form)) ?? null;
}

function isButton(form: HTMLFormElement, name: string): boolean {
  return [...form.elements].some((part) => part instanceof HTMLButtonElement && part.name === name);
}

/** The same field with the label that it has on the page, where it is found there. */
function entryOnPage(form: HTMLFormElement | null, entry: Entry): Entry {
  const { name, value } = entry;
  const part = [...(form?.elements ?? [])].find(
    (one) => "name" in one && one.name === name && "value" in one && one.value === value,
  );
  if (part === undefined || value.trim() === "") return entry;
  if (part instanceof HTMLInputElement && part.type === "hidden") return { ...entry, kind: "hidden" };
  const label = labelOf(part);
  if (label === "") return entry;
  if (part instanceof HTMLTextAreaElement) return { ...entry, kind: "long", label };
  if (part instanceof HTMLSelectElement)
    return { ...entry, kind: "choice", label, shown: part.selectedOptions[0]?.textContent ?? value };
  if (!(part instanceof HTMLInputElement)) return entry;
  if (part.type !== "radio" && part.type !== "checkbox") return { ...entry, kind: kindOfText(value), label };
  const legend = part.closest("fieldset")?.querySelector("legend")?.textContent?.trim();
  return { ...entry, kind: "choice", label: legend ?? chosen, shown: label };
}

/** The label of a box or button that is in no group. */
const chosen: Text = { id: "shell.sent.chosen", values: {} };

function labelOf(part: Element): string {
  const labels = "labels" in part ? (part.labels as NodeListOf<HTMLLabelElement> | null) : null;
  return (labels?.[0]?.textContent ?? part.getAttribute("aria-label") ?? "").trim();
}
