import type { Modifiers } from "./statement.ts";

/**
 * Returns what stands before a star: `0.5*`, `NA*`, `a*`, `"a"*`, `start(0.8)*`, `label("a")*`, `equal("f=~x2")*`,
 * `c(a, b)*`. Throws a SyntaxError that names any other.
 */
export function readModifier(text: string, line: string): Modifiers {
  const call = /^([\p{L}._][\p{L}\p{N}._]*)\s*\((.*)\)$/u.exec(text);
  if (call !== null && call[1] !== "c") {
    const values = listOf(call[2]!);
    if (call[1] === "start") return { start: values.map((value) => numberOf(value, line)) };
    if (call[1] === "label") return { label: values.map((value) => labelOf(value, line)) };
    if (call[1] === "equal") return { equal: values.map((value) => pathOf(value, line)) };
    throw new SyntaxError(
      `a modifier is a number, NA, a label, start(), label(), equal() or c() of these; ${call[1]}() is not known: ${line}`,
    );
  }
  const values = listOf(text);
  const isNumeric = values.every((value) => value === "NA" || isNumber(value));
  if (isNumeric) return { fixed: values.map((value) => (value === "NA" ? "free" : Number(value))) };
  if (values.some((value) => value === "NA" || isNumber(value)))
    throw new SyntaxError(`c() requires numbers or labels, not both: "${text}" in ${line}`);
  return { label: values.map((value) => labelOf(value, line)) };
}

function isNumber(text: string): boolean {
  return text !== "" && Number.isFinite(Number(text));
}

/** The path that another is held equal to, without spaces: `f=~x2`. */
function pathOf(text: string, line: string): string {
  const path = bare(text).replaceAll(/\s/gu, "");
  if (!/^[\p{L}._][\p{L}\p{N}._]*(?:=~|~~|~)[\p{L}\p{N}._]+$/u.test(path))
    throw new SyntaxError(
      `equal() requires a path of the model in quotes, as equal("f=~x2"): "${text}" in ${line}`,
    );
  return path;
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

/** Without the quotation marks around it. */
const bare = (text: string): string => text.replace(/^["']|["']$/gu, "");
