import type {
  AttachmentReading,
  BondReading,
  ChairsReading,
  DistanceReading,
  FeatureReading,
  PerfectionismReading,
  Population,
  WatchItem,
} from "@concord/course";

/** Whom a case may be compared with, and whom its therapist has chosen. */
export interface PopulationChoice {
  readonly offered: readonly Population[];
  readonly chosen: Population | null;
}

/** What is known of the relationship beyond how strong it is rated. A part is null where no form speaks of it. */
export interface RelationshipView {
  readonly attachment: {
    /** Oldest first; the last is the newest. */
    readonly readings: readonly AttachmentReading[];
    readonly compared: PopulationChoice;
  } | null;
  readonly bond: BondReading & { readonly features: readonly FeatureReading[] | null };
  readonly distance: DistanceReading;
  readonly perfectionism: {
    readonly reading: PerfectionismReading;
    readonly watch: readonly WatchItem[];
    readonly compared: PopulationChoice;
  } | null;
  /** Of children and adolescents. */
  readonly chairs: ChairsReading | null;
}
