/**
 * What stays of a word when only its inflection goes: plural, past and -ing, but no derived form.
 *
 * A stem joins "personality" with "person" and "dependence" with "it depends", which helps a question of a few
 * words and harms a list of names somebody chose: whoever wants "depend" beside "dependence" lists it. Small
 * letters in; what comes out is to be compared, not read. English only (Harman 1991, JASIS 42(1), 7–15, on
 * what weak stemmers keep apart).
 */
export function inflectionOf(word: string): string {
  return withoutEnd(singular(word));
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutEnd(word: string): string {
  // Agreed, decreed; not greed, and not proceed, whose "eed" is its own.
  if (/^.{2,}reed$/.test(word)) return word.slice(0, -1);
  if (word.endsWith("eed")) return word;
  if (/[^e]ied$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  const found = /^(.*[aeiouy].*?)(?:ed|ing)$/.exec(word);
  const bare = found === null || found[1]!.length < 3 ? word : found[1]!;
  if (bare !== word && /([bdgkmnprt])\1$/.test(bare)) return bare.slice(0, -1);
  return bare.length > 3 && bare.endsWith("e") && !bare.endsWith("ee") ? bare.slice(0, -1) : bare;
}
