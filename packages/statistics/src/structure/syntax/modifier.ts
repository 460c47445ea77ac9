import type { Modifiers } from "./statement.ts";

/** Reads what stands before a star: `0.5*`, `NA*`, `a*`, `"a"*`, `start(0.8)*`, `equal("a")*`, `c(a, b)*`. */
export function readModifier(text: string, line: string): Modifiers {
  const call = /^(start|equal|label)\s*\((.*)\)$/u.exec(text);
  if (call !== null) {
    const values = listOf(call[2]!);
    if (call[1] === "start") return { start: values.map((value) => numberOf(value, line)) };
    return { label: values.map(bare) };
  }
  const values = listOf(text);
  const isNumeric = values.every((value) => value === "NA" || Number.isFinite(Number(value)));
  if (isNumeric) return { fixed: values.map((value) => (value === "NA" ? "free" : Number(value))) };
  return { label: values.map((value) => labelOf(value, line)) };
}

/** `c(a, b)` as two, anything else as one. */
function listOf(text: string): readonly string[] {
  const inner = /^c\s*\((.*)\)$/u.exec(text.trim());
  return (inner?.[1] ?? text).split(",").map((part) => part.trim());
}

function numberOf(text: string, line: string): number {
  const value = Number(text);
  if (text === "" || !Number.isFinite(value))
    throw new SyntaxError(`a starting value requires a number: "${text}" in ${line}`);
  return value;
}

function labelOf(text: string, line: string): string {
  const label = bare(text);
  if (!/^[\p{L}._][\p{L}\p{N}._]*$/u.test(label))
    throw new SyntaxError(`a label requires a name of letters and digits: "${text}" in ${line}`);
  return label;
}

const bare = (text: string): string => text.replace(/^["']|["']$/gu, "");
