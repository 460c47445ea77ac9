import type { StaffMessage } from "@concord/messages";
import { canonical } from "../digest.ts";
import { studyLabel } from "../study/measure.ts";
import type { Study } from "../study/study.ts";
import type { SynthesisId } from "../synthesis/definition.ts";
import type { Change, EvidenceCorpus, Ledger } from "./ledger.ts";
import { depends, type Recomputed, reissue } from "./reissue.ts";

/** The change cannot be made, and why. */
export interface RefusedChange {
  readonly kind: "refused";
  readonly why: "duplicate-study" | "unknown-study" | "duplicate-report";
  readonly reason: string;
}

/**
 * What follows from adding, correcting or withdrawing a study? Every synthesis that lets it through is computed
 * again and gets an edition if anything moved; all others keep theirs. Doing the same twice changes nothing more.
 */
export function recompute(ledger: Ledger, change: Change, date: string): Recomputed | RefusedChange {
  const refusal = refusalOf(ledger, change);
  if (refusal !== undefined) return refusal;
  const id = change.kind === "withdraw" ? change.study : change.study.id;
  const before = ledger.studies.find((study) => study.id === id);
  const after = change.kind === "withdraw" ? undefined : change.study;
  const studies =
    after === undefined
      ? ledger.studies.filter((study) => study.id !== id)
      : before === undefined
        ? [...ledger.studies, after]
        : ledger.studies.map((study) => (study.id === id ? after : study));
  const because = becauseOf(change, before);
  const isSame = canonical(before) === canonical(after);
  const touched = isSame ? [] : ledger.definitions.filter((definition) => depends(definition, before, after));
  return reissue({ ...ledger, studies }, touched, { date, because });
}

/** The syntheses that a study enters, and the claims that rest on them. */
export function dependents(
  corpus: EvidenceCorpus,
  study: Study,
): { readonly syntheses: readonly SynthesisId[]; readonly claims: readonly string[] } {
  const syntheses = corpus.definitions
    .filter((definition) => depends(definition, study, undefined))
    .map(({ id }) => id);
  const claims = corpus.claims.filter(({ synthesis }) => syntheses.includes(synthesis)).map(({ id }) => id);
  return { syntheses, claims };
}

function refusalOf(ledger: Ledger, change: Change): RefusedChange | undefined {
  const id = change.kind === "withdraw" ? change.study : change.study.id;
  const isKnown = ledger.studies.some((study) => study.id === id);
  if (change.kind === "add" && isKnown)
    return {
      kind: "refused",
      why: "duplicate-study",
      reason: `there is a study with the id ${id} already; correct it, or give the new one another id`,
    };
  if (change.kind !== "add" && !isKnown)
    return { kind: "refused", why: "unknown-study", reason: `there is no study with the id ${id}` };
  if (change.kind !== "withdraw") {
    const ids = change.study.reports.map((report) => report.id);
    const twice = ids.find((report, at) => ids.indexOf(report) !== at);
    if (twice !== undefined)
      return {
        kind: "refused",
        why: "duplicate-report",
        reason: `each report of a study requires an id of its own, and ${twice} occurs twice in ${id}`,
      };
  }
  return undefined;
}

function becauseOf(change: Change, before: Study | undefined): StaffMessage {
  if (change.kind === "add")
    return { id: "evidence.reason.added", values: { study: studyLabel(change.study) } };
  const study = before === undefined ? "" : studyLabel(before);
  const values = { study, why: change.reason.replace(/\.$/, "") };
  return change.kind === "correct"
    ? { id: "evidence.reason.corrected", values }
    : { id: "evidence.reason.withdrawn", values };
}
