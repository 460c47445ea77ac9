import { openDraft } from "./draft.ts";
import { declaredEncoding, decode } from "./encoding.ts";
import { readPackage } from "./epub-package.ts";
import { writeHtml } from "./html.ts";
import { type Extract, type Unreadable, unreadable } from "./outcome.ts";
import { walkXml } from "./xml.ts";
import { type Archive, openArchive } from "./zip.ts";

/** EPUB 2 and 3: the chapters of the spine in order, each read as a web page. Pictures are left packed. */
export function readEpub(bytes: Uint8Array): Extract | Unreadable {
  const archive = openArchive(
    bytes,
    (name) => /\.(x?html?|xml|opf|ncx)$/i.test(name) || /container\.xml$/.test(name),
  );
  if (archive.kind === "unreadable") return archive;
  const locked = lockedSentence(archive);
  if (locked !== null) return unreadable(locked);
  const root = rootFile(archive);
  const found = root === null ? null : words(archive, root);
  const book = root === null || found === null ? null : readPackage(found, root);
  if (book === null || book.spine.length === 0)
    return unreadable("This EPUB is broken: it does not say which chapters it holds. Export it again.");
  const draft = openDraft();
  const missing: string[] = [];
  for (const chapter of book.spine) {
    const page = words(archive, chapter.path);
    if (page === null) missing.push(chapter.path);
    else {
      draft.block("paragraph");
      writeHtml(draft, page, chapter.role);
      draft.role(null);
    }
  }
  if (missing.length === book.spine.length)
    return unreadable("This EPUB is broken: none of its chapters is in the archive. Export it again.");
  const remarks =
    missing.length === 0
      ? []
      : [
          `${missing.length} of ${book.spine.length} chapters are named but not in the file (first: ${missing[0]}).`,
        ];
  return draft.finish("epub", book.source, remarks);
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
function lockedSentence(archive: Archive): string | null {
  const encryption = words(archive, "META-INF/encryption.xml");
  if (encryption === null || !/\.x?html?"/i.test(encryption)) return null;
  return "This EPUB is locked by its seller (DRM), so its words cannot be read. Use a copy without a lock.";
}
