import type { Message } from "@concord/messages";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { longestPassword, shortestPassword } from "./password-length.ts";

/** Guesses that an attacker would need: NIST SP 800-63B 5.1.1.2 wants breached and contextual words refused. */
const fewestGuessesLog10 = 10;

/** Only the beginning is judged, so that a long one costs no more time than a short one. */
const judged = 64;

/**
 * Returns what is wrong with a new password, or null.
 *
 * `context`: words that belong to the person and the practice (names, address). Breached passwords, keyboard
 * runs, repetitions and dates are found by zxcvbn's own lists, offline.
 */
export function passwordProblem(
  password: string,
  context: readonly string[],
  { secondFactor = false }: { readonly secondFactor?: boolean } = {},
): Message | null {
  const shortest = secondFactor ? shortestPassword.withSecondFactor : shortestPassword.alone;
  if ([...password].length < shortest) return { id: "auth.password.too-short", values: { count: shortest } };
  if (password.length > longestPassword)
    return { id: "auth.password.too-long", values: { count: longestPassword } };
  const words = contextWords(context);
  const left = words.reduce((rest, word) => rest.replaceAll(word, ""), folded(password));
  if (left.length < 6) return { id: "auth.password.known", values: {} };
  const { guessesLog10 } = checker().check(password.slice(0, judged), [...words, ...context]);
  return guessesLog10 < fewestGuessesLog10 ? { id: "auth.password.common", values: {} } : null;
}

/** Longest first, so that a word inside another does not break it up. */
function contextWords(context: readonly string[]): readonly string[] {
  const whole = context.map(folded);
  const parts = context.flatMap((one) => one.split(/[^\p{L}\p{N}]+/u)).map(folded);
  return [...new Set([...whole, ...parts, "concord", "password", "therapy", "therapist"])]
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length);
}

/** Small letters and digits only: `L1nden-Street` and `lindenstreet` are the same word to a guesser. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[@4]/g, "a")
    .replace(/3/g, "e")
    .replace(/[1!|]/g, "i")
    .replace(/0/g, "o")
    .replace(/[$5]/g, "s")
    .replace(/7/g, "t")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

let made: ZxcvbnFactory | undefined;

/** The lists are unpacked when the first password is judged: 60 ms that the start need not wait for. */
function checker(): ZxcvbnFactory {
  made ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, useLevenshteinDistance: false });
  return made;
}
