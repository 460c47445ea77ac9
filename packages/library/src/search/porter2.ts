/**
 * Which words belong together? The English stemmer Porter2.
 *
 * Porter M (2001), "Snowball: a language for stemming algorithms", the English stemmer. Takes a word in small
 * letters without apostrophes; words of one or two letters and words with other signs come back as they are.
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  const whole = irregular.get(word);
  if (whole !== undefined) return whole;
  // A y that begins a word or follows a vowel is a consonant, written Y until the end.
  let s = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const { r1, r2 } = regions(s);
  s = plural(s);
  if (unchanged.has(s)) return s;
  s = pastOrGerund(s, r1);
  s = s.replace(/^(.+[^aeiouy])[yY]$/, "$1i");
  s = derivational(s, r1, second, (suffix, before) => {
    if (suffix === "ogi") return before.endsWith("l") ? "og" : null;
    if (suffix === "li") return /[cdeghkmnrt]$/.test(before) ? "" : null;
    return secondTo[suffix] ?? null;
  });
  s = derivational(s, r1, third, (suffix, before) => {
    if (suffix === "ative") return before.length >= r2 ? "" : null;
    return thirdTo[suffix] ?? null;
  });
  s = derivational(s, r2, fourth, (suffix, before) =>
    suffix === "ion" && !/[st]$/.test(before) ? null : "",
  );
  if (s.endsWith("e")) {
    const before = s.slice(0, -1);
    if (before.length >= r2 || (before.length >= r1 && !endsShort(before))) s = before;
  } else if (s.endsWith("ll") && s.length - 1 >= r2) s = s.slice(0, -1);
  return s.toLowerCase();
}

const vowel = /[aeiouy]/;

function regions(s: string): { readonly r1: number; readonly r2: number } {
  const special = /^(gener|commun|arsen|past|univers|later|emerg|organ)/.exec(s);
  const r1 = special?.[0].length ?? afterConsonant(s, 0);
  return { r1, r2: afterConsonant(s, r1) };
}

/** After the first consonant that follows a vowel, from `from` on. */
function afterConsonant(s: string, from: number): number {
  let seen = false;
  for (let at = from; at < s.length; at++) {
    if (vowel.test(s[at]!)) seen = true;
    else if (seen) return at + 1;
  }
  return s.length;
}

function plural(s: string): string {
  if (s.endsWith("sses")) return s.slice(0, -2);
  if (/ie[ds]$/.test(s)) return s.length > 4 ? s.slice(0, -2) : s.slice(0, -1);
  if (/(us|ss)$/.test(s) || !s.endsWith("s")) return s;
  return vowel.test(s.slice(0, -2)) ? s.slice(0, -1) : s;
}

function pastOrGerund(s: string, r1: number): string {
  const eed = /eed(ly)?$/.exec(s);
  if (eed !== null) return eed.index >= r1 ? s.slice(0, eed.index + 2) : s;
  const ending = /(ed|ing)(ly)?$/.exec(s);
  if (ending === null) return s;
  const before = s.slice(0, ending.index);
  if (!vowel.test(before)) return s;
  if (/(at|bl|iz)$/.test(before)) return `${before}e`;
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(before))
    return /^[aeo](.)\1$/.test(before) ? before : before.slice(0, -1);
  return before.length <= r1 && endsShort(before) ? `${before}e` : before;
}

/** Ends in consonant, vowel, consonant other than w, x, Y; or is vowel and consonant; or "past". */
const endsShort = (s: string): boolean =>
  /[^aeiouy][aeiouy][^aeiouywxY]$/.test(s) || /^[aeiouy][^aeiouy]$/.test(s) || s === "past";

function derivational(
  s: string,
  region: number,
  suffixes: RegExp,
  replacement: (suffix: string, before: string) => string | null,
): string {
  const found = suffixes.exec(s);
  if (found === null || found.index < region) return s;
  const before = s.slice(0, found.index);
  const put = replacement(found[0], before);
  return put === null ? s : before + put;
}

// Longest first: a regular expression takes the first that fits at the earliest place, which is the longest.
const second =
  /(ational|fulness|iveness|ization|ousness|biliti|lessli|tional|alism|aliti|ation|entli|fulli|iviti|ousli|abli|alli|anci|ator|enci|izer|bli|ogi|ogist|li)$/;
const secondTo: Readonly<Record<string, string>> = {
  tional: "tion",
  enci: "ence",
  anci: "ance",
  abli: "able",
  entli: "ent",
  izer: "ize",
  ization: "ize",
  ational: "ate",
  ation: "ate",
  ator: "ate",
  alism: "al",
  aliti: "al",
  alli: "al",
  fulness: "ful",
  ousli: "ous",
  ousness: "ous",
  iveness: "ive",
  iviti: "ive",
  biliti: "ble",
  bli: "ble",
  ogist: "og",
  fulli: "ful",
  lessli: "less",
};
const third = /(ational|tional|alize|icate|iciti|ative|ical|ness|ful)$/;
const thirdTo: Readonly<Record<string, string>> = {
  tional: "tion",
  ational: "ate",
  alize: "al",
  icate: "ic",
  iciti: "ic",
  ical: "ic",
  ful: "",
  ness: "",
};
const fourth = /(ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|ion|al|er|ic)$/;

const irregular: ReadonlyMap<string, string> = new Map([
  ["skis", "ski"],
  ["skies", "sky"],
  ["idly", "idl"],
  ["gently", "gentl"],
  ["ugly", "ugli"],
  ["early", "earli"],
  ["only", "onli"],
  ["singly", "singl"],
  ...["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"].map((word) => [word, word] as const),
]);

const unchanged = new Set("inning outing canning herring earring proceed exceed succeed evening".split(" "));
