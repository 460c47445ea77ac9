import type { StaffMessage } from "@concord/messages";
import type { Scan } from "./compare-words.ts";
import { openDraft } from "./draft.ts";
import { declaredEncoding, decode } from "./encoding.ts";
import { readPackage } from "./epub-package.ts";
import { faultMessage, writeHtml } from "./html.ts";
import { openLetters } from "./letters.ts";
import { maxCharacters } from "./limits.ts";
import { type Extract, type Unreadable, unreadable } from "./outcome.ts";
import { lineOf } from "./place.ts";
import { scanHtml } from "./scan-html.ts";
import type { MarkupGrammar, UnresolvedEntity } from "./scan-markup.ts";
import { walkXml } from "./xml.ts";
import { type Archive, openArchive } from "./zip.ts";

/**
 * EPUB 2 and 3: the chapters of the spine in order, each read as the XHTML it is. Pictures are left packed. A chapter
 * that the spine names twice is read once.
 */
export function readEpub(bytes: Uint8Array): Extract | Unreadable {
  const archive = openArchive(bytes);
  if (archive.kind === "unreadable") return archive;
  if (isLocked(archive)) return unreadable({ id: "library.file-problem.epub-drm", values: {} });
  const root = rootFile(archive);
  const found = root === null ? null : words(archive, root);
  const book = root === null || found === null ? null : readPackage(found, root);
  if (archive.fault() !== null) return unreadable(archive.fault()!);
  if (book === null || book.spine.length === 0)
    return unreadable({ id: "library.file-problem.epub-contents", values: {} });
  const draft = openDraft();
  const chapters: { path: string; page: string; grammar: MarkupGrammar }[] = [];
  const remarks: StaffMessage[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  let size = 0;
  for (const chapter of book.spine) {
    if (seen.has(chapter.path)) continue;
    seen.add(chapter.path);
    const page = words(archive, chapter.path);
    if (archive.fault() !== null) return unreadable(archive.fault()!);
    if (page === null) {
      missing.push(chapter.path);
      continue;
    }
    size += page.length;
    if (size > 4 * maxCharacters || draft.length() > maxCharacters)
      return unreadable({
        id: "library.file-problem.too-long",
        values: { name: "EPUB", max: maxCharacters / 2 ** 20 },
      });
    draft.block("paragraph");
    const { grammar, fault } = writeHtml(draft, page, { role: chapter.role, isXhtml: true });
    if (fault !== null)
      remarks.push({
        id: "library.reading.chapter",
        values: { chapter: chapter.path, remark: faultMessage(fault) },
      });
    draft.role(null);
    chapters.push({ path: chapter.path, page, grammar });
  }
  if (chapters.length === 0) return unreadable({ id: "library.file-problem.epub-chapters", values: {} });
  if (missing.length > 0)
    remarks.unshift({
      id: "library.reading.missing-chapters",
      values: { count: missing.length, total: book.spine.length, name: missing[0]! },
    });
  const repeated = book.spine.length - seen.size;
  if (repeated > 0) remarks.push({ id: "library.reading.repeated-chapters", values: { count: repeated } });
  return draft.finish("epub", book.source, remarks, scanOf(chapters));
}

/** The chapters scanned one after the other; a place is a line of one of them. */
function scanOf(
  chapters: readonly { readonly path: string; readonly page: string; readonly grammar: MarkupGrammar }[],
): Scan {
  const writer = openLetters();
  const bases: number[] = [];
  const unresolved: UnresolvedEntity[] = [];
  let base = 0;
  for (const { page, grammar } of chapters) {
    bases.push(base);
    const { size, codes, breaks, at, unresolved: own } = scanHtml(page, grammar);
    writer.append({ size, codes, breaks, at: at.map((place) => place + base) });
    for (const each of own) unresolved.push({ ...each, at: each.at + base });
    base += page.length + 1;
  }
  return {
    letters: writer.letters(),
    unresolved,
    hasBreaks: true,
    placeOf(at) {
      let chapter = bases.length - 1;
      while (chapter > 0 && bases[chapter]! > at) chapter -= 1;
      const { path, page } = chapters[chapter]!;
      return `${path}, ${lineOf(page, at - bases[chapter]!)}`;
    },
  };
}

function words(archive: Archive, path: string): string | null {
  const bytes = archive.bytes(path);
  return bytes === null ? null : decode(bytes, declaredEncoding(bytes)).characters;
}

function rootFile(archive: Archive): string | null {
  const container = words(archive, "META-INF/container.xml");
  let path: string | null = null;
  if (container !== null)
    walkXml(container, {
      open(name, attributes) {
        if (name === "rootfile") path ??= attributes["full-path"] ?? null;
      },
      text() {},
      close() {},
    });
  return path ?? archive.names().find((name) => name.endsWith(".opf")) ?? null;
}

/** Fonts may be scrambled without harm; chapters may not. */
function isLocked(archive: Archive): boolean {
  const encryption = words(archive, "META-INF/encryption.xml");
  return encryption !== null && /\.x?html?"/i.test(encryption);
}
