export type { Concept, Party, Wording } from "./concept/concept.ts";
export { type ChatMessage, type GlossDraft, glossRequest, readGloss } from "./concept/draft-gloss.ts";
export { type ConceptEdition, citeEdition, issueConceptEdition } from "./concept/edition.ts";
export { type Proximity, type Sign, signsOf } from "./concept/evidence.ts";
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
  type Rank,
  ranks,
  remarksOn,
  type ShownPassage,
  type SupportedSentence,
  sourceLine,
  stances,
  usualCap,
} from "./concept/page.ts";
export { type ProposedWording, proposeWordings } from "./concept/propose.ts";
export { type Collocate, collocatesOf, keywordsOf } from "./concordance/collocates.ts";
export {
  type Concordance,
  type ConcordanceOrder,
  type ConcordancePlace,
  type ConcordanceQuery,
  concordanceOf,
  placeOf,
  textsWhere,
} from "./concordance/concordance.ts";
export { type DispersionStrip, dispersionOf } from "./concordance/dispersion.ts";
export { type ConcordanceLine, linesOf, linesToTsv } from "./concordance/lines.ts";
export { type Lengths, type Passage, segment, usualLengths } from "./passage/passage.ts";
export { type Anchor, type Anchored, anchor, describe } from "./quotation/anchor.ts";
export { annotationOf, inCodePoints, type WebAnnotation } from "./quotation/annotation.ts";
export { type BudgetLimits, defaultLimits, quotationBudget, type SourceBudget } from "./quotation/budget.ts";
export { type Caution, cautionsOf } from "./quotation/caution.ts";
export { findExact } from "./quotation/find-exact.ts";
export { type Difference, findNear, type NearPlace } from "./quotation/find-near.ts";
export { type FoundIn, firstSource } from "./quotation/first-source.ts";
export { type NormalView, normalView } from "./quotation/normal-view.ts";
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
  mostWordsLeftOut,
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
export { type Extract, type Unreadable, unreadable } from "./read/outcome.ts";
export type { Progress } from "./read/pdf.ts";
export { extractorVersions, readFile, type TextFile, type TextRead } from "./read/read-file.ts";
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
export { digestOfBytes } from "./text/byte-digest.ts";
export { type Locator, locate, locatorInWords } from "./text/locator.ts";
export { sentencesOf } from "./text/sentence.ts";
export {
  authorsInShort,
  familyName,
  mergeSources,
  type Source,
  sourceInWords,
  unknownSource,
} from "./text/source.ts";
export {
  type Block,
  type Extractor,
  entryOf,
  type Format,
  type PageMark,
  type Role,
  roles,
  type Section,
  type Span,
  type Text,
  type TextEntry,
  type TextId,
} from "./text/text.ts";
export {
  differencesInWords,
  isWhole,
  type LeftOut,
  type LeftOutKind,
  leftOutInWords,
  type WordAccount,
  type WordDifference,
} from "./text/word-account.ts";
export { startingConcepts } from "./thesaurus/concepts.ts";
export { partyWords } from "./thesaurus/parties.ts";
