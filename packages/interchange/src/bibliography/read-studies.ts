import type { FrameRules } from "../read-frame.ts";
import { recogniseEncoding } from "../text/encoding.ts";
import { textStream } from "../text/text-stream.ts";
import { type BibliographyFormat, readReferences, recogniseBibliography } from "./bibliography-format.ts";
import { entryProblem, type ReferencesRead } from "./reference.ts";
import type { StudiesRead } from "./studies-read.ts";
import { studyFromReference } from "./study-from-reference.ts";
import { readStudyTable } from "./study-table.ts";

/**
 * Reads a file of studies, whatever it is: a table (CSV) or a bibliography (BibTeX, RIS, MEDLINE, CSL-JSON, EndNote).
 * What it is, its content says; its name only says where it came from. Bibliographies give studies that are found and
 * report nothing yet. `taken` are names of studies that no new one may have. `rules` say how a table is read: its codes for
 * no answer and the lines above its heading.
 */
export async function readStudies(
  bytes: Uint8Array,
  source: string,
  taken: Iterable<string> = [],
  rules: FrameRules = {},
): Promise<StudiesRead> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4)
    return refused(
      "The file is packed, as Word, LibreOffice and Excel write them; export CSV, BibTeX or RIS instead.",
    );
  const head = recogniseEncoding(bytes.subarray(0, 1024));
  if (typeof head !== "string") return refused(head.sentence);
  const stream = textStream();
  const first = stream.decode(bytes);
  if (typeof first !== "string") return refused(first.sentence);
  const text = first + stream.finish();
  if (text.trim() === "") return refused("The file is empty.");
  if (text.includes("\0")) return refused("The file holds NUL bytes, which no text has.");
  const names = new Set(taken);
  const recognised = recogniseBibliography(text);
  if (recognised.kind === "refused") return refused(recognised.sentence);
  const read =
    recognised.kind === "bibliography"
      ? foundStudies(await readReferences(text, recognised.format), recognised.format, source, names)
      : readStudyTable(text, source, names, rules);
  return { ...read, notes: [...stream.notes(), ...read.notes] };
}

function foundStudies(
  { found, references, problems, changes }: ReferencesRead,
  format: BibliographyFormat,
  source: string,
  taken: Set<string>,
): StudiesRead {
  const kind = format === "ris" || format === "bibtex" ? format : "bibliography";
  const made = references.map((reference) => ({
    reference,
    study: studyFromReference(reference, { kind, source }, taken),
  }));
  const studies = made.flatMap(({ reference, study }) =>
    "sentence" in study ? [] : [{ study, line: reference.line, lines: new Map<string, number>() }],
  );
  const faults = made.flatMap(({ study }) => ("sentence" in study ? [study] : []));
  if (made.length === 0 && problems.length === 0) return refused("The file holds no entries.");
  const all = [...problems, ...faults].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { format, found, studies, problems: all, changes, notes: [] };
}

function refused(sentence: string): StudiesRead {
  const problems = [entryProblem("file", null, null, sentence)];
  return { format: null, found: 0, studies: [], problems, changes: [], notes: [] };
}
