import type { Source } from "@concord/instruments";

/** How clients' readiness at intake goes with something that comes later, over many clients. */
export interface Association {
  readonly correlation: number;
  readonly standardError: number;
  /** Cases of the practice among them; 0 while the prior stands. */
  readonly cases: number;
  readonly standing: "prior" | "learnt";
  readonly sources: readonly Source[];
}

/** What readiness at intake says of a course in this practice. */
export interface ReadinessModel {
  /** The questionnaire of which mean and SD are known. */
  readonly instrument: string;
  /** Of clients' readiness at intake, 0–100. */
  readonly mean: number;
  readonly deviation: number;
  readonly clients: number;
  /** With the alliance in sessions 1 to 3, as client and as therapist rate it. */
  readonly alliance: { readonly client: Association; readonly therapist: Association };
  /** With improvement on outcome measures beyond what the first rating lets expect. */
  readonly improvement: Association;
  /** ISO date. */
  readonly learntOn: string;
}

/** Where one client's readiness lies among the clients of the practice, and what follows. */
export interface ReadinessStanding {
  readonly percent: number;
  /** In SD of the practice's clients, within ±2. */
  readonly z: number;
  readonly model: ReadinessModel;
}
