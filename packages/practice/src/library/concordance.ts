import {
  type Collocate,
  type ConcordanceLine,
  type ConcordanceQuery,
  collocatesOf,
  concordanceOf,
  type DispersionStrip,
  dispersionOf,
  linesOf,
  linesToTsv,
  type Source,
  type TextId,
  textsWhere,
} from "@concord/library";
import type { StaffMessages } from "@concord/messages";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { permit } from "../permit.ts";
import { openCorpusIndex } from "./shelf.ts";

export interface ConcordanceChoice extends Omit<ConcordanceQuery, "texts"> {
  readonly author: string | null;
  readonly years: { readonly first: number; readonly last: number } | null;
  readonly work: string | null;
  /** Which lines to write out, from 0. */
  readonly first: number;
  readonly count: number;
}

export interface ConcordanceView {
  readonly places: number;
  readonly lines: readonly (ConcordanceLine & { readonly source: Source })[];
  readonly collocates: readonly Collocate[];
  readonly strips: readonly (DispersionStrip & { readonly source: Source })[];
  /** Gries' DP: 0 is spread as the words are, near 1 is all in one small text. */
  readonly deviation: number | null;
  /** The lines for a spreadsheet. */
  readonly table: (messages: StaffMessages) => string;
}

const width = 60;
const stripParts = 60;

/** Every place of the words in the library, in their context. Null where there is no word to look for. */
export async function readConcordance(
  context: AppContext,
  actor: Actor,
  choice: ConcordanceChoice,
): Promise<ConcordanceView | null> {
  permit(actor, "read-library", { kind: "practice" });
  return within(context, actor, async (scope) => {
    const { texts, postings } = await openCorpusIndex(context, scope);
    const { author, years, work, first, count, ...query } = choice;
    const isNarrowed = author !== null || years !== null || work !== null;
    const chosen = isNarrowed ? textsWhere([...texts.values()], { author, years, work }) : null;
    const concordance = concordanceOf(postings, { ...query, texts: chosen });
    if (concordance === null) return null;
    const sourceOf = (id: TextId): Source => texts.get(id)!.source;
    const { strips, deviation } = dispersionOf(postings, concordance.places, stripParts);
    return {
      places: concordance.places.length,
      lines: linesOf(postings, concordance, texts, { first, count, width }).map((line) => ({
        ...line,
        source: sourceOf(line.text),
      })),
      collocates: collocatesOf(postings, concordance.places, concordance.term.stems.length, 12),
      strips: strips
        .filter(({ text }) => chosen === null || chosen.has(text))
        .map((strip) => ({ ...strip, source: sourceOf(strip.text) })),
      deviation,
      table: (messages) =>
        linesToTsv(
          linesOf(postings, concordance, texts, { first: 0, count: concordance.places.length, width }),
          texts,
          messages,
        ),
    };
  });
}
