import type { FrameRules } from "@concord/interchange";
import {
  compareStructures,
  crossLaggedSyntax,
  type Estimator,
  type FittedStructuralModel,
  type HeldEqual,
  type Invariance,
  type InvarianceStep,
  invariance,
  type MissingRule,
  type ModelRules,
  type StructuralOptions,
  type StructureComparison,
  structuralModel,
  type WaveSeries,
} from "@concord/statistics";
import type { Columns, ModelFlags, Outcome } from "../model/model-command.ts";
import { rText } from "../model/r-lines.ts";
import type { LeftRow } from "../model/read-table.ts";
import { incompleteRows } from "../model/table-report.ts";
import { asNames, asNumbers, type ColumnUse, columnsNamedIn } from "../model/table-use.ts";
import type { OutcomeUse } from "../model/two-valued-outcome.ts";
import { tableRules } from "../table-options.ts";

export interface StructureFlags extends Omit<ModelFlags, "missing"> {
  readonly model?: string;
  readonly modelFile?: string;
  readonly riClpm?: readonly WaveSeries[];
  readonly equalPaths?: true;
  readonly compare?: string;
  readonly form?: ModelRules["form"];
  readonly estimator: Estimator;
  /** A rule, listwise or fiml, and numbers that mean no answer. */
  readonly missing: readonly string[];
  readonly group?: string;
  readonly groupEqual?: readonly HeldEqual[];
  readonly invariance?: readonly InvarianceStep[];
  readonly stdLv?: true;
  readonly meanstructure?: true;
  readonly intOvFree?: true;
  readonly fixedX: boolean;
  readonly missingValues?: readonly number[];
  readonly modificationIndices?: number;
}

export type StructureResult =
  | {
      readonly kind: "model";
      readonly model: FittedStructuralModel;
      /** The narrower or wider model beside it, and their difference. */
      readonly other: FittedStructuralModel | undefined;
      readonly difference: StructureComparison | undefined;
    }
  | { readonly kind: "invariance"; readonly steps: Invariance["steps"] };

/** The rule among the words of `--missing`; the others are codes. */
export function missingRuleOf({ missing }: StructureFlags): MissingRule {
  const rules = missingRules.filter((rule) => missing.includes(rule));
  if (rules.length > 1) throw new RangeError(`--missing requires one rule: ${rules.join(" and ")}`);
  return rules[0] ?? "listwise";
}

export const missingRules: readonly MissingRule[] = ["listwise", "fiml"];

/** The numbers that mean no answer. */
export function structureRules(flags: StructureFlags): FrameRules {
  const codes = flags.missing.filter((word) => !missingRules.some((rule) => rule === word));
  return { ...tableRules(flags), missing: [...codes, ...(flags.missingValues ?? []).map(String)] };
}

/** Variables of the model are numbers, groups are names. */
export function structureUses(flags: StructureFlags, columns: readonly string[]): readonly ColumnUse[] {
  const syntax = [syntaxOf(flags), flags.compare ?? ""].map((text) => text.replace(/[#!].*$/gm, ""));
  const variables = columnsNamedIn(syntax, columns).filter((name) => name !== flags.group);
  return [...asNumbers(...variables), ...asNames(flags.group)];
}

/** Every variable that the model explains: indicators of factors and outcomes of paths. */
export function structureOutcomes(flags: StructureFlags, columns: readonly string[]): readonly OutcomeUse[] {
  const variables = columnsNamedIn([syntaxOf(flags).replace(/[#!].*$/gm, "")], columns);
  const explaining = new Set(onlyExplaining(syntaxOf(flags), variables));
  return variables
    .filter((name) => !explaining.has(name) && name !== flags.group)
    .map((name) => ({
      name,
      logistic: () => `lavaan::sem(model, dat, ordered = ${rText(name)}) (a probit model, by WLSMV)`,
    }));
}

/**
 * Rows without a value, or without one of a variable that only explains: full information models the others given
 * these.
 */
function rowsWithoutInformation(columns: Columns, flags: StructureFlags): readonly LeftRow[] {
  const variables = columnsNamedIn([syntaxOf(flags)], Object.keys(columns));
  const groups = flags.group === undefined ? [] : incompleteRows(columns, [flags.group]);
  const given = flags.fixedX ? incompleteRows(columns, onlyExplaining(syntaxOf(flags), variables)) : [];
  const rows = variables[0] === undefined ? [] : columns[variables[0]]!;
  const empty = rows.flatMap((_, row) =>
    variables.every((name) => columns[name]![row] === null) ? [{ row, reason: "no value at all" }] : [],
  );
  return [...groups, ...empty, ...given];
}

/** Variables that stand to the right of ~ alone. */
function onlyExplaining(syntax: string, variables: readonly string[]): readonly string[] {
  const statements = syntax.split(/[;\n]/);
  const explained = new Set<string>();
  const explaining = new Set<string>();
  for (const statement of statements) {
    const [left = "", right] = statement.split(/=~|~~|~/);
    if (right === undefined) continue;
    const isRegression = !/=~|~~/.test(statement);
    for (const name of columnsNamedIn([left], variables)) explained.add(name);
    for (const name of columnsNamedIn([right], variables)) (isRegression ? explaining : explained).add(name);
  }
  return [...explaining].filter((name) => !explained.has(name));
}

export function fitStructure(columns: Columns, flags: StructureFlags): Outcome<StructureResult> {
  const frame = columns;
  const syntax = syntaxOf(flags);
  const options = structuralOptions(flags);
  const rowsOf = ({ groups }: FittedStructuralModel) => ({
    used: groups.reduce((sum, { rows }) => sum + rows, 0),
    ...(options.missing === "fiml" ? { left: rowsWithoutInformation(columns, flags) } : {}),
  });
  if (flags.invariance !== undefined) {
    if (flags.group === undefined)
      throw new RangeError("--invariance requires groups: name them by --group COLUMN");
    const result = invariance(frame, syntax, { ...options, group: flags.group }, flags.invariance);
    if (result.kind !== "fitted")
      return { kind: "refused", reason: `the ${result.step} step cannot be fitted: ${result.reason}` };
    const notes = result.steps.flatMap(({ step, model }) =>
      model.cautions.map((caution) => `${step}: ${caution}`),
    );
    return {
      kind: "done",
      ...rowsOf(result.steps[0]!.model),
      result: { kind: "invariance", steps: result.steps },
      notes,
    };
  }
  const model = structuralModel(frame, syntax, options);
  if (model.kind !== "fitted") return { kind: "refused", reason: model.reason };
  const other = flags.compare === undefined ? undefined : structuralModel(frame, flags.compare, options);
  if (other !== undefined && other.kind !== "fitted")
    return { kind: "refused", reason: `the model to compare with cannot be fitted: ${other.reason}` };
  return {
    kind: "done",
    ...rowsOf(model),
    result: {
      kind: "model",
      model,
      other,
      difference: other === undefined ? undefined : nested(model, other),
    },
    notes: model.cautions,
  };
}

/** The wider model first, whichever was named first. */
function nested(a: FittedStructuralModel, b: FittedStructuralModel): StructureComparison {
  return a.fit.degrees <= b.fit.degrees ? compareStructures(a, b) : compareStructures(b, a);
}

/** The model as text, from whichever flag says it. */
export function syntaxOf({ model, modelFile, riClpm, equalPaths }: StructureFlags): string {
  const said = [model, modelFile, riClpm].filter((one) => one !== undefined);
  if (said.length !== 1)
    throw new RangeError("a model requires one of --model TEXT, --model-file FILE or --ri-clpm SERIES");
  if (riClpm !== undefined)
    return crossLaggedSyntax(riClpm, equalPaths === true ? "equal-over-waves" : "free");
  return model ?? modelFile!;
}

/** A cross-lagged model says all of itself, but for the intercepts. */
export function structuralOptions(flags: StructureFlags): StructuralOptions {
  const isCrossLagged = flags.riClpm !== undefined;
  return {
    form: flags.form ?? (isCrossLagged ? "lavaan" : "sem"),
    estimator: flags.estimator,
    missing: missingRuleOf(flags),
    level: flags.level / 100,
    standardizedFactors: flags.stdLv === true,
    fixedExogenous: flags.fixedX,
    heldEqual: flags.groupEqual ?? [],
    ...(flags.group === undefined ? {} : { group: flags.group }),
    ...(flags.meanstructure === true || isCrossLagged ? { meanStructure: true } : {}),
    ...(flags.intOvFree === true || isCrossLagged ? { freeIntercepts: true } : {}),
  };
}
