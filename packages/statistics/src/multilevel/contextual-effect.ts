import { entry, type Matrix } from "@concord/numerics";
import type { CentredPart } from "./within-between.ts";

/** What being among others who have more of a predictor adds to having more of it oneself. */
export interface ContextualEffect {
  readonly variable: string;
  /** Per unit of departure from the own group's mean, and per unit by which groups' means differ. */
  readonly within: number;
  readonly between: number;
  readonly estimate: number;
  readonly standardError: number;
  /** The weights of the fixed effects that make it, for tests of the same combination. */
  readonly weights: readonly number[];
}

/** What is needed of a fit, serially correlated or not: its fixed effects and their covariance. */
export interface FixedPartOfFit {
  readonly fixed: readonly { readonly name: string; readonly estimate: number }[];
  readonly covariance: Matrix;
}

/**
 * Do persons who are higher on average differ by more, or by less, than a person does from one session to the next?
 *
 * The contextual effect is the between effect less the within effect. Where the formula has `within(x)` and
 * `between(x)` it is their difference, with variance V_bb + V_ww − 2V_bw; where it has x itself beside `between(x)`, it
 * is the coefficient of the latter (Enders and Tofighi 2007, eq. 9–12). Variables of which the model lacks a part, or
 * has the part only inside an interaction, have none.
 *
 * Enders CK, Tofighi D (2007). Psychol Methods 12: 121–138.
 */
export function contextualEffects(
  fit: FixedPartOfFit,
  parts: readonly CentredPart[],
): readonly ContextualEffect[] {
  const placeOf = (name: string) => fit.fixed.findIndex((effect) => effect.name === name);
  return parts.flatMap((part) => {
    if (part.part !== "between") return [];
    const between = placeOf(part.name);
    const twin = parts.find(
      (other) =>
        other.part === "within" &&
        other.variable === part.variable &&
        other.group.join(":") === part.group.join(":"),
    );
    const within = placeOf(twin?.name ?? part.variable);
    if (between < 0 || within < 0) return [];
    const weights: readonly number[] = fit.fixed.map((_, j) =>
      j === between ? 1 : j === within && twin !== undefined ? -1 : 0,
    );
    const estimate = weights.reduce((total, weight, j) => total + weight * fit.fixed[j]!.estimate, 0);
    const own = fit.fixed[within]!.estimate;
    let variance = 0;
    weights.forEach((a, i) => {
      weights.forEach((b, j) => {
        variance += a * b * entry(fit.covariance, i, j);
      });
    });
    return [
      {
        variable: part.variable,
        within: own,
        between: own + estimate,
        estimate,
        standardError: Math.sqrt(variance),
        weights,
      },
    ];
  });
}
