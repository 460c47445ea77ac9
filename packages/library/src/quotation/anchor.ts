import type { Span, Text } from "../text/text.ts";
import { findExact } from "./find-exact.ts";
import { type NormalView, normalView } from "./normal-view.ts";

/** How a span is found again when the text around it has changed: by place, by its words, by their neighbours. */
export interface Anchor extends Span {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export type Anchored =
  | { readonly kind: "in-place"; readonly span: Span }
  | { readonly kind: "moved"; readonly span: Span }
  | { readonly kind: "lost" };

const neighbourhood = 40;

export function describe(text: Pick<Text, "characters">, { from, to }: Span): Anchor {
  const { characters } = text;
  return {
    from,
    to,
    exact: characters.slice(from, to),
    prefix: characters.slice(Math.max(0, from - neighbourhood), from),
    suffix: characters.slice(to, to + neighbourhood),
  };
}

/**
 * Where does the span stand now?
 *
 * At its old place if the same words are there, else where they stand exactly (after the declared
 * normalisation): of several places the one whose neighbours agree most, then the nearest. Resemblance does
 * not anchor.
 */
export function anchor(
  described: Anchor,
  text: Pick<Text, "characters">,
  view: NormalView = normalView(text.characters),
): Anchored {
  const { from, to, exact } = described;
  if (text.characters.slice(from, to) === exact) return { kind: "in-place", span: { from, to } };
  const places = findExact(view, exact);
  const best = places
    .map((span) => ({ span, likeness: likeness(described, text.characters, span) }))
    .sort(
      (a, b) => b.likeness - a.likeness || Math.abs(a.span.from - from) - Math.abs(b.span.from - from),
    )[0];
  if (best === undefined) return { kind: "lost" };
  return best.span.from === from ? { kind: "in-place", span: best.span } : { kind: "moved", span: best.span };
}

function likeness({ prefix, suffix }: Anchor, characters: string, { from, to }: Span): number {
  const before = normalView(characters, Math.max(0, from - neighbourhood), from).signs;
  const after = normalView(characters, to, Math.min(characters.length, to + neighbourhood)).signs;
  return sharedEnd(before, normalView(prefix).signs) + sharedStart(after, normalView(suffix).signs);
}

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

function sharedEnd(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.at(-1 - at) === b.at(-1 - at)) at += 1;
  return at;
}
