import { type EffectSize, measured, notMeasurable } from "./effect-size.ts";

/** Cronbach's alpha of a scale in one sample. */
export interface AlphaCoefficient {
  readonly alpha: number;
  readonly items: number;
  readonly sampleSize: number;
}

/** Alpha as it stands (ARAW). Bonett DG (2010). Psychol Methods 15: 368–385. */
export function rawAlpha(study: AlphaCoefficient): EffectSize {
  return withAlpha(study, ({ alpha, items, sampleSize }) =>
    measured(alpha, (2 * items * (1 - alpha) ** 2) / ((items - 1) * (sampleSize - 2))),
  );
}

/** 1 − (1 − α)^⅓ (AHW). Hakstian AR, Whalen TE (1976). Psychometrika 41: 219–231. */
export function cubeRootAlpha(study: AlphaCoefficient): EffectSize {
  return withAlpha(study, ({ alpha, items, sampleSize }) => {
    const variance =
      (18 * items * (sampleSize - 1) * (1 - alpha) ** (2 / 3)) / ((items - 1) * (9 * sampleSize - 11) ** 2);
    return measured(1 - Math.cbrt(1 - alpha), variance);
  });
}

/** −log(1 − α) (ABT), so that larger is more reliable. Bonett DG (2002). J Educ Behav Stat 27: 335–340. */
export function logAlpha(study: AlphaCoefficient): EffectSize {
  return withAlpha(study, ({ alpha, items, sampleSize }) =>
    measured(-Math.log1p(-alpha), (2 * items) / ((items - 1) * (sampleSize - 2))),
  );
}

function withAlpha(study: AlphaCoefficient, measure: (study: AlphaCoefficient) => EffectSize): EffectSize {
  const { alpha, items, sampleSize } = study;
  if (![alpha, items, sampleSize].every(Number.isFinite))
    return notMeasurable("alpha, items or sample size is missing");
  if (alpha >= 1) return notMeasurable(`alpha must lie below 1: ${alpha}`);
  if (items < 2) return notMeasurable(`alpha requires two or more items: ${items}`);
  if (sampleSize < 3) return notMeasurable(`the variance of alpha requires n ≥ 3: ${sampleSize}`);
  return measure(study);
}
