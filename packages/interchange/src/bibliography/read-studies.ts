import type { Study } from "@concord/evidence";
import type { RowProblem } from "../problem.ts";
import { recogniseEncoding } from "../text/encoding.ts";
import { textStream } from "../text/text-stream.ts";
import { readBibtex } from "./bibtex.ts";
import { entryProblem, type ReferencesRead } from "./reference.ts";
import { readRis } from "./ris.ts";
import { studyFromReference } from "./study-from-reference.ts";
import { readStudyTable } from "./study-table.ts";

/** One study of a file, with the lines on which it and each of its reports stand. */
export interface ReadStudy {
  readonly study: Study;
  readonly line: number;
  readonly lines: ReadonlyMap<string, number>;
}

export interface StudiesRead {
  readonly studies: readonly ReadStudy[];
  readonly problems: readonly RowProblem[];
  /** What was guessed, for the reader to check. */
  readonly notes: readonly string[];
}

/**
 * Reads a file of studies, whatever it is: a table (CSV), RIS or BibTeX. What it is, its content says; its name only
 * says where it came from. Bibliographies give studies that are found and report nothing yet. `taken` are names of
 * studies that no new one may have.
 */
export function readStudies(bytes: Uint8Array, source: string, taken: Iterable<string> = []): StudiesRead {
  const head = recogniseEncoding(bytes.subarray(0, 1024));
  if (typeof head !== "string") return refused(head.sentence);
  const stream = textStream();
  const first = stream.decode(bytes);
  if (typeof first !== "string") return refused(first.sentence);
  const text = first + stream.finish();
  if (text.trim() === "") return refused("The file is empty.");
  if (text.includes("\0")) return refused("The file holds NUL bytes, which no text has.");
  const names = new Set(taken);
  const read = /^\uFEFF?\s*TY {1,2}-/m.test(text.slice(0, 5_000))
    ? stubs(readRis(text), "ris", source, names)
    : /(^|\n)\s*@\s*[A-Za-z]+\s*[{(]/.test(text)
      ? stubs(readBibtex(text), "bibtex", source, names)
      : readStudyTable(text, source, names);
  return { ...read, notes: [...stream.notes(), ...read.notes] };
}

function stubs(
  { references, problems }: ReferencesRead,
  kind: "ris" | "bibtex",
  source: string,
  taken: Set<string>,
): StudiesRead {
  const made = references.map((reference) => ({
    reference,
    study: studyFromReference(reference, { kind, source }, taken),
  }));
  const studies = made.flatMap(({ reference, study }) =>
    "sentence" in study ? [] : [{ study, line: reference.line, lines: new Map<string, number>() }],
  );
  const faults = made.flatMap(({ study }) => ("sentence" in study ? [study] : []));
  if (made.length === 0 && problems.length === 0) return refused("The file holds no entries.");
  return { studies, problems: [...problems, ...faults], notes: [] };
}

function refused(sentence: string): StudiesRead {
  return { studies: [], problems: [entryProblem("file", null, null, sentence)], notes: [] };
}
