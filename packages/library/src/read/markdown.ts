import type { Source } from "../text/source.ts";
import { openDraft } from "./draft.ts";
import { familyFirst } from "./gutenberg.ts";
import type { Extract } from "./outcome.ts";
import { pageMarkPattern, pageMarksIn } from "./page-marks.ts";

/**
 * Markdown: headings, paragraphs, notes `[^1]:`, and a head of `title:`, `author:`, `year:` between dashes.
 *
 * Marks of emphasis, links and code fences are dropped, their words kept. A page mark such as `{188}` becomes
 * a printed page.
 */
export function readMarkdown(characters: string, remarks: readonly string[] = []): Extract {
  const draft = openDraft();
  const head = /^---\n([\s\S]*?)\n---\n/.exec(characters);
  const source = head === null ? {} : headSource(head[1]!);
  const body = characters.slice(head?.[0].length ?? 0);
  const hasPages = pageMarksIn(body).length > 0;
  const lines = body.split("\n");
  let fenced = false;
  lines.forEach((line, at) => {
    const isFence = /^\s*(```|~~~)/.test(line);
    const heading = fenced ? null : headingIn(line, lines[at + 1] ?? "");
    const note = /^\[\^[^\]]+\]:\s*(.*)$/.exec(line);
    if (isFence) fenced = !fenced;
    if (heading !== null) {
      draft.block("heading");
      draft.words(plainWords(heading));
      draft.block("paragraph");
    } else if (isFence || line.trim() === "" || (!fenced && isRule(line))) draft.block("paragraph");
    else if (note !== null && !fenced) {
      draft.block("note");
      writeLine(draft, note[1]!, hasPages);
    } else {
      if (!fenced && /^\s*([-*+]|\d+[.)])\s+/.test(line)) draft.block("paragraph");
      const words = fenced ? line : line.replace(/^\s*(>\s?|[-*+]\s+|\d+[.)]\s+)+/, "");
      writeLine(draft, words, hasPages);
    }
  });
  return draft.finish("markdown", source, remarks);
}

/** The words of `# Heading`, or of a line with `===` or `---` below it. */
function headingIn(line: string, under: string): string | null {
  const found = /^#{1,6}\s+(.*?)\s*#*$/.exec(line);
  if (found !== null) return found[1]!;
  return line.trim() !== "" && !isRule(line) && /^(=+|-{3,})\s*$/.test(under) ? line : null;
}

const isRule = (line: string): boolean => /^(=+|-{3,}|\*{3,}|_{3,})\s*$/.test(line);

function writeLine(draft: ReturnType<typeof openDraft>, line: string, hasPages: boolean): void {
  if (!hasPages) draft.words(`${plainWords(line)} `);
  else {
    let from = 0;
    for (const match of line.matchAll(pageMarkPattern)) {
      draft.words(plainWords(line.slice(from, match.index)));
      draft.page((match[1] ?? match[2])!);
      from = match.index + match[0].length;
    }
    draft.words(`${plainWords(line.slice(from))} `);
  }
}

const plainWords = (line: string): string =>
  line
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\p{Letter}\d])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{Letter}\d])/gu, "$2")
    .replace(/`([^`]+)`/g, "$1");

function headSource(head: string): Partial<Source> {
  const field = (name: string): string | null =>
    new RegExp(`^${name}:\\s*["']?(.+?)["']?\\s*$`, "im").exec(head)?.[1] ?? null;
  const title = field("title");
  const author = field("authors?");
  const year = field("(?:year|date)");
  const translator = field("translator");
  const source: { -readonly [K in keyof Source]?: Source[K] } = {};
  if (title !== null) source.title = title;
  if (author !== null)
    source.authors = author
      .replace(/^\[|\]$/g, "")
      .split(/\s*;\s*|\s+and\s+/)
      .map(familyFirst);
  if (year !== null && /\d{4}/.test(year)) source.year = Number(/\d{4}/.exec(year)![0]);
  if (translator !== null) source.translator = translator;
  return source;
}
