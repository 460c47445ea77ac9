import type { StaffMessage } from "@concord/messages";
import { quotationBudget, type SourceBudget } from "../quotation/budget.ts";
import { type Quotation, type QuotationState, show, stateOf } from "../quotation/quotation.ts";
import { citationOf } from "../text/citation.ts";
import type { Locator } from "../text/locator.ts";
import type { Source } from "../text/source.ts";
import { entryOf, type Text, type TextId } from "../text/text.ts";
import type { Concept } from "./concept.ts";

export type Rank = "thesis" | "supporting" | "aside";
export const ranks: readonly Rank[] = ["thesis", "supporting", "aside"];

/** What an author holds the concept to be for the treatment, where a passage takes a side. */
export type AuthorPosition = "curative" | "vehicle" | "obstacle" | "ambivalent" | "definition";
export const stances: readonly AuthorPosition[] = [
  "curative",
  "vehicle",
  "obstacle",
  "ambivalent",
  "definition",
];

/** A passage the scholar accepted for a concept. */
export interface AcceptedPassage {
  readonly id: string;
  readonly quotation: Quotation;
  /** One sentence on what the author claims there; null until somebody writes it. */
  readonly gloss: string | null;
  /** A gloss drafted by a local language model is marked until the scholar takes it over. */
  readonly glossBy: "scholar" | "model";
  readonly rank: Rank;
  readonly stance: AuthorPosition | null;
}

export interface ShownPassage {
  readonly id: string;
  readonly text: TextId;
  readonly words: string;
  readonly saidBy: string | null;
  readonly locator: Locator;
  /** Whether the words stand where they stood when they were accepted. */
  readonly standing: "verified" | "moved";
  /** What is to be known of the reading of its text, where words of the file are missing or added; else null. */
  readonly remark: StaffMessage | null;
  readonly gloss: string | null;
  readonly glossBy: "scholar" | "model";
  readonly source: Source;
  readonly rank: Rank;
  readonly stance: AuthorPosition | null;
}

export interface ConceptPage {
  readonly concept: Concept;
  readonly overview: readonly SupportedSentence[];
  readonly count: number;
  readonly passages: readonly ShownPassage[];
  /** Accepted beyond the cap of their source. */
  readonly heldBack: number;
  /** Passages of different stances side by side; empty where all agree. */
  readonly voices: readonly { readonly stance: AuthorPosition; readonly passages: readonly string[] }[];
  /** Quotations that can no longer be shown, with the reason. */
  readonly missing: readonly { readonly id: string; readonly message: StaffMessage }[];
  readonly budgets: readonly SourceBudget[];
  /** Sentences of the overview that rest on nothing shown. */
  readonly unsupported: readonly string[];
}

/** No source may fill a page by itself. */
const usualCap = 8;

/**
 * The page of a concept: accepted passages by rank and year, each cut from its text again. What no longer stands
 * there is not shown but named.
 */
export function conceptPage(
  concept: Concept,
  overview: readonly OverviewSentence[],
  accepted: readonly AcceptedPassage[],
  texts: ReadonlyMap<TextId, Text>,
  cap = usualCap,
): ConceptPage {
  const shown: ShownPassage[] = [];
  const missing: { readonly id: string; readonly message: StaffMessage }[] = [];
  for (const passage of accepted) {
    const text = texts.get(passage.quotation.text) ?? null;
    const cutOut = text === null ? null : show(passage.quotation, text);
    if (text === null || cutOut === null) {
      missing.push({ id: passage.id, message: reasonOf(stateOf(passage.quotation, text)) });
      continue;
    }
    const { id, gloss, glossBy, rank, stance } = passage;
    shown.push({ id, text: text.id, ...cutOut, gloss, glossBy, source: text.source, rank, stance });
  }
  const ordered = shown.toSorted(
    (a, b) =>
      ranks.indexOf(a.rank) - ranks.indexOf(b.rank) ||
      (a.source.year ?? 9999) - (b.source.year ?? 9999) ||
      a.source.title.localeCompare(b.source.title, "en"),
  );
  const passages = capped(ordered, cap);
  const own = new Set(passages);
  const heldBack = ordered
    .filter((each) => !own.has(each))
    .map((each) => ({ id: each.id, place: passageCitation(each) }));
  const supported = overview.map((each) => withSupport(each, { shown: passages, heldBack, missing }));
  const voices = stances
    .map((stance) => ({
      stance,
      passages: passages.filter((each) => each.stance === stance).map(({ id }) => id),
    }))
    .filter((voice) => voice.passages.length > 0);
  return {
    concept,
    overview: supported,
    count: shown.length,
    passages,
    heldBack: heldBack.length,
    voices: voices.length > 1 ? voices : [],
    missing,
    budgets: quotationBudget(passages, [...texts.values()].map(entryOf)),
    unsupported: supported.filter((each) => !isSupported(each)).map(({ words }) => words),
  };
}

function capped(passages: readonly ShownPassage[], cap: number): readonly ShownPassage[] {
  const counts = new Map<TextId, number>();
  return passages.filter(({ text }) => {
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    return count <= cap;
  });
}

function reasonOf(state: QuotationState): StaffMessage {
  if (state.kind === "lost") return state.message;
  if (state.kind !== "changed") return { id: "library.quotation-state.in-place", values: {} };
  const [first] = state.near.differences;
  if (first === undefined) return { id: "library.quotation-state.changed", values: {} };
  const { inText: text, inQuotation: quoted } = first;
  if (text === "") return { id: "library.quotation-state.without", values: { quoted } };
  return quoted === ""
    ? { id: "library.quotation-state.with", values: { text } }
    : { id: "library.quotation-state.instead", values: { text, quoted } };
}

/** Returns "Freud (1920), A General Introduction to Psychoanalysis, p. 384", with the names of all authors. */
export function passageCitation({ source, locator, saidBy }: ShownPassage): StaffMessage {
  const names = source.authors.map((author) => author.split(",")[0]).join(" & ");
  return citationOf(source, locator, saidBy, names === "" ? undefined : names);
}

/** One sentence of the overview and the accepted passages it rests on. */
export interface OverviewSentence {
  readonly words: string;
  /** Where the authors meet, or what divides them. */
  readonly kind: "converge" | "divide";
  readonly cites: readonly string[];
}

/** What is so today of a passage that a sentence cites. */
export type Support =
  | { readonly kind: "shown"; readonly id: string; readonly number: number }
  /** Shown; its words stand exactly, but elsewhere than when they were kept. */
  | { readonly kind: "moved"; readonly id: string; readonly number: number }
  /** Accepted, and beyond what its source may fill of a page. */
  | { readonly kind: "held-back"; readonly id: string; readonly place: StaffMessage }
  /** Accepted, but its words are no longer in the text. */
  | { readonly kind: "not-standing"; readonly id: string; readonly message: StaffMessage }
  | { readonly kind: "not-accepted"; readonly id: string };

export interface SupportedSentence extends OverviewSentence {
  /** One for each passage cited, in the order of the citation. */
  readonly support: readonly Support[];
}

/** What a page has of the accepted passages: shown by number from 1, held back, or no longer standing. */
export interface Standing {
  readonly shown: readonly ShownPassage[];
  readonly heldBack: readonly { readonly id: string; readonly place: StaffMessage }[];
  readonly missing: readonly { readonly id: string; readonly message: StaffMessage }[];
}

/** A sentence with what has become of each passage it rests on. */
function withSupport(sentence: OverviewSentence, standing: Standing): SupportedSentence {
  return { ...sentence, support: sentence.cites.map((id) => supportOf(id, standing)) };
}

function supportOf(id: string, { shown, heldBack, missing }: Standing): Support {
  const at = shown.findIndex((each) => each.id === id);
  if (at >= 0) return { kind: shown[at]!.standing === "moved" ? "moved" : "shown", id, number: at + 1 };
  const held = heldBack.find((each) => each.id === id);
  if (held !== undefined) return { kind: "held-back", id, place: held.place };
  const gone = missing.find((each) => each.id === id);
  if (gone !== undefined) return { kind: "not-standing", id, message: gone.message };
  return { kind: "not-accepted", id };
}

/** The passages a sentence cites that stand on the page, by their numbers there. */
export function numbersOf({ support }: SupportedSentence): readonly number[] {
  return support.flatMap((one) => (one.kind === "shown" || one.kind === "moved" ? [one.number] : []));
}

/** Whether anything is left that bears the sentence. */
function isSupported({ support }: SupportedSentence): boolean {
  return support.some(({ kind }) => kind === "shown" || kind === "moved" || kind === "held-back");
}

/** Returns what a reader must know of the passages a sentence cites beyond their numbers; nothing where all is well. */
export function remarksOn({ support }: SupportedSentence): readonly StaffMessage[] {
  const count = support.filter(({ kind }) => kind === "not-accepted").length;
  const remarks = support.flatMap((one): StaffMessage[] => {
    if (one.kind === "moved") return [{ id: "library.support.moved", values: { number: one.number } }];
    if (one.kind === "held-back") return [{ id: "library.support.held-back", values: { place: one.place } }];
    if (one.kind === "not-standing")
      return [{ id: "library.support.not-standing", values: { reason: one.message } }];
    return [];
  });
  return count === 0 ? remarks : [...remarks, { id: "library.support.withdrawn", values: { count } }];
}
