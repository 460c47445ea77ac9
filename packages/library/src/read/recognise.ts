import type { StaffMessage, StaffMessageId } from "@concord/messages";
import type { Format } from "../text/text.ts";

/** A kind of file that holds words and yet cannot be read here, and what to do with it. */
export interface RefusedFormat {
  readonly kind: "refused";
  readonly name: StaffMessage;
  readonly advice: StaffMessage;
}

export type Recognised = { readonly kind: "format"; readonly format: Format } | RefusedFormat;

const readable = (format: Format): Recognised => ({ kind: "format", format });
type Name<Id> = Id extends `${string}.${string}.${infer Last}` ? Last : never;
type FormatName = Exclude<Name<Extract<StaffMessageId, `library.format.${string}`>>, "xml">;
type AdviceName = Name<Extract<StaffMessageId, `library.format-advice.${string}`>>;

function refused(name: FormatName, advice: AdviceName): RefusedFormat {
  return {
    kind: "refused",
    name: { id: `library.format.${name}`, values: {} } as StaffMessage,
    advice: { id: `library.format-advice.${advice}`, values: {} } as StaffMessage,
  };
}

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
  if (zeros > 0 && !isWide) return refused("binary", "no-text");
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
  if (/^\s*\{\\rtf\d?/.test(head)) return refused("rtf", "save-from-program");
  if (
    /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:\s*1\.0/im.test(head.replace(/\r/g, "")) &&
    /Content-Type:\s*multipart\//i.test(head)
  )
    return refused("mht", "save-as-html");
  const start = head.trimStart();
  if (/^[[{]\s*["[{\]}]/.test(start) && isJson(bytes, start)) return refused("json", "add-text");
  if (/^%!PS/.test(start)) return refused("postscript", "convert-to-pdf");
  if (/^\\(?:documentclass|documentstyle|input)\b/m.test(start.slice(0, 4000)))
    return refused("latex", "make-pdf");
  if (root === "fictionbook") return refused("fb2", "convert-book");
  if (root === "worddocument" || root === "package") return refused("word-xml", "save-from-program");
  if (root === "document-content" || root === "document")
    return refused("open-document-xml", "save-from-program");
  if (root === "book" && /docbook/i.test(head)) return refused("docbook", "convert-to-html-or-epub");
  // Markdown may begin with a piece of HTML, a picture in the middle of the page for one.
  if (isCalledMarkdown && !/^\s*<\?xml/.test(head)) return null;
  if (root === "svg") return refused("svg", "no-text");
  if (root !== undefined && /^\s*<\?xml/.test(head))
    return {
      kind: "refused",
      name: { id: "library.format.xml", values: { root: `<${root.slice(0, 40)}>` } },
      advice: { id: "library.format-advice.convert-xml", values: {} },
    };
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
  if (whole.includes("word/document.xml")) return refused("docx", "save-from-program");
  if (whole.includes("xl/workbook.xml")) return refused("xlsx", "no-text");
  if (whole.includes("ppt/presentation.xml")) return refused("pptx", "save-as-pdf");
  const document = /mimetypeapplication\/vnd\.oasis\.opendocument\.(\w+)/.exec(first)?.[1];
  if (document !== undefined || whole.includes("vnd.oasis.opendocument"))
    return refused(
      document === "spreadsheet" ? "ods" : document === "presentation" ? "odp" : "odt",
      "save-from-program",
    );
  if (whole.includes("Index/Document.iwa")) return refused("pages", "save-from-program");
  // Broken in the middle, its end with the names may be lost: then the name of the file tells.
  if (ending === "epub") return readable("epub");
  return byEnding.get(ending) ?? refused("zip", "unpack");
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
    return byEnding.get(ending) ?? refused("office", "save-from-program");
  if (startsWith(bytes, "BOOKMOBI", 60) || startsWith(bytes, "TEXtREAd", 60))
    return refused("mobi-azw", "convert-book");
  if (startsWith(bytes, "TPZ") || startsWith(bytes, [0xea, 0x44, 0x52, 0x4d]))
    return refused("azw-kfx", "convert-book");
  if (startsWith(bytes, "AT&TFORM")) return refused("djvu", "convert-to-pdf-with-text");
  if (startsWith(bytes, "ITSF")) return refused("chm", "convert-to-html");
  if (
    startsWith(bytes, "Rar!") ||
    startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf]) ||
    startsWith(bytes, [0x1f, 0x8b]) ||
    startsWith(bytes, "BZh") ||
    startsWith(bytes, [0xfd, 0x37, 0x7a, 0x58])
  )
    return refused("archive", "unpack");
  if (
    startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) ||
    startsWith(bytes, [0xff, 0xd8, 0xff]) ||
    startsWith(bytes, "GIF8") ||
    startsWith(bytes, "II*\0") ||
    startsWith(bytes, "MM\0*") ||
    (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8))
  )
    return refused("picture", "recognise-text");
  if (startsWith(bytes, "bplist00")) return refused("webarchive", "save-as-html");
  if (startsWith(bytes, "ID3") || startsWith(bytes, "OggS") || startsWith(bytes, "ftyp", 4))
    return refused("recording", "no-text");
  return null;
}

/** What has no sign of its own, or lost it, by its name. */
const byEnding: ReadonlyMap<string, Recognised> = new Map([
  ["docx", refused("docx", "save-from-program")],
  ["doc", refused("doc", "save-from-program")],
  ["xls", refused("xls", "no-text")],
  ["xlsx", refused("xlsx", "no-text")],
  ["ppt", refused("ppt", "save-as-pdf")],
  ["pptx", refused("pptx", "save-as-pdf")],
  ["odt", refused("odt", "save-from-program")],
  ["rtf", refused("rtf", "save-from-program")],
  ["pages", refused("pages", "save-from-program")],
  ["wpd", refused("wpd", "save-from-program")],
  ["mht", refused("mht", "save-as-html")],
  ["mhtml", refused("mht", "save-as-html")],
  ["webarchive", refused("webarchive", "save-as-html")],
  ["json", refused("json", "add-text")],
  ["mobi", refused("mobi", "convert-book")],
  ["azw", refused("azw", "convert-book")],
  ["azw3", refused("azw3", "convert-book")],
  ["kfx", refused("kfx", "convert-book")],
  ["fb2", refused("fb2", "convert-book")],
  ["lit", refused("lit", "convert-book")],
  ["djvu", refused("djvu", "convert-to-pdf-with-text")],
  ["djv", refused("djvu", "convert-to-pdf-with-text")],
  ["tex", refused("latex", "make-pdf")],
  ["ps", refused("postscript", "convert-to-pdf")],
]);
