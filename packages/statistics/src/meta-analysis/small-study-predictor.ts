/** What stands for the size of a study when effects are related to it. */
export type SmallStudyPredictor = "sei" | "vi" | "ni" | "ninv" | "sqrtni" | "sqrtninv";

export const SMALL_STUDY_PREDICTORS: readonly SmallStudyPredictor[] = [
  "sei",
  "vi",
  "ni",
  "ninv",
  "sqrtni",
  "sqrtninv",
];

/** Whether the predictor goes to zero as studies grow, so that the intercept is the effect of an endless study. */
export function vanishesForLargeStudies(predictor: SmallStudyPredictor): boolean {
  return predictor !== "ni" && predictor !== "sqrtni";
}

/** The predictor of each study: its standard error, variance or sample size in some form. */
export function predictorValues(
  predictor: SmallStudyPredictor,
  variances: readonly number[],
  sampleSizes: readonly number[] | undefined,
): readonly number[] {
  if (predictor === "sei") return variances.map(Math.sqrt);
  if (predictor === "vi") return variances;
  if (sampleSizes === undefined || sampleSizes.length !== variances.length) {
    throw new RangeError(
      `the predictor ${predictor} requires one sample size per study: ${sampleSizes?.length ?? 0}`,
    );
  }
  if (!sampleSizes.every((n) => n > 0)) throw new RangeError("sample sizes require values above zero");
  const forms = {
    ni: (n: number) => n,
    ninv: (n: number) => 1 / n,
    sqrtni: Math.sqrt,
    sqrtninv: (n: number) => 1 / Math.sqrt(n),
  };
  return sampleSizes.map(forms[predictor]);
}
