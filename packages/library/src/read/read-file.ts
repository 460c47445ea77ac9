import { digestOfBytes } from "../text/byte-digest.ts";
import { mergeSources, type Source } from "../text/source.ts";
import type { Format, Text } from "../text/text.ts";
import { differencesMessage, leftOutMessage } from "../text/word-account.ts";
import { declaredEncoding, decode } from "./encoding.ts";
import { readEpub } from "./epub.ts";
import { readHtml } from "./html.ts";
import { readJats } from "./jats.ts";
import { maxCharacters } from "./limits.ts";
import { readMarkdown } from "./markdown.ts";
import { type Extract, type Unreadable, unreadable } from "./outcome.ts";
import { type Progress, readPdf } from "./pdf.ts";
import { readPlain } from "./plain.ts";
import { recogniseFormat } from "./recognise.ts";
import { readTei } from "./tei.ts";

/** A file as it came: its name only helps where its bytes do not say what it is. */
export interface TextFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type TextRead = { readonly kind: "text"; readonly text: Text } | Unreadable;

/** Raise one whenever the same bytes would give other characters (places in older texts then move), sections or words. */
const extractorVersions: Readonly<Record<Format, number>> = {
  plain: 2,
  html: 4,
  epub: 4,
  pdf: 4,
  tei: 4,
  jats: 4,
  markdown: 4,
};

const largest = 512 * 2 ** 20;
/** Returns that a file has more characters than a text may have. */
const tooLong = (name: string) =>
  unreadable({ id: "library.file-problem.too-long", values: { name, max: maxCharacters / 2 ** 20 } });

/**
 * A file becomes a text of the library, or one line says why it does not and what to do.
 *
 * What the scholar says about the source outweighs what the file says.
 */
export async function readFile(
  file: TextFile,
  said: Partial<Source> = {},
  progress: Progress = () => {},
): Promise<TextRead> {
  const { bytes, name } = file;
  if (bytes.length === 0) return unreadable({ id: "library.file-problem.empty", values: { name } });
  if (bytes.length > largest)
    return unreadable({ id: "library.file-problem.too-large", values: { name, max: largest / 2 ** 20 } });
  const found = await extract(file, progress);
  if (found.kind === "unreadable") return found;
  if (found.characters.length > maxCharacters) return tooLong(name);
  if (!/\p{Letter}/u.test(found.characters))
    return unreadable({ id: "library.file-problem.no-words", values: { name } });
  const digest = digestOfBytes(bytes);
  const source = mergeSources(said, found.source);
  const title = source.title === "" ? name.replace(/\.[^.]+$/, "").replace(/[_-]+/g, " ") : source.title;
  return {
    kind: "text",
    text: {
      id: digest.slice(0, 16),
      source: { ...source, title },
      digest,
      bytes: bytes.length,
      extractor: { format: found.format, version: extractorVersions[found.format] },
      characters: found.characters,
      blocks: found.blocks,
      sections: found.sections,
      pages: found.pages,
      remarks: [differencesMessage(found.words), ...found.remarks, leftOutMessage(found.words)].filter(
        (remark) => remark !== null,
      ),
      words: found.words,
    },
  };
}

async function extract(file: TextFile, progress: Progress): Promise<Extract | Unreadable> {
  const found = recogniseFormat(file.name, file.bytes);
  if (found.kind === "refused")
    return unreadable({
      id: "library.file-problem.format",
      values: { name: file.name, format: found.name, advice: found.advice },
    });
  const { format } = found;
  if (format === "epub") return readEpub(file.bytes);
  if (format === "pdf") return readPdf(file.bytes, progress);
  const isMarked = format === "html" || format === "tei" || format === "jats";
  const { characters, remarks } = decode(file.bytes, isMarked ? declaredEncoding(file.bytes) : null);
  // Marks may be as long as the words between them; more than that is not worth walking through.
  if (characters.length > (isMarked ? 4 : 1) * maxCharacters) return tooLong(file.name);
  if (format === "html") return readHtml(characters, remarks);
  if (format === "tei") return readTei(characters, remarks);
  if (format === "jats") return readJats(characters, remarks);
  if (format === "markdown") return readMarkdown(characters, remarks);
  return readPlain(characters, remarks);
}
