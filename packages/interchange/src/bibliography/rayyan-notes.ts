import { quoted } from "../text/printable.ts";
import type { FieldChange } from "./reference.ts";

/** What Rayyan writes into the notes of a reference, by the words it puts before each part. */
const parts = [
  ["RAYYAN-INCLUSION", "decisions"],
  ["RAYYAN-LABELS", "labels"],
  ["RAYYAN-EXCLUSION-REASONS", "reasons for exclusion"],
  ["USER-NOTES", "notes of the reviewers"],
] as const;

const anyPart = /(?:^|[|\s])(RAYYAN-INCLUSION|RAYYAN-LABELS|RAYYAN-EXCLUSION-REASONS|USER-NOTES)\s*:\s*/g;

/**
 * Returns what reviewers decided in Rayyan, as the notes of one reference hold it, as one thing that was not taken: the
 * reference counts as found. Empty where the notes hold none of it.
 */
export function rayyanNotTaken(notes: string, line: number, column: string): readonly FieldChange[] {
  if (!/RAYYAN-[A-Z]/.test(notes)) return [];
  const found = [...notes.matchAll(anyPart)];
  const said = found.flatMap((part, at) => {
    const words = notes.slice(part.index + part[0].length, found[at + 1]?.index).replace(/[\s|]+$/, "");
    const name = parts.find(([mark]) => mark === part[1])![1];
    return words === "" ? [] : [`${name} ${quoted(plainPairs(words), 200)}`];
  });
  const what = said.length === 0 ? "what reviewers decided" : said.join(", ");
  const sentence = `Rayyan's ${what}: not taken; the reference counts as found.`;
  return [{ line, column, sentence }];
}

/** `{"Ana"=>"Included"}` as `Ana: Included`. */
const plainPairs = (words: string): string => words.replace(/\s*=>\s*/g, ": ").replace(/[{}[\]"]/g, "");
