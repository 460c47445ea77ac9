import {
  digestOfSynthesis,
  type Edition,
  type EvidenceCorpus,
  issueEdition,
  type Ledger,
  latestEdition,
  type Study,
  type Synthesis,
  type SynthesisId,
  synthesize,
} from "@concord/evidence";
import type { StaffMessage } from "@concord/messages";
import { editions, practices, type Scope, type StoredStudy, studies, syntheses } from "@concord/store";
import { builtInCorpus, corpusDate } from "./built-in-corpus.ts";

/** The evidence of one practice: what ships with Concord, with what the practice wrote laid over it. */
export interface HeldEvidence {
  readonly ledger: Ledger;
  /** Each question's answer from the studies as they stand. */
  readonly results: ReadonlyMap<SynthesisId, Synthesis>;
  /** The practice's own records, by study. */
  readonly own: ReadonlyMap<string, StoredStudy>;
  /** The editions that are written down already, by name. */
  readonly kept: ReadonlySet<string>;
}

/** Reads the practice's evidence and brings its editions up to the studies that are there. */
export async function loadEvidence(scope: Scope): Promise<HeldEvidence> {
  const practice = await practices.get(scope);
  const base = builtInCorpus(practice?.simulated === true);
  const written = await studies.list(scope);
  const definitions = await syntheses.list(scope);
  const kept = await editions.list(scope);
  const own = new Map(written.map((one) => [one.study.id, one]));
  const asked = new Map(
    [...base.definitions, ...definitions.map(({ definition }) => definition)].map((one) => [one.id, one]),
  );
  const corpus: EvidenceCorpus = {
    studies: overlaid(base.studies, own),
    definitions: [...asked.values()],
    claims: base.claims,
  };
  const results = new Map(
    corpus.definitions.map((definition) => [definition.id, synthesize(definition, corpus.studies)]),
  );
  return {
    ledger: { ...corpus, editions: [...kept, ...comingEditions(corpus, results, kept)] },
    results,
    own,
    kept: new Set(kept.map(({ id }) => id)),
  };
}

function overlaid(base: readonly Study[], own: ReadonlyMap<string, StoredStudy>): readonly Study[] {
  const known = new Set(base.map(({ id }) => id));
  return [
    ...base.map((study) => own.get(study.id)?.study ?? study),
    ...[...own.values()].map(({ study }) => study).filter(({ id }) => !known.has(id)),
  ];
}

/**
 * A question without a kept edition has the one that ships with Concord, dated as Concord is: it can be cited without
 * being written down, because it can always be made again. Where Concord's own studies have changed since an edition
 * was kept, the next one says so.
 */
function comingEditions(
  corpus: EvidenceCorpus,
  results: ReadonlyMap<SynthesisId, Synthesis>,
  kept: readonly Edition[],
): readonly Edition[] {
  return [...results].flatMap(([id, synthesis]) => {
    const last = latestEdition(kept, id);
    if (last !== undefined && last.digest === digestOfSynthesis(synthesis)) return [];
    const because: StaffMessage = {
      id: last === undefined ? "evidence.reason.first" : "evidence.reason.shipped",
      values: {},
    };
    return [issueEdition(kept, synthesis, corpus.claims, { date: corpusDate, because })];
  });
}
