/** A piece of R code. Operators are calls of their own name; `from` and `to` are its place in the text. */
export type Node = { readonly from: number; readonly to: number } & (
  | { readonly kind: "number"; readonly value: number; readonly integer: boolean }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "constant"; readonly value: boolean | null | "NULL" }
  | { readonly kind: "function"; readonly parameters: readonly Parameter[]; readonly body: Node }
  | { readonly kind: "call"; readonly called: Node; readonly given: readonly Given[] }
);

export interface Parameter {
  readonly name: string;
  readonly default: Node | null;
}

/** One argument; null where the place between two commas is empty. */
export interface Given {
  readonly name: string | null;
  readonly value: Node | null;
}

interface Token {
  readonly kind: "number" | "string" | "name" | "operator" | "newline" | "end";
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const OPERATORS = [
  "<<-", ":::", "->>", "<-", "->", "<=", ">=", "==", "!=", "&&", "||", "|>", "::", "[[", "~", "+", "-", "*", "/", "^", "$",
  "@", "(", ")", "{", "}", "[", "]", ",", ";", "=", "<", ">", "!", "&", "|", ":", "?", "\\",
]; // biome-ignore format: one line for each length

/** How strongly operators bind, to their left and to their right. */
const BINDING: Readonly<Record<string, readonly [number, number]>> = {
  "=": [2, 1], "<-": [4, 3], "<<-": [4, 3], "~": [5, 6], "||": [7, 8], "|": [7, 8], "&&": [9, 10], "&": [9, 10],
  "==": [13, 14], "!=": [13, 14], "<": [13, 14], ">": [13, 14], "<=": [13, 14], ">=": [13, 14], "+": [15, 16],
  "-": [15, 16], "*": [17, 18], "/": [17, 18], "%": [19, 20], "|>": [19, 20], ":": [21, 22], "^": [26, 25],
}; // biome-ignore format: a table

const UNARY: Readonly<Record<string, number>> = { "~": 6, "!": 11, "-": 23, "+": 23 };

/** Returns the expressions of a text of R. Throws SyntaxError with the place where the text is not understood. */
export function parseR(text: string): readonly Node[] {
  return new Reader(text).program();
}

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;
  /** Whether a new line ends an expression: not between parentheses. */
  private lines = true;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokensOf(text);
  }

  program(): readonly Node[] {
    const found: Node[] = [];
    for (;;) {
      this.separators();
      if (this.peek().kind === "end") return found;
      found.push(this.expression(0));
    }
  }

  private separators(): void {
    while (this.tokens[this.at]!.kind === "newline" || this.tokens[this.at]!.text === ";") this.at++;
  }

  private newlines(): void {
    while (this.tokens[this.at]!.kind === "newline") this.at++;
  }

  private peek(): Token {
    if (!this.lines) this.newlines();
    return this.tokens[this.at]!;
  }

  private next(): Token {
    const token = this.peek();
    this.at++;
    return token;
  }

  private is(text: string): boolean {
    const token = this.peek();
    return token.kind === "operator" && token.text === text;
  }

  private expect(text: string): Token {
    const token = this.next();
    if (token.kind !== "operator" || token.text !== text) throw this.fault(token, `"${text}"`);
    return token;
  }

  private fault(token: Token, wanted: string): SyntaxError {
    const before = this.text.slice(Math.max(0, token.from - 30), token.from);
    return new SyntaxError(
      `R code not understood: ${wanted} expected after "${before}", not "${token.text}"`,
    );
  }

  private within<T>(lines: boolean, read: () => T): T {
    const before = this.lines;
    this.lines = lines;
    const result = read();
    this.lines = before;
    return result;
  }

  private expression(least: number): Node {
    let left = this.prefix();
    for (;;) {
      const token = this.peek();
      if (token.kind !== "operator") return left;
      const postfix = this.postfix(left, token);
      if (postfix !== null) {
        left = postfix;
        continue;
      }
      const own = BINDING[token.text.startsWith("%") ? "%" : token.text];
      if (own === undefined || own[0] < least) return left;
      this.at++;
      this.newlines();
      const right = this.expression(own[1]);
      left = call(token.text, [left, right], left.from, right.to);
    }
  }

  private prefix(): Node {
    const token = this.next();
    const { from, to } = token;
    if (token.kind === "number") {
      const integer = token.text.endsWith("L");
      return {
        kind: "number",
        value: Number(integer ? token.text.slice(0, -1) : token.text),
        integer,
        from,
        to,
      };
    }
    if (token.kind === "string") return { kind: "string", value: token.text, from, to };
    if (token.kind === "name") return this.word(token);
    if (token.kind === "operator") {
      const strength = UNARY[token.text];
      if (strength !== undefined) {
        this.newlines();
        const own = this.expression(strength);
        return call(token.text, [own], from, own.to);
      }
      if (token.text === "(") {
        const own = this.within(false, () => this.expression(0));
        const end = this.within(false, () => this.expect(")"));
        return call("(", [own], from, end.to);
      }
      if (token.text === "{") return this.block(from);
      if (token.text === "\\") return this.functionNode(from);
    }
    throw this.fault(token, "an expression");
  }

  private block(from: number): Node {
    return this.within(true, () => {
      const body: Node[] = [];
      for (;;) {
        this.separators();
        if (this.is("}")) break;
        body.push(this.expression(0));
      }
      const end = this.expect("}");
      return call("{", body, from, end.to);
    });
  }

  private word(token: Token): Node {
    const { from, to, text } = token;
    if (text === "function") return this.functionNode(from);
    if (text === "if") return this.condition(from);
    if (text === "for") {
      this.expect("(");
      const name = this.next().text;
      this.next();
      const over = this.within(false, () => this.expression(0));
      this.within(false, () => this.expect(")"));
      this.newlines();
      const body = this.expression(1);
      return call("for", [{ kind: "string", value: name, from, to }, over, body], from, body.to);
    }
    const constants: Readonly<Record<string, boolean | null | "NULL">> = {
      TRUE: true, FALSE: false, NULL: "NULL", NA: null, NA_real_: null, NA_character_: null, NA_integer_: null,
    }; // biome-ignore format: a table
    if (Object.hasOwn(constants, text)) return { kind: "constant", value: constants[text]!, from, to };
    if (text === "Inf") return { kind: "number", value: Number.POSITIVE_INFINITY, integer: false, from, to };
    if (text === "NaN") return { kind: "number", value: Number.NaN, integer: false, from, to };
    return { kind: "name", name: text, from, to };
  }

  private condition(from: number): Node {
    this.expect("(");
    const test = this.within(false, () => this.expression(0));
    this.within(false, () => this.expect(")"));
    this.newlines();
    const yes = this.expression(1);
    const start = this.at;
    this.newlines();
    const token = this.tokens[this.at]!;
    if (token.kind === "name" && token.text === "else") {
      this.at++;
      this.newlines();
      const no = this.expression(1);
      return call("if", [test, yes, no], from, no.to);
    }
    this.at = start;
    return call("if", [test, yes], from, yes.to);
  }

  private functionNode(from: number): Node {
    this.expect("(");
    const parameters: Parameter[] = [];
    this.within(false, () => {
      while (!this.is(")")) {
        const name = this.next().text;
        if (this.is("=")) {
          this.at++;
          parameters.push({ name, default: this.expression(3) });
        } else parameters.push({ name, default: null });
        if (this.is(",")) this.at++;
      }
      this.expect(")");
    });
    this.newlines();
    const body = this.expression(1);
    return { kind: "function", parameters, body, from, to: body.to };
  }

  private postfix(left: Node, token: Token): Node | null {
    if (token.text === "(") {
      this.at++;
      const [given, to] = this.given(")");
      return { kind: "call", called: left, given, from: left.from, to };
    }
    if (token.text === "[[" || token.text === "[") {
      this.at++;
      const [given, end] = this.given("]");
      const to = token.text === "[[" ? this.expect("]").to : end;
      const called: Node = { kind: "name", name: token.text, from: token.from, to: token.to };
      return { kind: "call", called, given: [{ name: null, value: left }, ...given], from: left.from, to };
    }
    if (["$", "@", "::", ":::"].includes(token.text)) {
      this.at++;
      const name = this.next();
      const right: Node = { kind: "string", value: name.text, from: name.from, to: name.to };
      return call(token.text, [left, right], left.from, name.to);
    }
    return null;
  }

  private given(closing: string): readonly [readonly Given[], number] {
    return this.within(false, () => {
      const found: Given[] = [];
      while (!this.is(closing)) {
        if (this.is(",")) {
          this.at++;
          found.push({ name: null, value: null });
          continue;
        }
        found.push(this.oneGiven(closing));
        if (this.is(closing)) break;
        this.expect(",");
        if (this.is(closing)) found.push({ name: null, value: null });
      }
      return [found, this.expect(closing).to] as const;
    });
  }

  private oneGiven(closing: string): Given {
    const token = this.peek();
    const after = this.tokens.slice(this.at + 1).find(({ kind }) => kind !== "newline");
    if (
      (token.kind === "name" || token.kind === "string") &&
      after?.text === "=" &&
      after.kind === "operator"
    ) {
      this.at++;
      this.expect("=");
      if (this.is(",") || this.is(closing)) return { name: token.text, value: null };
      return { name: token.text, value: this.expression(3) };
    }
    return { name: null, value: this.expression(3) };
  }
}

function call(name: string, values: readonly Node[], from: number, to: number): Node {
  const called: Node = { kind: "name", name, from, to };
  return { kind: "call", called, given: values.map((value) => ({ name: null, value })), from, to };
}

function tokensOf(text: string): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  const add = (kind: Token["kind"], own: string, to: number) => {
    found.push({ kind, text: own, from: at, to });
    at = to;
  };
  while (at < text.length) {
    const rest = text.slice(at, at + 400);
    const space = /^[ \t\r\f\u00a0]+/.exec(rest) ?? /^#[^\n]*/.exec(rest);
    if (space !== null) {
      at += space[0].length;
      continue;
    }
    if (rest[0] === "\n") {
      add("newline", "\n", at + 1);
      continue;
    }
    if (rest[0] === '"' || rest[0] === "'" || rest[0] === "`") {
      const [value, to] = quotedText(text, at);
      add(rest[0] === "`" ? "name" : "string", value, to);
      continue;
    }
    const number = /^(0x[0-9a-fA-F]+|(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?)L?/.exec(rest);
    if (number !== null) {
      add("number", number[0], at + number[0].length);
      continue;
    }
    const name = /^[\p{L}.][\p{L}\p{N}._]*/u.exec(rest) ?? /^%[^%\n]*%/.exec(rest);
    if (name !== null) {
      add(name[0].startsWith("%") ? "operator" : "name", name[0], at + name[0].length);
      continue;
    }
    const operator = OPERATORS.find((one) => rest.startsWith(one));
    if (operator === undefined) throw new SyntaxError(`R code not understood: "${rest.slice(0, 20)}"`);
    add("operator", operator, at + operator.length);
  }
  add("end", "", at);
  return found;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "0": "\0" };

function quotedText(text: string, start: number): readonly [string, number] {
  const mark = text[start]!;
  let value = "";
  for (let at = start + 1; at < text.length; at++) {
    const own = text[at]!;
    if (own === mark) return [value, at + 1];
    if (own === "\\") {
      at++;
      value += ESCAPES[text[at]!] ?? text[at]!;
    } else value += own;
  }
  throw new SyntaxError(
    `R code not understood: a text that begins at "${text.slice(start, start + 20)}" has no end`,
  );
}

/** Every call in a piece of code, from the outside in. */
export function callsIn(node: Node): readonly Extract<Node, { kind: "call" }>[] {
  if (node.kind === "function") {
    const defaults = node.parameters.flatMap((one) => (one.default === null ? [] : callsIn(one.default)));
    return [...defaults, ...callsIn(node.body)];
  }
  if (node.kind !== "call") return [];
  const inner = node.given.flatMap(({ value }) => (value === null ? [] : callsIn(value)));
  return [node, ...callsIn(node.called), ...inner];
}
