import type { Source } from "@concord/library";
import type { RowProblem } from "../problem.ts";
import { readReferences, recogniseBibliography } from "./bibliography-format.ts";
import { entryProblem, type FieldChange, type Reference } from "./reference.ts";

/** One source of a bibliography file, with the file's own name for it. */
export interface NamedSource {
  readonly key: string | null;
  readonly source: Partial<Source>;
}

export interface SourcesRead {
  /** Entries that the file holds, those that are left out too. */
  readonly found: number;
  readonly sources: readonly NamedSource[];
  readonly problems: readonly RowProblem[];
  readonly changes: readonly FieldChange[];
}

/** What texts a bibliography names, in any format of bibliographies that is read; its content says which. */
export async function readSources(text: string): Promise<SourcesRead> {
  const recognised = recogniseBibliography(text);
  if (recognised.kind !== "bibliography") {
    const sentence =
      recognised.kind === "refused"
        ? recognised.sentence
        : "The file is no bibliography: BibTeX, RIS, CSL-JSON, PubMed's nbib, EndNote's enw and XML and the tables of databases are read.";
    const problems = [entryProblem("file", null, null, sentence)];
    return { found: 0, sources: [], problems, changes: [] };
  }
  const { found, references, problems, changes } = await readReferences(text, recognised.format);
  return {
    found,
    sources: references.map((reference) => ({ key: reference.key, source: sourceOf(reference) })),
    problems,
    changes,
  };
}

function sourceOf({ authors, year, title, container, volume, doi }: Reference): Partial<Source> {
  return { authors, year, title, container, volume, doi };
}
