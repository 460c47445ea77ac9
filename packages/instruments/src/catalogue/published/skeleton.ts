import type {
  Cutoff,
  Instrument,
  Norm,
  Reading,
  Reliability,
  ReliableChange,
  Source,
} from "../../instrument.ts";

type Skeleton = Pick<
  Instrument,
  | "version"
  | "about"
  | "ageBands"
  | "given"
  | "norms"
  | "cutoffs"
  | "reliableChanges"
  | "riskItems"
  | "wordings"
  | "validation"
  | "seenBy"
>;

/** What a published instrument is until its file says otherwise: key and rights, no words. */
export const skeleton: Skeleton = {
  version: "1.0.0",
  about: "relationship",
  ageBands: ["adult"],
  given: "periodic",
  norms: [],
  cutoffs: [],
  reliableChanges: [],
  riskItems: [],
  wordings: [],
  validation: "published",
  seenBy: "pair",
};

/** The day on which the holders' statements cited in this folder were read. */
export const rightsReadOn = "2026-11-22";

type Place = Pick<Source, "doi" | "url" | "page">;

/** Returns a source with what was read for it, and how sure that makes its figures. */
export function source(read: Reading, citation: string, place: Place = {}): Source {
  return { citation, ...place, ...readAs(read) };
}

/** Returns what was read and the certainty that follows: read anywhere, from memory, or doubtful. */
export function readAs(read: Reading): Pick<Source, "read" | "certainty"> {
  if (read === "unverified") return { read, certainty: "doubtful" };
  return { read, certainty: read === "memory" ? "confident" : "verified" };
}

/** Cronbach's alpha of a scale as published: the lowest and the highest that samples gave. */
export const alpha = reliabilityOf("alpha");

/** The correlation of a scale with itself after a while, as published. */
export const retest = reliabilityOf("retest");

function reliabilityOf(kind: Reliability["kind"]) {
  return (scale: string, lowest: number, highest: number, of: Source, sample?: string): Reliability => {
    const known = { scale, kind, lowest, highest, source: of };
    return sample === undefined ? known : { ...known, sample };
  };
}

/** The score from which (or up to which) a person belongs with the clinical group. */
export function clinicalFrom(scale: string, value: number, meaning: string, of: Source): Cutoff {
  return { scale, value, side: "at-or-above", use: "clinical", meaning, source: of };
}

export function bandFrom(scale: string, value: number, meaning: string, of: Source): Cutoff {
  return { scale, value, side: "at-or-above", use: "band", meaning, source: of };
}

export function reliableChange(scale: string, points: number, basis: string, of: Source): ReliableChange {
  return { scale, points, basis, source: of };
}

export type NormSample = Pick<Norm, "sample" | "population" | "kind" | "source"> & { readonly n?: number };

/** One norm per scale from a table's row of means and row of standard deviations. */
export function normsOf(
  sample: NormSample,
  scales: readonly string[],
  means: readonly number[],
  deviations: readonly number[],
): readonly Norm[] {
  return scales.map((scale, index) => ({
    ...sample,
    scale,
    mean: means[index]!,
    standardDeviation: deviations[index]!,
  }));
}
