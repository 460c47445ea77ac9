import {
  buildPostings,
  type Postings,
  type Searchable,
  segment,
  type Text,
  type TextId,
} from "@concord/library";
import { type Scope, texts } from "@concord/store";
import type { AppContext } from "../app-context.ts";

/** The whole library of a practice, ready for questions: every text, and where every word stands. */
export interface Shelf {
  readonly texts: ReadonlyMap<TextId, Text>;
  readonly postings: Postings;
}

/** What was made before, by practice. It is made again as soon as the list of texts is another. */
const made = new WeakMap<AppContext["store"], Map<string, { readonly key: string; readonly shelf: Shelf }>>();

/**
 * The library as an index in memory, about a hundred bytes for each word of it. The first question after a start or
 * a new text pays for reading it; the others find it made.
 */
export async function openCorpusIndex(context: AppContext, scope: Scope): Promise<Shelf> {
  const list = await texts.list(scope);
  const key = list.map(({ id, digest, extractor }) => `${id} ${digest} ${extractor.version}`).join("\n");
  const ofStore = made.get(context.store) ?? new Map<string, { key: string; shelf: Shelf }>();
  made.set(context.store, ofStore);
  const known = ofStore.get(scope.practice);
  if (known !== undefined && known.key === key) return known.shelf;
  const shelf = corpusIndexOf(await texts.all(scope));
  ofStore.set(scope.practice, { key, shelf });
  return shelf;
}

function corpusIndexOf(all: readonly Text[]): Shelf {
  return {
    texts: new Map(all.map((text) => [text.id, text])),
    postings: buildPostings(all.flatMap(searchableOf)),
  };
}

/** The numbers of the passages in which these places lie; a place that is in none has none. */
export function passagesAt(
  { postings }: Shelf,
  places: readonly { readonly text: TextId; readonly from: number }[],
): readonly number[] {
  return places.flatMap(({ text, from }) => {
    const at = postings.passages.findIndex((one) => one.text === text && one.from <= from && from < one.to);
    return at < 0 ? [] : [at];
  });
}

/** The passages of a text with its characters beside them. */
export function searchableOf(text: Text): readonly Searchable[] {
  return segment(text).map((passage) => ({ ...passage, characters: text.characters }));
}
