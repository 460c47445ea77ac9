import type { StaffMessage } from "@concord/messages";
import type { Scan } from "./compare-words.ts";
import { openDraft } from "./draft.ts";
import { familyFirst } from "./gutenberg.ts";
import { openLetters } from "./letters.ts";
import { maxCharacters } from "./limits.ts";
import { type Extract, type Unreadable, unreadable } from "./outcome.ts";
import { settleSoftHyphens, withSoftHyphens } from "./pdf-hyphens.ts";
import {
  bodyHeight,
  lineSteps,
  linesOf,
  type MeasuredPage,
  measurePage,
  type PdfPiece,
  withoutRunningHeads,
} from "./pdf-lines.ts";
import { streamsFault } from "./pdf-streams.ts";

/** The few things asked of a PDF library (pdf.js has them). */
interface PdfDocument {
  readonly numPages: number;
  getPageLabels(): Promise<readonly string[] | null>;
  getMetadata(): Promise<{ readonly info: object }>;
  getPage(number: number): Promise<{
    getTextContent(): Promise<{ readonly items: readonly object[] }>;
    getOperatorList(options: { readonly annotationMode: number }): Promise<{
      readonly fnArray: readonly number[];
      readonly argsArray: readonly unknown[];
    }>;
    cleanup(): unknown;
  }>;
}

/** How far a long reading has come. */
export type Progress = (done: number, of: number) => void;

/**
 * The text layer of a PDF, page by page, with the labels printed on its pages where the file names them.
 *
 * A new paragraph begins where a line is indented or stands farther below than lines do. Lines that return at
 * the head or foot of most pages (running titles, page numbers) are left out and said. A file of pictures and a
 * locked one give a line saying what to do.
 */
export async function readPdf(
  bytes: Uint8Array,
  progress: Progress = () => {},
): Promise<Extract | Unreadable> {
  const fault = streamsFault(bytes);
  if (fault !== null) return unreadable(fault);
  const pdf = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // A copy, and of this very type: pdf.js takes the bytes over and refuses Node's own kind of them.
  const task = pdf.getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    // Pictures are not asked for; this leaves them out before they are unpacked.
    maxImageSize: 1,
  });
  try {
    return await extract(await task.promise, pdf.OPS, progress);
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    return unreadable(
      name === "PasswordException"
        ? { id: "library.file-problem.pdf-password", values: {} }
        : { id: "library.file-problem.pdf-damaged", values: {} },
    );
  } finally {
    await task.destroy();
  }
}

async function extract(
  document: PdfDocument,
  operators: { readonly showText: number },
  progress: Progress,
): Promise<Extract | Unreadable> {
  const labels = await document.getPageLabels().catch(() => null);
  const pages: (readonly PdfPiece[])[] = [];
  let letters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const found = items.filter(isPiece);
    const drawn = mayBeHyphenated(found)
      ? await page.getOperatorList({ annotationMode: 0 }).catch(() => null)
      : null;
    const pieces = drawn === null ? found : withSoftHyphens(found, glyphsOf(drawn, operators.showText));
    pages.push(pieces);
    letters += pieces.reduce((sum, { str }) => sum + str.length, 0);
    if (letters > maxCharacters)
      return unreadable({
        id: "library.file-problem.too-long",
        values: { name: "PDF", max: maxCharacters / 2 ** 20 },
      });
    page.cleanup();
    progress(number, document.numPages);
  }
  const silent = pages.filter(
    (pieces) => pieces.reduce((sum, { str }) => sum + str.trim().length, 0) < 20,
  ).length;
  if (silent > 0.8 * pages.length) return unreadable({ id: "library.file-problem.pdf-images", values: {} });
  const read = pages.map(measurePage);
  const measured = read.map(({ lines }) => lines);
  const { hyphens } = settleSoftHyphens(measured.flat());
  const body = bodyHeight(measured);
  const stepOf = lineSteps(measured);
  const { marked, heads } = withoutRunningHeads(measured.map((lines) => linesOf(lines, body, stepOf)));
  const draft = openDraft();
  /** The line before ends in a soft hyphen: its last word goes on, on this page or the next. */
  let goesOn = false;
  marked.forEach((lines, at) => {
    draft.page(labels?.[at] ?? String(at + 1));
    for (const line of lines) {
      if (line.isRunningHead) {
        draft.leaveOut("running titles", line.words);
        continue;
      }
      if (goesOn && line.begins !== "heading" && /^\p{Letter}/u.test(line.words)) draft.rejoin();
      else if (line.begins !== null) draft.block(line.begins);
      else draft.line();
      draft.words(line.words);
      goesOn = line.words.endsWith("\u00AD");
    }
  });
  const remarks: StaffMessage[] = [];
  const total = pages.length;
  if (heads > 0) remarks.push({ id: "library.reading.page-headers", values: { count: heads } });
  if (silent > 0) remarks.push({ id: "library.reading.empty-pages", values: { count: silent, total } });
  const reordered = read.filter(({ isReordered }) => isReordered).length;
  if (reordered > 0) remarks.push({ id: "library.reading.columns", values: { count: reordered, total } });
  if (hyphens > 0) remarks.push({ id: "library.reading.soft-hyphens", values: { count: hyphens } });
  if (labels === null) remarks.push({ id: "library.reading.no-page-labels", values: {} });
  return draft.finish("pdf", await metadata(document), remarks, scanOf(pages, read));
}

/**
 * Every letter of the text layer, page by page, before anything is made of it; only layout says where words part. The
 * order of columns is the reader's; what it passes over comes last.
 */
function scanOf(pages: readonly (readonly PdfPiece[])[], read: readonly MeasuredPage[]): Scan {
  const writer = openLetters();
  for (const [at, pieces] of pages.entries()) {
    const order = new Set(read[at]!.order);
    for (const place of [...order, ...pieces.keys()].filter((each, i) => i < order.size || !order.has(each)))
      writer.write(pieces[place]!.str, at, 0);
  }
  return { letters: writer.letters(), hasBreaks: false, placeOf: (at) => `page ${at + 1} of the file` };
}

async function metadata(document: PdfDocument) {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const field = (name: string): string => {
    const value: unknown = Object.entries(info).find(([key]) => key === name)?.[1];
    return typeof value === "string" ? value.trim() : "";
  };
  const author = field("Author");
  const title = field("Title");
  return {
    ...(title === "" || /^untitled|\.(docx?|pdf|indd)$/i.test(title) ? {} : { title }),
    ...(author === "" ? {} : { authors: author.split(/\s*;\s*|\s+and\s+/).map(familyFirst) }),
  };
}

/** Whether a line ends in the middle of a word, as far as one can see. */
const mayBeHyphenated = (pieces: readonly PdfPiece[]): boolean =>
  pieces.some(({ str }) => /\p{Letter}$/u.test(str));

/** The signs that a page shows, in the order of the file, those too that its text leaves out. */
function glyphsOf(
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  showText: number,
): readonly string[] {
  return fnArray.flatMap((operator, at) => {
    const args = argsArray[at];
    const row: unknown = operator === showText && Array.isArray(args) ? args[0] : null;
    if (!Array.isArray(row)) return [];
    return row.flatMap((glyph: unknown) =>
      typeof glyph === "object" && glyph !== null && "unicode" in glyph && typeof glyph.unicode === "string"
        ? [glyph.unicode]
        : [],
    );
  });
}

function isPiece(item: object): item is PdfPiece {
  return "str" in item && "transform" in item;
}
