import { type Difference, locatorMessage, referenceOf } from "@concord/library";
import type { WordsChecked } from "@concord/practice";
import { english, withEnglish } from "../english.ts";
import type { DataFlags } from "../open-practice.ts";
import { countWords } from "../print/problems.ts";
import { type ExitCode, exitCodes, type Terminal } from "../terminal.ts";
import { withLibrary } from "./with-library.ts";

type Flags = DataFlags & { readonly json?: true; readonly text?: string };

/** Without words: does every kept quotation still stand? With words: do they stand anywhere? */
export async function verifyIn(
  words: string | undefined,
  flags: Flags,
  terminal: Terminal,
): Promise<ExitCode> {
  return words === undefined ? verifyKept(flags, terminal) : verifyWords(words, flags, terminal);
}

async function verifyKept(flags: Flags, terminal: Terminal): Promise<ExitCode> {
  const { verifyLibrary } = await import("@concord/practice");
  const checks = await withLibrary(flags, terminal, ({ context, actor }) => verifyLibrary(context, actor));
  const missing = checks.reduce((sum, each) => sum + each.missing.length, 0);
  if (flags.json === true) terminal.out(`${JSON.stringify(withEnglish(checks), null, 1)}\n`);
  else {
    for (const { concept, shown, missing: gone } of checks) {
      terminal.out(`${concept}: ${countWords(shown, "quotation stands", "quotations stand")}\n`);
      for (const { message } of gone) terminal.out(`  one cannot be shown: ${english.of(message)}\n`);
    }
    if (checks.length === 0) terminal.out("No quotation has been kept yet.\n");
  }
  return missing > 0 ? exitCodes.withProblems : exitCodes.done;
}

async function verifyWords(words: string, flags: Flags, terminal: Terminal): Promise<ExitCode> {
  const { checkWords } = await import("@concord/practice");
  const found = await withLibrary(flags, terminal, ({ context, actor }) =>
    checkWords(context, actor, words, flags.text ?? null),
  );
  const isVerified = found.some(({ verification }) => verification.kind === "verified");
  if (flags.json === true) {
    const kind = isVerified ? "verified" : (found[0]?.verification.kind ?? "absent");
    terminal.out(`${JSON.stringify(withEnglish({ kind, texts: found }), null, 1)}\n`);
  } else {
    for (const each of found) terminal.out(`${linesOf(each).join("\n")}\n`);
    if (found.length === 0)
      terminal.out("These words, or anything like them, stand in no text of the library.\n");
  }
  return isVerified ? exitCodes.done : exitCodes.withProblems;
}

function linesOf({ verification, source, locator, differences, cautions }: WordsChecked): readonly string[] {
  const at = locator === null ? "" : `${english.of(locatorMessage(locator))}.`;
  const place = `${english.of(referenceOf(source))} ${at}`.trim();
  if (verification.kind === "too-short") return [english.of(verification.message)];
  if (verification.kind === "near")
    return [
      `near: ${place}`,
      ...differences.map((each) => `  ${inWords(each)}`),
      ...cautions.map(({ message }) => `  ${english.of(message)}`),
    ];
  const omitted = verification.omitted.map(
    (count) => `  ${countWords(count, "word is", "words are")} left out.`,
  );
  const listed = differences.slice(0, mostListed).map((each) => `  ${inWords(each)}`);
  const others = differences.length - listed.length;
  const rest =
    others === 0 ? [] : [`  and ${countWords(others, "other difference", "other differences")} of this kind`];
  return [
    `verified: ${place}`,
    ...omitted,
    ...listed,
    ...rest,
    ...cautions.map(({ message }) => `  ${english.of(message)}`),
  ];
}

/** Of a verified quotation so many differences in setting are printed; --json has all. */
const mostListed = 5;

function inWords({ kind, inText, inQuotation }: Difference): string {
  const shown = (signs: string): string => (signs === "" ? "no mark" : `“${signs}”`);
  if (kind === "punctuation")
    return `the text has ${shown(inText)} where the quotation has ${shown(inQuotation)}`;
  if (kind === "added") return `the text does not have “${inQuotation}”`;
  if (kind === "left-out") return `the text also has “${inText}”`;
  return `the text has “${inText}” where the quotation has “${inQuotation}”`;
}
