import { type DigestQuery, digests, type Scope } from "@concord/store";
import { type Actor, rolesOf } from "./actor.ts";
import { type AppContext, inPractice } from "./app-context.ts";
import { permit } from "./permit.ts";
import { supervisedBy } from "./supervision.ts";
import type { CaseloadPage, CaseloadQuery } from "./views.ts";

/**
 * Who needs a thought before the next session, and why?
 *
 * A therapist sees their own cases, a supervisor those they were let into, and whoever is both sees both. Every line was made when something
 * about the case changed, so a page is read, not computed.
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
        rows: page.rows.map(({ therapistId: _, closed: __, ...row }) => row),
        total: page.total,
        page: page.page,
        pages: page.pages,
        counts: page.counts,
      };
    },
    "snapshot",
  );
}

async function openTo(scope: Scope, actor: Actor): Promise<Pick<DigestQuery, "therapist" | "episodes">> {
  if (actor.kind !== "staff") return { episodes: [] };
  const roles = rolesOf(actor);
  return {
    ...(roles.includes("therapist") && { therapist: actor.staff }),
    episodes: roles.includes("supervisor") ? await supervisedBy(scope, actor.staff) : [],
  };
}
