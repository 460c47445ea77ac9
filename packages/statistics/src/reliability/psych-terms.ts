import type { ScaleReliability } from "./scale-reliability.ts";

/** α and the items in the words of psych's alpha(). */
export function alphaTerms(scale: ScaleReliability): Readonly<Record<string, unknown>> {
  if (scale.kind !== "fitted") return { error: true, message: scale.reason };
  const { alpha, items, interval, guttman } = scale;
  return {
    n: scale.rows,
    k: alpha.items,
    raw_alpha: alpha.raw,
    std_alpha: alpha.standardized,
    G6: alpha.guttman6 ?? null,
    average_r: alpha.averageCorrelation,
    median_r: alpha.medianCorrelation,
    SN: alpha.signalToNoise,
    ase: scale.standardError,
    mean: scale.mean,
    sd: scale.standardDeviation,
    feldt_ci: [interval.lower, interval.upper],
    duhachek_ci: [scale.normal.lower, scale.normal.upper],
    formula_check: guttman.lambda3,
    sem: scale.standardErrorOfMeasurement,
    items: {
      name: items.map(({ name, isReversed }) => (isReversed ? `${name}-` : name)),
      n: items.map(({ answered }) => answered),
      raw_r: items.map(({ totalCorrelation }) => totalCorrelation),
      std_r: items.map(({ standardizedTotalCorrelation }) => standardizedTotalCorrelation),
      r_cor: items.map(({ correctedCorrelation }) => correctedCorrelation ?? null),
      r_drop: items.map(({ restCorrelation }) => restCorrelation),
      mean: items.map(({ mean }) => mean),
      sd: items.map(({ standardDeviation }) => standardDeviation),
    },
    if_dropped: {
      raw_alpha: items.map(({ ifDropped }) => ifDropped.raw),
      std_alpha: items.map(({ ifDropped }) => ifDropped.standardized),
      G6: items.map(({ ifDropped }) => ifDropped.guttman6 ?? null),
      average_r: items.map(({ ifDropped }) => ifDropped.averageCorrelation),
    },
    response_frequencies: Object.fromEntries(
      items.map(({ name, frequencies }) => [
        name,
        Object.fromEntries(frequencies.map(({ answer, share }) => [String(answer), share])),
      ]),
    ),
    guttman: {
      lambda_1: guttman.lambda1,
      lambda_2: guttman.lambda2,
      lambda_3: guttman.lambda3,
      lambda_4: guttman.lambda4 ?? null,
      lambda_5: guttman.lambda5,
      lambda_6: guttman.lambda6 ?? null,
    },
  };
}
