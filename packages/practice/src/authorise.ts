import type { Message } from "@concord/messages";
import { type Action, type Actor, type Role, rolesOf, type Subject, type Verdict } from "./actor.ts";

type Staff = Extract<Actor, { kind: "staff" }>;
type Rule = (actor: Staff, subject: Subject) => boolean;

/**
 * May this actor do this to that?
 *
 * The one place that knows. Somebody with several roles may do what any one of them may. A role that has no rule for an action may not do it; a rule that does not
 * recognise the subject says no. The reasons name no client and confirm no case, so that a refusal tells
 * a stranger nothing.
 */
export function authorise(actor: Actor, action: Action, subject: Subject): Verdict {
  if (actor.kind === "form-holder") return holder(actor.request, action, subject);
  const known = rolesOf(actor).flatMap((role) => rules[role][action] ?? []);
  if (known.some((rule) => rule(actor, subject))) return { kind: "allowed" };
  return { kind: "refused", reason: known.length === 0 ? reasons[actor.role] : elsewhere };
}

/** Returns the roles of an actor that allow this: the audit log names one of them. */
export function allowingRoles(actor: Actor, action: Action, subject: Subject): readonly Role[] {
  if (actor.kind !== "staff") return [];
  return rolesOf(actor).filter((role) => rules[role][action]?.(actor, subject) === true);
}

function holder(request: string, action: Action, subject: Subject): Verdict {
  const own = action === "answer-form" && subject.kind === "request" && subject.request === request;
  return own
    ? { kind: "allowed" }
    : { kind: "refused", reason: { id: "refusals.access.form-link", values: {} } };
}

const ofThePractice: Rule = (_, subject) => subject.kind === "practice";
const anyEpisode: Rule = (_, subject) => subject.kind === "episode" || subject.kind === "practice";
const ownEpisode: Rule = (actor, subject) => subject.kind === "episode" && subject.therapist === actor.staff;
const ofOwnGroup: Rule = (actor, subject) =>
  subject.kind === "episode" && subject.groupLeaders.includes(actor.staff);
const supervised: Rule = (actor, subject) =>
  subject.kind === "episode" && subject.supervisors.includes(actor.staff);
const ownReflections: Rule = (actor, subject) =>
  subject.kind === "reflections" && subject.staff === actor.staff;
const ownForm: Rule = (actor, subject) => subject.kind === "request" && subject.staff === actor.staff;
const ownTask: Rule = (actor, subject) =>
  subject.kind === "task" && (subject.therapist === actor.staff || subject.duty === actor.staff);
const supervisedTask: Rule = (actor, subject) =>
  subject.kind === "task" && (subject.supervisors.includes(actor.staff) || subject.duty === actor.staff);
const either =
  (first: Rule, second: Rule): Rule =>
  (actor, subject) =>
    first(actor, subject) || second(actor, subject);

/**
 * A group's leaders see and record what concerns its members while they are in it; notes, consents and safety reviews stay
 * with the therapist of the case.
 * Supervision by consent covers ratings and what follows from them, not the therapist's notes, which
 * stay with their author. Administrators run the practice and its forms and see nothing clinical;
 * researchers see what no longer points at a person.
 */
const rules: Readonly<Record<Role, Readonly<Partial<Record<Action, Rule>>>>> = {
  therapist: {
    "read-caseload": ofThePractice,
    "read-case": either(ownEpisode, ofOwnGroup),
    "write-case": either(either(ownEpisode, ofOwnGroup), ofThePractice),
    "hand-over": ownEpisode,
    "manage-case": ownEpisode,
    "read-own-reflections": ownReflections,
    "review-together": ownEpisode,
    "request-form": either(ownEpisode, ofOwnGroup),
    "plan-appointments": either(either(ownEpisode, ofOwnGroup), ofThePractice),
    "read-notes": ownEpisode,
    "record-disclosure": ownEpisode,
    "review-safety-answer": ownTask,
    "import-ratings": ofThePractice,
    "give-consent": ownEpisode,
    "manage-privacy": ownEpisode,
    "answer-form": ownForm,
    "read-evidence": ofThePractice,
    "read-library": ofThePractice,
    "write-library": ofThePractice,
  },
  supervisor: {
    "read-caseload": ofThePractice,
    "read-case": supervised,
    "hand-over": supervised,
    "review-safety-answer": supervisedTask,
    "read-evidence": ofThePractice,
    "read-library": ofThePractice,
    "write-library": ofThePractice,
  },
  administrator: {
    "write-case": ofThePractice,
    "hand-over": ofThePractice,
    "manage-case": anyEpisode,
    "request-form": anyEpisode,
    "plan-appointments": anyEpisode,
    "manage-staff": ofThePractice,
    "manage-practice": ofThePractice,
    "manage-privacy": anyEpisode,
    "erase-client": anyEpisode,
    "read-audit": ofThePractice,
    "import-ratings": ofThePractice,
    "read-evidence": ofThePractice,
    "write-evidence": ofThePractice,
    "read-library": ofThePractice,
    "write-library": ofThePractice,
  },
  researcher: {
    "export-deidentified": ofThePractice,
    "read-evidence": ofThePractice,
    "write-evidence": ofThePractice,
    "read-library": ofThePractice,
    "write-library": ofThePractice,
  },
};

const elsewhere: Message = { id: "refusals.access.absent", values: {} };
const reasons: Readonly<Record<Role, Message>> = {
  therapist: { id: "refusals.access.therapist", values: {} },
  supervisor: { id: "refusals.access.supervisor", values: {} },
  administrator: { id: "refusals.access.administrator", values: {} },
  researcher: { id: "refusals.access.researcher", values: {} },
};
