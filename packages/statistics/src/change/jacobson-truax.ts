import { centre } from "./centre.ts";
import {
  type ChangePrecision,
  type ClinicalCutoffs,
  changePrecision,
  classifyChange,
  clinicalCutoffs,
  type Population,
  type ReliableChangeState,
  reliableChangeIndex,
} from "./reliable-change.ts";

export interface JacobsonTruaxOptions {
  readonly reliability: number;
  readonly better: "higher" | "lower";
  /** The spread at the first occasion; of the people given unless said. */
  readonly standardDeviation?: number;
  readonly clinical: Population | null;
  readonly functional: Population | null;
  /** Which of the three cut-offs recovery has to cross; the article prefers c where it can be had. */
  readonly cutoff: "a" | "b" | "c";
}

export interface PersonChange {
  /** (after − before) / Sdiff. */
  readonly index: number;
  readonly state: ReliableChangeState;
}

export interface JacobsonTruax {
  readonly precision: ChangePrecision;
  readonly standardDeviation: number;
  readonly cutoffs: Partial<ClinicalCutoffs>;
  /**
   * The one that was used; null where the populations for it are not known: then nobody can be called
   * recovered.
   */
  readonly cutoff: number | null;
  /** In the order given; null where a value is missing. */
  readonly people: readonly (PersonChange | null)[];
  readonly counts: Readonly<Record<ReliableChangeState, number>>;
}

/** Two values of each person; null is missing. */
export interface BeforeAfter {
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Whose change is more than measurement error, and whose has led to the functional side?
 *
 * Jacobson NS, Truax P (1991). J Consult Clin Psychol 59: 12–19. Every person is held against the same
 * criterion; a start already on the functional side can improve, but not recover. The value on the cut-off
 * itself is clinical.
 */
export function jacobsonTruax(people: readonly BeforeAfter[], options: JacobsonTruaxOptions): JacobsonTruax {
  const standardDeviation = options.standardDeviation ?? deviationBefore(people);
  const precision = changePrecision(standardDeviation, options.reliability);
  const cutoffs = cutoffsOf(options);
  const value = cutoffs[options.cutoff] ?? null;
  const changes = people.map(({ before, after }) => {
    if (before === null || after === null) return null;
    const state = classifyChange({
      before,
      after,
      better: options.better,
      criterion: precision.criterion,
      reliable: "beyond",
      cutoff: value === null ? null : { value, clinicalSide: "inclusive" },
    });
    return { index: reliableChangeIndex(before, after, precision), state };
  });
  const count = (state: ReliableChangeState) => changes.filter((change) => change?.state === state).length;
  return {
    precision,
    standardDeviation,
    cutoffs,
    cutoff: value,
    people: changes,
    counts: {
      recovered: count("recovered"),
      improved: count("improved"),
      unchanged: count("unchanged"),
      deteriorated: count("deteriorated"),
      "crossed-without-reliable-change": count("crossed-without-reliable-change"),
    },
  };
}

function deviationBefore(people: readonly BeforeAfter[]): number {
  const known = people.flatMap(({ before, after }) => (before === null || after === null ? [] : [before]));
  if (known.length < 2)
    throw new RangeError(
      `jacobsonTruax requires two or more people with both values, or a standard deviation: ${known.length}`,
    );
  const { squares, mean } = centre(known);
  if (squares === 0)
    throw new RangeError(
      `all ${known.length} people had the same value before (${mean}): their measurement error cannot be computed from ` +
        "people who do not differ, so give the standard deviation of a norm",
    );
  return Math.sqrt(squares / (known.length - 1));
}

function cutoffsOf({ clinical, functional, better }: JacobsonTruaxOptions): Partial<ClinicalCutoffs> {
  if (clinical !== null) return clinicalCutoffs(clinical, functional, better);
  if (functional === null) return {};
  // b needs the functional population alone.
  return { b: clinicalCutoffs(functional, functional, better).b };
}
