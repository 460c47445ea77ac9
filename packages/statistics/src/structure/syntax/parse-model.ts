import { readModifier } from "./modifier.ts";
import type { ModelOperator, Modifiers, PathStatement, Statement } from "./statement.ts";

const NAME = /^[\p{L}._][\p{L}\p{N}._]*$/u;
const OPERATORS = ["=~", "~~", ":=", "==", "~1", "~"] as const;

/**
 * The statements of a model in the notation of lavaan (Rosseel Y 2012, J Stat Softw 48(2), pp. 6–9): `=~` is measured
 * by, `~` is regressed on, `~~` goes with, `~ 1` an intercept, `:=` a new quantity, `==` an equality of labels.
 *
 * Comments follow # or !; statements end with the line or a semicolon, and go on after an operator or a plus.
 * Inequalities, thresholds and composites are refused: a SyntaxError names the statement.
 */
export function parseModel(text: string): readonly Statement[] {
  const statements = linesOf(text).flatMap(statementOf);
  if (!statements.some(({ kind }) => kind === "path"))
    throw new SyntaxError("a model requires a statement such as f =~ x1 + x2 + x3: there is none");
  return statements;
}

/** One statement a line: comments gone, lines that hang open joined with the next. */
function linesOf(text: string): readonly string[] {
  const raw = text
    .split(/[\n;]/u)
    .map((line) => line.replace(/[#!].*$/u, "").trim())
    .filter((line) => line !== "");
  const joined: string[] = [];
  for (const line of raw) {
    const last = joined.at(-1);
    const opens = last !== undefined && /[+*~=,(]$/u.test(last);
    if (last !== undefined && (opens || /^[+*]/u.test(line))) joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
  }
  return joined;
}

function statementOf(line: string): readonly Statement[] {
  const unknown = /<~|[<>]|\||~\*~|(?<![=~])~=/u.exec(line);
  if (unknown !== null)
    throw new SyntaxError(
      `a model knows =~ ~ ~~ ~1 := and ==, with labels and fixed values; not ${unknown[0]}: ${line}`,
    );
  const found = OPERATORS.map((operator) => ({ operator, at: line.indexOf(operator) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.operator.length - a.operator.length)[0];
  if (found === undefined) throw new SyntaxError(`a statement requires one of =~ ~ ~~ := ==: ${line}`);
  const operator = found.operator === "~1" ? "~" : found.operator;
  const left = line.slice(0, found.at).trim();
  const right = line.slice(found.at + operator.length).trim();
  if (left === "" || right === "")
    throw new SyntaxError(`a statement requires something on both sides of ${operator}: ${line}`);
  if (operator === ":=") return [{ kind: "definition", left: nameOf(left, line), right }];
  if (operator === "==") return [{ kind: "equality", left, right }];
  const lefts = splitAt(left, "+").map((name) => nameOf(name, line));
  const rights = splitAt(right, "+");
  return lefts.flatMap((name) => rights.flatMap((term) => pathsOf(name, operator, term, line)));
}

function pathsOf(left: string, operator: ModelOperator, term: string, line: string): PathStatement[] {
  const factors = splitAt(term, "*").map((factor) => factor.trim());
  const right = factors.at(-1) ?? "";
  const read = factors.slice(0, -1).map((factor) => Object.entries(readModifier(factor, line)));
  const modifiers: Modifiers = Object.fromEntries(read.flat());
  if (operator === "~" && (right === "1" || right === "0")) {
    const fixed: Modifiers = right === "0" ? { ...modifiers, fixed: [0] } : modifiers;
    return [{ kind: "path", left, operator: "~1", right: "", modifiers: fixed }];
  }
  return [{ kind: "path", left, operator, right: nameOf(right, line), modifiers }];
}

/** The parts between separators that stand outside parentheses. */
function splitAt(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "(") depth++;
    else if (text[i] === ")") depth--;
    else if (text[i] === separator && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

function nameOf(text: string, line: string): string {
  const name = text.trim();
  if (!NAME.test(name))
    throw new SyntaxError(
      `a variable of a model requires a name without spaces or signs: "${name}" in ${line}`,
    );
  return name;
}
