import type { AgeBand } from "@concord/instruments";
import type { CaseScores } from "@concord/interchange";
import type { StaffMessage } from "@concord/messages";
import { type Episode, newIdentifier, type StaffMember } from "@concord/store";
import { type Actor, rolesOf } from "./actor.ts";
import type { ImportedForm } from "./imported-forms.ts";

export interface ImportChoices {
  /** Whose cases they are where the file names nobody who works here: a member of staff. */
  readonly therapist?: string;
  /** Of clients the file says nothing about. */
  readonly ageBand?: AgeBand;
}

/** Something that keeps a file out. Cases go by the names the file gives them. */
export interface ImportProblem {
  readonly case: string;
  readonly session: number | null;
  readonly message: StaffMessage;
}

/** Where a case of the file goes. */
export interface ImportPlan {
  readonly own: CaseScores;
  readonly episode: string;
  readonly isNew: boolean;
  readonly therapist: string;
  readonly ageBand: AgeBand;
}

/** Finds the case's place, or says why it has none. */
export function planImport(
  own: CaseScores,
  known: Episode | null,
  all: readonly StaffMember[],
  actor: Actor,
  choices: ImportChoices,
  problems: ImportProblem[],
): ImportPlan {
  const therapist = known?.therapist.staff ?? therapistOf(own, all, actor, choices);
  const roles = rolesOf(actor);
  const ownOnly = roles.includes("therapist") && !roles.includes("administrator");
  if (therapist === null) {
    problems.push({
      case: own.case,
      session: null,
      message:
        own.therapist === null
          ? { id: "import.refused.no-therapist", values: {} }
          : { id: "import.refused.unknown-therapist", values: { therapist: own.therapist } },
    });
  } else if (ownOnly && actor.kind === "staff" && actor.staff !== therapist) {
    problems.push({
      case: own.case,
      session: null,
      message: { id: "import.refused.other-therapist", values: {} },
    });
  }
  return {
    own,
    episode: known?.episode ?? newIdentifier(),
    isNew: known === null,
    therapist: therapist ?? "",
    ageBand: own.ageBand ?? choices.ageBand ?? "adult",
  };
}

function therapistOf(
  own: CaseScores,
  all: readonly StaffMember[],
  actor: Actor,
  choices: ImportChoices,
): string | null {
  const therapists = all.filter((one) => one.active && one.roles.includes("therapist"));
  const named = own.therapist?.trim().toLowerCase();
  const found = therapists.find((one) => one.name.toLowerCase() === named || one.email === named);
  if (found !== undefined) return found.staff;
  const chosen = therapists.find((one) => one.staff === choices.therapist)?.staff ?? null;
  const isTherapist = actor.kind === "staff" && rolesOf(actor).includes("therapist");
  return isTherapist && (chosen === null || !rolesOf(actor).includes("administrator")) ? actor.staff : chosen;
}

/** A form that is here already says something else. */
export function changedForm(name: string, form: ImportedForm): ImportProblem {
  return {
    case: name,
    session: form.session,
    message: {
      id: "import.refused.changed",
      values: { instrument: form.instrument, rater: form.rater },
    },
  };
}
