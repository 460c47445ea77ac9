import { accessChanges, type Scope, type StaffMember } from "@concord/store";
import type { Role } from "../actor.ts";

/** A change of somebody's access, before it is made. */
export interface WantedChange {
  readonly by: string;
  readonly staff: string;
  /** Roles the person gains and loses; both empty where somebody is put on duty. */
  readonly gains: readonly Role[];
  readonly loses: readonly Role[];
  readonly leaves: boolean;
  readonly duty: boolean;
}

/**
 * Who has to agree before a change of access is made. `alone`: there is nobody else who ever had an account
 * here. `nobody`: others have accounts, but none of them can decide now.
 */
export type SecondPerson =
  | { readonly kind: "not-needed" }
  | { readonly kind: "alone" }
  | { readonly kind: "needed"; readonly from: readonly string[] }
  | { readonly kind: "nobody" };

/** Roles that open data of others, or power over access, as soon as they are given. */
const far: readonly Role[] = ["administrator", "researcher"];

/** For so long somebody who joined by an invitation agrees to nothing, and is not handed the cases of others. */
export const newcomerDays = 14;

/** Those who joined by an invitation in the last days, each with the person who added them and may hold their account. */
export type Newcomers = ReadonlyMap<string, string | null>;

/** Returns the newcomers of a practice. */
export function newcomersOf(scope: Scope): Promise<Newcomers> {
  const since = new Date(Date.parse(scope.now()) - newcomerDays * 24 * 60 * 60 * 1000);
  return accessChanges.joinedAfter(scope, since.toISOString());
}

/**
 * Returns whether a second person has to agree to a change of access, and who that may be. The agreement of
 * `newcomers` does not count yet, and about a newcomer that of the people who added them does not: they may be one person.
 *
 * 1. Nobody widens their own access alone: another administrator agrees, or, where there is none, anybody else
 *    who works here.
 * 2. Where there is another administrator, they agree before somebody becomes administrator or researcher:
 *    otherwise an administrator could add a second self and agree with it.
 * 3. Nobody removes another administrator alone: that person or a third administrator agrees. Otherwise rule 1
 *    could be got round by first being the only one left.
 * 4. Somebody who just joined is not put on duty alone: it opens the risk answers of everybody's clients.
 */
export function secondPersonFor(
  wanted: WantedChange,
  all: readonly StaffMember[],
  newcomers: Newcomers,
): SecondPerson {
  const others = all.filter((one) => one.staff !== wanted.by && one.user !== null);
  const perhapsSame = new Set([...addedBy(wanted.by, newcomers), ...addedBy(wanted.staff, newcomers)]);
  const working = others.filter(
    (one) => one.active && !newcomers.has(one.staff) && !perhapsSame.has(one.staff),
  );
  const administrators = working.filter((one) => one.roles.includes("administrator"));
  const named = (people: readonly StaffMember[]) => people.map((one) => one.staff);
  if (wanted.staff === wanted.by) {
    if (wanted.gains.length === 0 && !wanted.duty) return { kind: "not-needed" };
    if (others.length === 0) return { kind: "alone" };
    const from = administrators.length > 0 ? administrators : working;
    return from.length === 0 ? { kind: "nobody" } : { kind: "needed", from: named(from) };
  }
  const target = all.find((one) => one.staff === wanted.staff);
  const isAdministrator = target?.active === true && target.roles.includes("administrator");
  if (isAdministrator && target.user !== null && (wanted.leaves || wanted.loses.includes("administrator"))) {
    const itself = administrators.includes(target) ? [] : [target];
    return { kind: "needed", from: named([...administrators, ...itself]) };
  }
  if (wanted.duty && newcomers.has(wanted.staff)) {
    const from = administrators.length > 0 ? administrators : working;
    if (from.length > 0) return { kind: "needed", from: named(from) };
  }
  if (wanted.gains.some((role) => far.includes(role))) {
    const from = administrators.filter((one) => one.staff !== wanted.staff);
    if (from.length > 0) return { kind: "needed", from: named(from) };
  }
  return { kind: "not-needed" };
}

/** Returns who added a newcomer, who added that person if they are a newcomer too, and so on. */
function addedBy(staff: string, newcomers: Newcomers): readonly string[] {
  const found: string[] = [];
  let at: string | null | undefined = newcomers.get(staff);
  while (at != null && !found.includes(at)) {
    found.push(at);
    at = newcomers.get(at);
  }
  return found;
}
