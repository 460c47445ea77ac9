import { readFileSync } from "node:fs";
import path from "node:path";
import {
  best,
  buildPostings,
  moreLikeThese,
  type Postings,
  scoreBm25,
  stem,
  stopWords,
  type WeightedTerm,
  wordsOf,
} from "@concord/library";
import { folder } from "./corpus.ts";

/**
 * Mean average precision over the 225 questions of the Cranfield collection.
 *
 * Every listed judgement counts as relevant, as trec_eval has it; ranks go through the whole collection. BM25
 * (k₁ = 2, b = 0.75) alone, then with the words that its own first ten share (nobody has confirmed them).
 */
export function cranfield(): { readonly plain: number; readonly withFeedback: number } {
  const file = (name: string): string =>
    readFileSync(path.join(folder, "cranfield", name), "utf8").replaceAll("\r\n", "\n");
  const abstracts = parts(file("cran.all.1400")).map((part) => part.split(/^\.W\n/m)[1] ?? "");
  const questions = parts(file("cran.qry")).map((part) => part.split(/^\.W\n/m)[1] ?? "");
  const relevant = new Map<number, Set<number>>();
  for (const line of file("QRelsCorrectedforTRECeval").trim().split("\n")) {
    const [question = 0, , abstract = 0, grade = 0] = line.trim().split(/\s+/).map(Number);
    if (grade > 0) relevant.set(question, (relevant.get(question) ?? new Set()).add(abstract));
  }
  const postings = buildPostings(
    abstracts.map((characters, at) => ({
      text: String(at + 1),
      from: 0,
      to: characters.length,
      role: "body" as const,
      chapter: "",
      characters,
    })),
  );
  const mean = (termsFor: (terms: readonly WeightedTerm[]) => readonly WeightedTerm[]): number => {
    const precisions = questions.flatMap((question, at) => {
      const wanted = relevant.get(at + 1);
      return wanted === undefined ? [] : [averagePrecision(postings, termsFor(termsOf(question)), wanted)];
    });
    return precisions.reduce((sum, each) => sum + each, 0) / precisions.length;
  };
  return {
    plain: mean((terms) => terms),
    withFeedback: mean((terms) =>
      moreLikeThese(postings, terms, best(scoreBm25(postings, terms, options), 10), {
        words: 30,
        original: 0.6,
      }),
    ),
  };
}

const options = { saturation: 2, lengthening: 0.75 };

const parts = (text: string): readonly string[] => text.split(/^\.I /m).slice(1);

function termsOf(question: string): readonly WeightedTerm[] {
  const counts = new Map<string, number>();
  for (const word of wordsOf(question)) {
    if (!stopWords.has(word)) counts.set(stem(word), (counts.get(stem(word)) ?? 0) + 1);
  }
  return [...counts].map(([each, weight]) => ({
    term: { stems: [each], near: null, inflections: null },
    weight,
  }));
}

function averagePrecision(
  postings: Postings,
  terms: readonly WeightedTerm[],
  wanted: ReadonlySet<number>,
): number {
  let found = 0;
  let sum = 0;
  best(scoreBm25(postings, terms, options), postings.passages.length).forEach(({ passage }, at) => {
    if (!wanted.has(passage + 1)) return;
    found += 1;
    sum += found / (at + 1);
  });
  return sum / wanted.size;
}
