import type { Frame } from "../formula/frame.ts";
import { compareStructures, type StructureComparison } from "./compare-structures.ts";
import type { HeldEqual } from "./parameter-table.ts";
import {
  type FittedStructuralModel,
  type RefusedStructuralModel,
  type StructuralOptions,
  structuralModel,
} from "./structural-model.ts";

export const INVARIANCE_STEPS = {
  configural: [],
  metric: ["loadings"],
  scalar: ["loadings", "intercepts"],
  strict: ["loadings", "intercepts", "residuals"],
} as const satisfies Readonly<Record<string, readonly HeldEqual[]>>;

export type InvarianceStep = keyof typeof INVARIANCE_STEPS;

/** The models of the steps asked for, each with what it costs against the one before. */
export interface Invariance {
  readonly kind: "fitted";
  readonly steps: readonly {
    readonly step: InvarianceStep;
    readonly model: FittedStructuralModel;
    /** Against the step before; absent for the first. */
    readonly difference: StructureComparison | undefined;
  }[];
}

/**
 * Does the instrument measure the same in every group, of age or language say? The same paths, then the same loadings,
 * intercepts and residuals, each step tested against the one before.
 *
 * Meredith W (1993). Psychometrika 58: 525–543. A step that cannot be fitted ends it, with its reason.
 */
export function invariance(
  frame: Frame,
  syntax: string,
  options: StructuralOptions & { readonly group: string },
  steps: readonly InvarianceStep[] = ["configural", "metric", "scalar", "strict"],
): Invariance | (RefusedStructuralModel & { readonly step: InvarianceStep }) {
  const fitted: Invariance["steps"][number][] = [];
  for (const step of steps) {
    const model = structuralModel(frame, syntax, { ...options, heldEqual: INVARIANCE_STEPS[step] });
    if (model.kind !== "fitted") return { ...model, step };
    if (model.groups.length < 2)
      throw new RangeError(
        `invariance requires two or more groups in ${options.group}: ${model.groups.length}`,
      );
    const before = fitted.at(-1)?.model;
    fitted.push({
      step,
      model,
      difference: before === undefined ? undefined : compareStructures(before, model),
    });
  }
  return { kind: "fitted", steps: fitted };
}
