export type { Concept, Party, Wording } from "./concept/concept.ts";
export { type ChatMessage, type GlossDraft, glossRequest, readGloss } from "./concept/draft-gloss.ts";
export { type ConceptEdition, citeEdition, issueConceptEdition } from "./concept/edition.ts";
export type { Proximity, Sign } from "./concept/evidence.ts";
export { pageToCsl, pageToHtml, pageToMarkdown, sourceToCsl } from "./concept/export.ts";
export {
  type GatherOptions,
  gather,
  type PlaceWorth,
  scoreConcept,
  usualGathering,
} from "./concept/gather.ts";
export {
  type AcceptedPassage,
  type AuthorPosition,
  type ConceptPage,
  conceptPage,
  numbersOf,
  type OverviewSentence,
  passageCitation,
  type Rank,
  remarksOn,
  type ShownPassage,
  type SupportedSentence,
  stances,
} from "./concept/page.ts";
export { type ProposedWording, proposeWordings } from "./concept/propose.ts";
export { type Collocate, collocatesOf } from "./concordance/collocates.ts";
export {
  type Concordance,
  type ConcordanceOrder,
  type ConcordancePlace,
  type ConcordanceQuery,
  concordanceOf,
  textsWhere,
} from "./concordance/concordance.ts";
export { type DispersionStrip, dispersionOf } from "./concordance/dispersion.ts";
export { type ConcordanceLine, linesOf, linesToTsv } from "./concordance/lines.ts";
export { type Lengths, type Passage, segment } from "./passage/passage.ts";
export { type Anchor, type Anchored, anchor, describe } from "./quotation/anchor.ts";
export { annotationOf, inCodePoints, type WebAnnotation } from "./quotation/annotation.ts";
export { type BudgetLimits, quotationBudget, type SourceBudget } from "./quotation/budget.ts";
export { type Caution, cautionsOf } from "./quotation/caution.ts";

export type { Difference, NearPlace } from "./quotation/find-near.ts";
export { type FoundIn, firstSource } from "./quotation/first-source.ts";
export type { NormalView } from "./quotation/normal-view.ts";
export {
  cut,
  type Quotation,
  type QuotationState,
  quote,
  type ShownQuotation,
  saveQuotation,
  show,
  stateOf,
} from "./quotation/quotation.ts";
export {
  readingCaution,
  type Verifiable,
  type Verification,
  verifiable,
  verify,
} from "./quotation/verify.ts";
export { countWords } from "./quotation/words-at.ts";
export {
  type Judged,
  type Judgement,
  judgements,
  learnRanks,
  likelihoodAbout,
  type RankModel,
} from "./rank/learn.ts";
export { type ConceptView, type Look, lookAt, viewConcept } from "./rank/look.ts";
export { type Agreement, agreementOf, type Suggestion, suggestRank } from "./rank/suggest.ts";
export type { Extract, Unreadable } from "./read/outcome.ts";
export type { Progress } from "./read/pdf.ts";
export { readFile, type TextFile, type TextRead } from "./read/read-file.ts";
export {
  type Bm25Options,
  best,
  defaultBm25,
  type Hit,
  scoreBm25,
  type WeightedTerm,
} from "./search/bm25.ts";
export { type FeedbackOptions, moreLikeThese } from "./search/feedback.ts";
export { inflectionOf } from "./search/inflection.ts";
export { passagesLike, type Similarity } from "./search/like.ts";
export { stem } from "./search/porter2.ts";
export { type PostingRow, postingRows } from "./search/posting-rows.ts";
export { buildPostings, type Postings, type Searchable } from "./search/postings.ts";
export { stopWords } from "./search/stop-words.ts";
export { findTerm, type Term, termOf } from "./search/term.ts";
export { wordsOf } from "./search/words.ts";

export { citationOf, shortCitationOf } from "./text/citation.ts";
export { type Locator, locate, locatorMessage } from "./text/locator.ts";

export {
  authorsInShort,
  referenceOf,
  type Source,
  unknownSource,
} from "./text/source.ts";
export type {
  Block,
  Extractor,
  Format,
  PageMark,
  Role,
  Section,
  Span,
  Text,
  TextEntry,
  TextId,
} from "./text/text.ts";
export {
  differencesMessage,
  type LeftOut,
  type LeftOutKind,
  type WordAccount,
  type WordDifference,
} from "./text/word-account.ts";
export { startingConcepts } from "./thesaurus/concepts.ts";
