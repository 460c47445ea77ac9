import { audit, staff } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { permit } from "./permit.ts";
import type { AuditLine } from "./views.ts";

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** To be given as `before` for the page that follows; null on the last. */
  readonly next: string | null;
}

/** Who did what, newest first. Names of staff are put in here; of clients there are none. */
export async function readAudit(
  context: AppContext,
  actor: Actor,
  of: { readonly before?: string; readonly perPage?: number } = {},
): Promise<AuditPage> {
  return within(context, actor, async (scope) => {
    permit(actor, "read-audit", { kind: "practice" });
    const perPage = Math.min(500, Math.max(1, of.perPage ?? 100));
    const entries = await audit.list(scope, {
      limit: perPage + 1,
      ...(of.before === undefined ? {} : { before: of.before }),
    });
    const names = new Map((await staff.list(scope)).map((one) => [one.staff, one.name]));
    const shown = entries.slice(0, perPage);
    return {
      lines: shown.map((one) => {
        const name = one.staff === null ? undefined : names.get(one.staff);
        const who = name === undefined ? one.who : `${name} (${one.who})`;
        return { at: one.at, who, action: one.action, subject: one.subject };
      }),
      next: entries.length > perPage ? (shown.at(-1)?.entry ?? null) : null,
    };
  });
}
