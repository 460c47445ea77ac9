import type { StaffMessage, Text } from "@concord/messages";
import { type AuditEntry, audit, staff } from "@concord/store";
import { type Actor, isRole } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { auditMessage } from "./audit-message.ts";
import { knownMessage } from "./known-message.ts";
import { permit } from "./permit.ts";
import type { AuditLine } from "./views.ts";

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** To be given as `before` for the page that follows; null on the last. */
  readonly next: string | null;
  /** Staff by name, for choosing whose entries to read. */
  readonly people: readonly { readonly staff: string; readonly name: string }[];
}

/** Returns who did what, newest first. Names of staff are put in here; of clients there are none. */
export async function readAudit(
  context: AppContext,
  actor: Actor,
  of: {
    readonly before?: string;
    readonly perPage?: number;
    /** Only what this member of staff did. */
    readonly staff?: string;
    /** Only what was done to this record. */
    readonly subject?: string;
  } = {},
): Promise<AuditPage> {
  return within(context, actor, async (scope) => {
    permit(actor, "read-audit", { kind: "practice" });
    const perPage = Math.min(500, Math.max(1, of.perPage ?? 100));
    const entries = await audit.list(scope, {
      limit: perPage + 1,
      ...(of.before === undefined ? {} : { before: of.before }),
      ...(of.staff === undefined ? {} : { staff: of.staff }),
      ...(of.subject === undefined ? {} : { subject: of.subject }),
    });
    const names = new Map((await staff.list(scope)).map((one) => [one.staff, one.name]));
    const shown = entries.slice(0, perPage);
    return {
      lines: shown.map((one) => auditLine(one, names)),
      next: entries.length > perPage ? (shown.at(-1)?.entry ?? null) : null,
      people: [...names].map(([id, name]) => ({ staff: id, name })),
    };
  });
}

function auditLine(
  { at, staff: by, who, action, message, subject }: AuditEntry,
  names: ReadonlyMap<string, string>,
): AuditLine {
  const name = by === null ? undefined : names.get(by);
  const role = whoText(who);
  return {
    at,
    who: name === undefined ? who : `${name} (${who})`,
    by: name === undefined ? role : { id: "stored.who.staff", values: { name, role } },
    action,
    message: withNames(
      message === null ? auditMessage(action) : knownMessage(message, auditMessage(action)),
      names,
    ),
    subject,
  };
}

const others: Readonly<Record<string, StaffMessage>> = {
  "form holder": { id: "stored.who.holder", values: {} },
  operator: { id: "stored.who.operator", values: {} },
  Concord: { id: "stored.who.system", values: {} },
};

function whoText(who: string): Text {
  return isRole(who) ? { id: `stored.role.${who}`, values: {} } : (others[who] ?? who);
}

/** The log names staff by identifiers; here they get the names that they have now. */
function withNames(message: StaffMessage, names: ReadonlyMap<string, string>): StaffMessage {
  const named = (value: Text) =>
    (typeof value === "string" && names.get(value.replace(/^staff:/, ""))) || value;
  if (message.id === "stored.audit.tell-of-safety")
    return { id: message.id, values: { to: named(message.values.to) } };
  if (message.id !== "stored.audit.hand-over") return message;
  const { from, to } = message.values;
  return { id: message.id, values: { from: named(from), to: named(to) } };
}
