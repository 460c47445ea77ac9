import { type Expression, parseFormula } from "@concord/statistics/formula";
import { mixedModelOf } from "@concord/statistics/multilevel";
import { asNames, asNumbers, asPredictors, type ColumnUse } from "./column-use.ts";

/** The names in the terms of a formula, groups left out. A name that no column has is among them. */
export function variablesOf(formula: string, columns: readonly string[]): readonly string[] {
  const { fixed } = parseFormula(formula);
  return [
    ...new Set(
      fixed.terms.flatMap(({ variables }) => variables.flatMap((one) => namesIn(one, columns).values)),
    ),
  ];
}

/** What a formula asks of its columns: an outcome that is a number, predictors, and groups that are names. */
export function formulaUses(formula: string, columns: readonly string[]): readonly ColumnUse[] {
  const { response, fixed, random } = parseFormula(formula);
  const groups = random.length === 0 ? [] : mixedModelOf(formula).random;
  const named = (expressions: readonly Expression[]) => expressions.map((one) => namesIn(one, columns));
  const outcome = named(response === undefined ? [] : [response]);
  const terms = named(
    [fixed, ...groups.map(({ effects }) => effects)].flatMap((own) =>
      own.terms.flatMap(({ variables }) => variables),
    ),
  );
  return distinctUses([
    ...asNumbers(...outcome.flatMap(({ values }) => values)),
    ...asPredictors(...terms.flatMap(({ values }) => values)),
    ...asNames(
      ...[...outcome, ...terms].flatMap((one) => one.groups),
      ...groups.flatMap((own) => own.columns),
    ),
  ]);
}

export function distinctUses(uses: readonly ColumnUse[]): readonly ColumnUse[] {
  const seen = new Set<string>();
  return uses.filter(({ name, as }) => {
    const key = `${as} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

interface Named {
  readonly values: readonly string[];
  readonly groups: readonly string[];
}

/** The names of an expression. within(x, client) and between(x, client) name groups after what they take apart. */
export function namesIn(expression: Expression, columns: readonly string[]): Named {
  const join = (parts: readonly Named[]): Named => ({
    values: parts.flatMap(({ values }) => values),
    groups: parts.flatMap(({ groups }) => groups),
  });
  switch (expression.kind) {
    case "number":
      return { values: [], groups: [] };
    case "name":
      return { values: [expression.name], groups: [] };
    case "call": {
      const parts = expression.of.map((inner) => namesIn(inner, columns));
      const isCentred = expression.name === "within" || expression.name === "between";
      if (expression.name === "factor") return { values: [], groups: join(parts).values };
      if (!isCentred) return join(parts);
      return join([
        ...parts.slice(0, 1),
        ...parts.slice(1).map(({ values, groups }) => ({ values: [], groups: [...values, ...groups] })),
      ]);
    }
    case "unary":
      return namesIn(expression.operand, columns);
    case "parentheses":
      return namesIn(expression.inner, columns);
    case "binary":
      return join([namesIn(expression.left, columns), namesIn(expression.right, columns)]);
  }
}
