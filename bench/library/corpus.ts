import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  buildPostings,
  type Concept,
  type Postings,
  readFile,
  segment,
  startingConcepts,
  type Text,
} from "@concord/library";

/** `CORPUS`, or the folder beside the project that its README describes. */
export const folder = process.env.CORPUS ?? path.resolve(import.meta.dirname, "../../../shared/corpus");

export const isThere = (): boolean => existsSync(path.join(folder, "gold_dev.json"));

/** The books by file name. */
export async function readBooks(): Promise<ReadonlyMap<string, Text>> {
  const years = new Map<string, { readonly author: string; readonly year: number; readonly title: string }>(
    JSON.parse(readFileSync(path.join(folder, "sources.json"), "utf8")).map(
      (source: { slug: string; author: string; year: number; title: string }) => [
        `${source.slug}.txt`,
        source,
      ],
    ),
  );
  const books = new Map<string, Text>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".txt"))) {
    const known = years.get(name);
    const read = await readFile(
      { name, bytes: readFileSync(path.join(folder, name)) },
      known === undefined ? {} : { authors: [known.author], year: known.year, title: known.title },
    );
    if (read.kind === "unreadable") throw new RangeError(`${name}: ${read.message.id}`);
    books.set(name, read.text);
  }
  return books;
}

export function postingsOf(books: Iterable<Text>): Postings {
  return buildPostings(
    [...books].flatMap((text) =>
      segment(text).map((passage) => ({ ...passage, characters: text.characters })),
    ),
  );
}

/** One passage somebody read and judged, with its places in the text as we count them. */
export interface GoldPassage {
  readonly id: string;
  readonly author: string;
  readonly concept: Concept;
  readonly rank: "thesis" | "supporting" | "aside" | "irrelevant";
  readonly text: Text;
  readonly from: number;
  readonly to: number;
}

export function readGold(books: ReadonlyMap<string, Text>): readonly GoldPassage[] {
  const { passages } = JSON.parse(readFileSync(path.join(folder, "gold_dev.json"), "utf8"));
  return passages.map(
    (given: {
      id: string;
      source: string;
      start: number;
      quote: string;
      concept: string;
      rank: GoldPassage["rank"];
    }) => {
      const text = books.get(given.source)!;
      const from = [...text.characters].slice(0, given.start).join("").length;
      const to = from + given.quote.length;
      if (text.characters.slice(from, to) !== given.quote)
        throw new RangeError(`${given.id} is not where it was`);
      const concept = startingConcepts.find(({ id }) => id === given.concept.replace(/[ /]/g, "-"))!;
      return { id: given.id, author: given.source.split("_")[0]!, concept, rank: given.rank, text, from, to };
    },
  );
}
