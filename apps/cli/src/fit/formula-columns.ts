import { type Expression, type Frame, mixedModelOf, parseFormula, written } from "@concord/statistics";

/** The columns of a frame that a formula uses: calls such as within(x) stand in it under their own name. */
export function columnsIn(formula: string, frame: Frame): readonly string[] {
  const { response, fixed, random } = parseFormula(formula);
  const groups = random.length === 0 ? [] : mixedModelOf(formula).random;
  const variables = [
    ...(response === undefined ? [] : [response]),
    ...[fixed, ...groups.map(({ effects }) => effects)].flatMap(({ terms }) =>
      terms.flatMap((term) => term.variables),
    ),
  ];
  const names = [
    ...variables.flatMap((variable) => namesIn(variable, frame)),
    ...groups.flatMap(({ columns }) => columns),
  ];
  return [...new Set(names)].filter((name) => Object.hasOwn(frame, name));
}

/** The frame with the outcome taken away where one of these columns has no value. */
export function withoutMissing(frame: Frame, columns: readonly string[]): Frame {
  const [outcome] = columns;
  if (outcome === undefined) return frame;
  const values = frame[outcome]!.map((value, row) =>
    columns.every((name) => frame[name]![row] !== null) ? value : null,
  );
  return { ...frame, [outcome]: values };
}

function namesIn(expression: Expression, frame: Frame): readonly string[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "name":
      return [expression.name];
    case "call": {
      const name = written(expression);
      return Object.hasOwn(frame, name) ? [name] : expression.of.flatMap((inner) => namesIn(inner, frame));
    }
    case "unary":
      return namesIn(expression.operand, frame);
    case "parentheses":
      return namesIn(expression.inner, frame);
    case "binary":
      return [...namesIn(expression.left, frame), ...namesIn(expression.right, frame)];
  }
}
