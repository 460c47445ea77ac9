import { distinctUses, formulaUses, namesIn } from "../model/formula-uses.ts";
import { asNames, asNumbers, asPredictors, type ColumnUse } from "../model/table-use.ts";
import { templateNamed } from "../model/templates.ts";
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

/** Roles of a study that are names; the others are numbers. */
const nameRoles: ReadonlySet<string> = new Set([
  "client",
  "therapist",
  "dyad",
  "perceiver",
  "target",
  "group",
]);

function studyUses(flags: FitFlags, name: string, columns: readonly string[]): readonly ColumnUse[] {
  const { columns: roles } = templateNamed(name);
  // In the study of truth and bias the client's and the therapist's columns hold their ratings.
  const areRatings = name === "truth-and-bias" ? new Set(["client", "therapist"]) : new Set<string>();
  return roles.flatMap(({ role, needed }) => {
    const given = flags.column.find((text) => text.startsWith(`${role}=`))?.slice(role.length + 1);
    const column = given ?? (columns.includes(role) ? role : undefined);
    if (column === undefined) return [];
    const as =
      nameRoles.has(role) && !areRatings.has(role) ? asNames : needed === "always" ? asNumbers : asPredictors;
    return as(column);
  });
}
