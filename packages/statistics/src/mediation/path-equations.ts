import { parseFormula } from "../formula/formula.ts";
import { evaluate, type Frame } from "../formula/frame.ts";
import { type FittedLinearModel, linearModel, type Refused } from "../regression/linear-model.ts";
import { type MediationModel, parentsOf, quoted, requireModel } from "./mediation-model.ts";

/** The regressions of a mediation model, all over the same rows. */
export interface PathEquations {
  readonly kind: "fitted";
  /** One for each mediator, in their order, then that of the outcome. */
  readonly equations: readonly FittedLinearModel[];
  /** The outcome without the mediators; null where a moderator makes the total effect a function. */
  readonly total: FittedLinearModel | null;
  /** The rows with every value known, from 0. */
  readonly rows: readonly number[];
}

/** Fits each mediator on what leads to it, and the outcome on everything, by least squares. */
export function pathEquations(model: MediationModel, frame: Frame, level: number): PathEquations | Refused {
  requireModel(model);
  for (const name of [...model.mediators, model.outcome]) {
    const reason = notContinuous(name, frame);
    if (reason !== null) return { kind: "refused", reason };
  }
  const formulas = formulasOf(model);
  const everything = linearModel(formulas.complete, frame, { level });
  if (everything.kind === "refused") return everything;
  const rows = everything.design.kept;
  const equations: FittedLinearModel[] = [];
  for (const formula of formulas.equations) {
    const fit = linearModel(formula, frame, { level, rows });
    if (fit.kind === "refused") return fit;
    equations.push(fit);
  }
  if (model.moderation !== undefined) return { kind: "fitted", equations, total: null, rows };
  const total = linearModel(formulas.total, frame, { level, rows });
  return total.kind === "refused" ? total : { kind: "fitted", equations, total, rows };
}

/** The formulas as R writes them. */
export interface PathFormulas {
  readonly equations: readonly string[];
  readonly total: string;
  /** Names every variable once, to find the rows where all are known. */
  readonly complete: string;
}

export function formulasOf(model: MediationModel): PathFormulas {
  const x = quoted(model.predictor);
  const y = quoted(model.outcome);
  const w = model.moderation === undefined ? undefined : quoted(model.moderation.moderator);
  const bends = (path: "first" | "second" | "direct") => model.moderation?.paths.includes(path) === true;
  const times = (name: string, isBent: boolean) => (isBent && w !== undefined ? `${name} * ${w}` : name);
  const covariates = model.covariates ?? [];
  const mediators = model.mediators.map(quoted);
  const parents = parentsOf(model);
  const side = (parts: readonly string[]) => [...parts, ...covariates].join(" + ");
  return {
    equations: [
      ...mediators.map(
        (mediator, i) => `${mediator} ~ ${side([times(x, bends("first")), ...parents[i]!.map(quoted)])}`,
      ),
      `${y} ~ ${side([times(x, bends("direct")), ...mediators.map((mediator) => times(mediator, bends("second")))])}`,
    ],
    total: `${y} ~ ${side([x])}`,
    complete: `${y} ~ ${side([x, ...mediators, ...(w === undefined ? [] : [w])])}`,
  };
}

/** Two values only: a path in straight lines would not be an effect on such a scale. */
function notContinuous(name: string, frame: Frame): string | null {
  const variable = evaluate(parseFormula(quoted(name)).fixed.terms[0]!.variables[0]!, frame);
  if (variable.kind === "factor")
    return `mediators and outcome must be numbers, and column ${name} holds text: score it first`;
  const values = new Set(variable.values.filter((value) => !Number.isNaN(value)));
  if (values.size === 2)
    return `${name} takes only two values, ${[...values].sort((a, b) => a - b).join(" and ")}: mediation by least squares is for mediators and outcomes on a continuous scale; for a yes-or-no one use a logistic model`;
  return null;
}
