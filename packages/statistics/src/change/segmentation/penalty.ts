import type { SegmentModel } from "./segment-cost.ts";

/** What a further change must earn. A number is a price of one's own for each change. */
export type Penalty = "BIC" | "MBIC" | number;

/** The price of each change, and of each segment by its length. */
export interface Price {
  readonly perChange: number;
  readonly perSegment: (length: number) => number;
}

/**
 * BIC: (p + 1)·log n for each change, p being the parameters of a segment; the change's place is one more
 * (Yao YC 1988, Stat Probab Lett 6: 181–189).
 *
 * MBIC: (p + 2)·log n for each change and log nⱼ for each segment, which favours segments of equal length
 * (Zhang NR, Siegmund DO 2007, Biometrics 63: 22–32), in the form that R's changepoint has.
 */
export function priceOf(subject: string, penalty: Penalty, model: SegmentModel, n: number): Price {
  const parameters = model.kind === "mean" ? 1 : 2;
  if (penalty === "BIC") return { perChange: (parameters + 1) * Math.log(n), perSegment: () => 0 };
  if (penalty === "MBIC") return { perChange: (parameters + 2) * Math.log(n), perSegment: Math.log };
  if (!(penalty >= 0 && Number.isFinite(penalty)))
    throw new RangeError(`${subject} requires a penalty of at least 0: ${penalty}`);
  return { perChange: penalty, perSegment: () => 0 };
}
