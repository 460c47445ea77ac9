import type { Instrument, Wording } from "./instrument.ts";
import type { WordingPack } from "./wording-pack.ts";

export type FormStart =
  | { readonly kind: "ready"; readonly instrument: Instrument; readonly wording: Wording }
  | { readonly kind: "refused"; readonly sentence: string };

/**
 * May this form be given, and in which words?
 *
 * A wording the site has loaded comes before one that ships, and `de` serves where `de-AT` is asked for. Without
 * words in the language, or without a key, the form is refused with a sentence that says whom to ask: nobody
 * should answer questions that were never read to them, or that nobody can score.
 */
export function startForm(
  instrument: Instrument,
  language: string,
  packs: readonly WordingPack[],
): FormStart {
  if (instrument.key === "needed") return refused(keyNeeded(instrument));
  const loaded = packs.filter((pack) => pack.instrument === instrument.id).map((pack) => pack.wording);
  const wordings = [...loaded, ...instrument.wordings];
  const wording = inLanguage(wordings, language);
  if (wording !== undefined) return { kind: "ready", instrument, wording };
  if (wordings.length > 0) return refused(otherLanguages(instrument, language, wordings));
  return refused(
    `The words of ${instrument.title} are not loaded. They may not be shipped with Concord: ask ${instrument.rights.holder}, then import the wording pack.`,
  );
}

function inLanguage(wordings: readonly Wording[], language: string): Wording | undefined {
  const wanted = language.toLowerCase();
  const exact = wordings.find((wording) => wording.language.toLowerCase() === wanted);
  return exact ?? wordings.find((wording) => wording.language.toLowerCase() === wanted.split("-")[0]);
}

function keyNeeded(instrument: Instrument): string {
  return `${instrument.title} cannot be given yet, because Concord does not have its scoring key. Ask ${instrument.rights.holder} for it.`;
}

function otherLanguages(instrument: Instrument, language: string, wordings: readonly Wording[]): string {
  const known = [...new Set(wordings.map((wording) => languageName(wording.language)))].join(", ");
  const way =
    instrument.rights.status === "own"
      ? "Anyone may translate it: import the translation as a wording pack."
      : `Ask ${instrument.rights.holder} for the official translation, then import it as a wording pack.`;
  return `The words of ${instrument.title} are loaded in ${known}, not in ${languageName(language)}. ${way}`;
}

const names = new Intl.DisplayNames("en", { type: "language" });

/** Returns the English name of a language by its tag, or what was given where that is no tag. */
function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function refused(sentence: string): FormStart {
  return { kind: "refused", sentence };
}
