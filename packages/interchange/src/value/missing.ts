/**
 * What people write where there is no answer. Compared without regard to case, after trimming.
 *
 * `NA` is R's, `.` SAS's and Stata's, `#N/A` and `#NULL!` Excel's and SPSS's; −97 (not applicable), −98 (refused)
 * and −99 (missing by design) are the codes of Concord's own exports. 99 and 999 are not among them, because
 * they may be answers: a file that uses them says so in its mapping.
 */
export const missingCodes: readonly string[] = [
  "",
  "NA",
  "N/A",
  "#N/A",
  "#NULL!",
  "NaN",
  "NULL",
  "None",
  "missing",
  ".",
  "-",
  "-97",
  "-98",
  "-99",
];

/** A test for "no answer": the codes above and a file's own. */
export function missingTest(further: readonly string[] = []): (text: string) => boolean {
  const codes = new Set([...missingCodes, ...further].map((code) => code.trim().toLowerCase()));
  const longest = Math.max(...[...codes].map((code) => code.length));
  const oneSign = [...codes].some((code) => /^\d$/.test(code));
  return (text) => {
    if (text === "") return true;
    if (text.length > longest) return false;
    const sign = text.charCodeAt(0);
    if (text.length === 1 && sign >= 48 && sign <= 57 && !oneSign) return false;
    return codes.has(text.toLowerCase());
  };
}
