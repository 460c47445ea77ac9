import type { StaffMessage } from "@concord/messages";
import { type DigestQuery, digests, type Scope } from "@concord/store";
import { type Actor, rolesOf } from "./actor.ts";
import { type AppContext, inPractice } from "./app-context.ts";
import { knownMessage } from "./known-message.ts";
import { permit } from "./permit.ts";
import { supervisedBy } from "./supervision.ts";
import type { CaseloadPage, CaseloadQuery } from "./views.ts";

/**
 * Returns a page of the caseload: who needs attention before the next session, and why.
 *
 * A therapist sees their own cases, a supervisor those shared with them, and somebody with both roles sees both. Every
 * row was written when something about the case changed, so a page is read, not computed.
 */
export async function readCaseload(
  context: AppContext,
  actor: Actor,
  query: CaseloadQuery,
): Promise<CaseloadPage> {
  permit(actor, "read-caseload", { kind: "practice" });
  return inPractice(
    context,
    actor.practice,
    async (scope) => {
      const page = await digests.page(scope, { ...query, ...(await openTo(scope, actor)) });
      return {
        rows: page.rows.map(({ therapistId: _, closed: __, headline, ...row }) => ({
          ...row,
          headline: knownMessage(headline, outdated),
        })),
        total: page.total,
        page: page.page,
        pages: page.pages,
        counts: page.counts,
      };
    },
    "snapshot",
  );
}

/** For a row that another version wrote, until all are recalculated. */
const outdated: StaffMessage = { id: "stored.headline.outdated", values: {} };

async function openTo(scope: Scope, actor: Actor): Promise<Pick<DigestQuery, "therapist" | "episodes">> {
  if (actor.kind !== "staff") return { episodes: [] };
  const roles = rolesOf(actor);
  return {
    ...(roles.includes("therapist") && { therapist: actor.staff }),
    episodes: roles.includes("supervisor") ? await supervisedBy(scope, actor.staff) : [],
  };
}
