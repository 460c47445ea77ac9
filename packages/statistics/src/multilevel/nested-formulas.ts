/**
 * Returns why the smaller of two formulas cannot lie within the larger: a variable or group of it that the larger has
 * nowhere. Undefined where each occurs in both; that alone does not prove that the models are nested.
 */
export function notNested(smaller: string, larger: string): string | undefined {
  const known = new Set(variablesOf(larger));
  const alone = variablesOf(smaller).filter((name) => !known.has(name));
  return alone.length === 0
    ? undefined
    : `the smaller model has ${alone.join(", ")}, which the larger has not: models that are not nested have no test`;
}

/** The names to the right of ~ that are not functions. */
function variablesOf(formula: string): readonly string[] {
  const right = formula.slice(formula.indexOf("~") + 1);
  const names = [...right.matchAll(/`([^`]+)`|([\p{L}.][\p{L}\p{N}._]*)(?![\p{L}\p{N}._]|\s*\()/gu)];
  return [...new Set(names.map(([, quoted, plain]) => quoted ?? plain!))];
}
