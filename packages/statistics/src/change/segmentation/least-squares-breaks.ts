import { type Stretches, stretchesOf } from "./segment-cost.ts";

/** The best partition with a given number of breaks. */
export interface Breaks {
  /** The first value of each new level, counted from 0. */
  readonly starts: readonly number[];
  readonly residualSumOfSquares: number;
  readonly logLikelihood: number;
  readonly bic: number;
}

export type LeastSquaresBreaks =
  | {
      readonly kind: "breaks";
      /** By number of breaks, from none. */
      readonly byCount: readonly Breaks[];
      /** The one of least BIC. */
      readonly chosen: Breaks;
      readonly minimumLength: number;
    }
  | { readonly kind: "too-few"; readonly n: number; readonly required: number }
  /** The values lie on their levels: the likelihood has no bound. */
  | { readonly kind: "no-spread"; readonly n: number };

export interface BreakOptions {
  /** The shortest segment; a share of the series (below 1, and then two values at least) as strucchange's `h`. */
  readonly minimumLength?: number;
  readonly most?: number;
}

/**
 * How many breaks does a level have when the spread around it is not known?
 *
 * For each number of breaks the partition of least squares, exactly, and among them the one of least BIC with
 * the common variance estimated: −2 log L = n (log(RSS / n) + 1 + log 2π), with 2(m + 1) parameters for m
 * breaks. As R's `strucchange::breakpoints(x ~ 1)`.
 *
 * In short courses with short segments BIC finds breaks in noise, as their number grows with n: ask for segments of some
 * length, or give the spread and use `changePoints`.
 *
 * Bai J, Perron P (2003). J Appl Econom 18: 1–22. Yao YC (1988). Stat Probab Lett 6: 181–189.
 */
export function leastSquaresBreaks(
  values: readonly number[],
  { minimumLength = 1, most = Number.POSITIVE_INFINITY }: BreakOptions = {},
): LeastSquaresBreaks {
  const stretches = stretchesOf("leastSquaresBreaks", values);
  const { n } = stretches;
  if (!(minimumLength > 0))
    throw new RangeError(`leastSquaresBreaks requires a minimum length above 0: ${minimumLength}`);
  const shortest = minimumLength < 1 ? Math.max(2, Math.floor(minimumLength * n)) : Math.ceil(minimumLength);
  const required = Math.max(3, shortest);
  if (n < required) return { kind: "too-few", n, required };
  if (stretches.squares(0, n) === 0) return { kind: "no-spread", n };
  // At least two values must be left to tell the spread from the levels.
  const limit = Math.max(0, Math.min(most, Math.ceil(n / shortest) - 2, n - 3));
  const byCount = leastSquares(stretches, shortest, limit)
    .filter(({ squares }) => squares > 0)
    .map(({ starts, squares }) => breaksOf(starts, squares, n));
  const chosen = byCount.reduce((best, one) => (one.bic < best.bic - 1e-9 ? one : best));
  return { kind: "breaks", byCount, chosen, minimumLength: shortest };
}

function breaksOf(starts: readonly number[], squares: number, n: number): Breaks {
  const logLikelihood = (-n / 2) * (Math.log(squares) + 1 - Math.log(n) + Math.log(2 * Math.PI));
  const bic = -2 * logLikelihood + 2 * (starts.length + 1) * Math.log(n);
  return { starts, residualSumOfSquares: squares, logLikelihood, bic };
}

/**
 * The least squares of [0, t) with m breaks, for every m and t (Auger IE, Lawrence CE 1989, Bull Math Biol
 * 51: 39–54).
 */
function leastSquares({ n, squares }: Stretches, shortest: number, most: number) {
  let best = Float64Array.from({ length: n + 1 }, (_, to) =>
    to < shortest ? Number.POSITIVE_INFINITY : squares(0, to),
  );
  const cameFrom: Int32Array[] = [];
  const results = [{ starts: [] as readonly number[], squares: best[n]! }];
  for (let breaks = 1; breaks <= most; breaks++) {
    const next = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const origin = new Int32Array(n + 1);
    for (let to = (breaks + 1) * shortest; to <= n; to++) {
      for (let from = breaks * shortest; from <= to - shortest; from++) {
        const total = best[from]! + squares(from, to);
        // Sums of squares that differ by rounding alone are the same, and the earlier break is taken.
        if (next[to] === Number.POSITIVE_INFINITY ? total < next[to]! : total < next[to]! * (1 - 1e-11)) {
          next[to] = total;
          origin[to] = from;
        }
      }
    }
    cameFrom.push(origin);
    best = next;
    if (best[n] === Number.POSITIVE_INFINITY) break;
    results.push({ starts: startsFrom(cameFrom, n), squares: best[n]! });
  }
  return results;
}

function startsFrom(cameFrom: readonly Int32Array[], n: number): readonly number[] {
  const starts: number[] = [];
  let at = n;
  for (const origin of cameFrom.toReversed()) {
    at = origin[at]!;
    starts.unshift(at);
  }
  return starts;
}
