import type { Source } from "@concord/library";
import type { RowProblem } from "../problem.ts";
import { readBibtex } from "./bibtex.ts";
import { readCslJson } from "./csl-json.ts";
import type { Reference } from "./reference.ts";
import { readRis } from "./ris.ts";

/** One source of a bibliography file, with the file's own name for it. */
export interface NamedSource {
  readonly key: string | null;
  readonly source: Partial<Source>;
}

export interface SourcesRead {
  readonly sources: readonly NamedSource[];
  readonly problems: readonly RowProblem[];
}

/** What texts a bibliography names: BibTeX, RIS or CSL-JSON, told by the content. */
export function readSources(text: string): SourcesRead {
  const head = text.slice(0, 5_000);
  const read = /^\uFEFF?\s*TY {1,2}-/m.test(head)
    ? readRis(text)
    : /^\uFEFF?\s*[[{]/.test(head)
      ? readCslJson(text)
      : readBibtex(text);
  return {
    sources: read.references.map((reference) => ({ key: reference.key, source: sourceOf(reference) })),
    problems: read.problems,
  };
}

function sourceOf({ authors, year, title, container, volume, doi }: Reference): Partial<Source> {
  return { authors, year, title, container, volume, doi };
}
