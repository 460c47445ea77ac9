import { canonical } from "../digest.ts";
import type { Study } from "../study/study.ts";
import { type SynthesisDefinition, selectReports } from "../synthesis/definition.ts";
import { synthesize } from "../synthesis/synthesize.ts";
import { claimDifferences, resultDifference } from "./difference.ts";
import { digestOfSynthesis, issueEdition, latestEdition } from "./edition.ts";
import type { Ledger } from "./ledger.ts";
import type { Recomputed } from "./recompute.ts";

/**
 * What follows from many studies at once, as when a file is read: those that are known by their id are replaced, the
 * others added. Every synthesis that one of them enters or leaves is computed once and gets one edition if it moved.
 */
export function recomputeMany(
  ledger: Ledger,
  given: readonly Study[],
  because: string,
  date: string,
): Recomputed {
  const renewed = new Map(given.map((study) => [study.id, study]));
  const before = new Map(ledger.studies.map((study) => [study.id, study]));
  const studies = [
    ...ledger.studies.map((study) => renewed.get(study.id) ?? study),
    ...given.filter(({ id }) => !before.has(id)),
  ];
  const changed = given.filter((study) => canonical(study) !== canonical(before.get(study.id)));
  const enters = ({ filter }: SynthesisDefinition) =>
    changed.some((study) =>
      [study, before.get(study.id)].some(
        (one) => one !== undefined && selectReports(filter, one) !== undefined,
      ),
    );
  let { editions } = ledger;
  const moved = ledger.definitions.filter(enters).flatMap((definition) => {
    const synthesis = synthesize(definition, studies);
    const last = latestEdition(editions, definition.id);
    const digest = digestOfSynthesis(synthesis);
    if (last !== undefined && digest !== null && last.digest === digest) return [];
    const edition = issueEdition(editions, synthesis, ledger.claims, { date, because });
    editions = [...editions, edition];
    return [{ definition, last, edition }];
  });
  return {
    kind: "recomputed",
    ledger: { ...ledger, studies, editions },
    because,
    syntheses: moved.map(({ definition, last, edition }) => ({
      synthesis: definition.id,
      title: definition.title,
      before: last?.result ?? null,
      after: edition.result,
      edition,
      sentence: resultDifference(last?.result ?? null, edition.result),
    })),
    claims: moved.flatMap(({ last, edition }) => claimDifferences(last?.claims ?? [], edition.claims)),
    untouched: ledger.definitions
      .map(({ id }) => id)
      .filter((id) => moved.every(({ definition }) => definition.id !== id)),
  };
}
