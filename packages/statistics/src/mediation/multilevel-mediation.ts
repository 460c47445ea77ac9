import { type Chance, type Matrix, zeros } from "@concord/numerics";
import { designOf } from "../formula/design.ts";
import { parseFormula } from "../formula/formula.ts";
import type { Frame } from "../formula/frame.ts";
import type { FittedMixedModel } from "../multilevel/fit.ts";
import { fitMultilevel } from "../multilevel/fit-multilevel.ts";
import type { Refused } from "../regression/linear-model.ts";
import type { Ends } from "./bootstrap-interval.ts";
import { deltaStandardError, type EffectPolynomial, effectAt } from "./effect-polynomial.ts";
import { quoted } from "./mediation-model.ts";
import { monteCarloIntervals } from "./monte-carlo.ts";

export interface MultilevelMediationModel {
  readonly predictor: string;
  readonly mediator: string;
  readonly outcome: string;
  /** Whose rows belong together: clients, or therapists. */
  readonly group: string;
  readonly covariates?: readonly string[];
}

/** One effect within groups or between them. */
export interface LevelEffect {
  readonly level: "within" | "between";
  readonly kind: "a" | "b" | "indirect" | "direct" | "total";
  readonly estimate: number;
  readonly standardError: number;
  /** Monte Carlo, for all that is a product; for single paths the same. */
  readonly interval: Ends;
}

export interface FittedMultilevelMediation {
  readonly kind: "fitted";
  /** The level of predictor, mediator and outcome: a predictor that never changes within a group makes it 2-1-1. */
  readonly design: "1-1-1" | "2-1-1";
  readonly mediatorModel: FittedMixedModel;
  readonly outcomeModel: FittedMixedModel;
  readonly effects: readonly LevelEffect[];
  readonly rows: number;
  readonly groups: number;
}

export interface MultilevelMediationOptions {
  readonly level?: number;
  readonly draws?: number;
  readonly chance: Chance;
}

/**
 * Does a process run within clients, between them, or both?
 *
 * Predictor and mediator are parted into each group's mean and the departure from it; both equations have a random
 * intercept for the group. Within: session by session, where a client's predictor is above their own usual, so is the
 * mediator, and then the outcome. Between: clients whose usual is higher. Mixing the two is how multilevel mediation goes
 * wrong (Zhang Z, Zyphur MJ, Preacher KJ 2009, Organ Res Methods 12: 695–719). A predictor of the group itself has a
 * between effect only. Slopes are the same in all groups; intervals are Monte Carlo's (Preacher KJ, Selig JP 2012). Group
 * means of few rows are uncertain and pull the between effect towards the within effect.
 */
export function multilevelMediation(
  model: MultilevelMediationModel,
  frame: Frame,
  { level = 0.95, draws = 20_000, chance }: MultilevelMediationOptions,
): FittedMultilevelMediation | Refused {
  const { predictor, mediator, outcome, group, covariates = [] } = model;
  if (new Set([predictor, mediator, outcome, group]).size < 4)
    throw new RangeError(
      `multilevel mediation requires four different columns: ${[predictor, mediator, outcome, group].join(", ")}`,
    );
  const text = [predictor, mediator, outcome].find((name) =>
    frame[name]?.some((value) => typeof value === "string"),
  );
  if (text !== undefined)
    return { kind: "refused", reason: `multilevel mediation requires numbers: column ${text} holds text` };
  const names = [outcome, predictor, mediator, group].map(quoted).concat(covariates);
  const { kept } = designOf(parseFormula(`~ ${names.join(" + ")}`).fixed, withGroupsAsText(frame, group));
  const columnOf = (name: string) => kept.map((row) => frame[name]![row]!);
  const groups = columnOf(group).map(String);
  const [x, m] = [partedBy(groups, columnOf(predictor)), partedBy(groups, columnOf(mediator))];
  const isConstant = x.within.every((value) => Math.abs(value) < 1e-12 * (1 + x.size));
  const own = Object.fromEntries(
    Object.keys(frame).map((name) => [name, name === group ? groups : columnOf(name)]),
  );
  const parted: Frame = {
    ...own,
    x_within: x.within,
    x_between: x.between,
    m_within: m.within,
    m_between: m.between,
  };
  const taken = ["x_within", "x_between", "m_within", "m_between"].find((name) => Object.hasOwn(frame, name));
  if (taken !== undefined)
    return {
      kind: "refused",
      reason: `the parts of the predictor and the mediator are called so: rename the column ${taken}`,
    };
  const xs = isConstant ? ["x_between"] : ["x_within", "x_between"];
  const side = (parts: readonly string[]) => [...parts, ...covariates, `(1 | ${quoted(group)})`].join(" + ");
  const first = fitMultilevel(`${quoted(mediator)} ~ ${side(xs)}`, parted);
  if (first.kind === "refused") return { kind: "refused", reason: first.reason };
  const second = fitMultilevel(`${quoted(outcome)} ~ ${side(["m_within", "m_between", ...xs])}`, parted);
  if (second.kind === "refused") return { kind: "refused", reason: second.reason };
  const coefficients = [...first.fixed, ...second.fixed].map(({ estimate }) => estimate);
  const covariance = blocks(first.covariance, second.covariance);
  const at = (fit: FittedMixedModel, name: string, shift: number): EffectPolynomial => [
    { factor: 1, of: [shift + fit.fixed.findIndex((one) => one.name === name)] },
  ];
  const wanted = (isConstant ? (["between"] as const) : (["within", "between"] as const)).flatMap((side) => {
    const a = at(first, `x_${side}`, 0);
    const b = at(second, `m_${side}`, first.fixed.length);
    const direct = at(second, `x_${side}`, first.fixed.length);
    const indirect: EffectPolynomial = [{ factor: 1, of: [...a[0]!.of, ...b[0]!.of] }];
    return [
      { level: side, kind: "a" as const, polynomial: a },
      { level: side, kind: "b" as const, polynomial: b },
      { level: side, kind: "indirect" as const, polynomial: indirect },
      { level: side, kind: "direct" as const, polynomial: direct },
      { level: side, kind: "total" as const, polynomial: [...indirect, ...direct] },
    ];
  });
  const intervals = monteCarloIntervals(
    wanted.map(({ polynomial }) => polynomial),
    coefficients,
    covariance,
    { count: draws, chance, level },
  );
  return {
    kind: "fitted",
    design: isConstant ? "2-1-1" : "1-1-1",
    mediatorModel: first,
    outcomeModel: second,
    effects: wanted.map(({ polynomial, ...effect }, i) => ({
      ...effect,
      estimate: effectAt(polynomial, coefficients),
      standardError: deltaStandardError(polynomial, coefficients, covariance),
      interval: intervals[i]!,
    })),
    rows: kept.length,
    groups: new Set(groups).size,
  };
}

/** Each group's mean, and every value's departure from it. */
function partedBy(groups: readonly string[], column: readonly (number | string | boolean | null)[]) {
  const sums = new Map<string, { total: number; count: number }>();
  groups.forEach((group, i) => {
    const sum = sums.get(group) ?? { total: 0, count: 0 };
    sums.set(group, { total: sum.total + Number(column[i]), count: sum.count + 1 });
  });
  const between = groups.map((group) => sums.get(group)!.total / sums.get(group)!.count);
  const within = column.map((value, i) => Number(value) - between[i]!);
  return { between, within, size: Math.max(...between.map(Math.abs)) };
}

function withGroupsAsText(frame: Frame, group: string): Frame {
  const column = frame[group] ?? [];
  return { ...frame, [group]: column.map((value) => (value === null ? null : String(value))) };
}

function blocks(first: Matrix, second: Matrix): Matrix {
  const joint = zeros(first.rows + second.rows, first.rows + second.rows);
  [first, second].forEach((block, k) => {
    const shift = k * first.rows;
    for (let i = 0; i < block.rows; i++) {
      joint.values.set(
        block.values.subarray(i * block.columns, (i + 1) * block.columns),
        (shift + i) * joint.columns + shift,
      );
    }
  });
  return joint;
}
