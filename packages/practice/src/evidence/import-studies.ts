import { type Study, studyLabel } from "@concord/evidence";
import {
  type FieldChange,
  type FrameRules,
  type ReadStudy,
  type RowProblem,
  readStudies,
} from "@concord/interchange";
import { type StaffMessage, staffMessages } from "@concord/messages";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { absent, permit } from "../permit.ts";
import { type HeldEvidence, loadEvidence } from "./load-evidence.ts";
import { clean, figureFaultOf } from "./study-draft.ts";
import { writeStudies } from "./write-studies.ts";

export type StudiesImported =
  | { readonly kind: "problems"; readonly problems: readonly RowProblem[]; readonly notes: readonly string[] }
  | {
      readonly kind: "written";
      readonly studies: number;
      readonly change: string;
      /** Entries or rows that the file holds. */
      readonly found: number;
      /** Entries of a bibliography that were left out, and why. */
      readonly left: readonly RowProblem[];
      readonly changes: readonly FieldChange[];
      readonly notes: readonly string[];
    };

/** Problems of a row are English text, as those that the reader of tables finds. */
const english = staffMessages("en");

const mostStudies = 5_000;

/**
 * Reads a file of studies. A table comes in whole or not at all, with what is wrong line by line, for its figures belong
 * together. Of a bibliography every entry that can be read comes in, and the others are listed.
 */
export async function importStudies(
  context: AppContext,
  actor: Actor,
  file: { readonly bytes: Uint8Array; readonly name: string },
  rules: FrameRules = {},
): Promise<StudiesImported> {
  return within(context, actor, async (scope) => {
    permit(actor, "write-evidence", { kind: "practice" });
    if (actor.kind !== "staff") throw absent();
    const held = await loadEvidence(scope);
    const source = clean(file.name).slice(0, 120) || "a file";
    const read = await readStudies(
      file.bytes,
      source,
      held.ledger.studies.map(({ id }) => id),
      rules,
    );
    const { faults: own, faulty } = faultsOf(read.studies, held);
    const problems = [...read.problems, ...own].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    const isWhole = read.format === "table" || read.format === null;
    const given = read.studies.filter((each) => !faulty.has(each)).map(({ study }) => study);
    const isTooLarge = problems.some(({ kind }) => kind === "too-large");
    if (problems.length > 0 && (isWhole || isTooLarge || given.length === 0))
      return { kind: "problems", problems, notes: read.notes };
    const because: StaffMessage = {
      id: "evidence.reason.imported",
      values: { count: given.length, file: source },
    };
    const written = await writeStudies(scope, actor, held, {
      studies: given,
      reason: source,
      because,
      action: "import-studies",
    });
    return {
      kind: "written",
      studies: given.length,
      change: written.change,
      found: read.found,
      left: problems,
      changes: read.changes,
      notes: read.notes,
    };
  });
}

interface StudyFaults {
  readonly faults: readonly RowProblem[];
  /** The studies that have one: several entries may begin on one line, so a line does not tell which. */
  readonly faulty: ReadonlySet<ReadStudy>;
}

/** What the studies of a file hold that cannot stand: figures without an effect, and studies that are here already. */
function faultsOf(read: readonly ReadStudy[], { ledger }: HeldEvidence): StudyFaults {
  if (read.length > mostStudies) {
    const sentence = `The file contains ${read.length} studies; at most ${mostStudies} can be imported at once.`;
    const fault: RowProblem = { kind: "too-large", line: null, column: null, sentence, kept: null };
    return { faults: [fault], faulty: new Set(read) };
  }
  const byId = new Map(ledger.studies.map((study) => [study.id, study]));
  const byDoi = new Map(
    ledger.studies.flatMap((study) => (study.doi === null ? [] : [[study.doi.toLowerCase(), study]])),
  );
  const faulty = new Set<ReadStudy>();
  const faults = read.flatMap((each) => {
    const { study, line, lines } = each;
    const doi = study.doi?.toLowerCase() ?? null;
    const twin = byId.get(study.id) ?? (doi === null ? undefined : byDoi.get(doi));
    byId.set(study.id, study);
    if (doi !== null) byDoi.set(doi, study);
    const found = [...(twin === undefined ? [] : [twinFault(twin, line)]), ...figureFaults(study, lines)];
    if (found.length > 0) faulty.add(each);
    return found;
  });
  return { faults, faulty };
}

function twinFault(twin: Study, line: number): RowProblem {
  const sentence = `this study already exists: ${studyLabel(twin)} (${twin.id}).`;
  return { kind: "duplicate", line, column: null, sentence, kept: null };
}

function figureFaults(study: Study, lines: ReadonlyMap<string, number>): readonly RowProblem[] {
  return study.reports.flatMap((report): readonly RowProblem[] => {
    const unmeasured = figureFaultOf(report.figures);
    if (unmeasured === null) return [];
    const line = lines.get(report.id) ?? null;
    return [
      {
        kind: "out-of-range",
        line,
        column: null,
        sentence: english.text("evidence.draft.unusable", { reason: unmeasured.reason }),
        kept: null,
      },
    ];
  });
}
