import type { Mapping, ProblemKind } from "../../src/index.ts";

/** One malformed file and what must be said of it. */
export interface Malformed {
  readonly name: string;
  readonly source: string | Uint8Array;
  readonly mapping?: Mapping;
  readonly kind: ProblemKind;
  /** The line the fault is in; null where the file or its mapping is meant. */
  readonly line: number | null;
  /** Scores that must be kept all the same. */
  readonly scores: number;
}
