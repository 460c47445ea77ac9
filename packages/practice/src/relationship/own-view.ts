import { type Bounded, type CongruenceOutcome, congruenceOutcome } from "@concord/course";
import type { StaffMessage } from "@concord/messages";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { readFacts } from "../case-facts.ts";
import { permit } from "../permit.ts";
import { traceCase } from "../trace-case.ts";
import { ownPairs } from "./own-pairs.ts";

/** How a therapist's own ratings lie to their clients', for nobody but them. */
export type TherapistComparison =
  | {
      readonly kind: "view";
      /** Therapist minus client, in points of 100, over their clients. */
      readonly usual: Bounded;
      readonly tracking: Bounded;
      /** Standard deviation of the true differences from client to client. */
      readonly between: number;
      readonly pairs: number;
      /** Each client, drawn towards the usual; the lowest first. */
      readonly each: readonly { readonly client: string; readonly discrepancy: Bounded }[];
    }
  | { readonly kind: "too-few"; readonly reason: StaffMessage; readonly pairs: number };

/**
 * Do I rate lower or higher than my clients do, and from whom to whom does it differ?
 *
 * Theirs alone, like what they said of themselves: no other verb gives it, and reading is not recorded.
 */
export async function readOwnView(context: AppContext, actor: Actor): Promise<TherapistComparison> {
  return within(context, actor, async (scope) => {
    const staff = actor.kind === "staff" ? actor.staff : "";
    permit(actor, "read-own-reflections", { kind: "reflections", staff });
    const { cases, among } = await ownPairs(scope, staff);
    if (among.kind === "none") return { kind: "too-few", reason: among.reason, pairs: among.pairs };
    return {
      kind: "view",
      usual: among.discrepancy.usual,
      tracking: among.tracking.usual,
      between: among.discrepancy.between,
      pairs: among.pairs,
      each: cases
        .flatMap(({ client }, place) => {
          const found = among.each[place];
          return found == null ? [] : [{ client: client.label, discrepancy: found.discrepancy }];
        })
        .toSorted((a, b) => a.discrepancy.value - b.discrepancy.value),
    };
  });
}

/**
 * What followed hours on which I and my clients agreed, and hours on which we did not? Of a therapist's own cases, for
 * them alone.
 */
export async function readWhatFollowed(context: AppContext, actor: Actor): Promise<CongruenceOutcome> {
  return within(context, actor, async (scope) => {
    const staff = actor.kind === "staff" ? actor.staff : "";
    permit(actor, "read-own-reflections", { kind: "reflections", staff });
    const { cases } = await ownPairs(scope, staff);
    const facts = await readFacts(
      scope,
      cases.map((one) => one.episode),
    );
    return congruenceOutcome([...facts.values()].map((one) => traceCase(one, context.now())));
  });
}
