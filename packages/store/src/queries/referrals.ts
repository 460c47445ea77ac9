import type { AgeBand } from "@concord/instruments";
import { and, asc, desc, eq, ne } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { referral } from "../schema/referral.ts";
import type { Scope } from "../scope.ts";

/** Somebody who was referred to the practice or asked for treatment. */
export interface Referral {
  readonly referral: string;
  /** What the practice calls them. */
  readonly label: string;
  readonly ageBand: AgeBand;
  readonly referredBy: string | null;
  readonly receivedOn: string;
  readonly note: string | null;
  readonly preferredTherapist: string | null;
  readonly state: "waiting" | "assigned" | "declined";
  /** The treatment that it became. */
  readonly episode: string | null;
  readonly declinedBecause: string | null;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
}

export type NewReferral = Pick<
  Referral,
  "label" | "ageBand" | "referredBy" | "receivedOn" | "note" | "preferredTherapist"
> & { readonly addedBy: string };

/** Puts somebody on the waiting list and gives back the identifier of the referral. */
export async function add(scope: Scope, given: NewReferral): Promise<string> {
  const referralId = newIdentifier();
  await scope.database.insert(referral).values({
    ...given,
    practiceId: scope.practice,
    referralId,
    state: "waiting",
    addedAt: scope.now(),
  });
  return referralId;
}

/** Returns a referral and keeps others from deciding on it until this transaction is done; null where there is none. */
export async function hold(scope: Scope, referralId: string): Promise<Referral | null> {
  const [row] = await scope.database
    .select()
    .from(referral)
    .where(and(eq(referral.practiceId, scope.practice), eq(referral.referralId, referralId)))
    .for("update");
  return row === undefined ? null : referralOf(row);
}

/** Returns those who wait, who came first; or those decided on, the latest first. */
export async function list(scope: Scope, of: "waiting" | "decided"): Promise<readonly Referral[]> {
  const isWaiting = of === "waiting";
  const rows = await scope.database
    .select()
    .from(referral)
    .where(
      and(
        eq(referral.practiceId, scope.practice),
        isWaiting ? eq(referral.state, "waiting") : ne(referral.state, "waiting"),
      ),
    )
    .orderBy(
      isWaiting ? asc(referral.receivedOn) : desc(referral.decidedOn),
      asc(referral.addedAt),
      asc(referral.referralId),
    );
  return rows.map(referralOf);
}

/** How many wait. */
export async function countWaiting(scope: Scope): Promise<number> {
  return scope.database.$count(
    referral,
    and(eq(referral.practiceId, scope.practice), eq(referral.state, "waiting")),
  );
}

/** Records what was decided. */
export async function decide(
  scope: Scope,
  referralId: string,
  given: Pick<Referral, "state" | "episode" | "declinedBecause" | "decidedBy" | "decidedOn">,
): Promise<void> {
  const { episode, ...rest } = given;
  await scope.database
    .update(referral)
    .set({ ...rest, episodeId: episode })
    .where(and(eq(referral.practiceId, scope.practice), eq(referral.referralId, referralId)));
}

/** Removes a referral with everything that was written about it. */
export async function remove(scope: Scope, referralId: string): Promise<void> {
  await scope.database
    .delete(referral)
    .where(and(eq(referral.practiceId, scope.practice), eq(referral.referralId, referralId)));
}

function referralOf(row: typeof referral.$inferSelect): Referral {
  const { practiceId: _, addedBy: __, addedAt: ___, referralId, episodeId, ...rest } = row;
  return { referral: referralId, episode: episodeId, ...rest };
}
