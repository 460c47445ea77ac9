import {
  type Block,
  locate,
  locatorMessage,
  type Section,
  type Source,
  type Span,
  stateOf,
  type Text,
} from "@concord/library";
import type { Text as MessageText } from "@concord/messages";
import { concepts, texts } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { absent, permit } from "../permit.ts";

/** A stretch of a paragraph: quoted for a concept, or not. */
export interface ReaderPiece {
  readonly words: string;
  readonly quotedFor: { readonly concept: string; readonly name: string } | null;
}

export interface ReaderBlock {
  readonly kind: Block["kind"];
  readonly from: number;
  readonly pieces: readonly ReaderPiece[];
  /** The printed pages that begin in it. */
  readonly pages: readonly string[];
}

export interface ReaderView {
  readonly id: string;
  readonly source: Source;
  readonly remarks: readonly MessageText[];
  /** Chapters, with where each begins. */
  readonly sections: readonly { readonly title: string; readonly from: number; readonly isBody: boolean }[];
  readonly current: number;
  readonly place: MessageText;
  readonly blocks: readonly ReaderBlock[];
}

/** One chapter of a text, with what was quoted from it marked. */
export async function readSection(
  context: AppContext,
  actor: Actor,
  id: string,
  at: number,
): Promise<ReaderView> {
  permit(actor, "read-library", { kind: "practice" });
  return within(context, actor, async (scope) => {
    const text = await texts.find(scope, id);
    if (text === null) throw absent();
    const marks: Mark[] = [];
    for (const { concept } of await concepts.list(scope)) {
      for (const { quotation, text: of } of await concepts.rulings(scope, concept.id)) {
        if (of !== id || quotation === null) continue;
        const state = stateOf(quotation, text);
        if (state.kind !== "verified" && state.kind !== "moved") continue;
        for (const span of state.spans)
          marks.push({ ...span, quotedFor: { concept: concept.id, name: concept.name } });
      }
    }
    const found = text.sections.findIndex((one) => one.from <= at && at < one.to);
    const current = Math.max(0, found);
    const section = text.sections[current];
    return {
      id,
      source: text.source,
      remarks: text.remarks,
      sections: text.sections.map(({ title, from, role }) => ({ title, from, isBody: role === "body" })),
      current,
      place:
        section === undefined
          ? ""
          : locatorMessage(locate(text, { from: section.from, to: section.from + 1 })),
      blocks: section === undefined ? [] : blocksOf(text, section, marks),
    };
  });
}

type Mark = Span & { readonly quotedFor: NonNullable<ReaderPiece["quotedFor"]> };

function blocksOf(text: Text, section: Section, marks: readonly Mark[]): readonly ReaderBlock[] {
  return text.blocks
    .filter(({ from }) => from >= section.from && from < section.to)
    .map((block) => ({
      kind: block.kind,
      from: block.from,
      pieces: piecesOf(text.characters, block, marks),
      pages: text.pages.filter(({ at }) => at >= block.from && at < block.to).map(({ label }) => label),
    }));
}

/** Cuts a block at every edge of a mark; of marks that overlap the first is shown. */
function piecesOf(characters: string, { from, to }: Span, marks: readonly Mark[]): readonly ReaderPiece[] {
  const own = marks.filter((mark) => mark.from < to && from < mark.to);
  const edges = new Set([from, to]);
  for (const mark of own) {
    edges.add(Math.max(from, mark.from));
    edges.add(Math.min(to, mark.to));
  }
  const places = [...edges].sort((a, b) => a - b);
  return places.slice(1).map((end, at) => {
    const start = places[at]!;
    const mark = own.find((one) => one.from <= start && end <= one.to);
    return { words: characters.slice(start, end), quotedFor: mark?.quotedFor ?? null };
  });
}
