/** What courses and their changes are drawn from: plain, already computed values. */
export interface ChangeFigure {
  readonly title: string;
  /** "symptoms by session". */
  readonly axes: string;
  readonly panels: readonly ChangePanel[];
  readonly key: readonly ChangeKey[];
  readonly notes: readonly string[];
}

/** One course. All panels of a figure share their axes. */
export interface ChangePanel {
  readonly heading: string;
  readonly points: readonly ChangeSpot[];
  readonly lines: readonly ChangeLine[];
  /** Points to look at, ringed. */
  readonly marks: readonly (ChangeSpot & { readonly hint: string })[];
  /** Stretches within which a change may lie, and the place where it most likely does. */
  readonly changes: readonly {
    readonly earliest: number;
    readonly at: number;
    readonly latest: number;
    readonly hint: string;
  }[];
}

export interface ChangeSpot {
  readonly session: number;
  readonly value: number;
}

/** A level, a limit or a slope, from one place to another. */
export interface ChangeLine {
  readonly kind: "level" | "limit" | "alone";
  readonly from: ChangeSpot;
  readonly to: ChangeSpot;
}

export type ChangeKey = {
  readonly kind: ChangeLine["kind"] | "mark" | "change";
  readonly words: string;
};

/** Two values of each person, before and after. */
export interface BeforeAfterFigure {
  readonly title: string;
  readonly people: readonly {
    readonly before: number;
    readonly after: number;
    readonly state: "better" | "same" | "worse";
    readonly hint: string;
  }[];
  /** Points that are more than measurement error. */
  readonly criterion: number;
  readonly cutoff: number | null;
  readonly notes: readonly string[];
}
