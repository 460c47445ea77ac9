import type { EvidenceCorpus } from "../ledger/ledger.ts";
import { studyOfPublished } from "./published-study.ts";
import { syntheses } from "./syntheses.ts";

/**
 * What a new practice starts with: the single studies that claims rest on, told in words. No study table of a
 * published synthesis is in hand, so nothing is pooled until somebody adds studies with their figures.
 */
export const startingCorpus: EvidenceCorpus = {
  studies: syntheses.map(studyOfPublished).filter((study) => study !== null),
  definitions: [],
  claims: [],
};
