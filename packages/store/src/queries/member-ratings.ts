import { and, asc, eq, inArray } from "drizzle-orm";
import { insertMany } from "../bulk.ts";
import { memberRating } from "../schema/response.ts";
import type { Scope } from "../scope.ts";

/** One fellow member's item by another. */
export interface MemberRating {
  readonly member: string;
  readonly item: string;
  readonly value: number;
}

/** Adds what one response says of fellow members. */
export async function rateMembers(
  scope: Scope,
  responseId: string,
  ratings: readonly MemberRating[],
): Promise<void> {
  await rateMembersMany(
    scope,
    ratings.map((one) => ({ ...one, response: responseId })),
  );
}

/** Adds ratings of fellow members for many responses at once. */
export async function rateMembersMany(
  scope: Scope,
  given: readonly (MemberRating & { readonly response: string })[],
): Promise<number> {
  return insertMany(
    scope,
    memberRating,
    given.map((one) => ({
      responseId: one.response,
      memberId: one.member,
      item: one.item,
      value: one.value,
    })),
  );
}

/** What these responses say of fellow members. */
export async function membersOf(
  scope: Scope,
  responses: readonly string[],
): Promise<readonly (MemberRating & { readonly response: string })[]> {
  if (responses.length === 0) return [];
  return scope.database
    .select({
      response: memberRating.responseId,
      member: memberRating.memberId,
      item: memberRating.item,
      value: memberRating.value,
    })
    .from(memberRating)
    .where(and(eq(memberRating.practiceId, scope.practice), inArray(memberRating.responseId, [...responses])))
    .orderBy(asc(memberRating.responseId), asc(memberRating.memberId), asc(memberRating.item));
}
