import type { Study } from "@concord/evidence";
import type { RowProblem } from "../problem.ts";
import type { BibliographyFormat } from "./bibliography-format.ts";
import type { FieldChange } from "./reference.ts";

/** One study of a file, with the lines on which it and each of its reports stand. */
export interface ReadStudy {
  readonly study: Study;
  readonly line: number;
  readonly lines: ReadonlyMap<string, number>;
}

export interface StudiesRead {
  /** What the file is; null where it could not be read at all. */
  readonly format: BibliographyFormat | "table" | null;
  /** Entries of a bibliography, or rows of a table below its heading; those that are left out too. */
  readonly found: number;
  readonly studies: readonly ReadStudy[];
  readonly problems: readonly RowProblem[];
  /** Fields that were read otherwise than they are written. */
  readonly changes: readonly FieldChange[];
  /** What was guessed, for the reader to check. */
  readonly notes: readonly string[];
}
