import type { Frame } from "../formula/frame.ts";
import type { FittedMixedModel, MultilevelFit } from "../multilevel/fit.ts";
import { fitMultilevel } from "../multilevel/fit-multilevel.ts";
import { conditionalModes } from "../multilevel/inference/conditional-modes.ts";
import { type FittedLinearModel, linearModel, type Refused } from "../regression/linear-model.ts";

export interface TruthAndBiasModel {
  /** What is judged: the therapist's rating, or how one thinks one is liked. */
  readonly judgment: string;
  /** What it is judged against: the client's rating, or how one is liked. */
  readonly truth: string;
  /** What else may draw judgments: one's own liking. */
  readonly bias?: string;
  /** Who judges, or which dyad; without it rows count as independent. */
  readonly judge?: string;
  readonly target?: string;
  /** The point that judgment and truth are counted from: the mean truth of all rows, or that of each judge. */
  readonly centre?: "all" | "judge";
}

/** How one judge (or dyad) judges, drawn towards all. */
export interface JudgeForces {
  readonly judge: string;
  readonly directionalBias: ShrunkenForce;
  readonly truthForce: ShrunkenForce;
  readonly biasForce: ShrunkenForce | null;
}

export interface ShrunkenForce {
  readonly estimate: number;
  /** Given the fit. */
  readonly deviation: number;
}

export interface FittedTruthAndBias {
  readonly kind: "fitted";
  readonly model: TruthAndBiasModel;
  readonly meanTruth: number;
  /** Null without a bias variable. */
  readonly meanBias: number | null;
  /** jc ~ tc + bc: intercept = directional bias, slopes = truth force and bias force. */
  readonly pooled: FittedLinearModel;
  /** With tc:bc: whether bias draws more where the truth is higher; null without a bias variable. */
  readonly interaction: FittedLinearModel | null;
  /** The same with judges (and targets) that differ in their level; and in their forces too. */
  readonly levels: MultilevelFit | null;
  readonly forces: MultilevelFit | null;
  readonly judges: readonly JudgeForces[];
}

/**
 * Are judgments drawn by the truth, by a bias, or neither?
 *
 * Judgment, truth and (on its own mean) bias are centred on the mean truth, so that the intercept is the directional
 * bias: do judges see too little or too much on average? The slope of truth is the truth force, that of bias the bias
 * force; both can act at once. `centre: "judge"` counts from each dyad's own mean, so that the slope says how closely one
 * member follows the other from session to session, T − C̄ᵢ = b₀ᵢ + b₁ᵢ(C − C̄ᵢ); its level and slope vary together.
 *
 * West TV, Kenny DA (2011). Psychol Rev 118: 357–378; Atzil-Slonim D et al. (2015), J Consult Clin Psychol 83: 1–11, for
 * client and therapist.
 */
export function truthAndBias(
  model: TruthAndBiasModel,
  frame: Frame,
  { level = 0.95 } = {},
): FittedTruthAndBias | Refused {
  const { judgment, truth, bias, judge, target, centre = "all" } = model;
  const named = [judgment, truth, bias, judge, target].filter((name) => name !== undefined);
  if (new Set(named).size < named.length)
    throw new RangeError(`truth and bias require different columns: ${named.join(", ")}`);
  if (centre === "judge" && judge === undefined)
    throw new RangeError("centring on each judge requires the column that says who judges");
  const absent = named.find((name) => !Object.hasOwn(frame, name));
  if (absent !== undefined)
    throw new RangeError(
      `truth and bias require a column that is there: ${absent}; there are ${Object.keys(frame).join(", ")}`,
    );
  const text = [judgment, truth, ...(bias === undefined ? [] : [bias])].find((name) =>
    frame[name]!.some((value) => value !== null && typeof value !== "number"),
  );
  if (text !== undefined)
    return { kind: "refused", reason: `ratings must be numbers, and column ${text} holds text` };
  const rows = frame[judgment]!.flatMap((_, i) =>
    named.every((name) => frame[name]![i] !== null) ? [i] : [],
  );
  const numbers = (name: string) => rows.map((row) => Number(frame[name]![row]));
  const ids = (name: string) => rows.map((row) => String(frame[name]![row]));
  const [j, t] = [numbers(judgment), numbers(truth)];
  const meanTruth = mean(t);
  const origin = centre === "judge" ? groupMeans(ids(judge!), t) : t.map(() => meanTruth);
  const b = bias === undefined ? null : numbers(bias);
  const meanBias = b === null ? null : mean(b);
  const centred: Frame = {
    jc: j.map((value, i) => value - origin[i]!),
    tc: t.map((value, i) => value - origin[i]!),
    ...(b === null ? {} : { bc: b.map((value) => value - meanBias!) }),
    ...(judge === undefined ? {} : { judge: ids(judge) }),
    ...(target === undefined ? {} : { target: ids(target) }),
  };
  const fixed = b === null ? "tc" : "tc + bc";
  const pooled = linearModel(`jc ~ ${fixed}`, centred, { level });
  if (pooled.kind === "refused") return pooled;
  const crossed = b === null ? null : linearModel("jc ~ tc * bc", centred, { level });
  if (crossed?.kind === "refused") return crossed;
  const targets = target === undefined ? "" : " + (1 | target)";
  const varying =
    centre === "judge"
      ? `(1 + ${fixed} | judge)`
      : ["(1 | judge)", "(0 + tc | judge)", ...(b === null ? [] : ["(0 + bc | judge)"])].join(" + ");
  const levels = judge === undefined ? null : fitMultilevel(`jc ~ ${fixed} + (1 | judge)${targets}`, centred);
  const forces = judge === undefined ? null : fitMultilevel(`jc ~ ${fixed} + ${varying}${targets}`, centred);
  return {
    kind: "fitted",
    model,
    meanTruth,
    meanBias,
    pooled,
    interaction: crossed,
    levels,
    forces,
    judges: forces?.kind === "fitted" ? judgeForces(forces) : [],
  };
}

/** Fixed effect plus what the judge departs from it. */
function judgeForces(fit: FittedMixedModel): readonly JudgeForces[] {
  const modes = conditionalModes(fit).find(({ factor }) => factor === "judge");
  if (modes === undefined) return [];
  const forceOf = (name: string, i: number): ShrunkenForce | null => {
    const fixed = fit.fixed.find((one) => one.name === name);
    const own = modes.effects.find((one) => one.name === name);
    if (fixed === undefined || own === undefined) return null;
    return { estimate: fixed.estimate + own.modes[i]!, deviation: own.deviations[i]! };
  };
  return modes.groups.flatMap((judge, i) => {
    const [directionalBias, truthForce] = [forceOf("(Intercept)", i), forceOf("tc", i)];
    return directionalBias === null || truthForce === null
      ? []
      : [{ judge, directionalBias, truthForce, biasForce: forceOf("bc", i) }];
  });
}

function groupMeans(groups: readonly string[], values: readonly number[]): readonly number[] {
  const own = new Map<string, number[]>();
  groups.forEach((group, i) => {
    const list = own.get(group) ?? [];
    list.push(values[i]!);
    own.set(group, list);
  });
  const means = new Map([...own].map(([group, list]) => [group, mean(list)]));
  return groups.map((group) => means.get(group)!);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
