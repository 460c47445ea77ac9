/**
 * Takes the random effects out of the sums of products: V = W′M⁻¹W with M = I + ZΛΛ′Z′, where W are the columns of
 * the problem. All criteria are functions of V and log|M|.
 */
export interface Elimination {
  readonly kind: "nested" | "crossed";
  /** V and log|M| at Λ, one square matrix per grouping factor, row after row. */
  readonly eliminate: (loadings: readonly Float64Array[]) => Eliminated;
  /**
   * The slopes of a function of V and log|M| in the elements of each Λ: its slope in log|M| is 1, in V it is the given
   * symmetric matrix. Cheapest right after the elimination itself, of which the last is remembered.
   */
  readonly slopes: (at: Eliminated, inRemainder: Float64Array) => readonly Float64Array[];
  /** For a residual r = Wc: the conditional modes of the effects and the blocks of their conditional covariance. */
  readonly modes: (at: Eliminated, residual: Float64Array) => readonly FactorModes[];
}

export interface Eliminated {
  readonly loadings: readonly Float64Array[];
  /** V, row after row. */
  readonly remainder: Float64Array;
  readonly logDeterminant: number;
}

/** Of one factor, group after group. */
export interface FactorModes {
  readonly modes: Float64Array;
  /** Each group's covariance of its effects given the data and β, relative to σ². */
  readonly covariances: Float64Array;
}

/** A factor as the elimination sees it. */
export interface EliminatedFactor {
  /** How many effects vary over its groups. */
  readonly effects: number;
  readonly groupOf: Int32Array;
  readonly groups: number;
  /** Z = WE: a column of W per row, an effect per column. */
  readonly basis: Float64Array;
}
