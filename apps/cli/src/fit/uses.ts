import { distinctUses, formulaUses, namesIn } from "../model/formula-uses.ts";
import { asNames, asNumbers, asPredictors, type ColumnUse, columnsNamedIn } from "../model/table-use.ts";
import { templateNamed } from "../model/templates.ts";
import type { OutcomeUse } from "../model/two-valued-outcome.ts";
import { type FitFlags, seriesOf } from "./flags.ts";

/** What the formula or the study asks of the columns of a file. */
export function fitUses(flags: FitFlags, columns: readonly string[]): readonly ColumnUse[] {
  if (flags.template !== undefined) return studyUses(flags, flags.template, columns);
  const { formula, compare, ar1, factor } = flags;
  const derived = new Set(flags.let.map(({ name }) => name));
  const { group, order } = ar1 === undefined ? { group: undefined, order: null } : seriesOf(ar1);
  const all = [
    ...[formula, compare].flatMap((text) => (text === undefined ? [] : formulaUses(text, columns))),
    ...flags.let.flatMap(({ expression }) => {
      const { values, groups } = namesIn(expression, columns);
      return [...asNumbers(...values), ...asNames(...groups)];
    }),
    ...asNames(group),
    ...asNumbers(order ?? undefined),
    ...asNames(...factor),
  ];
  const isFactor = new Set(factor);
  return distinctUses(
    all
      .filter(({ name }) => !derived.has(name))
      .map((use) => (isFactor.has(use.name) ? { ...use, as: "name" as const } : use)),
  );
}

/** The column left of the ~, or the one that plays the outcome in a study. */
export function fitOutcomes(flags: FitFlags, columns: readonly string[]): readonly OutcomeUse[] {
  const { formula, template } = flags;
  if (template !== undefined)
    return studyOutcomes
      .flatMap((role) => studyUses(flags, template, columns, role))
      .map(({ name }) => ({
        name,
        logistic: (outcome) => `lme4::glmer(${outcome} ~ ..., family = binomial)`,
      }));
  const [left = "", ...right] = (formula ?? "").split("~");
  const [name, ...more] = columnsNamedIn([left.trim()], columns);
  if (name === undefined || more.length > 0 || right.length === 0) return [];
  const rest = right.join("~").trim();
  const isPlain = !/\b(?:within|between)\s*\(/.test(rest) && flags.ar1 === undefined;
  const terms = isPlain ? rest : "...";
  const call = rest.includes("|") || !isPlain ? "lme4::glmer" : "glm";
  return [{ name, logistic: (outcome) => `${call}(${outcome} ~ ${terms}, dat, family = binomial)` }];
}

/** Roles of studies that a straight line is fitted to. */
const studyOutcomes = ["outcome", "mediator"];

/** Roles of a study that are names; the others are numbers. */
const nameRoles: ReadonlySet<string> = new Set([
  "client",
  "therapist",
  "dyad",
  "perceiver",
  "target",
  "group",
]);

function studyUses(
  flags: FitFlags,
  name: string,
  columns: readonly string[],
  only?: string,
): readonly ColumnUse[] {
  const { columns: roles } = templateNamed(name);
  // In the study of truth and bias the client's and the therapist's columns hold their ratings.
  const areRatings = name === "truth-and-bias" ? new Set(["client", "therapist"]) : new Set<string>();
  return roles.flatMap(({ role, needed }) => {
    const given = flags.column.find((text) => text.startsWith(`${role}=`))?.slice(role.length + 1);
    const column = given ?? (columns.includes(role) ? role : undefined);
    if (column === undefined || (only !== undefined && role !== only)) return [];
    const as =
      nameRoles.has(role) && !areRatings.has(role) ? asNames : needed === "always" ? asNumbers : asPredictors;
    return as(column);
  });
}
