import { parseFormula } from "../formula/formula.ts";
import { evaluate, type Frame, type Variable } from "../formula/frame.ts";
import { quantileType7 } from "../mediation/bootstrap-interval.ts";
import { meanAndDeviations } from "../mediation/mediation.ts";
import { quoted } from "../mediation/mediation-model.ts";
import { compareLinearModels, type LinearModelComparison } from "../regression/compare-models.ts";
import {
  type FittedLinearModel,
  linearModel,
  type Refused,
  type StandardErrorKind,
} from "../regression/linear-model.ts";
import type { SignificanceRegion } from "./johnson-neyman.ts";
import { type SimpleSlope, significanceRegion, slopesAt, slopesInLevels } from "./simple-slopes.ts";

export interface ModerationModel {
  readonly outcome: string;
  /** A numeric column, or text: then the effect of each level against the first. */
  readonly predictor: string;
  /** A numeric column, or text: then the effect in each level. */
  readonly moderator: string;
  /** Terms of a formula. */
  readonly covariates?: readonly string[];
}

/** Slopes at chosen values, under the name of the choice. */
export interface ProbedSlopes {
  readonly choice: "percentiles" | "mean and SD" | "values" | "levels";
  readonly slopes: readonly SimpleSlope[];
}

/** How one column of the predictor depends on the moderator. */
export interface ConditionalEffect {
  readonly predictor: string;
  readonly probes: readonly ProbedSlopes[];
  /** Null where the moderator is not a number. */
  readonly region: SignificanceRegion | null;
  /** The percent of rows with a moderator at which the effect is significant; null as the region. */
  readonly rowsSignificant: number | null;
}

export interface FittedModeration {
  readonly kind: "fitted";
  readonly model: ModerationModel;
  readonly fit: FittedLinearModel;
  readonly withoutInteraction: FittedLinearModel;
  /** What the interaction explains beyond both main effects. */
  readonly interaction: LinearModelComparison;
  readonly effects: readonly ConditionalEffect[];
  readonly moderator: Variable;
}

export type Moderation = FittedModeration | Refused;

export interface ModerationOptions {
  readonly level?: number;
  readonly standardErrors?: StandardErrorKind;
  /** Further values of a numeric moderator at which to take slopes. */
  readonly values?: readonly number[];
}

/**
 * For whom does a predictor work: how does its effect depend on a moderator?
 *
 * y = … + b₁x + b₂w + b₃xw by least squares. The effect of x at w is b₁ + b₃w; it is taken at the 16th, 50th and 84th
 * percentile, at the mean and a standard deviation to either side, and wherever asked, and Johnson and Neyman's
 * bounds say for which w it is significant. With a factor as moderator the effect is given in each level.
 *
 * Aiken LS, West SG (1991), Multiple Regression: Testing and Interpreting Interactions; Hayes AF (2018), chapters 7–9.
 */
export function moderation(
  model: ModerationModel,
  frame: Frame,
  { level = 0.95, standardErrors = "classical", values = [] }: ModerationOptions = {},
): Moderation {
  const { outcome, predictor, moderator, covariates = [] } = model;
  if (new Set([outcome, predictor, moderator]).size < 3)
    throw new RangeError(
      `moderation requires three different columns: outcome ${outcome}, predictor ${predictor}, moderator ${moderator}`,
    );
  const side = (x: string) => `${quoted(outcome)} ~ ${[x, ...covariates].join(" + ")}`;
  const x = quoted(predictor);
  const w = quoted(moderator);
  const fit = linearModel(side(`${x} * ${w}`), frame, { level, standardErrors });
  if (fit.kind === "refused") return fit;
  const rows = fit.design.kept;
  const withoutInteraction = linearModel(side(`${x} + ${w}`), frame, { level, standardErrors, rows });
  if (withoutInteraction.kind === "refused") return withoutInteraction;
  const variable = columnAt(frame, moderator, rows);
  const columns = fit.design.names.filter((_, i) => fit.design.termOf[i] === 0);
  const effects = columns.map((column): ConditionalEffect => {
    if (variable.kind === "factor") {
      const slopes = slopesInLevels(fit, column, w, variable.levels);
      return {
        predictor: column,
        probes: [{ choice: "levels", slopes }],
        region: null,
        rowsSignificant: null,
      };
    }
    const probe = (choice: ProbedSlopes["choice"], at: readonly number[]): ProbedSlopes => ({
      choice,
      slopes: slopesAt(fit, column, w, at),
    });
    const region = significanceRegion(fit, column, w);
    return {
      predictor: column,
      probes: [
        probe("percentiles", percentilesOf(variable.values)),
        probe("mean and SD", meanAndDeviations(variable.values)),
        ...(values.length === 0 ? [] : [probe("values", values)]),
      ],
      region,
      rowsSignificant: percentInside(variable.values, region),
    };
  });
  return {
    kind: "fitted",
    model,
    fit,
    withoutInteraction,
    interaction: compareLinearModels(withoutInteraction, fit),
    effects,
    moderator: variable,
  };
}

/** A column over the rows of a fit, levels that no row has left out. */
function columnAt(frame: Frame, name: string, rows: readonly number[]): Variable {
  const column = rows.map((row) => frame[name]![row]!);
  return evaluate(parseFormula(quoted(name)).fixed.terms[0]!.variables[0]!, { [name]: column });
}

function percentilesOf(values: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  return [0.16, 0.5, 0.84].map((share) => quantileType7(sorted, share));
}

function percentInside(
  values: readonly number[],
  { bounds, significant }: SignificanceRegion,
): number | null {
  if (significant === "not defined") return null;
  if (significant === "everywhere") return 100;
  if (significant === "nowhere") return 0;
  const [low, high] = bounds as readonly [number, number];
  const between = values.filter((value) => value > low && value < high).length;
  return (100 * (significant === "inside" ? between : values.length - between)) / values.length;
}
