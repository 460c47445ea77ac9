import { type Postings, placesOf } from "./postings.ts";

/** Where one stem stands, as a database keeps it: a row for each stem of a text. */
export interface PostingRow {
  readonly stem: string;
  /** Numbers of the passages that hold it, rising, and how often each does. */
  readonly passages: readonly number[];
  readonly counts: readonly number[];
  /** Every place of it among the words, rising: those of the first passage first. */
  readonly places: readonly number[];
}

/** The postings of one text as rows. */
export function postingRows(postings: Postings): readonly PostingRow[] {
  return postings.stems.map((stem, number) => {
    const places = placesOf(postings, number);
    const passages: number[] = [];
    const counts: number[] = [];
    for (const place of places) {
      const passage = postings.passageOf[place]!;
      if (passages.at(-1) === passage) counts[counts.length - 1]! += 1;
      else {
        passages.push(passage);
        counts.push(1);
      }
    }
    return { stem, passages, counts, places: Array.from(places) };
  });
}
