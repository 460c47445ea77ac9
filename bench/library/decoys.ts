import {
  type Agreement,
  agreementOf,
  type ConceptView,
  type Judged,
  learnRanks,
  likelihoodAbout,
  lookAt,
  type Postings,
  viewConcept,
} from "@concord/library";
import type { GoldPassage } from "./corpus.ts";

/**
 * Are passages told from decoys by an author the model has never read?
 *
 * Learnt from the judged passages of all other authors, asked about one author's; the area under the curve over
 * all answers together. Agreement on the four ranks is by fifths.
 */
export function decoys(
  postings: Postings,
  gold: readonly GoldPassage[],
): { readonly area: number; readonly agreement: Agreement } {
  const views = new Map<string, ConceptView>();
  const rows = gold.map((passage) => {
    const view = views.get(passage.concept.id) ?? viewConcept(postings, passage.concept);
    views.set(passage.concept.id, view);
    const { from, to } = tokensOf(postings, passage);
    const judged: Judged = {
      look: lookAt(view, from, to),
      judgement: passage.rank === "irrelevant" ? "decoy" : passage.rank,
    };
    return { judged, author: passage.author };
  });
  const answers: { readonly likelihood: number; readonly isAbout: boolean }[] = [];
  for (const author of new Set(rows.map((row) => row.author))) {
    const model = learnRanks(rows.filter((row) => row.author !== author).map(({ judged }) => judged));
    for (const { judged } of rows.filter((row) => row.author === author)) {
      answers.push({
        likelihood: likelihoodAbout(model, judged.look),
        isAbout: judged.judgement !== "decoy",
      });
    }
  }
  return { area: areaUnderCurve(answers), agreement: agreementOf(rows.map(({ judged }) => judged)) };
}

function tokensOf(postings: Postings, { text, from, to }: GoldPassage) {
  const { passages, passageFirst, tokenFrom, tokenTo } = postings;
  let first = -1;
  let last = -1;
  passages.forEach((passage, at) => {
    if (passage.text !== text.id || passage.to <= from || passage.from >= to) return;
    for (let token = passageFirst[at]!; token < passageFirst[at + 1]!; token++) {
      if (tokenFrom[token]! < from || tokenTo[token]! > to) continue;
      if (first < 0) first = token;
      last = token + 1;
    }
  });
  return { from: first, to: last };
}

/** The share of pairs, one passage and one decoy, that are in the right order. */
function areaUnderCurve(
  answers: readonly { readonly likelihood: number; readonly isAbout: boolean }[],
): number {
  const passages = answers.filter(({ isAbout }) => isAbout);
  const others = answers.filter(({ isAbout }) => !isAbout);
  let right = 0;
  for (const { likelihood } of passages) {
    for (const other of others) {
      right += likelihood > other.likelihood ? 1 : likelihood === other.likelihood ? 0.5 : 0;
    }
  }
  return right / (passages.length * others.length);
}
