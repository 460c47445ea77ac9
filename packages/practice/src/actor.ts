import type { Message } from "@concord/messages";

const roleNames = ["therapist", "supervisor", "administrator", "researcher"] as const;

/** What someone on the staff may be. One person may be several, and then may do what any of them may. */
export type Role = (typeof roleNames)[number];

/** Who asks. A form's holder has no account: the token in hand is all they are. */
export type Actor =
  | {
      readonly kind: "staff";
      readonly practice: string;
      readonly staff: string;
      /** The role under which the audit log names them, where they have several. */
      readonly role: Role;
      /** Every role they have; `role` alone where this is absent. */
      readonly roles?: readonly Role[];
    }
  | { readonly kind: "form-holder"; readonly practice: string; readonly request: string };

/** What may be asked for. Every verb of this room and every route of the clinic names one. */
export type Action =
  | "read-caseload"
  | "read-case"
  | "write-case"
  | "read-own-reflections"
  | "review-together"
  | "hand-over"
  | "manage-case"
  | "request-form"
  | "plan-appointments"
  | "read-notes"
  | "record-disclosure"
  | "review-safety-answer"
  | "manage-staff"
  | "manage-practice"
  | "read-audit"
  | "export-deidentified"
  | "import-ratings"
  | "give-consent"
  | "manage-privacy"
  | "erase-client"
  | "answer-form"
  | "read-evidence"
  | "write-evidence"
  | "read-library"
  | "write-library";

/** What it is asked of. */
export type Subject =
  | { readonly kind: "practice" }
  | {
      readonly kind: "episode";
      readonly episode: string;
      readonly therapist: string;
      /** Who leads a group that the client is in now: they may see and do what group meetings need. */
      readonly groupLeaders: readonly string[];
      /** Staff the client and therapist let in for supervision, while the consent stands. */
      readonly supervisors: readonly string[];
    }
  | {
      readonly kind: "request";
      readonly request: string;
      /** The therapist who is to answer it; absent where the form goes out by link. */
      readonly staff?: string;
    }
  /** What a therapist wrote about themselves: theirs alone. */
  | { readonly kind: "reflections"; readonly staff: string }
  /** A risk task: the therapist's and the duty person's. */
  | {
      readonly kind: "task";
      readonly task: string;
      readonly therapist: string;
      readonly supervisors: readonly string[];
      readonly duty: string | null;
    };

export type Verdict = { readonly kind: "allowed" } | { readonly kind: "refused"; readonly reason: Message };

/** Returns whether a text names a role. */
export function isRole(text: string): text is Role {
  return roleNames.some((role) => role === text);
}

/** Returns every role of an actor: none for the holder of a form's link. */
export function rolesOf(actor: Actor): readonly Role[] {
  return actor.kind === "staff" ? (actor.roles ?? [actor.role]) : [];
}
