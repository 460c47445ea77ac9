import { lastAtOrBefore } from "../text/last-at-or-before.ts";
import { sentencesOf } from "../text/sentence.ts";
import type { Block, Role, Section, Span, Text, TextId } from "../text/text.ts";

/** A stretch of a text of about a paragraph: what is searched, judged and shown. */
export interface Passage extends Span {
  readonly text: TextId;
  readonly role: Role;
  /** The heading it stands under. */
  readonly chapter: string;
}

/** How long passages are, in letters. Paragraphs between are left as they are. */
export interface Lengths {
  readonly shortest: number;
  readonly longest: number;
}

const usualLengths: Lengths = { shortest: 600, longest: 1500 };

/**
 * Cuts a text into passages: paragraphs, where they are of a readable length.
 *
 * A longer one is parted between sentences into pieces of about equal length; shorter ones under the same
 * heading are joined until they reach the shortest length. Notes stay apart from the words they hang on, and
 * no passage crosses a heading.
 */
export function segment(text: Text, lengths: Lengths = usualLengths): readonly Passage[] {
  return text.sections.flatMap((section) => {
    const pieces: Piece[] = [];
    for (const block of blocksIn(text.blocks, section)) {
      if (block.kind === "heading") continue;
      addPiece(
        pieces,
        text.characters,
        { ...trimmed(text.characters, block), note: block.kind === "note" },
        lengths,
      );
    }
    return pieces.map((piece) => passageOf(text, section, piece, piece.note));
  });
}

interface Piece extends Span {
  readonly note: boolean;
}

function addPiece(pieces: Piece[], characters: string, piece: Piece, { shortest, longest }: Lengths): void {
  if (piece.to <= piece.from) return;
  if (piece.to - piece.from > longest) {
    for (const part of parted(characters, piece, longest)) pieces.push({ ...part, note: piece.note });
    return;
  }
  const before = pieces.at(-1);
  const joins =
    before !== undefined &&
    before.note === piece.note &&
    before.to - before.from < shortest &&
    piece.to - before.from <= longest;
  if (joins) pieces[pieces.length - 1] = { ...before, to: piece.to };
  else pieces.push(piece);
}

function passageOf(text: Text, section: Section, { from, to }: Span, note: boolean): Passage {
  const role = note && section.role === "body" ? "notes" : section.role;
  return { text: text.id, from, to, role, chapter: section.title };
}

/** Runs of whole sentences, as many pieces as the longest length asks for, of about equal length. */
function parted(characters: string, span: Span, longest: number): readonly Span[] {
  const sentences = sentencesOf(characters, span);
  const pieces = Math.ceil((span.to - span.from) / longest);
  const aim = (span.to - span.from) / pieces;
  const parts: Span[] = [];
  let from = span.from;
  sentences.forEach((sentence, at) => {
    const next = sentences[at + 1];
    const length = sentence.to - from;
    const overshoots = next !== undefined && next.to - from - aim > aim - length;
    if (next === undefined || length >= aim || (overshoots && length > 0.5 * aim)) {
      parts.push(trimmed(characters, { from, to: sentence.to }));
      from = sentence.to;
    }
  });
  return parts;
}

function blocksIn(blocks: readonly Block[], { from, to }: Span): readonly Block[] {
  const first = lastAtOrBefore(blocks.length, (at) => blocks[at]!.from, from - 1) + 1;
  const last = lastAtOrBefore(blocks.length, (at) => blocks[at]!.from, to - 1);
  return blocks.slice(first, last + 1);
}

function trimmed(characters: string, { from, to }: Span): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(characters[start]!)) start += 1;
  while (end > start && /\s/.test(characters[end - 1]!)) end -= 1;
  return { from: start, to: end };
}
