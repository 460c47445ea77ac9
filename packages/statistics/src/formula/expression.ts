/** The parts of a formula as it is written: names, numbers, calls and operators. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly of: readonly Expression[] }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "parentheses"; readonly inner: Expression };

interface Token {
  readonly kind: "number" | "name" | "symbol" | "end";
  readonly text: string;
  readonly at: number;
}

/** How tightly an operator binds, as in R: `~` least, `^` most; `^` and unary minus group to the right. */
const BINDING: Readonly<Record<string, number>> = {
  "~": 1,
  "||": 2,
  "|": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  ":": 6,
  "^": 8,
};
const UNARY_BINDING = 7;

/**
 * Reads Wilkinson's notation as R writes it: `yi ~ age + factor(rater) * I(year - 2000) + (1 | study/effect)`.
 *
 * Throws a SyntaxError that names the place.
 */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let next = 0;
  const peek = () => tokens[next]!;
  const take = () => tokens[next++]!;
  const expect = (symbol: string) => {
    const token = take();
    if (token.text !== symbol || token.kind !== "symbol") fail(text, token, `"${symbol}"`);
  };

  const operand = (): Expression => {
    const token = take();
    if (token.kind === "number") return { kind: "number", value: Number(token.text) };
    if (token.kind === "name") {
      const isCall = peek().kind === "symbol" && peek().text === "(";
      if (!isCall) return { kind: "name", name: token.text };
      take();
      const of: Expression[] = [];
      if (peek().text !== ")") {
        of.push(binary(0));
        while (peek().text === ",") {
          take();
          of.push(binary(0));
        }
      }
      expect(")");
      return { kind: "call", name: token.text, of };
    }
    if (token.text === "(") {
      const inner = binary(0);
      expect(")");
      return { kind: "parentheses", inner };
    }
    if (token.text === "-" || token.text === "+" || token.text === "~") {
      const binding = token.text === "~" ? BINDING["~"]! : UNARY_BINDING;
      return { kind: "unary", operator: token.text, operand: binary(binding) };
    }
    return fail(text, token, "a name, a number or (");
  };

  const binary = (least: number): Expression => {
    let left = operand();
    while (peek().kind === "symbol") {
      const operator = peek().text;
      const binding = BINDING[operator];
      if (binding === undefined || binding < least || (binding === least && least > 0)) break;
      take();
      const right = binary(operator === "^" ? binding - 1 : binding);
      left = { kind: "binary", operator, left, right };
    }
    return left;
  };

  const whole = binary(0);
  if (peek().kind !== "end") fail(text, peek(), "the end");
  return whole;
}

/** The expression as R would print it: spaces around + − * /, none around : and ^. */
export function written(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "name":
      return /^[\p{L}.][\p{L}\p{N}._]*$/u.test(expression.name) ? expression.name : `\`${expression.name}\``;
    case "call":
      return `${expression.name}(${expression.of.map(written).join(", ")})`;
    case "unary":
      return `${expression.operator}${written(expression.operand)}`;
    case "parentheses":
      return `(${written(expression.inner)})`;
    case "binary": {
      const gap = expression.operator === ":" || expression.operator === "^" ? "" : " ";
      return `${written(expression.left)}${gap}${expression.operator}${gap}${written(expression.right)}`;
    }
  }
}

function tokensOf(text: string): readonly Token[] {
  const pattern =
    /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|([\p{L}.][\p{L}\p{N}._]*)|`([^`]+)`|(\|\||[-+*/:^~|(),]))/uy;
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  let at = 0;
  while (at < end) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) {
      const place = at + (text.slice(at).length - text.slice(at).trimStart().length);
      throw new SyntaxError(`formula has an unknown sign at character ${place + 1}: ${text[place]}`);
    }
    const [, number, name, quoted, symbol] = match;
    if (number !== undefined) tokens.push({ kind: "number", text: number, at });
    else if (name !== undefined) tokens.push({ kind: "name", text: name, at });
    else if (quoted !== undefined) tokens.push({ kind: "name", text: quoted, at });
    else tokens.push({ kind: "symbol", text: symbol!, at });
    at = pattern.lastIndex;
  }
  tokens.push({ kind: "end", text: "", at: end });
  return tokens;
}

function fail(text: string, token: Token, wanted: string): never {
  const found = token.kind === "end" ? "the formula ends" : `"${token.text}" stands there`;
  throw new SyntaxError(`formula requires ${wanted} at character ${token.at + 1}, but ${found}: ${text}`);
}
