import { readBibtex } from "./bibtex.ts";
import { readCslJson } from "./csl-json.ts";
import { readCsvExport } from "./csv-export.ts";
import { type CsvExport, csvExportOf, isRayyanLog } from "./csv-export-columns.ts";
import { readEndNoteTagged } from "./endnote-tagged.ts";
import { readEndNoteXml } from "./endnote-xml.ts";
import { readMedline } from "./medline.ts";
import type { ReferencesRead } from "./reference.ts";
import { readRis } from "./ris.ts";

/** A format of bibliographies that is read. */
export type BibliographyFormat =
  | "bibtex"
  | "ris"
  | "medline"
  | "csl-json"
  | "endnote-tagged"
  | "endnote-xml"
  | CsvExport;

/** What a file is by its content; `refused` is a known format that is not read, and what to export instead. */
export type RecognisedBibliography =
  | { readonly kind: "bibliography"; readonly format: BibliographyFormat }
  | { readonly kind: "refused"; readonly sentence: string }
  | { readonly kind: "other" };

export const formatNames: Readonly<Record<BibliographyFormat, string>> = {
  bibtex: "BibTeX",
  ris: "RIS",
  medline: "MEDLINE (nbib)",
  "csl-json": "CSL-JSON",
  "endnote-tagged": "EndNote tagged (enw)",
  "endnote-xml": "EndNote XML",
  "rayyan-csv": "CSV of Rayyan",
  "scopus-csv": "CSV of Scopus",
  "pubmed-csv": "CSV of PubMed",
  "web-of-science": "Table of Web of Science",
  "zotero-csv": "CSV of Zotero",
  "covidence-csv": "CSV of Covidence",
};

const readers: Readonly<
  Record<BibliographyFormat, (text: string) => ReferencesRead | Promise<ReferencesRead>>
> = {
  bibtex: readBibtex,
  ris: readRis,
  medline: readMedline,
  "csl-json": readCslJson,
  "endnote-tagged": readEndNoteTagged,
  "endnote-xml": readEndNoteXml,
  "rayyan-csv": readCsvExport,
  "scopus-csv": readCsvExport,
  "pubmed-csv": readCsvExport,
  "web-of-science": readCsvExport,
  "zotero-csv": readCsvExport,
  "covidence-csv": readCsvExport,
};

/** Returns the references of a text in this format. */
export const readReferences = async (text: string, format: BibliographyFormat): Promise<ReferencesRead> =>
  readers[format](text);

/** How files of each format begin or what only they have, most particular first. */
const signs: readonly (readonly [RegExp, BibliographyFormat])[] = [
  [/^TY {1,2}-/m, "ris"],
  [/^PMID ?- ?\d/m, "medline"],
  [/^%0 \S/m, "endnote-tagged"],
];

/** Known, and not read: how they begin, what they are. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^FN (?:Clarivate|Thomson|ISI)|^PT [JBSP]\s*\nAU /m, "a plain-text export of Web of Science"],
  [/^<\d+>\s*\n(?:VN|DB|UI|Unique Identifier|Accession Number)/m, "a plain-text export of Ovid"],
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<PubmedArticleSet/, "PubMed's XML"],
  [/<(?:\w+:)?mods(?:Collection)?[\s>]/, "MODS"],
  [/<rdf:RDF[\s>]/, "Zotero RDF"],
  [/^\s*(?:<!DOCTYPE html|<html)/i, "a web page (HTML)"],
  [/^---\s*\nreferences:|^references:\s*\n/, "CSL-YAML"],
  [/^%PDF-/, "a PDF"],
  [/^\{\\rtf/, "a text document (RTF)"],
];

/** Returns what a file is. Its content decides; a name says only where it came from. */
export function recogniseBibliography(text: string): RecognisedBibliography {
  const body = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const head = body.slice(0, 20_000);
  const csv = csvExportOf(body);
  if (csv !== null) return { kind: "bibliography", format: csv.format };
  if (isRayyanLog(body))
    return {
      kind: "refused",
      sentence:
        "The file is Rayyan's log of decisions, which names no references; read articles.csv instead.",
    };
  const other = others.find(([sign]) => sign.test(head));
  if (other !== undefined)
    return {
      kind: "refused",
      sentence: `The file is ${other[1]}, which is not read; export BibTeX, RIS, CSL-JSON or PubMed's nbib instead.`,
    };
  if (/^\s*(?:\[\s*(?:\{|\])|\{\s*")/.test(head)) return { kind: "bibliography", format: "csl-json" };
  if (/^\s*</.test(head)) {
    if (/<records?[\s>]/.test(head)) return { kind: "bibliography", format: "endnote-xml" };
    return {
      kind: "refused",
      sentence: "The file is XML of a kind that is not read; export BibTeX, RIS or CSL-JSON instead.",
    };
  }
  const found = signs.find(([sign]) => sign.test(head));
  if (found !== undefined) return { kind: "bibliography", format: found[1] };
  if (/(^|\n)[ \t]*@[ \t]*[A-Za-z]+\s*[{(]/.test(body)) return { kind: "bibliography", format: "bibtex" };
  return { kind: "other" };
}
