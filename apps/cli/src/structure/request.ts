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
import { withoutCodes } from "../model/pick-columns.ts";

export interface StructureFlags extends ModelFlags {
  readonly model?: string;
  readonly modelFile?: string;
  readonly riClpm?: readonly WaveSeries[];
  readonly equalPaths?: true;
  readonly compare?: string;
  readonly form?: ModelRules["form"];
  readonly estimator: Estimator;
  readonly missing: MissingRule;
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

export function fitStructure(columns: Columns, flags: StructureFlags): Outcome<StructureResult> {
  const frame = withoutCodes(columns, flags.missingValues ?? []);
  const syntax = syntaxOf(flags);
  const options = structuralOptions(flags);
  if (flags.invariance !== undefined) {
    if (flags.group === undefined)
      throw new RangeError("--invariance requires groups: name them by --group COLUMN");
    const result = invariance(frame, syntax, { ...options, group: flags.group }, flags.invariance);
    if (result.kind !== "fitted")
      return { kind: "refused", reason: `the ${result.step} step cannot be fitted: ${result.reason}` };
    const notes = result.steps.flatMap(({ step, model }) =>
      model.cautions.map((caution) => `${step}: ${caution}`),
    );
    return { kind: "done", result: { kind: "invariance", steps: result.steps }, notes };
  }
  const model = structuralModel(frame, syntax, options);
  if (model.kind !== "fitted") return { kind: "refused", reason: model.reason };
  const other = flags.compare === undefined ? undefined : structuralModel(frame, flags.compare, options);
  if (other !== undefined && other.kind !== "fitted")
    return { kind: "refused", reason: `the model to compare with cannot be fitted: ${other.reason}` };
  return {
    kind: "done",
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
    missing: flags.missing,
    level: flags.level / 100,
    standardizedFactors: flags.stdLv === true,
    fixedExogenous: flags.fixedX,
    heldEqual: flags.groupEqual ?? [],
    ...(flags.group === undefined ? {} : { group: flags.group }),
    ...(flags.meanstructure === true || isCrossLagged ? { meanStructure: true } : {}),
    ...(flags.intOvFree === true || isCrossLagged ? { freeIntercepts: true } : {}),
  };
}
