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
} from "@concord/statistics/structure";
import type { AnalysisRequest, Outcome } from "../analysis.ts";
import { rText } from "../r-program/lines.ts";
import type { Columns } from "../table/cells.ts";
import { asNames, asNumbers, type ColumnUse, columnsNamedIn } from "../table/column-use.ts";
import { incompleteRows, type LeftRow } from "../table/report.ts";
import type { OutcomeUse } from "../table/two-valued-outcome.ts";
import { missingRules } from "./choices.ts";

export interface StructureRequest extends AnalysisRequest {
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
export function missingRuleOf({ missing }: StructureRequest): MissingRule {
  const rules = missingRules.filter((rule) => missing.includes(rule));
  if (rules.length > 1) throw new RangeError(`--missing requires one rule: ${rules.join(" and ")}`);
  return rules[0] ?? "listwise";
}

/** Variables of the model are numbers, groups are names. */
export function structureUses(request: StructureRequest, columns: readonly string[]): readonly ColumnUse[] {
  const syntax = [syntaxOf(request), request.compare ?? ""].map((text) => text.replace(/[#!].*$/gm, ""));
  const variables = columnsNamedIn(syntax, columns).filter((name) => name !== request.group);
  return [...asNumbers(...variables), ...asNames(request.group)];
}

/** Every variable that the model explains: indicators of factors and outcomes of paths. */
export function structureOutcomes(
  request: StructureRequest,
  columns: readonly string[],
): readonly OutcomeUse[] {
  const variables = columnsNamedIn([syntaxOf(request).replace(/[#!].*$/gm, "")], columns);
  const explaining = new Set(onlyExplaining(syntaxOf(request), variables));
  return variables
    .filter((name) => !explaining.has(name) && name !== request.group)
    .map((name) => ({
      name,
      logistic: () => `lavaan::sem(model, dat, ordered = ${rText(name)}) (a probit model, by WLSMV)`,
    }));
}

/**
 * Rows without a value, or without one of a variable that only explains: full information models the others given
 * these.
 */
function rowsWithoutInformation(columns: Columns, request: StructureRequest): readonly LeftRow[] {
  const variables = columnsNamedIn([syntaxOf(request)], Object.keys(columns));
  const groups = request.group === undefined ? [] : incompleteRows(columns, [request.group]);
  const given = request.fixedX ? incompleteRows(columns, onlyExplaining(syntaxOf(request), variables)) : [];
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

export function fitStructure(columns: Columns, request: StructureRequest): Outcome<StructureResult> {
  const frame = columns;
  const syntax = syntaxOf(request);
  const options = structuralOptions(request);
  const rowsOf = ({ groups }: FittedStructuralModel) => ({
    used: groups.reduce((sum, { rows }) => sum + rows, 0),
    ...(options.missing === "fiml" ? { left: rowsWithoutInformation(columns, request) } : {}),
  });
  if (request.invariance !== undefined) {
    if (request.group === undefined)
      throw new RangeError("--invariance requires groups: name them by --group COLUMN");
    const result = invariance(frame, syntax, { ...options, group: request.group }, request.invariance);
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
  const other = request.compare === undefined ? undefined : structuralModel(frame, request.compare, options);
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

/** The model as text, in the one of three ways in which it was given. */
export function syntaxOf({ model, modelFile, riClpm, equalPaths }: StructureRequest): string {
  const said = [model, modelFile, riClpm].filter((one) => one !== undefined);
  if (said.length !== 1)
    throw new RangeError("a model requires one of --model TEXT, --model-file FILE or --ri-clpm SERIES");
  if (riClpm !== undefined)
    return crossLaggedSyntax(riClpm, equalPaths === true ? "equal-over-waves" : "free");
  return model ?? modelFile!;
}

/** A cross-lagged model says all of itself, but for the intercepts. */
export function structuralOptions(request: StructureRequest): StructuralOptions {
  const isCrossLagged = request.riClpm !== undefined;
  return {
    form: request.form ?? (isCrossLagged ? "lavaan" : "sem"),
    estimator: request.estimator,
    missing: missingRuleOf(request),
    level: request.confidenceLevel,
    standardizedFactors: request.stdLv === true,
    fixedExogenous: request.fixedX,
    heldEqual: request.groupEqual ?? [],
    ...(request.group === undefined ? {} : { group: request.group }),
    ...(request.meanstructure === true || isCrossLagged ? { meanStructure: true } : {}),
    ...(request.intOvFree === true || isCrossLagged ? { freeIntercepts: true } : {}),
  };
}
