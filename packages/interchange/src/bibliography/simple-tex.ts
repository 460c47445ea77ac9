import { plainText } from "./tex-text.ts";

/** Whether a value has no sign that TeX reads otherwise, so that it is its own text. */
export const isPlain = (value: string): boolean => !/[\\{}$~%<>`'"^_#&]|--/.test(value);

/**
 * Returns the words of a value in which braces only keep capitals, and a backslash only stands before a sign that TeX
 * would take for its own (`\&`, `\%`, `\_`); null for any other value, which is for a parser of TeX.
 */
export function simpleText(value: string): string | null {
  const bare = value.replace(/\\[&%_#$]/g, "");
  if (/[\\$~%<>`'"^_#&]|--/.test(bare)) return null;
  return value.replace(/[{}]/g, "").replace(/\\([&%_#$])/g, "$1");
}

/**
 * Returns names that are all written "Family, Given" without a sign of TeX; null where one is written otherwise. A
 * particle in small letters may stand before the family name and nowhere else.
 */
export function simpleNames(value: string): readonly string[] | null {
  if (!isPlain(value) || /=|\band\b\s*$|^\s*and\b/i.test(value)) return null;
  const names: string[] = [];
  for (const name of value.split(/\s+and\s+/i)) {
    const parts = /^\s*([^,]+?)\s*,\s*([^,]+?)\s*$/.exec(name);
    if (parts === null) return null;
    const family = parts[1]!;
    const given = parts[2]!;
    const hasParticleWithin = /^(?:\p{Ll}\S*\s+)*[^\p{Ll}\s]\S*\s+(?:.*\s)?\p{Ll}/u.test(family);
    if (hasParticleWithin || !/[^\p{Ll}\s]\S*$/u.test(family) || /(?:^|\s)\p{Ll}/u.test(given)) return null;
    names.push(plainText(`${family}, ${given}`));
  }
  return names;
}
