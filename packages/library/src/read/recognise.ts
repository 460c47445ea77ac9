import type { Format } from "../text/text.ts";

/** A kind of file that holds words and yet cannot be read here, and what to do with it. */
export interface RefusedFormat {
  readonly kind: "refused";
  readonly name: string;
  readonly advice: string;
}

export type Recognised = { readonly kind: "format"; readonly format: Format } | RefusedFormat;

const readable = (format: Format): Recognised => ({ kind: "format", format });
const refused = (name: string, advice: string): Recognised => ({ kind: "refused", name, advice });

const saveFromWriter = "Open it where it was written, save it as EPUB, HTML or PDF, and add that.";
const convertBook = "Convert it to EPUB (Calibre does) and add that.";
const isNoText = "Add a file that holds text: EPUB, PDF, HTML, TEI, JATS, Markdown or plain text.";
const unpack = "Unpack it and add the files in it.";

const startsWith = (bytes: Uint8Array, sign: readonly number[] | string, at = 0): boolean =>
  [...sign].every(
    (each, place) => bytes[at + place] === (typeof each === "string" ? each.charCodeAt(0) : each),
  );

/** What kind of file is this? Its content decides; the name only where the content leaves it open. */
export function recogniseFormat(name: string, bytes: Uint8Array): Recognised {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? "";
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return zipped(bytes, ending);
  const binary = bySignature(bytes, ending);
  if (binary !== null) return binary;
  const head = textHead(bytes);
  if (head.slice(0, 1024).includes("%PDF-")) return readable("pdf");
  const isCalledMarkdown = /^(?:md|markdown|mdown|mkd)$/.test(ending);
  const byWords = byHead(head, bytes, isCalledMarkdown);
  if (byWords !== null) return byWords;
  if (/^x?html?$/.test(ending)) return readable("html");
  if (isCalledMarkdown) return readable("markdown");
  const zeros = bytes.subarray(0, 4096).filter((byte) => byte === 0).length;
  const isWide =
    startsWith(bytes, [0xff, 0xfe]) ||
    startsWith(bytes, [0xfe, 0xff]) ||
    zeros > 0.3 * Math.min(4096, bytes.length);
  if (zeros > 0 && !isWide) return refused("a binary file", isNoText);
  return byEnding.get(ending) ?? readable("plain");
}

/** The beginning of the file as text, whatever it is encoded in, without comments: they may name anything. */
function textHead(bytes: Uint8Array): string {
  return new TextDecoder("latin1")
    .decode(bytes.subarray(0, 16_384))
    .replace(/\0/g, "")
    .replace(/^(?:\u00ff\u00fe|\u00fe\u00ff|\u00ef\u00bb\u00bf)/, "")
    .replace(/<!--[\s\S]*?(?:-->|$)/g, " ");
}

/** The first element of a file of tags says what it is, before any name in its head. */
function byHead(head: string, bytes: Uint8Array, isCalledMarkdown: boolean): Recognised | null {
  const isMarkedUp = /^\s*</.test(head);
  const root = isMarkedUp
    ? /<(?:\w+:)?([A-Za-z][\w.-]*)[\s>/]/
        .exec(head.replace(/<![^>[]*(?:\[[\s\S]*?\]\s*)?>|<\?[\s\S]*?\?>/g, " "))?.[1]
        ?.toLowerCase()
    : undefined;
  if (/^\s*<!doctype html/i.test(head) || root === "html" || root === "head" || root === "body")
    return readable("html");
  if (root === "tei" || root === "teicorpus" || root === "tei.2") return readable("tei");
  if (
    root === "article" &&
    /article-type|dtd-version|xmlns:mml|<front[\s>]|<front-stub|JATS|NLM\/\/DTD|<!DOCTYPE\s+article/i.test(
      head,
    )
  )
    return readable("jats");
  if (/^\s*\{\\rtf\d?/.test(head)) return refused("a Rich Text file (RTF)", saveFromWriter);
  if (
    /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:\s*1\.0/im.test(head.replace(/\r/g, "")) &&
    /Content-Type:\s*multipart\//i.test(head)
  )
    return refused("a web archive (MHT)", "Save the page as HTML and add that.");
  const start = head.trimStart();
  if (/^[[{]\s*["[{\]}]/.test(start) && isJson(bytes, start))
    return refused("JSON data", "Add the text that it holds as plain text, Markdown or HTML.");
  if (/^%!PS/.test(start)) return refused("a PostScript file", "Convert it to PDF and add that.");
  if (/^\\(?:documentclass|documentstyle|input)\b/m.test(start.slice(0, 4000)))
    return refused("a LaTeX source", "Make a PDF or HTML file from it and add that.");
  if (root === "fictionbook") return refused("a FictionBook (FB2)", convertBook);
  if (root === "worddocument" || root === "package") return refused("a Word document in XML", saveFromWriter);
  if (root === "document-content" || root === "document")
    return refused("an OpenDocument or Word file in XML", saveFromWriter);
  if (root === "book" && /docbook/i.test(head))
    return refused("a DocBook file", "Convert it to HTML or EPUB and add that.");
  // Markdown may begin with a piece of HTML, a picture in the middle of the page for one.
  if (isCalledMarkdown && !/^\s*<\?xml/.test(head)) return null;
  if (root === "svg") return refused("a drawing (SVG)", isNoText);
  if (root !== undefined && /^\s*<\?xml/.test(head))
    return refused(
      `XML that begins with <${root.slice(0, 40)}>`,
      "TEI, JATS and XHTML can be read; convert it to one of them or to plain text.",
    );
  if (isMarkedUp && /<\/?(?:p|div|h[1-6]|table|ul|ol|br|meta|title|section|article)[\s>/]/i.test(head))
    return readable("html");
  return null;
}

/** A whole file of JSON is parsed; of a long one the beginning must look like it. */
function isJson(bytes: Uint8Array, start: string): boolean {
  if (bytes.length > 2 ** 22) return /^[[{]\s*(?:"[^"]*"\s*:|\{\s*"[^"]*"\s*:|\[)/.test(start);
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return /^[[{]\s*\{?\s*"[^"\n]*"\s*:/.test(start);
  }
}

const latin1 = new TextDecoder("latin1");

/** An EPUB is a zip archive among others; the names in it tell which. */
function zipped(bytes: Uint8Array, ending: string): Recognised {
  const whole = latin1.decode(
    bytes.length > 2 ** 21 ? joined(bytes.subarray(0, 2 ** 20), bytes.subarray(-(2 ** 20))) : bytes,
  );
  const first = whole.slice(0, 200);
  if (whole.includes("application/epub+zip") || whole.includes("META-INF/container.xml"))
    return readable("epub");
  if (whole.includes("word/document.xml")) return refused("a Word document (DOCX)", saveFromWriter);
  if (whole.includes("xl/workbook.xml")) return refused("a workbook (XLSX)", isNoText);
  if (whole.includes("ppt/presentation.xml"))
    return refused("slides (PPTX)", "Save them as PDF and add that.");
  const document = /mimetypeapplication\/vnd\.oasis\.opendocument\.(\w+)/.exec(first)?.[1];
  if (document !== undefined || whole.includes("vnd.oasis.opendocument"))
    return refused(
      `an OpenDocument file (${{ spreadsheet: "ODS", presentation: "ODP" }[document ?? ""] ?? "ODT"})`,
      saveFromWriter,
    );
  if (whole.includes("Index/Document.iwa")) return refused("a Pages document", saveFromWriter);
  // Broken in the middle, its end with the names may be lost: then the name of the file tells.
  if (ending === "epub") return readable("epub");
  return byEnding.get(ending) ?? refused("a zip archive that is no EPUB", unpack);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}

/** Binary kinds by their first bytes. */
function bySignature(bytes: Uint8Array, ending: string): Recognised | null {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    return (
      byEnding.get(ending) ?? refused("an old Word document or another Office file (DOC)", saveFromWriter)
    );
  if (startsWith(bytes, "BOOKMOBI", 60) || startsWith(bytes, "TEXtREAd", 60))
    return refused("a Kindle book (MOBI, AZW)", convertBook);
  if (startsWith(bytes, "TPZ") || startsWith(bytes, [0xea, 0x44, 0x52, 0x4d]))
    return refused("a Kindle book (AZW, KFX)", convertBook);
  if (startsWith(bytes, "AT&TFORM"))
    return refused("a DjVu file", "Convert it to PDF with its text layer and add that.");
  if (startsWith(bytes, "ITSF"))
    return refused("a compiled help file (CHM)", "Convert it to HTML and add that.");
  if (
    startsWith(bytes, "Rar!") ||
    startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf]) ||
    startsWith(bytes, [0x1f, 0x8b]) ||
    startsWith(bytes, "BZh") ||
    startsWith(bytes, [0xfd, 0x37, 0x7a, 0x58])
  )
    return refused("a packed archive", unpack);
  if (
    startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
    startsWith(bytes, [0xff, 0xd8, 0xff]) ||
    startsWith(bytes, "GIF8") ||
    startsWith(bytes, "II*\0") ||
    startsWith(bytes, "MM\0*") ||
    (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8))
  )
    return refused(
      "a picture",
      "Run text recognition (OCR) over it first, save a PDF or hOCR file, and add that.",
    );
  if (startsWith(bytes, "bplist00"))
    return refused("a Safari web archive", "Save the page as HTML and add that.");
  if (startsWith(bytes, "ID3") || startsWith(bytes, "OggS") || startsWith(bytes, "ftyp", 4))
    return refused("a recording", isNoText);
  return null;
}

/** What has no sign of its own, or lost it, by its name. */
const byEnding: ReadonlyMap<string, Recognised> = new Map([
  ["docx", refused("a Word document (DOCX)", saveFromWriter)],
  ["doc", refused("a Word document (DOC)", saveFromWriter)],
  ["xls", refused("a workbook (XLS)", isNoText)],
  ["xlsx", refused("a workbook (XLSX)", isNoText)],
  ["ppt", refused("slides (PPT)", "Save them as PDF and add that.")],
  ["pptx", refused("slides (PPTX)", "Save them as PDF and add that.")],
  ["odt", refused("an OpenDocument file (ODT)", saveFromWriter)],
  ["rtf", refused("a Rich Text file (RTF)", saveFromWriter)],
  ["pages", refused("a Pages document", saveFromWriter)],
  ["wpd", refused("a WordPerfect document", saveFromWriter)],
  ["mht", refused("a web archive (MHT)", "Save the page as HTML and add that.")],
  ["mhtml", refused("a web archive (MHT)", "Save the page as HTML and add that.")],
  ["webarchive", refused("a Safari web archive", "Save the page as HTML and add that.")],
  ["json", refused("JSON data", "Add the text that it holds as plain text, Markdown or HTML.")],
  ["mobi", refused("a Kindle book (MOBI)", convertBook)],
  ["azw", refused("a Kindle book (AZW)", convertBook)],
  ["azw3", refused("a Kindle book (AZW3)", convertBook)],
  ["kfx", refused("a Kindle book (KFX)", convertBook)],
  ["fb2", refused("a FictionBook (FB2)", convertBook)],
  ["lit", refused("a Microsoft Reader book (LIT)", convertBook)],
  ["djvu", refused("a DjVu file", "Convert it to PDF with its text layer and add that.")],
  ["djv", refused("a DjVu file", "Convert it to PDF with its text layer and add that.")],
  ["tex", refused("a LaTeX source", "Make a PDF or HTML file from it and add that.")],
  ["ps", refused("a PostScript file", "Convert it to PDF and add that.")],
]);
