import { coefficientAt } from "../regression/combination.ts";
import type { FittedLinearModel } from "../regression/linear-model.ts";
import { type EffectPolynomial, productOf, sumOf, timesNumber } from "./effect-polynomial.ts";
import { chainsOf, type MediationModel, quoted } from "./mediation-model.ts";

/** What an effect is. */
export type EffectRole =
  | { readonly kind: "indirect"; readonly via: readonly string[] }
  | { readonly kind: "total-indirect" }
  | { readonly kind: "direct" }
  | { readonly kind: "total" }
  /** The first specific indirect effect less the second. */
  | { readonly kind: "contrast"; readonly via: readonly string[]; readonly less: readonly string[] }
  /** By how much the indirect effect changes for one unit of the moderator. */
  | { readonly kind: "index"; readonly via: readonly string[] };

/** One effect of the model, as a polynomial in all coefficients of all equations. */
export interface MediatedEffect {
  readonly role: EffectRole;
  /** The value of the moderator, for a conditional effect. */
  readonly at: number | null;
  /** The column of the predictor: its name, or the level that is set against the first. */
  readonly predictor: string;
  readonly polynomial: EffectPolynomial;
}

/** A path that may bend: its coefficient, and by how much that changes per unit of the moderator. */
interface Path {
  readonly start: EffectPolynomial;
  readonly change: EffectPolynomial | null;
}

/**
 * The effects of a mediation model: each specific indirect effect, their sum, direct and total, and the contrasts
 * between specific effects; with a moderator each of them at its values, and the index of moderated mediation
 * wherever the effect is a straight line in the moderator (Hayes AF 2015, Multivar Behav Res 50: 1–22).
 */
export function mediatedEffects(
  model: MediationModel,
  equations: readonly FittedLinearModel[],
  moderatorValues: readonly number[],
): readonly MediatedEffect[] {
  const chains = chainsOf(model);
  return predictorColumns(equations).flatMap((predictor) => {
    const direct = pathOf(model, equations, predictor, model.outcome);
    const routes = chains.map((chain) => ({
      chain,
      paths: [predictor, ...chain].map((from, i) =>
        pathOf(model, equations, from, chain[i] ?? model.outcome, from === predictor),
      ),
    }));
    const effect = (role: EffectRole, at: number | null, polynomial: EffectPolynomial) => ({
      role,
      at,
      predictor,
      polynomial,
    });
    const places: readonly (number | null)[] = model.moderation === undefined ? [null] : moderatorValues;
    const conditional = places.flatMap((at) => {
      const specific = routes.map(({ chain, paths }) => ({
        chain,
        value: paths.map((path) => pathAt(path, at)).reduce(productOf),
      }));
      const all = sumOf(specific.map(({ value }) => value));
      const straight = pathAt(direct, at);
      return [
        ...specific.map(({ chain, value }) => effect({ kind: "indirect", via: chain }, at, value)),
        ...(specific.length > 1 ? [effect({ kind: "total-indirect" }, at, all)] : []),
        effect({ kind: "direct" }, at, straight),
        effect({ kind: "total" }, at, sumOf([straight, all])),
        ...specific.flatMap((first, i) =>
          specific
            .slice(i + 1)
            .map((second) =>
              effect(
                { kind: "contrast", via: first.chain, less: second.chain },
                at,
                sumOf([first.value, timesNumber(second.value, -1)]),
              ),
            ),
        ),
      ];
    });
    const indices = routes.flatMap(({ chain, paths }) => {
      const bent = paths.filter(({ change }) => change !== null);
      if (bent.length !== 1) return [];
      const slope = paths.map(({ start, change }) => change ?? start).reduce(productOf);
      return [effect({ kind: "index", via: chain }, null, slope)];
    });
    return [...indices, ...conditional];
  });
}

/** The columns that stand for the predictor: one, or one for each level of a factor but the first. */
function predictorColumns(equations: readonly FittedLinearModel[]): readonly string[] {
  const { names, termOf } = equations[0]!.design;
  return names.filter((_, column) => termOf[column] === 0);
}

/** Where the coefficients of each equation begin in the list of all. */
export function startsOf(equations: readonly FittedLinearModel[]): readonly number[] {
  let next = 0;
  return equations.map(({ coefficients }) => {
    const start = next;
    next += coefficients.length;
    return start;
  });
}

function pathOf(
  model: MediationModel,
  equations: readonly FittedLinearModel[],
  from: string,
  to: string,
  isColumn = true,
): Path {
  const at = to === model.outcome ? model.mediators.length : model.mediators.indexOf(to);
  const equation = equations[at]!;
  const start = startsOf(equations)[at]!;
  const column = isColumn ? from : quoted(from);
  const own = coefficientAt(equation, column);
  const bend =
    model.moderation === undefined
      ? -1
      : coefficientAt(equation, `${column}:${quoted(model.moderation.moderator)}`);
  return {
    start: [{ factor: 1, of: [start + own] }],
    change: bend < 0 ? null : [{ factor: 1, of: [start + bend] }],
  };
}

function pathAt({ start, change }: Path, at: number | null): EffectPolynomial {
  return change === null || at === null ? start : sumOf([start, timesNumber(change, at)]);
}
