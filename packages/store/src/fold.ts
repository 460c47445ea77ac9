/**
 * Text as it is sorted and searched: lower case, without accents, so that "Müller" is found by "muller" and
 * sorts beside it on every server, whatever its collation.
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .trim();
}
