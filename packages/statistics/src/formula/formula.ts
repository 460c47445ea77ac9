import { type Expression, parseExpression, written } from "./expression.ts";

/** One term: a variable, or several that interact. */
export interface Term {
  readonly label: string;
  readonly variables: readonly Expression[];
}

/** What a side of a formula asks for. */
export interface Terms {
  readonly intercept: boolean;
  /** Main effects first, then interactions by their order. */
  readonly terms: readonly Term[];
}

/** `(1 + x | a/b)`: effects that vary over groups; a path a/b means within a, and within b inside a. */
export interface RandomTerm {
  readonly effects: Terms;
  readonly groups: readonly string[];
  /** The same path with the columns of each step: [["a"], ["b"]] for a/b, [["a", "b"]] for a:b. */
  readonly path: readonly (readonly string[])[];
  /** `||` keeps the effects uncorrelated. */
  readonly correlated: boolean;
}

export interface Formula {
  readonly response: Expression | undefined;
  readonly fixed: Terms;
  readonly random: readonly RandomTerm[];
}

/**
 * The meaning of a formula in Wilkinson's notation: `~ a + b`, `~ a * b`, `~ a:b`, `~ (a + b)^2`, `~ a / b`,
 * `~ 0 + a`, `y ~ x + (x | g)`.
 *
 * Wilkinson GN, Rogers CE (1973). Appl Stat 22: 392–399.
 */
export function parseFormula(text: string): Formula {
  const whole = parseExpression(text);
  if (whole.kind === "unary" && whole.operator === "~") return formulaOf(undefined, whole.operand);
  if (whole.kind === "binary" && whole.operator === "~") return formulaOf(whole.left, whole.right);
  return formulaOf(undefined, whole);
}

function formulaOf(response: Expression | undefined, right: Expression): Formula {
  const random: RandomTerm[] = [];
  const fixed = termsOf(right, random);
  return { response, fixed: inOrder({ intercept: fixed.intercept ?? true, terms: fixed.terms }), random };
}

/** Terms under construction: the intercept may not have been mentioned yet. */
interface CollectedRatings {
  readonly intercept: boolean | undefined;
  readonly terms: readonly Term[];
}

function termsOf(expression: Expression, random: RandomTerm[]): CollectedRatings {
  switch (expression.kind) {
    case "number":
      if (expression.value === 0) return { intercept: false, terms: [] };
      if (expression.value === 1) return { intercept: true, terms: [] };
      throw new SyntaxError(`formula knows the numbers 0 and 1 only, as its intercept: ${expression.value}`);
    case "name":
    case "call":
      return { intercept: undefined, terms: [{ label: written(expression), variables: [expression] }] };
    case "parentheses": {
      const { inner } = expression;
      if (inner.kind === "binary" && (inner.operator === "|" || inner.operator === "||")) {
        random.push(randomTerm(inner.left, inner.right, inner.operator === "|"));
        return { intercept: undefined, terms: [] };
      }
      return termsOf(inner, random);
    }
    case "unary":
      if (expression.operator === "+") return termsOf(expression.operand, random);
      if (expression.operator === "-")
        return without({ intercept: undefined, terms: [] }, expression.operand, random);
      throw new SyntaxError(`formula has ${expression.operator} where terms belong: ${written(expression)}`);
    case "binary":
      return binaryTerms(expression, random);
  }
}

function binaryTerms(
  expression: Extract<Expression, { readonly kind: "binary" }>,
  random: RandomTerm[],
): CollectedRatings {
  const { operator, left, right } = expression;
  const a = termsOf(left, random);
  if (operator === "-") return without(a, right, random);
  if (operator === "^") {
    const power = right.kind === "number" ? right.value : 0;
    if (!Number.isInteger(power) || power < 1) {
      throw new SyntaxError(
        `formula requires a whole number after ^: ${written(right)}; for a power write I(x^2)`,
      );
    }
    let result: readonly Term[] = a.terms;
    for (let i = 1; i < power; i++) result = union(result, crossed(result, a.terms));
    return { intercept: a.intercept, terms: result };
  }
  const b = termsOf(right, random);
  switch (operator) {
    case "+":
      return { intercept: b.intercept ?? a.intercept, terms: union(a.terms, b.terms) };
    case ":":
      return { intercept: undefined, terms: crossed(a.terms, b.terms) };
    case "*":
      return { intercept: undefined, terms: union(union(a.terms, b.terms), crossed(a.terms, b.terms)) };
    case "/": {
      const everything = a.terms.reduce<readonly Term[]>(
        (all, term) => (all.length ? crossed(all, [term]) : [term]),
        [],
      );
      return { intercept: undefined, terms: union(a.terms, crossed(everything, b.terms)) };
    }
    default:
      throw new SyntaxError(`formula has ${operator} where terms belong: ${written(expression)}`);
  }
}

function without(from: CollectedRatings, what: Expression, random: RandomTerm[]): CollectedRatings {
  const gone = termsOf(what, random);
  const keys = new Set(gone.terms.map(keyOf));
  const intercept = gone.intercept === undefined ? from.intercept : !gone.intercept;
  return { intercept, terms: from.terms.filter((term) => !keys.has(keyOf(term))) };
}

function randomTerm(left: Expression, right: Expression, correlated: boolean): RandomTerm {
  const effects = termsOf(left, []);
  return {
    effects: inOrder({ intercept: effects.intercept ?? true, terms: effects.terms }),
    groups: pathOf(right),
    path: stepsOf(right),
    correlated,
  };
}

/** The names along a path of groups: `a/b/c`, or an interaction `a:b` as one name. */
function pathOf(expression: Expression): readonly string[] {
  if (expression.kind === "binary" && expression.operator === "/") {
    return [...pathOf(expression.left), ...pathOf(expression.right)];
  }
  if (expression.kind === "parentheses") return pathOf(expression.inner);
  if (expression.kind === "name") return [expression.name];
  if (expression.kind === "binary" && expression.operator === ":") return [written(expression)];
  if (expression.kind === "call" && /^(as\.)?factor$/.test(expression.name)) return [written(expression)];
  throw new SyntaxError(`formula requires names of groups, as in study/effect: ${written(expression)}`);
}

/** The columns of each step of a path; `factor(a)` names the groups that a names. */
function stepsOf(expression: Expression): readonly (readonly string[])[] {
  if (expression.kind === "binary" && expression.operator === "/") {
    return [...stepsOf(expression.left), ...stepsOf(expression.right)];
  }
  if (expression.kind === "parentheses") return stepsOf(expression.inner);
  return [columnsOfStep(expression)];
}

function columnsOfStep(expression: Expression): readonly string[] {
  if (expression.kind === "name") return [expression.name];
  if (expression.kind === "parentheses") return columnsOfStep(expression.inner);
  if (expression.kind === "binary" && expression.operator === ":") {
    return [...columnsOfStep(expression.left), ...columnsOfStep(expression.right)];
  }
  const [inner, ...more] = expression.kind === "call" ? expression.of : [];
  const isFactor =
    expression.kind === "call" && (expression.name === "factor" || expression.name === "as.factor");
  if (isFactor && inner?.kind === "name" && more.length === 0) return [inner.name];
  throw new SyntaxError(`formula requires names of groups, as in study/effect: ${written(expression)}`);
}

function crossed(a: readonly Term[], b: readonly Term[]): readonly Term[] {
  return a.flatMap((left) =>
    b.map((right) => {
      const labels = new Set(left.variables.map(written));
      const variables = [...left.variables, ...right.variables.filter((v) => !labels.has(written(v)))];
      return { label: variables.map(written).join(":"), variables };
    }),
  );
}

function union(a: readonly Term[], b: readonly Term[]): readonly Term[] {
  const seen = new Set(a.map(keyOf));
  return [...a, ...b.filter((term) => !seen.has(keyOf(term)) && seen.add(keyOf(term)))];
}

/** a:b and b:a are one term. */
function keyOf(term: Term): string {
  return term.variables.map(written).sort().join(":");
}

function inOrder(terms: Terms): Terms {
  return {
    intercept: terms.intercept,
    terms: [...terms.terms].sort((a, b) => a.variables.length - b.variables.length),
  };
}
