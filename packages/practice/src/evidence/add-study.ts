import { type Study, studyLabel } from "@concord/evidence";
import { nameStudy } from "@concord/interchange";
import type { StaffMessage } from "@concord/messages";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { absent, permit } from "../permit.ts";
import { type HeldEvidence, loadEvidence } from "./load-evidence.ts";
import { clean, type DraftProblem, readDraft, type StudyDraft } from "./study-draft.ts";
import { writeStudies } from "./write-studies.ts";

export type StudyWritten =
  | { readonly kind: "problems"; readonly problems: readonly DraftProblem[] }
  /** `change` names what followed: see `readChange`. */
  | { readonly kind: "written"; readonly study: string; readonly change: string };

/** Adds a study to the practice's evidence and computes again all that rests on it. */
export async function addStudy(context: AppContext, actor: Actor, draft: StudyDraft): Promise<StudyWritten> {
  return within(context, actor, async (scope) => {
    permit(actor, "write-evidence", { kind: "practice" });
    if (actor.kind !== "staff") throw absent();
    const held = await loadEvidence(scope);
    const read = readDraft(draft, null);
    if (read.kind === "problems") return read;
    const taken = new Set(held.ledger.studies.map(({ id }) => id));
    const study: Study = {
      ...read.study,
      id: nameStudy(read.study.authors[0]!, read.study.year, taken),
      provenance: { kind: "hand", source: "entered manually", licence: null },
    };
    const twin = twinOf(study, held);
    if (twin !== null) return { kind: "problems", problems: [twin] };
    const because: StaffMessage = { id: "evidence.reason.added", values: { study: studyLabel(study) } };
    const given = { studies: [study], reason: null, because, action: "add-study" } as const;
    const { change } = await writeStudies(scope, actor, held, given);
    return { kind: "written", study: study.id, change };
  });
}

/** Writes a further revision of a study, the practice's own or one that ships with Concord. */
export async function correctStudy(
  context: AppContext,
  actor: Actor,
  id: string,
  draft: StudyDraft,
  reason: string,
): Promise<StudyWritten> {
  return within(context, actor, async (scope) => {
    permit(actor, "write-evidence", { kind: "practice" });
    const held = await loadEvidence(scope);
    const before = held.ledger.studies.find((one) => one.id === id);
    if (before === undefined || actor.kind !== "staff") throw absent();
    const read = readDraft(draft, before);
    const why = clean(reason);
    const unexplained = why === "" || why.length > 300;
    const problems = [
      ...(unexplained ? [{ field: "why", message: { id: "evidence.draft.why", values: {} } as const }] : []),
      ...(read.kind === "problems" ? read.problems : []),
    ];
    if (read.kind === "problems" || problems.length > 0) return { kind: "problems", problems };
    const study: Study = { ...read.study, id, provenance: before.provenance };
    const twin = twinOf(study, held);
    if (twin !== null) return { kind: "problems", problems: [twin] };
    const because: StaffMessage = {
      id: "evidence.reason.corrected",
      values: { study: studyLabel(before), why: why.replace(/\.$/, "") },
    };
    const given = { studies: [study], reason: why, because, action: "correct-study" } as const;
    const { change } = await writeStudies(scope, actor, held, given);
    return { kind: "written", study: id, change };
  });
}

/** The same study under another name: one DOI, or first author, year and title alike. */
function twinOf(study: Study, { ledger }: HeldEvidence): DraftProblem | null {
  const title = (one: Study) => one.title.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, "");
  const twin = ledger.studies.find(
    (one) =>
      one.id !== study.id &&
      ((study.doi !== null && one.doi?.toLowerCase() === study.doi.toLowerCase()) ||
        (one.year === study.year && one.authors[0] === study.authors[0] && title(one) === title(study))),
  );
  if (twin === undefined) return null;
  return {
    field: twin.doi !== null && twin.doi.toLowerCase() === study.doi?.toLowerCase() ? "doi" : "title",
    message: { id: "evidence.draft.duplicate", values: { study: studyLabel(twin) } },
  };
}
