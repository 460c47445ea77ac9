import type { StaffMessage } from "@concord/messages";
import { type Locator, locate } from "../text/locator.ts";
import type { Extractor, Span, Text, TextId } from "../text/text.ts";
import { differencesMessage } from "../text/word-account.ts";
import { type Anchor, anchor, describe } from "./anchor.ts";
import { findNear, type NearPlace } from "./find-near.ts";
import { type Verifiable, verifiable, verify } from "./verify.ts";

/**
 * A quotation as it is kept: places, not words. The words are cut from the text whenever it is shown; those in
 * the anchors only help to find the place again.
 */
export interface Quotation {
  readonly text: TextId;
  readonly digest: string;
  readonly extractor: Extractor;
  /** One for each piece between elisions, in order. */
  readonly anchors: readonly Anchor[];
  /** Words left out between one piece and the next. */
  readonly omitted: readonly number[];
  /** Whose words they are, where the author gives somebody else's. */
  readonly saidBy: string | null;
}

/** What is so of a kept quotation today. Only the first two have words to show. */
export type QuotationState =
  | { readonly kind: "verified"; readonly spans: readonly Span[] }
  | { readonly kind: "moved"; readonly spans: readonly Span[] }
  | { readonly kind: "changed"; readonly near: NearPlace }
  | { readonly kind: "lost"; readonly message: StaffMessage };

/** Keeps spans of a text as a quotation. */
export function saveQuotation(
  {
    text,
    ...rest
  }: { readonly text: Text; readonly omitted: readonly number[]; readonly saidBy?: string | null },
  spans: readonly Span[],
): Quotation {
  if (spans.length === 0) throw new RangeError("saveQuotation requires a span: 0");
  return {
    text: text.id,
    digest: text.digest,
    extractor: text.extractor,
    anchors: spans.map((span) => describe(text, span)),
    omitted: rest.omitted,
    saidBy: rest.saidBy ?? null,
  };
}

/**
 * Is a kept quotation still there?
 *
 * Verified: every piece at its place. Moved: every piece stands exactly, elsewhere. Changed: the words no longer
 * stand, but something like them does. Lost: nothing like them, or the text is no longer in the library.
 */
export function stateOf(quotation: Quotation, given: Text | Verifiable | null): QuotationState {
  if (given === null) return { kind: "lost", message: { id: "library.quotation-state.no-text", values: {} } };
  const held: Verifiable | null = "view" in given ? given : null;
  const text = "view" in given ? given.text : given;
  if (quotation.anchors.every(({ from, to, exact }) => text.characters.slice(from, to) === exact))
    return { kind: "verified", spans: quotation.anchors.map(({ from, to }) => ({ from, to })) };
  const { view } = held ?? verifiable(text);
  const found = quotation.anchors.map((each) => anchor(each, text, view));
  const spans = found.flatMap((each) => (each.kind === "lost" ? [] : [each.span]));
  const inOrder = spans.every((span, at) => at === 0 || span.from >= spans[at - 1]!.to);
  if (spans.length === found.length && inOrder) {
    const inPlace = found.every(({ kind }) => kind === "in-place");
    return { kind: inPlace ? "verified" : "moved", spans };
  }
  const words = quotation.anchors.map(({ exact }) => exact).join(" ");
  const near = findNear(text.characters, words);
  return near === null
    ? { kind: "lost", message: { id: "library.quotation-state.lost", values: {} } }
    : { kind: "changed", near };
}

/** The words of a quotation cut from its text; null where they cannot be shown. */
export interface ShownQuotation {
  readonly words: string;
  readonly locator: Locator;
  readonly saidBy: string | null;
  readonly standing: "verified" | "moved";
  /** What is to be known of the reading of the text, where words of its file are missing or added; else null. */
  readonly remark: StaffMessage | null;
}

export function show(quotation: Quotation, text: Text): ShownQuotation | null {
  const state = stateOf(quotation, text);
  if (state.kind !== "verified" && state.kind !== "moved") return null;
  const pieces = state.spans.map((span) => cut(text, span));
  const whole = { from: state.spans[0]!.from, to: state.spans.at(-1)!.to };
  return {
    words: pieces.join(" […] "),
    locator: locate(text, whole),
    saidBy: quotation.saidBy,
    standing: state.kind,
    remark: differencesMessage(text.words),
  };
}

/**
 * A span's words on one line, without page marks and the signs of emphasis of plain text. A hyphen at a line's end
 * stays: whether it belongs to the word, only a reader knows.
 */
export function cut(text: Pick<Text, "characters">, { from, to }: Span): string {
  return text.characters
    .slice(from, to)
    .replace(/\{(\d{1,4}|[ivxlc]{1,8})\}|\[(pg|p\.|page)\s*(\d{1,4}|[ivxlc]{1,8})\]/gi, "")
    .replace(/(?<![\p{Letter}\d])_(?=\S)|(?<=\S)_(?![\p{Letter}\d])/gu, "")
    .replace(/(\p{Letter}-)[ \t]*\n\s*(?=\p{Letter})/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** Words somebody gives as a quotation, kept if and only if they are verified. */
export function quote(
  given: Verifiable,
  words: string,
  saidBy: string | null = null,
): { readonly verification: ReturnType<typeof verify>; readonly quotation: Quotation | null } {
  const verification = verify(given, words);
  if (verification.kind !== "verified") return { verification, quotation: null };
  const { spans, omitted } = verification;
  return { verification, quotation: saveQuotation({ text: given.text, omitted, saidBy }, spans) };
}
