/**
 * The concept library on seven books, their judged passages and the Cranfield collection.
 *
 * `CORPUS` names the folder; without one, `../shared/corpus` beside the project. What each figure is and how it
 * is computed stands at its function under bench/library. `QUOTATIONS=100` tries fewer quotations.
 */

import { folder, isThere, postingsOf, readBooks, readGold } from "./library/corpus.ts";
import { cranfield } from "./library/cranfield.ts";
import { decoys } from "./library/decoys.ts";
import { type Found, foundFor, leaveOneConceptOut, meanFound } from "./library/gold.ts";
import { atTwentyMegabytes, slowestImport } from "./library/speed.ts";
import { verification } from "./library/verification.ts";

const quotations = Number(process.env.QUOTATIONS ?? 1000);

if (!isThere()) {
  console.log(`no texts in ${folder}: set CORPUS to a folder that has them`);
  process.exit(0);
}

const books = await readBooks();
const postings = postingsOf(books.values());
const gold = readGold(books);
const concepts = [...new Set(gold.map(({ concept }) => concept))];
console.log(`${books.size} books, ${postings.passages.length} passages, ${postings.wordOf.length} words`);

const map = cranfield();
console.log(`Cranfield MAP: BM25 ${map.plain.toFixed(4)}, with feedback ${map.withFeedback.toFixed(4)}`);
atLeast("Cranfield MAP", map.withFeedback, 0.43);

const nameAlone = meanFound(concepts.map((each) => foundFor(postings, gold, each, [])));
const names = meanFound(
  concepts.map((each) =>
    foundFor(
      postings,
      gold,
      each,
      each.wordings.filter(({ kind }) => kind === "variant"),
    ),
  ),
);
const whole = concepts.map((each) => ({ concept: each.name, ...foundFor(postings, gold, each) }));
for (const { concept, ...found } of whole) print(`  ${concept}`, found);
print("name alone", nameAlone);
print("name and variants of today", names);
print("whole thesaurus", meanFound(whole));
print(
  "  without countertransference (three judged passages)",
  meanFound(whole.filter(({ theses }) => theses !== null)),
);
print("whole thesaurus, weights chosen on the other concepts", leaveOneConceptOut(postings, gold));
atLeast("recall@50, names and variants", names.recall, 0.35);
atLeast("nDCG@10", meanFound(whole).ndcg, 0.5);
atLeast("recall@50", meanFound(whole).recall, 0.57);
atLeast("thesis recall@50", meanFound(whole).theses ?? 0, 0.6);

const told = decoys(postings, gold);
const { judged, agreed, kappa } = told.agreement;
console.log(`decoys told from passages, one author left out at a time: AUC ${told.area.toFixed(3)}`);
console.log(`ranks suggested as judged: ${agreed} of ${judged}, kappa ${kappa?.toFixed(2)}`);
atLeast("AUC", told.area, 0.88);

for (const { kind, tried, verified } of verification(books.values(), quotations, quotations)) {
  console.log(`${kind.padEnd(18)} ${verified} of ${tried} verified`);
  const isTrue = ["as it stands", "other typography", "elided"].includes(kind);
  atLeast(kind, isTrue ? verified / tried : 1 - verified / tried, 1);
}

const slowest = await slowestImport();
console.log(`slowest import: ${slowest.name} at ${slowest.rate.toFixed(1)} MB/s`);
atLeast("import in MB/s", slowest.rate, 1);
const large = atTwentyMegabytes(books.values());
const memory = process.resourceUsage().maxRSS / 1024;
console.log(
  `${(large.size / 1e6).toFixed(0)} MB: indexed in ${(large.indexing / 1000).toFixed(1)} s, concept page ` +
    `${large.page.toFixed(0)} ms, concordance of “the” (${large.lines} lines) ${large.concordance.toFixed(0)} ms, ` +
    `peak memory ${memory.toFixed(0)} MB`,
);
atLeast("300 ms for a concept page", 300 / large.page, 1);
atLeast("200 ms for a concordance", 200 / large.concordance, 1);
atLeast("1 GB of memory", 1024 / memory, 1);

function print(name: string, { ndcg, ndcgOfJudged, recall, theses }: Found): void {
  const thesis = theses === null ? "   –" : theses.toFixed(2);
  const figures = `nDCG@10 ${ndcg.toFixed(2)} (of judged ${ndcgOfJudged.toFixed(2)})  recall@50 ${recall.toFixed(2)}  theses ${thesis}`;
  console.log(`${name.padEnd(54)} ${figures}`);
}

function atLeast(name: string, value: number, limit: number): void {
  if (value >= limit) return;
  console.log(`BELOW THE AIM: ${name} ${value.toFixed(3)}, wanted ${limit}`);
  process.exitCode = 1;
}
