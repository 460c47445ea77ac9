import type { ComputedClaimText } from "../computed-claim.ts";
import type { Study, StudyId } from "../study/study.ts";
import type { SynthesisDefinition } from "../synthesis/definition.ts";
import { synthesize } from "../synthesis/synthesize.ts";
import { type Edition, issueEdition } from "./edition.ts";

/** Studies, the syntheses defined over them, and what is claimed from these. */
export interface EvidenceCorpus {
  readonly studies: readonly Study[];
  readonly definitions: readonly SynthesisDefinition[];
  readonly claims: readonly ComputedClaimText[];
}

/** A corpus with every edition that was ever issued from it, oldest first. */
export interface Ledger extends EvidenceCorpus {
  readonly editions: readonly Edition[];
}

/** Something that happens to a corpus. */
export type Change =
  | { readonly kind: "add"; readonly study: Study }
  | { readonly kind: "correct"; readonly study: Study; readonly reason: string }
  | { readonly kind: "withdraw"; readonly study: StudyId; readonly reason: string };

/** A ledger with the first edition of every synthesis. */
export function openLedger(corpus: EvidenceCorpus, date: string): Ledger {
  const editions = corpus.definitions.map((definition) =>
    issueEdition([], synthesize(definition, corpus.studies), corpus.claims, {
      date,
      because: { id: "evidence.reason.first", values: {} },
    }),
  );
  return { ...corpus, editions };
}

/** Any edition ever issued, by its name. */
export function findEdition(ledger: Ledger, id: string): Edition | undefined {
  return ledger.editions.find((edition) => edition.id === id);
}
