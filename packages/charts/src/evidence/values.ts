import type { StaffMessages } from "@concord/messages";
import type { Chair } from "../marks/rater-mark.ts";

/**
 * What the evidence figures are drawn from: plain, already computed values. Every effect stands on the scale a
 * reader knows (r, not Fisher's z; a risk ratio, not its logarithm); `EffectAxis.spacing` says how that scale is
 * laid on paper. Standard errors and slopes belong to the scale of the spacing, which is the scale of the analysis.
 */

/** An estimate with its interval. A bound may be infinite; the whisker then ends in an arrow. */
export interface IntervalEstimate {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** Two bounds without a centre, such as a prediction interval. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** Equal distances on paper are equal differences, equal ratios, or equal differences of Fisher's z. */
export type Spacing = "linear" | "logarithmic" | "fisher";

/** The scale on which effects are shown. */
export interface EffectAxis {
  /** "Correlation r", "Risk ratio, log scale". */
  readonly label: string;
  readonly spacing: Spacing;
  /** The value of no effect, drawn as a line: 0 for r, 1 for a ratio; null where there is none. */
  readonly reference: number | null;
  /** The stretch to show. Without it all estimates fit and only far-reaching whiskers are cut. */
  readonly domain?: readonly [number, number];
  readonly ticks?: readonly number[];
  /** Decimals of the written numbers; 2 unless said. */
  readonly decimals?: number;
  /** "bare" writes .28 for 0.28, as is usual for what cannot exceed one. */
  readonly zero?: "written" | "bare";
  /** Between whole and fraction; a point unless given. */
  readonly decimalSign?: string;
  /** What an effect on either side of the reference means. */
  readonly favours?: { readonly lower: string; readonly higher: string };
}

export interface EvidenceChartOptions {
  /** In the language of the reader. */
  readonly messages: StaffMessages;
  /** Prefix of every id inside; two figures on one page need two. */
  readonly id?: string;
  /** In pixels. Below 560 the phone's layout is drawn. */
  readonly width?: number;
  /** Carries its own light and dark colours, for a file that leaves the page. */
  readonly standalone?: boolean;
}

/** One line of a forest: an effect, or the reason why there is none to draw. */
export type ForestRow =
  | {
      readonly kind: "effect";
      readonly label: string;
      /** One text for each column of the figure, in its order. */
      readonly cells?: readonly string[];
      readonly effect: IntervalEstimate;
      /** Any unit, zero or more: the area of the square is its share of the figure's largest weight. */
      readonly weight: number;
      /** Colours the mark by who rated; a column or a heading must say so too. */
      readonly rater?: Chair;
    }
  | {
      readonly kind: "absent";
      readonly label: string;
      readonly cells?: readonly string[];
      readonly reason: string;
    };

/** A pooled effect, drawn as a diamond, with the interval for the true effect of a further study if there is one. */
export interface PooledRow {
  readonly label: string;
  readonly cells?: readonly string[];
  readonly effect: IntervalEstimate;
  readonly prediction?: { readonly label: string; readonly bounds: Bounds } | null;
}

/** Rows that belong together: a subgroup with its own diamond, or the effects of one study. */
export interface ForestGroup {
  readonly heading: string | null;
  readonly rows: readonly ForestRow[];
  readonly pooled?: readonly PooledRow[];
  /** Under the group, such as its heterogeneity. */
  readonly notes?: readonly string[];
}

export interface ForestColumn {
  readonly heading: string;
  readonly align: "start" | "end";
  /** Before the plot, like who rated; or after it, like a weight. Where room is short the last give way first. */
  readonly side: "before" | "after";
}

export interface ForestFigure {
  readonly title: string;
  readonly axis: EffectAxis;
  /** Above the labels: "Study". */
  readonly rowHeading: string;
  /** Above the numbers: "r [95% CI]". */
  readonly estimateHeading: string;
  readonly columns?: readonly ForestColumn[];
  readonly groups: readonly ForestGroup[];
  readonly overall: readonly PooledRow[];
  /** Under the figure: heterogeneity, tests between subgroups, the model. */
  readonly notes?: readonly string[];
}

/** Estimates as studies were added one by one, oldest first. */
export interface CumulativeFigure {
  readonly title: string;
  readonly axis: EffectAxis;
  readonly rowHeading: string;
  readonly estimateHeading: string;
  readonly columns?: readonly ForestColumn[];
  readonly steps: readonly {
    readonly label: string;
    readonly cells?: readonly string[];
    readonly effect: IntervalEstimate;
  }[];
  readonly overall?: PooledRow | null;
  readonly notes?: readonly string[];
}

/** A study in a funnel. "filled" are the mirror images that trim-and-fill supposes to be missing. */
export interface FunnelPoint {
  readonly label: string;
  readonly estimate: number;
  /** On the scale of the axis's spacing. */
  readonly standardError: number;
  readonly kind: "observed" | "filled";
  readonly rater?: Chair;
}

export interface FunnelFigure {
  readonly title: string;
  readonly axis: EffectAxis;
  readonly points: readonly FunnelPoint[];
  /** The pooled estimate as a line, with the region in which sampling error alone would leave 95% of studies. */
  readonly pooled: { readonly label: string; readonly estimate: number } | null;
  /** The estimate after filling, if studies were filled. */
  readonly adjusted?: { readonly label: string; readonly estimate: number } | null;
  /** Draws the regions of p around the reference of the axis. */
  readonly regions: "significance" | "none";
  /** The regression of effect on standard error (Egger), by two points of it. */
  readonly asymmetry?: {
    readonly label: string;
    readonly ends: readonly [FunnelLineEnd, FunnelLineEnd];
  } | null;
  readonly notes?: readonly string[];
}

export interface FunnelLineEnd {
  readonly estimate: number;
  readonly standardError: number;
}

/** Galbraith's plot: each effect divided by its standard error, against its precision. */
export interface RadialFigure {
  readonly title: string;
  /** Names and marks the arc; its spacing is the scale of the slopes. */
  readonly axis: EffectAxis;
  readonly points: readonly {
    readonly label: string;
    /** One over the standard error. */
    readonly precision: number;
    /** The effect divided by its standard error. */
    readonly standardized: number;
    readonly named?: "yes" | "no";
    readonly rater?: Chair;
  }[];
  readonly pooled: IntervalEstimate;
  readonly pooledLabel: string;
  readonly notes?: readonly string[];
}

/** Baujat's plot: which studies make the heterogeneity, and which of them move the result. */
export interface BaujatFigure {
  readonly title: string;
  readonly heterogeneityLabel: string;
  readonly influenceLabel: string;
  readonly points: readonly {
    readonly label: string;
    readonly heterogeneity: number;
    readonly influence: number;
    readonly named?: "yes" | "no";
  }[];
  readonly notes?: readonly string[];
}

/** What remains when each study in turn is left out. */
export interface InfluenceFigure {
  readonly title: string;
  readonly axis: EffectAxis;
  readonly rowHeading: string;
  readonly estimateHeading: string;
  readonly rows: readonly {
    readonly label: string;
    readonly without: IntervalEstimate;
    /** Null where it cannot be computed. */
    readonly cooksDistance: number | null;
    readonly verdict: "influential" | "ordinary";
  }[];
  /** With all studies in. */
  readonly all: IntervalEstimate & { readonly label: string };
  /** Above it a distance is called large; null where no rule was used. */
  readonly cooksThreshold: number | null;
  readonly notes?: readonly string[];
}

/** Effects against a numeric moderator. */
export interface BubbleFigure {
  readonly title: string;
  readonly axis: EffectAxis;
  readonly moderatorLabel: string;
  readonly points: readonly {
    readonly label: string;
    readonly moderator: number;
    readonly estimate: number;
    readonly weight: number;
    readonly named?: "yes" | "no";
    readonly rater?: Chair;
  }[];
  /** The fitted line with its interval, at as many places as are needed to look smooth, in order. */
  readonly fit: readonly (IntervalEstimate & { readonly moderator: number; readonly prediction?: Bounds })[];
  readonly fitLabel: string;
  readonly predictionLabel?: string;
  readonly notes?: readonly string[];
}
