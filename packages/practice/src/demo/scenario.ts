import type { AgeBand } from "@concord/instruments";
import type { Shape } from "./shape.ts";

/** What is decided about a made-up therapy before chance fills in the answers. */
export interface Scenario {
  readonly client: string;
  readonly ageBand: AgeBand;
  /** Which of the practice's therapists. */
  readonly therapist: 0 | 1 | 2;
  readonly shape: Shape;
  readonly sessions: number;
  /** PHQ-9 at the start and where it is heading, in points. */
  readonly symptoms?: readonly [number, number];
  /** Therapist minus client, in points of 100; a little under the client is usual. */
  readonly gap?: number;
  /** Weeks since the last session of a closed case. */
  readonly closed?: number;
  /** Sessions that were not attended. */
  readonly missed?: readonly number[];
  /** Sessions whose client forms did not come back. */
  readonly silent?: readonly number[];
  /** The session in which the thought of being better off dead was reported, and how often (1 to 3). */
  readonly risk?: readonly [session: number, answer: number];
  /** The session in which the end was agreed. */
  readonly ending?: number;
  /** The last session's forms are still out. */
  readonly waiting?: true;
  readonly supervision?: true;
  /** Attachment anxiety and avoidance, in percent of the range; left to chance where not given. */
  readonly attachment?: readonly [anxiety: number, avoidance: number];
  /** How the client holds on to the therapist, in percent of the range. */
  readonly bond?: readonly [secure: number, avoidant: number, preoccupied: number];
  /** Perfectionism, in percent of the range. */
  readonly perfectionism?: number;
  /** How far sessions reach, in percent of the range. */
  readonly depth?: number;
  /** What the two did about a rupture: in which session it went wrong, in which they spoke of it, what they agreed. */
  readonly repair?: readonly [rupture: number, spokenIn: number, agreed: string];
  /** Whom the therapist chose to compare with; nobody where left out. */
  readonly compared?: true;
  readonly notes?: readonly (readonly [session: number, text: string])[];
}
