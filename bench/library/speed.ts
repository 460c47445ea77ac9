import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  conceptPage,
  concordanceOf,
  gather,
  linesOf,
  readFile,
  saveQuotation,
  startingConcepts,
  type Text,
} from "@concord/library";
import { folder, postingsOf } from "./corpus.ts";

/** The slowest reading of a file, in megabytes a second, the second time round (the first warms the machine up). */
export async function slowestImport(): Promise<{ readonly name: string; readonly rate: number }> {
  const rates: { readonly name: string; readonly rate: number }[] = [];
  for (const name of readdirSync(folder).filter((file) => /\.(txt|htm|xml)$/.test(file))) {
    const bytes = readFileSync(path.join(folder, name));
    await readFile({ name, bytes });
    const from = performance.now();
    await readFile({ name, bytes });
    rates.push({ name, rate: bytes.length / 1e3 / (performance.now() - from) });
  }
  return rates.toSorted((a, b) => a.rate - b.rate)[0]!;
}

/** Everything asked of a library of 20 MB: the same books four times over, under other names. */
export function atTwentyMegabytes(books: Iterable<Text>) {
  const own = [...books];
  const many = [0, 1, 2, 3].flatMap((copy) => own.map((text) => ({ ...text, id: `${text.id}-${copy}` })));
  const size = many.reduce((sum, { characters }) => sum + characters.length, 0);
  const texts = new Map(many.map((text) => [text.id, text]));
  const from = performance.now();
  const postings = postingsOf(many);
  const indexing = performance.now() - from;
  const page = medianOf(() => {
    const concept = startingConcepts[0]!;
    const accepted = gather(postings, concept, 50).map(({ passage }, at) => {
      const { text, from: start, to } = postings.passages[passage]!;
      const quotation = saveQuotation({ text: texts.get(text)!, omitted: [] }, [{ from: start, to }]);
      return {
        id: String(at),
        quotation,
        gloss: null,
        glossBy: "scholar" as const,
        rank: "supporting" as const,
        stance: null,
      };
    });
    return conceptPage(concept, [], accepted, texts);
  });
  let lines = 0;
  const concordance = medianOf(() => {
    const query = {
      words: "the",
      match: "every-form",
      order: "right",
      texts: null,
      collocate: null,
    } as const;
    const found = concordanceOf(postings, query)!;
    lines = found.places.length;
    return linesOf(postings, found, texts, { first: 0, count: 50, width: 60 });
  });
  return { size, indexing, page, concordance, lines };
}

function medianOf(work: () => unknown): number {
  for (let warm = 0; warm < 2; warm++) work();
  const times = Array.from({ length: 9 }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return times.toSorted((a, b) => a - b)[4]!;
}
