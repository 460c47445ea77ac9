import { CORRELATION_MEASURES } from "./correlation-measures.ts";
import { DIFFERENCE_MEASURES } from "./difference-measures.ts";
import { type EffectSize, measured, notMeasurable } from "./effect-size.ts";
import { each, type MeasureDefinition, type MeasureOptions, type MeasureRow } from "./measure-definition.ts";
import { SINGLE_GROUP_MEASURES } from "./single-group-measures.ts";
import { TABLE_MEASURES } from "./table-measures.ts";

/** Every measure by metafor's name. */
export const MEASURES = {
  GEN: {
    name: "estimate and sampling variance as given",
    columns: ["yi", "vi"],
    varianceTypes: [],
    all: each((get) => given(get("yi"), get("vi"))),
  },
  ...CORRELATION_MEASURES,
  ...DIFFERENCE_MEASURES,
  ...TABLE_MEASURES,
  ...SINGLE_GROUP_MEASURES,
} as const satisfies Readonly<Record<string, MeasureDefinition>>;

export type Measure = keyof typeof MEASURES;

/** Whether a word names a measure. */
export function isMeasure(word: string): word is Measure {
  return Object.hasOwn(MEASURES, word);
}

/** One effect size, or the reason for none, from each row. */
export function measureEffects(
  measure: Measure,
  rows: readonly MeasureRow[],
  options: MeasureOptions = {},
): readonly EffectSize[] {
  const definition: MeasureDefinition = MEASURES[measure];
  const { varianceType } = options;
  if (varianceType !== undefined && !definition.varianceTypes.includes(varianceType)) {
    const known = definition.varianceTypes.join(", ") || "none";
    throw new RangeError(`${measure} knows these variance types: ${known}; not ${varianceType}`);
  }
  return definition.all(rows, options);
}

function given(estimate: number, variance: number): EffectSize {
  if (!Number.isFinite(estimate)) return notMeasurable("the estimate is missing");
  if (!Number.isFinite(variance))
    return { kind: "not-measurable", reason: "the variance is missing", estimate };
  return measured(estimate, variance);
}
