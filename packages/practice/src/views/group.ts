/** What a member of a group sees in another, by one scale: a cell of the round robin, 0–100. */
export interface RoundRobinCell {
  readonly perceiver: string;
  readonly target: string;
  readonly percent: number;
}

/** A therapy group as its leader sees it. */
export interface GroupView {
  readonly group: string;
  readonly name: string;
  readonly therapist: { readonly staff: string; readonly name: string };
  readonly coLeader: { readonly staff: string; readonly name: string } | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  /** Whoever looks leads the group and may change it. */
  readonly leads: boolean;
  readonly members: readonly {
    readonly episode: string;
    readonly client: string;
    readonly joinedOn: string;
    /** The day on which their treatment ended; they come to no further meeting. */
    readonly endedOn: string | null;
  }[];
  readonly former: readonly { readonly episode: string; readonly client: string; readonly leftOn: string }[];
  /** Cohesion as each member rates it, 0–100, session by session; null where the form is missing. */
  readonly cohesion: readonly {
    readonly episode: string;
    readonly spark: readonly (number | null)[];
  }[];
  /** The sessions in which members rated each other, and their ratings by scale. */
  readonly rounds: readonly {
    readonly session: number;
    /** The day of the meeting, where it is known. */
    readonly heldOn: string | null;
    readonly scales: readonly {
      readonly scale: string;
      readonly title: string;
      readonly cells: readonly RoundRobinCell[];
    }[];
  }[];
  readonly simulated: boolean;
}
