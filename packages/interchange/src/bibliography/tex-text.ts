/** Combining marks by the TeX command that sets them on the next letter. */
const accents: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  "=": "\u0304",
  u: "\u0306",
  ".": "\u0307",
  '"': "\u0308",
  r: "\u030a",
  H: "\u030b",
  v: "\u030c",
  c: "\u0327",
  k: "\u0328",
};

const letters: Readonly<Record<string, string>> = {
  ss: "ß",
  o: "ø",
  O: "Ø",
  ae: "æ",
  AE: "Æ",
  oe: "œ",
  OE: "Œ",
  aa: "å",
  AA: "Å",
  l: "ł",
  L: "Ł",
  i: "i",
  j: "j",
  textendash: "–",
  textemdash: "—",
  textquoteright: "’",
  ldots: "…",
};

const accented = /\\(?:([`'^~=."])\s*|([uvHckr])(?:\s+|(?=\{)))(?:\{\s*(\\?[A-Za-z])\s*\}|(\\?[A-Za-z]))/g;

/** Marks a brace or sign that stands for itself; no text has a reason to hold it. */
const literal = "\uE000";

/**
 * The words of a piece of TeX as BibTeX files hold them: accents become letters, braces and the commands that
 * change a typeface disappear, dashes and ties become themselves. What is not known is left without its backslash.
 */
export function texText(tex: string): string {
  return tex
    .replace(accented, (_, sign, command, braced, bare) => {
      const letter = ((braced ?? bare) as string).replace("\\", "");
      return `${letter}${accents[(sign ?? command) as string]}`.normalize("NFC");
    })
    .replace(/\\([A-Za-z]+)(?:\s+|\{\}|\b)/g, (_, name: string) => letters[name] ?? "")
    .replace(/\\([&%$#_{}])/g, `${literal}$1`)
    .replace(/(?<!\uE000)[{}]/g, "")
    .replaceAll(literal, "")
    .replace(/---/g, "—")
    .replace(/--/g, "–")
    .replace(/(?<!\\)~/g, " ")
    .replaceAll("\\", "")
    .replace(/\s+/g, " ")
    .trim();
}
