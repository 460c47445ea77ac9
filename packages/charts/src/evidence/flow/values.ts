/** From all that was found to what was pooled. Counts come from the records; nothing is added up here. */
export interface FlowFigure {
  readonly title: string;
  readonly stages: readonly FlowStage[];
}

export interface FlowStage {
  readonly label: string;
  readonly count: number;
  /** What the count is made of. */
  readonly parts?: readonly FlowCount[];
  /** What leaves the way at this stage. */
  readonly exits?: readonly FlowExit[];
  /** "pooled" marks the end of the way. */
  readonly role?: "step" | "pooled";
}

export interface FlowExit {
  readonly kind: "excluded" | "narrative";
  readonly label: string;
  readonly count: number;
  readonly reasons?: readonly FlowCount[];
}

export interface FlowCount {
  readonly label: string;
  readonly count: number;
}
