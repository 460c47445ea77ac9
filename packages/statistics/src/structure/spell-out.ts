import { type ModelNames, namesOf } from "./names.ts";
import type { HeldEqual, ModelRules, ParameterRow, ParameterTable } from "./parameter-table.ts";
import type { ModelOperator, Modifiers, PathStatement, Statement } from "./syntax/statement.ts";

/** A path before groups are spelled out. */
interface Path {
  readonly left: string;
  readonly operator: ModelOperator;
  readonly right: string;
  readonly modifiers: Modifiers;
  readonly default: { readonly kind: "free" } | { readonly kind: "fixed"; readonly at: number };
  readonly isExogenous: boolean;
}

/** Every path of a model in every group: those written, then those the rules add, in lavaan's order. */
export function spellOut(statements: readonly Statement[], rules: ModelRules): ParameterTable {
  if (rules.groups > 1 && statements.some((one) => one.kind === "path" && one.modifiers.equal !== undefined))
    throw new SyntaxError(
      "equal() requires one group: with several, write the same label for each, as c(a, b)*",
    );
  const written = tiedPaths(statements.filter((statement) => statement.kind === "path"));
  const names = namesOf(written);
  const exogenous = rules.fixedExogenous ? names.observedExogenous : [];
  const paths = [...own(written, names, rules), ...added(written, names, rules)];
  const perGroup = Array.from({ length: rules.groups }, (_, group) =>
    paths.map((path, at) => rowOf(path, at, group, names, rules)),
  );
  return {
    rows: perGroup.flat(),
    definitions: statements.flatMap((statement) =>
      statement.kind === "definition" ? [{ name: statement.left, expression: statement.right }] : [],
    ),
    equalities: statements.flatMap((statement) =>
      statement.kind === "equality" ? [{ left: statement.left, right: statement.right }] : [],
    ),
    observed: names.observed,
    latent: names.latent,
    exogenous,
    explanatory: names.observedExogenous,
    groups: rules.groups,
    meanStructure: rules.meanStructure,
  };
}

/** Paths held equal to another get its label, and it one of its own where it has none. */
function tiedPaths(written: readonly PathStatement[]): readonly PathStatement[] {
  const keyOf = ({ left, operator, right }: PathStatement) =>
    operator === "~1" ? `${left}~1` : left + operator + right;
  const labels = new Map<string, readonly string[]>();
  for (const { modifiers } of written) {
    for (const target of modifiers.equal ?? []) {
      const [left, right] = target.split("~~");
      const same = written.find(
        (path) => keyOf(path) === target || (right !== undefined && keyOf(path) === `${right}~~${left}`),
      );
      if (same === undefined) throw new SyntaxError(`equal() requires a path that the model has: ${target}`);
      labels.set(target, same.modifiers.label ?? [`.${keyOf(same)}.`]);
      labels.set(keyOf(same), same.modifiers.label ?? [`.${keyOf(same)}.`]);
    }
  }
  if (labels.size === 0) return written;
  return written.map((path) => {
    const { equal, ...modifiers } = path.modifiers;
    const label =
      equal === undefined ? labels.get(keyOf(path)) : equal.flatMap((target) => labels.get(target) ?? []);
    return label === undefined ? path : { ...path, modifiers: { ...modifiers, label } };
  });
}

/** The paths as written; the first loading of a factor sets its scale unless its variance does. */
function own(written: readonly PathStatement[], names: ModelNames, rules: ModelRules): readonly Path[] {
  const scales = rules.form !== "lavaan";
  const met = new Set<string>();
  const distinct = new Map<string, PathStatement>();
  for (const statement of written) {
    const key = `${statement.left} ${statement.operator} ${statement.right}`;
    const earlier = distinct.get(key);
    distinct.set(key, earlier === undefined ? statement : merged(earlier, statement));
  }
  return [...distinct.values()].map((statement) => {
    const { left, operator, right } = statement;
    const isFirst = operator === "=~" && !met.has(left);
    if (operator === "=~") met.add(left);
    const isScale = isFirst && scales && !rules.standardizedFactors;
    const isUnit =
      operator === "~~" &&
      left === right &&
      scales &&
      rules.standardizedFactors &&
      names.latent.includes(left);
    return {
      left,
      operator,
      right,
      modifiers: statement.modifiers,
      default: isScale || isUnit ? { kind: "fixed", at: 1 } : { kind: "free" },
      isExogenous: false,
    };
  });
}

function merged(first: PathStatement, second: PathStatement): PathStatement {
  return { ...first, modifiers: { ...first.modifiers, ...second.modifiers } };
}

/** What the model leaves to the rules. */
function added(written: readonly PathStatement[], names: ModelNames, rules: ModelRules): readonly Path[] {
  const there = new Set(written.flatMap(({ left, operator, right }) => keysOf(left, operator, right)));
  const path = (
    left: string,
    operator: ModelOperator,
    right: string,
    at?: number,
    isExogenous = false,
  ): readonly Path[] =>
    there.has(`${left} ${operator} ${right}`)
      ? []
      : [
          {
            left,
            operator,
            right,
            modifiers: {},
            default: at === undefined ? { kind: "free" } : { kind: "fixed", at },
            isExogenous,
          },
        ];
  const automatic = rules.form !== "lavaan";
  const exogenous = names.observedExogenous;
  const inner = names.observed.filter((name) => !exogenous.includes(name));
  const alone = singleIndicators(written);
  const variances = automatic
    ? [
        ...inner.flatMap((name) => path(name, "~~", name, alone.has(name) ? 0 : undefined)),
        ...names.latent.flatMap((name) => path(name, "~~", name, rules.standardizedFactors ? 1 : undefined)),
      ]
    : [];
  const covariances = automatic
    ? [...pairs(names.latentExogenous), ...pairs(names.outcomes)].flatMap(([a, b]) => path(a, "~~", b))
    : [];
  const given = exogenous.flatMap((a, i) =>
    exogenous.slice(i).flatMap((b) => path(a, "~~", b, undefined, rules.fixedExogenous)),
  );
  const frees = rules.form === "growth" ? 0 : undefined;
  const intercepts = rules.meanStructure
    ? [
        ...names.observed.flatMap((name) => {
          if (exogenous.includes(name)) return path(name, "~1", "", undefined, rules.fixedExogenous);
          return path(name, "~1", "", rules.freeIntercepts ? frees : 0);
        }),
        ...names.latent.flatMap((name) => path(name, "~1", "", rules.form === "growth" ? undefined : 0)),
      ]
    : [];
  return [...variances, ...covariances, ...given, ...intercepts];
}

/** A covariance stands for both directions. */
function keysOf(left: string, operator: ModelOperator, right: string): readonly string[] {
  if (operator !== "~~") return [`${left} ${operator} ${right}`];
  return [`${left} ~~ ${right}`, `${right} ~~ ${left}`];
}

/** Observed variables that alone measure a factor and measure nothing else: they are taken to be free of error. */
function singleIndicators(written: readonly PathStatement[]): ReadonlySet<string> {
  const loadings = written.filter(({ operator }) => operator === "=~");
  const count = (name: string, side: "left" | "right") => loadings.filter((row) => row[side] === name).length;
  return new Set(
    loadings
      .filter(({ left, right }) => count(left, "left") === 1 && count(right, "right") === 1)
      .map(({ right }) => right),
  );
}

function pairs(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const));
}

function rowOf(path: Path, at: number, group: number, names: ModelNames, rules: ModelRules): ParameterRow {
  const { left, operator, right, isExogenous, modifiers } = path;
  const pick = <T>(values: readonly T[] | undefined): T | undefined => {
    if (values === undefined) return undefined;
    if (values.length > 1 && values.length !== rules.groups)
      throw new RangeError(
        `${left} ${operator} ${right} requires one modifier, or one for each of ${rules.groups} groups: ${values.length}`,
      );
    return values.length === 1 ? values[0] : values[group];
  };
  const fixed = pick(modifiers.fixed);
  const chosen = fixed === undefined ? released(path, group, names, rules) : fixed;
  const isFree = chosen === "free" && !isExogenous;
  const tied = isFree && rules.groups > 1 && holds(path, names, rules.heldEqual);
  const label = pick(modifiers.label) ?? (tied ? `.p${at + 1}.` : "");
  return {
    left,
    operator,
    right,
    group,
    label,
    isExogenous,
    value: isFree
      ? { kind: "free", start: pick(modifiers.start) }
      : { kind: "fixed", at: chosen === "free" ? Number.NaN : chosen },
  };
}

/** The default of a path in a group; what equal loadings or intercepts identify is free beyond the first group. */
function released(path: Path, group: number, names: ModelNames, rules: ModelRules): number | "free" {
  if (path.default.kind === "free") return "free";
  const isLatent = names.latent.includes(path.left);
  const later = group > 0 && rules.form !== "lavaan";
  const asWritten = Object.keys(path.modifiers).length === 0;
  if (later && asWritten && isLatent && path.operator === "~1" && rules.heldEqual.includes("intercepts"))
    return rules.heldEqual.includes("means") ? path.default.at : "free";
  if (later && isLatent && path.operator === "~~" && rules.heldEqual.includes("loadings"))
    return rules.heldEqual.includes("lv.variances") ? path.default.at : "free";
  return path.default.at;
}

/** Whether a path is among those held equal over groups. */
function holds({ left, operator, right }: Path, names: ModelNames, heldEqual: readonly HeldEqual[]): boolean {
  const isLatent = names.latent.includes(left);
  const kind = ((): HeldEqual => {
    if (operator === "=~") return "loadings";
    if (operator === "~") return "regressions";
    if (operator === "~1") return isLatent ? "means" : "intercepts";
    if (left === right) return isLatent ? "lv.variances" : "residuals";
    return isLatent ? "lv.covariances" : "residual.covariances";
  })();
  return heldEqual.includes(kind);
}
