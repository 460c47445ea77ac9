import { type Expression, written } from "../formula/expression.ts";
import { parseFormula, type Terms } from "../formula/formula.ts";

/** How variances are estimated: restricted or full maximum likelihood. */
export type MultilevelMethod = "REML" | "ML";

/** Effects that vary over one grouping factor, as `(1 + x | client:therapist)`. */
export interface RandomEffectsTerm {
  /** The factor as R names it: `therapist`, `client:therapist`, `item:(client:therapist)`. */
  readonly factor: string;
  /** The columns whose values together name a group, the finest first. */
  readonly columns: readonly string[];
  readonly effects: Terms;
}

/** What a formula asks for: y = Xβ + Zb + e, with b ~ N(0, D) per group of each term and e ~ N(0, σ²). */
export interface MixedModel {
  readonly formula: string;
  readonly response: Expression;
  readonly fixed: Terms;
  /** As written, with paths a/b and bars || taken apart. */
  readonly random: readonly RandomEffectsTerm[];
}

/**
 * The model of a formula in Wilkinson's notation: `y ~ x + (1 + x | therapist/client)`.
 *
 * A path a/b stands for a and for b within a; `||` gives every effect a term of its own. A SyntaxError names what the
 * formula lacks. Bates D et al. (2015). J Stat Softw 67(1), section 2.1.
 */
export function mixedModelOf(formula: string): MixedModel {
  const { response, fixed, random } = parseFormula(formula);
  if (response === undefined) {
    throw new SyntaxError(`a multilevel model requires an outcome before ~: ${formula}`);
  }
  if (random.length === 0) {
    throw new SyntaxError(`a multilevel model requires a random part, as (1 | client): ${formula}`);
  }
  return {
    formula,
    response,
    fixed,
    random: random.flatMap(({ effects, path, correlated }) =>
      factorsAlong(path).flatMap((factor) =>
        (correlated ? [effects] : separated(effects)).map((own) => ({ ...factor, effects: own })),
      ),
    ),
  };
}

/** The factors of a path, the innermost first: c:(b:a), b:a and a for a/b/c. */
function factorsAlong(
  path: readonly (readonly string[])[],
): readonly Pick<RandomEffectsTerm, "factor" | "columns">[] {
  const factors: Pick<RandomEffectsTerm, "factor" | "columns">[] = [];
  for (const step of path) {
    const outer = factors.at(-1);
    const inner = step.map((name) => written({ kind: "name", name })).join(":");
    if (outer === undefined) factors.push({ factor: inner, columns: step });
    else {
      const within = outer.columns.length > 1 ? `(${outer.factor})` : outer.factor;
      factors.push({ factor: `${inner}:${within}`, columns: [...step, ...outer.columns] });
    }
  }
  return factors.reverse();
}

function separated(effects: Terms): readonly Terms[] {
  return [
    ...(effects.intercept ? [{ intercept: true, terms: [] }] : []),
    ...effects.terms.map((term) => ({ intercept: false, terms: [term] })),
  ];
}
