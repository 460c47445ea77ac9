import { type Expression, parseExpression } from "../formula/expression.ts";

/** A function of labelled parameters: its value, and its slope in each parameter. */
export interface Dual {
  readonly value: number;
  readonly slopes: Float64Array;
}

/**
 * The value of `a*b`, `exp(a)/(1 + b)` and the like, with exact slopes: every operation carries its own rule.
 *
 * A name that labels nothing is the caller's mistake.
 */
export function evaluateLabels(
  text: string,
  known: (name: string) => Dual | undefined,
  parameters: number,
): Dual {
  const constant = (value: number): Dual => ({ value, slopes: new Float64Array(parameters) });
  const scaled = ({ slopes }: Dual, factor: number) => slopes.map((slope) => slope * factor);
  const combined = (a: Dual, fromA: number, b: Dual, fromB: number) =>
    a.slopes.map((slope, i) => slope * fromA + b.slopes[i]! * fromB);
  const of = (expression: Expression): Dual => {
    switch (expression.kind) {
      case "number":
        return constant(expression.value);
      case "name": {
        const found = known(expression.name);
        if (found === undefined)
          throw new RangeError(`${text} names a label that the model has not: ${expression.name}`);
        return found;
      }
      case "parentheses":
        return of(expression.inner);
      case "unary": {
        const inner = of(expression.operand);
        return expression.operator === "-" ? { value: -inner.value, slopes: scaled(inner, -1) } : inner;
      }
      case "binary": {
        const a = of(expression.left);
        const b = of(expression.right);
        switch (expression.operator) {
          case "+":
            return { value: a.value + b.value, slopes: combined(a, 1, b, 1) };
          case "-":
            return { value: a.value - b.value, slopes: combined(a, 1, b, -1) };
          case "*":
            return { value: a.value * b.value, slopes: combined(a, b.value, b, a.value) };
          case "/":
            return {
              value: a.value / b.value,
              slopes: combined(a, 1 / b.value, b, -a.value / b.value ** 2),
            };
          case "^": {
            const value = a.value ** b.value;
            const inBase = b.value === 0 ? 0 : b.value * a.value ** (b.value - 1);
            const inPower = b.slopes.every((slope) => slope === 0) ? 0 : value * Math.log(a.value);
            return { value, slopes: combined(a, inBase, b, inPower) };
          }
          default:
            throw new RangeError(`a new quantity knows + - * / ^, not ${expression.operator}: ${text}`);
        }
      }
      case "call": {
        const rule = Object.hasOwn(FUNCTIONS, expression.name) ? FUNCTIONS[expression.name] : undefined;
        const [argument, ...more] = expression.of;
        if (rule === undefined || argument === undefined || more.length > 0)
          throw new RangeError(
            `a new quantity knows ${Object.keys(FUNCTIONS).join(", ")} of one value, not ${expression.name}: ${text}`,
          );
        const inner = of(argument);
        return { value: rule.value(inner.value), slopes: scaled(inner, rule.slope(inner.value)) };
      }
    }
  };
  return of(parseExpression(text));
}

interface Rule {
  readonly value: (x: number) => number;
  readonly slope: (x: number) => number;
}

const FUNCTIONS: Readonly<Record<string, Rule>> = {
  exp: { value: Math.exp, slope: Math.exp },
  log: { value: Math.log, slope: (x) => 1 / x },
  sqrt: { value: Math.sqrt, slope: (x) => 0.5 / Math.sqrt(x) },
  abs: { value: Math.abs, slope: Math.sign },
};
