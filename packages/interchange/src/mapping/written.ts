import type { Condition, Recode } from "./mapping.ts";

/** Returns the condition that is written as `arm=TAU` or `arm!=TAU`; null where it is not written so. */
export function writtenCondition(text: string): Condition | null {
  const found = /^(.+?)(!?=)(.*)$/.exec(text);
  if (found === null) return null;
  return { column: found[1]!.trim(), is: found[2] === "=" ? "equal" : "not-equal", value: found[3]!.trim() };
}

/** Returns what is written as `rater:P=caregiver`, column, text and the text to read instead; null otherwise. */
export function writtenRecode(text: string): Recode | null {
  const found = /^(.+?):(.*?)=(.*)$/.exec(text);
  if (found === null) return null;
  return { column: found[1]!.trim(), from: found[2]!.trim(), to: found[3]!.trim() };
}

/** Returns the codes of a list by comma. */
export const writtenCodes = (text: string): readonly string[] => text.split(",").map((code) => code.trim());
