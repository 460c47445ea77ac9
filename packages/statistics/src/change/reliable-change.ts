import { roundingOf } from "./rounding.ts";

/** Mean and standard deviation of a population on the instrument. */
export interface Population {
  readonly mean: number;
  readonly standardDeviation: number;
}

/** How precisely an instrument measures a difference between two occasions. */
export interface ChangePrecision {
  /** SE = SD · √(1 − r). */
  readonly standardError: number;
  /** Sdiff = √(2 · SE²): the standard error of a difference. */
  readonly differenceError: number;
  /** 1.96 · Sdiff, in the instrument's own points. */
  readonly criterion: number;
}

export type ReliableChangeState =
  | "recovered"
  | "improved"
  | "unchanged"
  | "deteriorated"
  | "crossed-without-reliable-change";

/** The normal deviate of the two-sided 5% level, as the article rounds it. */
export const reliableChangeDeviate = 1.96;

/**
 * What change would measurement error alone seldom produce?
 *
 * Jacobson NS, Truax P (1991). J Consult Clin Psychol 59: 12–19, doi 10.1037/0022-006X.59.1.12, p. 14.
 * The reliability is alpha for a change over a session or two and retest for lasting traits; whoever
 * calls says which. Assumes equal error at both occasions and at every level of the scale.
 */
export function changePrecision(standardDeviation: number, reliability: number): ChangePrecision {
  if (!(standardDeviation > 0 && Number.isFinite(standardDeviation))) {
    throw new RangeError(`changePrecision requires a standard deviation above 0: ${standardDeviation}`);
  }
  if (!(reliability >= 0 && reliability < 1)) {
    throw new RangeError(`changePrecision requires a reliability from 0 to below 1: ${reliability}`);
  }
  const standardError = standardDeviation * Math.sqrt(1 - reliability);
  const differenceError = Math.sqrt(2) * standardError;
  return { standardError, differenceError, criterion: reliableChangeDeviate * differenceError };
}

/** RCI = (after − before) / Sdiff; reliable beyond ±1.96. */
export function reliableChangeIndex(before: number, after: number, precision: ChangePrecision): number {
  return (after - before) / precision.differenceError;
}

/** The article's three cut-offs between the clinical and the functional population (p. 13). */
export interface ClinicalCutoffs {
  /** Two SD from the clinical mean towards function. */
  readonly a: number;
  /** Two SD from the functional mean towards the clinical; null without a functional norm. */
  readonly b: number | null;
  /** Where both are equally likely for normal curves: (SD₀·M₁ + SD₁·M₀) / (SD₀ + SD₁). */
  readonly c: number | null;
}

/**
 * From which score on does someone belong rather to the functional population?
 *
 * Three answers of Jacobson NS, Truax P (1991), J Consult Clin Psychol 59: 12–19: a, beyond the clinical range; b,
 * within the functional range; c, between the two means, each weighed by the other's spread. Without a functional
 * norm there is only a.
 */
export function clinicalCutoffs(
  clinical: Population,
  functional: Population | null,
  better: "higher" | "lower",
): ClinicalCutoffs {
  for (const { mean, standardDeviation } of [clinical, ...(functional === null ? [] : [functional])])
    if (!(Number.isFinite(mean) && standardDeviation > 0 && Number.isFinite(standardDeviation)))
      throw new RangeError(
        `clinicalCutoffs requires a mean and a standard deviation above 0: ${mean} and ${standardDeviation}`,
      );
  const towards = better === "higher" ? 1 : -1;
  const a = clinical.mean + towards * 2 * clinical.standardDeviation;
  if (functional === null) return { a, b: null, c: null };
  const b = functional.mean - towards * 2 * functional.standardDeviation;
  const c =
    (functional.standardDeviation * clinical.mean + clinical.standardDeviation * functional.mean) /
    (functional.standardDeviation + clinical.standardDeviation);
  return { a, b, c };
}

/** What was measured twice, and what it is held against. */
export interface ChangeQuestion {
  readonly before: number;
  readonly after: number;
  readonly better: "higher" | "lower";
  readonly criterion: number;
  /**
   * A published whole-number criterion counts as reached ("at-least"); 1.96 · Sdiff must be passed
   * ("beyond").
   */
  readonly reliable: "at-least" | "beyond";
  /** Null where the instrument has none: then nobody can be called recovered. */
  readonly cutoff: { readonly value: number; readonly clinicalSide: "inclusive" | "exclusive" } | null;
}

/**
 * In which of the article's states does the change leave the person?
 *
 * Recovered: reliably better, and over the cut-off from the clinical to the functional side. Crossing the
 * cut-off without reliable change is a state of its own, so that it is neither counted as recovery nor lost.
 */
export function classifyChange(question: ChangeQuestion): ReliableChangeState {
  const towards = question.better === "higher" ? 1 : -1;
  const gain = towards * (question.after - question.before);
  const rounding = roundingOf([
    question.before,
    question.after,
    question.criterion,
    question.cutoff?.value ?? 0,
  ]);
  const enough = (points: number) =>
    question.reliable === "at-least"
      ? points + rounding >= question.criterion
      : points > question.criterion + rounding;
  const { cutoff } = question;
  const crossed = cutoff !== null && clinical(question.before) && !clinical(question.after);
  if (enough(gain)) return crossed ? "recovered" : "improved";
  if (enough(-gain)) return "deteriorated";
  return crossed ? "crossed-without-reliable-change" : "unchanged";

  function clinical(value: number): boolean {
    const distance = towards * (value - (cutoff?.value ?? Number.NaN));
    return cutoff?.clinicalSide === "inclusive" ? distance <= rounding : distance < -rounding;
  }
}
