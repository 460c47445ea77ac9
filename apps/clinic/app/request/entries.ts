import type { Text } from "@concord/messages";
import type { HeldForm } from "./held-form.ts";

/** One field of a form that was sent, as it is shown and sent again. */
export interface Entry {
  readonly name: string;
  readonly value: string;
  /** `long` and `line` can be read and changed; `choice` can be read; `hidden` is only sent again. */
  readonly kind: "long" | "line" | "choice" | "hidden";
  /** As on the page it comes from, where that is known. */
  readonly label: Text;
  /** What was chosen, in the words of the page. */
  readonly shown: string;
}

export interface Entries {
  readonly action: string;
  readonly entries: readonly Entry[];
  /** A file was sent too: it cannot be given back. */
  readonly hadFile: boolean;
}

/** Labels of fields whose names mean one thing on every page. */
const labels: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    authors: "evidence.study-form.authors",
    client: "caseload.new.client.label",
    definition: "library.names.definition",
    doi: "evidence.study-form.doi",
    excluded: "library.names.excluded-field",
    gloss: "library.gloss.label",
    heading: "settings.safety.heading",
    monitored: "settings.safety.monitored",
    openedOn: "caseload.new.start",
    nextSession: "caseload.new.first-session",
    periods: "library.names.historical-field",
    practice: "settings.practice.name",
    reason: "evidence.study-form.reason",
    sentence: "settings.safety.sentence",
    title: "evidence.study-form.title",
    variants: "library.names.current-field",
    why: "evidence.study-form.correction-why",
    year: "evidence.study-form.year",
  } as const).map(([name, id]) => [name, { id, values: {} }]),
);

/** More letters than this are shown in several lines. */
const oneLine = 60;

export const kindOfText = (value: string): "long" | "line" =>
  value.length > oneLine || value.includes("\n") ? "long" : "line";

/**
 * Returns the fields of a form for a page that was drawn without the page they come from: words that somebody wrote are
 * shown, numbers, choices and names of things are sent again unseen unless their name says what they are.
 */
export function entriesOf({ action, fields }: HeldForm): Entries {
  const unnamed = fields.filter((field) => isText(field) && !labels.has(field[0]));
  const entries = fields.map((field): Entry => {
    const [name, value] = field;
    const known = value.trim() === "" ? undefined : labels.get(name);
    if (known !== undefined) return { name, value, kind: kindOfText(value), label: known, shown: value };
    if (!isText(field)) return { name, value, kind: "hidden", label: "", shown: "" };
    const label: Text =
      unnamed.length === 1
        ? { id: "shell.signed-in-again.field", values: {} }
        : { id: "shell.signed-in-again.field-numbered", values: { number: unnamed.indexOf(field) + 1 } };
    return { name, value, kind: kindOfText(value), label, shown: value };
  });
  return { action, entries, hadFile: false };
}

/** Words that somebody wrote, rather than a number, a day, a choice or the name of something. */
function isText([, value]: readonly [string, string]): boolean {
  return /\s/.test(value.trim()) || value.length > 40;
}
