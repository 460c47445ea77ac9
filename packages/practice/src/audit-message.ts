import type { MessageValues, StaffMessage, StaffMessageId, Text } from "@concord/messages";
import { isReason } from "./recalculation/reasons.ts";

type AuditId = Extract<StaffMessageId, `stored.audit.${string}`>;

/** What an entry of the audit log can be about. `other` and `ask-access-waiting` are not recorded by these names. */
export type AuditVerb = Exclude<
  AuditId extends `stored.audit.${infer Verb}` ? Verb : never,
  "other" | "ask-access-waiting"
>;

/** An action as the audit log holds it: a verb, and details behind it. */
export type AuditAction = AuditVerb | `${AuditVerb} ${string}`;

type PlainVerb = {
  [Verb in AuditVerb]: keyof MessageValues[`stored.audit.${Verb}`] extends never ? Verb : never;
}[AuditVerb];

type Build = (details: readonly string[]) => StaffMessage | null;

/** Returns an entry's action for readers; an action that this version does not know, as it is. */
export function auditMessage(action: string): StaffMessage {
  const [verb = "", ...details] = action.split(" ");
  const build: Build | undefined = isDetailed(verb) ? detailed[verb] : undefined;
  const made = build === undefined ? (isPlain(verb) ? plainMessage(verb) : null) : build(details);
  return made ?? { id: "stored.audit.other", values: { action } };
}

const plainMessage = (verb: PlainVerb) => ({ id: `stored.audit.${verb}`, values: {} }) as StaffMessage;

const isPlain = (verb: string): verb is PlainVerb => Object.hasOwn(plain, verb);
const isDetailed = (verb: string): verb is keyof typeof detailed => Object.hasOwn(detailed, verb);

/** Verbs without details in their messages. A verb that is missing here does not compile. */
const plain: Readonly<Record<PlainVerb, true>> = {
  "acknowledge-task": true,
  "add-contact": true,
  "add-referral": true,
  "assign-referral": true,
  "decline-referral": true,
  "remove-referral": true,
  "add-note": true,
  "add-session": true,
  "add-study": true,
  "add-text": true,
  "answer-form": true,
  "ask-own-form": true,
  "ask-reevaluation": true,
  "cancel-message": true,
  "change-contact": true,
  "change-group": true,
  "change-backups": true,
  "change-privacy": true,
  "change-staff": true,
  "close-episode": true,
  "close-group": true,
  "correct-client": true,
  "correct-form": true,
  "correct-study": true,
  "draft-gloss": true,
  "escalate-task": true,
  "forget-wording": true,
  "found-practice": true,
  "import-studies": true,
  "import-wording": true,
  "join-group": true,
  "invite-staff": true,
  "join-practice": true,
  "leave-group": true,
  "keep-concept-edition": true,
  "keep-edition": true,
  "link-account": true,
  "make-backup": true,
  "mark-attended": true,
  "open-episode": true,
  "open-group": true,
  "password-reset": true,
  "read-case": true,
  "read-group": true,
  "read-safety-answer": true,
  "record-disclosure": true,
  "record-meeting": true,
  "remove-contact": true,
  "remove-text": true,
  "reopen-episode": true,
  "reopen-group": true,
  "review-safety-answer": true,
  "rule-on-passage": true,
  "send-again": true,
  "send-form": true,
  "set-ending": true,
  "set-next-session": true,
  "set-phase": true,
  "try-messages": true,
  "test-backup": true,
  "two-step-ended": true,
  "withdraw-form": true,
  "write-concept": true,
  "write-overview": true,
};

/** Verbs whose messages say more than what was done. */
const detailed = {
  "access-confirmed": (details) => ({
    id: "stored.audit.access-confirmed",
    values: accessValues(details),
  }),
  "access-refused": (details) => ({
    id: "stored.audit.access-refused",
    values: accessValues(details),
  }),
  "access-withdrawn": (details) => ({
    id: "stored.audit.access-withdrawn",
    values: accessValues(details),
  }),
  "add-appointments": ([count]) =>
    counted(count, (n) => ({ id: "stored.audit.add-appointments", values: { count: n } })),
  "cancel-appointments": ([count]) =>
    counted(count, (n) => ({ id: "stored.audit.cancel-appointments", values: { count: n } })),
  "move-appointments": ([count]) =>
    counted(count, (n) => ({ id: "stored.audit.move-appointments", values: { count: n } })),
  "add-staff": (roles) => ({ id: "stored.audit.add-staff", values: { roles: roles.map(roleText) } }),
  "ask-access": (details) =>
    details[0] === "waits"
      ? { id: "stored.audit.ask-access-waiting", values: {} }
      : { id: "stored.audit.ask-access", values: accessValues(details) },
  "change-access": (details) => {
    const alone = details.at(-1) === "alone";
    const values = accessValues(alone ? details.slice(0, -1) : details);
    return { id: "stored.audit.change-access", values: { ...values, alone: alone ? "yes" : "no" } };
  },
  "change-language-model": ([state]) => ({
    id: "stored.audit.change-language-model",
    values: { state: state === "on" ? "on" : "other" },
  }),
  "change-measures": ([change = ""]) => ({
    id: "stored.audit.change-measures",
    values: { change: oneOf(measureChanges, change) },
  }),
  "change-messages": ([part]) => ({
    id: "stored.audit.change-messages",
    values: { part: part === "mail" ? "mail" : part === "sms" ? "sms" : "other" },
  }),
  "change-settings": (names) => ({
    id: "stored.audit.change-settings",
    values: { settings: names.map((name) => settings[name] ?? name) },
  }),
  choose: ([matter = ""]) => ({
    id: "stored.audit.choose",
    values: { matter: oneOf(norms, underscored(matter)), matterName: matter },
  }),
  "choose-comparison": (details) => ({
    id: "stored.audit.choose-comparison",
    values: comparisonValues(details),
  }),
  "choose-default": ([matter = ""]) => ({
    id: "stored.audit.choose-default",
    values: { matter: oneOf(["attachment", "perfectionism"], matter), matterName: matter },
  }),
  "consent-given": ([matter = ""]) => ({
    id: "stored.audit.consent-given",
    values: { matter: oneOf(consents, matter), matterName: matter },
  }),
  "consent-withdrawn": ([matter = ""]) => ({
    id: "stored.audit.consent-withdrawn",
    values: { matter: oneOf(consents, matter), matterName: matter },
  }),
  "erase-client": ([count]) =>
    counted(count, (n) => ({ id: "stored.audit.erase-client", values: { count: n } })),
  "export-deidentified": ([count]) =>
    counted(count, (n) => ({ id: "stored.audit.export-deidentified", values: { count: n } })),
  "fit-scores": ([questionnaire = "", ...scale]) => ({
    id: "stored.audit.fit-scores",
    values: { questionnaire, scale: scale.join(" ") },
  }),
  "hand-over": ([from = "", to = ""]) => ({ id: "stored.audit.hand-over", values: { from, to } }),
  "tell-of-safety": ([to = ""]) => ({ id: "stored.audit.tell-of-safety", values: { to } }),
  "import-ratings": ([clients, , forms]) =>
    counted(clients, (n) =>
      counted(forms, (m) => ({
        id: "stored.audit.import-ratings",
        values: { clients: n, questionnaires: m },
      })),
    ),
  "read-brief": ([purpose = ""]) => ({
    id: "stored.audit.read-brief",
    values: { purpose: oneOf(["session", "supervision"], purpose), purposeName: purpose },
  }),
  "read-tasks": ([, count]) =>
    counted(count, (n) => ({ id: "stored.audit.read-tasks", values: { count: n } })),
  reevaluate: ([count, , ...reasons]) =>
    counted(count, (n) => ({
      id: "stored.audit.reevaluate",
      values: {
        count: n,
        reasons: reasons
          .join(" ")
          .replace(/[()]/g, "")
          .split(" ")
          .map((one) => (isReason(one) ? { id: `stored.reason.${one}`, values: {} } : one)),
      },
    })),
  "renew-link": ([rater = ""]) => ({
    id: "stored.audit.renew-link",
    values: { rater: oneOf(raters, rater), raterName: rater },
  }),
  "repair-agreed": ([state = ""]) => ({
    id: "stored.audit.repair-agreed",
    values: { state: stepState(state) },
  }),
  "repair-explored": ([state = ""]) => ({
    id: "stored.audit.repair-explored",
    values: { state: stepState(state) },
  }),
  "repair-named": ([state = ""]) => ({
    id: "stored.audit.repair-named",
    values: { state: stepState(state) },
  }),
  "replace-comparison": (details) => ({
    id: "stored.audit.replace-comparison",
    values: comparisonValues(details),
  }),
  "request-form": ([questionnaire = ""]) => ({ id: "stored.audit.request-form", values: { questionnaire } }),
  "request-forms": ([count]) =>
    counted(count, (n) => ({ id: "stored.audit.request-forms", values: { count: n } })),
  restriction: ([state]) => ({
    id: "stored.audit.restriction",
    values: { state: state === "placed" ? "placed" : "other" },
  }),
  "review-together": ([shared]) => ({
    id: "stored.audit.review-together",
    values: { shared: shared === "shown" ? "shown" : "hidden" },
  }),
  "take-local-norms": ([count]) =>
    counted(count, (n) => ({ id: "stored.audit.take-local-norms", values: { count: n } })),
} satisfies Readonly<Record<Exclude<AuditVerb, PlainVerb>, Build>>;

const norms = ["attachment_norm", "perfectionism_norm"] as const;
/** `attachment-norm adult` */
function comparisonValues([matter = "", ageBand = ""]: readonly string[]) {
  const known = oneOf(["attachment", "perfectionism"], matter.replace(/-norm$/, ""));
  const age = oneOf(["adult", "adolescent"], ageBand);
  return { matter: known, matterName: matter, age, ageName: ageBand };
}

const consents = ["measuring", "supervision", "research", "messages"] as const;
const raters = ["client", "therapist", "observer", "caregiver", "member"] as const;
const roles = ["therapist", "supervisor", "administrator", "researcher"] as const;
const changes = [
  "added",
  "roles",
  "duty",
  "left",
  "returned",
  "joined",
  "password_reset",
  "two_step_ended",
] as const;

const measureChanges = ["template", "minutes", "limit", "add", "change", "remove", "give", "off"] as const;

const settings: Readonly<Record<string, StaffMessage>> = {
  practiceName: { id: "stored.setting.practice-name", values: {} },
  language: { id: "stored.setting.language", values: {} },
  help: { id: "stored.setting.help", values: {} },
  duty: { id: "stored.setting.duty", values: {} },
  linkDays: { id: "stored.setting.link-days", values: {} },
  setupHidden: { id: "stored.setting.setup-hidden", values: {} },
  taskHours: { id: "stored.setting.task-hours", values: {} },
};

/** `roles +administrator -therapist` */
function accessValues([kind = "", ...given]: readonly string[]) {
  return {
    kind: oneOf(changes, underscored(kind)),
    kindName: kind,
    roles: given.length === 0 ? "none" : "other",
    roleChanges: given.map(roleChange),
  } as const;
}

function roleText(role: string): Text {
  const known = oneOf(roles, role);
  return known === "other" ? role : { id: `stored.role.${known}`, values: {} };
}

function roleChange(change: string): Text {
  const known = oneOf(roles, change.slice(1));
  if (known === "other") return change;
  return change.startsWith("-")
    ? { id: `stored.role-removed.${known}`, values: {} }
    : { id: `stored.role-added.${known}`, values: {} };
}

const stepState = (state: string) => (state === "taken-back" ? "taken_back" : "done");

const underscored = (code: string) => code.replaceAll("-", "_");

function oneOf<One extends string>(known: readonly One[], value: string): One | "other" {
  return known.find((one) => one === value) ?? "other";
}

/** Returns a message with a number, or null where the detail is none. */
function counted(
  text: string | undefined,
  message: (count: number) => StaffMessage | null,
): StaffMessage | null {
  return text !== undefined && /^\d+$/.test(text) ? message(Number(text)) : null;
}
