/** Stand for `<` and `>`, which the parser takes for the signs that plain TeX prints for them: ¡ and ¿. */
const less = "\uE001";
const greater = "\uE002";

/**
 * Returns a value so that the parser keeps all of it: a `%` and a single `$`, which begin a comment and a formula in
 * TeX but are only signs in the files people have, are escaped.
 */
export function texForParser(tex: string): string {
  const dollars = tex.match(/(?<!\\)\$/g)?.length ?? 0;
  let text = tex
    .replace(/(?<!\\)%/g, "\\%")
    .replaceAll("<", less)
    .replaceAll(">", greater);
  if (dollars % 2 === 1) text = text.replace(/(?<!\\)\$/g, "\\$$");
  return text;
}

/** Returns the parser's answer as plain words: without the tags it writes for typefaces, accents on their letters. */
export function plainText(parsed: string): string {
  return parsed
    .replace(/<[^<>]*>/g, "")
    .replaceAll(less, "<")
    .replaceAll(greater, ">")
    .replace(/ı(?=[\u0300-\u036f])/g, "i")
    .replace(/ȷ(?=[\u0300-\u036f])/g, "j")
    .replaceAll("\u00ad", "")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
}

/** Returns the TeX commands that are in a text still, once each. */
export const texCommands = (text: string): readonly string[] => [
  ...new Set(text.match(/\\[A-Za-z]+/g) ?? []),
];
