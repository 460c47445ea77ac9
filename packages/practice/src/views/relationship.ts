import type {
  AttachmentReading,
  BondReading,
  Bounded,
  CircumplexReading,
  DistanceReading,
  FeatureReading,
  InformantSummary,
  MonitoringItem,
  PerfectionismReading,
  Population,
  RaterComparison,
  ReadinessReading,
  ReadinessStanding,
} from "@concord/course";

/** Whom a case may be compared with, and whom its therapist has chosen. */
export interface PopulationChoice {
  readonly offered: readonly Population[];
  readonly chosen: Population | null;
  /** Whose choice it is: for this case, or for every case of the practice. */
  readonly by: "case" | "practice";
  /** The sample that the practice's own norms have taken the place of, and since when. */
  readonly replaced: { readonly from: string; readonly on: string } | null;
}

/** This pair beside the therapist's other pairs. Given to the therapist alone. */
export interface AmongOwn {
  readonly discrepancy: Bounded;
  readonly tracking: Bounded;
  readonly usualDiscrepancy: Bounded;
  readonly usualTracking: Bounded;
  readonly pairs: number;
}

/** What is known of the relationship beyond how strong it is rated. A part is null where no form speaks of it. */
export interface RelationshipView {
  readonly twoPeople: RaterComparison | null;
  /** Null for everyone but the therapist, and with fewer than five pairs. */
  readonly amongOwn: AmongOwn | null;
  readonly attachment: {
    /** Oldest first; the last is the newest. */
    readonly readings: readonly AttachmentReading[];
    readonly compared: PopulationChoice;
  } | null;
  readonly bond: BondReading & { readonly features: readonly FeatureReading[] | null };
  readonly distance: DistanceReading;
  readonly perfectionism: {
    readonly reading: PerfectionismReading;
    readonly watch: readonly MonitoringItem[];
    readonly compared: PopulationChoice;
  } | null;
  /** Of children and adolescents. */
  readonly chairs: InformantSummary | null;
  /** Of the newest questionnaire whose scales lie on a circle, answered in full. */
  readonly circumplex: CircumplexReading | null;
  /** At intake; the therapist’s own answers are shown to them alone. */
  readonly readiness: ReadinessReading | null;
  /** What it changes in what is expected; null where it changes nothing. */
  readonly readinessStanding: ReadinessStanding | null;
  /** Clients who must have answered before it changes anything. */
  readonly readinessNeeds: number;
}
