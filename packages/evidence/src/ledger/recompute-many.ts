import type { Text } from "@concord/messages";
import { canonical } from "../digest.ts";
import type { Study } from "../study/study.ts";
import type { Ledger } from "./ledger.ts";
import { depends, type Recomputed, reissue } from "./reissue.ts";

/**
 * What follows from many studies at once, as when a file is read: those that are known by their id are replaced, the
 * others added. Every synthesis that one of them enters or leaves is computed once and gets one edition if it moved.
 */
export function recomputeMany(
  ledger: Ledger,
  given: readonly Study[],
  because: Text,
  date: string,
): Recomputed {
  const renewed = new Map(given.map((study) => [study.id, study]));
  const before = new Map(ledger.studies.map((study) => [study.id, study]));
  const studies = [
    ...ledger.studies.map((study) => renewed.get(study.id) ?? study),
    ...given.filter(({ id }) => !before.has(id)),
  ];
  const changed = given.filter((study) => canonical(study) !== canonical(before.get(study.id)));
  const touched = ledger.definitions.filter((definition) =>
    changed.some((study) => depends(definition, before.get(study.id), study)),
  );
  return reissue({ ...ledger, studies }, touched, { date, because });
}
