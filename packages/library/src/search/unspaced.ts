/** Letters of scripts that are written without spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆]/u;

export function isUnspaced(code: number): boolean {
  // Below lie Latin, Greek, Cyrillic, Hebrew, Arabic and the scripts of India, all of them spaced.
  if (code < 0x0e00) return false;
  const known = answers[code];
  if (known !== undefined) return known === 1;
  // A half of a pair: the rarer Chinese characters lie there, and nothing else that is written in runs.
  const is = (code >= 0xd840 && code <= 0xd888) || unspaced.test(String.fromCharCode(code));
  answers[code] = is ? 1 : 0;
  return is;
}

const answers: (0 | 1 | undefined)[] = [];

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** The words of a run without spaces, by the dictionaries of ICU, as places within it. */
export function segmentsOf(run: string): readonly { readonly from: number; readonly to: number }[] {
  const words: { from: number; to: number }[] = [];
  for (const { index, segment } of segmenter.segment(run))
    words.push({ from: index, to: index + segment.length });
  return words;
}
