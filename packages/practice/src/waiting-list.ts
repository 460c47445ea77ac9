import type { AgeBand } from "@concord/instruments";
import { isIdentifier, type Referral, referrals, type Scope, staff } from "@concord/store";
import { type Actor, rolesOf } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { daysBetween } from "./calendar.ts";
import { checkedDate } from "./checked-date.ts";
import { openNewCase } from "./episodes.ts";
import { absent, InvalidInput, permit } from "./permit.ts";
import { practiceDay } from "./practice-day.ts";
import { record } from "./record.ts";

const longest = { label: 200, referredBy: 200, note: 1_000, because: 500 } as const;

/** Somebody on the waiting list, as staff see them. */
export interface WaitingLine {
  readonly referral: string;
  readonly client: string;
  readonly ageBand: AgeBand;
  readonly referredBy: string | null;
  readonly receivedOn: string;
  readonly days: number;
  readonly note: string | null;
  readonly preferred: { readonly staff: string; readonly name: string } | null;
}

/** A referral that was decided on. */
export interface DecidedReferral {
  readonly referral: string;
  readonly client: string;
  readonly state: "assigned" | "declined";
  readonly receivedOn: string;
  readonly decidedOn: string;
  /** How many days they had waited. */
  readonly days: number;
  readonly because: string | null;
  readonly by: string;
}

export interface WaitingList {
  readonly waiting: readonly WaitingLine[];
  readonly decided: readonly DecidedReferral[];
}

export interface NewReferralOf {
  readonly client: string;
  readonly ageBand: AgeBand;
  readonly referredBy?: string;
  /** Today where it is left out. */
  readonly receivedOn?: string;
  readonly note?: string;
  readonly preferredTherapist?: string;
}

/** Returns who waits for a therapist, who came first, and what was decided on others. */
export async function readWaitingList(context: AppContext, actor: Actor): Promise<WaitingList> {
  return within(context, actor, async (scope) => {
    permit(actor, "write-case", { kind: "practice" });
    const { today } = await practiceDay(scope, context);
    const names = new Map((await staff.list(scope)).map((one) => [one.staff, one.name]));
    return {
      waiting: (await referrals.list(scope, "waiting")).map(({ label, preferredTherapist, ...one }) => ({
        referral: one.referral,
        client: label,
        ageBand: one.ageBand,
        referredBy: one.referredBy,
        receivedOn: one.receivedOn,
        days: Math.max(0, daysBetween(one.receivedOn, today)),
        note: one.note,
        preferred:
          preferredTherapist === null
            ? null
            : { staff: preferredTherapist, name: names.get(preferredTherapist) ?? "" },
      })),
      decided: (await referrals.list(scope, "decided")).flatMap((one) =>
        one.state === "waiting" || one.decidedOn === null
          ? []
          : [
              {
                referral: one.referral,
                client: one.label,
                state: one.state,
                receivedOn: one.receivedOn,
                decidedOn: one.decidedOn,
                days: Math.max(0, daysBetween(one.receivedOn, one.decidedOn)),
                because: one.declinedBecause,
                by: names.get(one.decidedBy ?? "") ?? "",
              },
            ],
      ),
    };
  });
}

/** Returns how many wait for a therapist; 0 for those who may not see the waiting list. */
export async function countWaiting(context: AppContext, actor: Actor): Promise<number> {
  const mayRead = rolesOf(actor).some((role) => role === "therapist" || role === "administrator");
  return mayRead ? within(context, actor, (scope) => referrals.countWaiting(scope)) : 0;
}

/** Puts somebody on the waiting list, and returns the identifier of the referral. */
export async function addReferral(context: AppContext, actor: Actor, given: NewReferralOf): Promise<string> {
  return within(context, actor, async (scope) => {
    permit(actor, "write-case", { kind: "practice" });
    if (actor.kind !== "staff") throw absent();
    const label = checkedText(given.client, "client", longest.label);
    if (label === null) {
      throw new InvalidInput({ id: "refusals.case.client-label", values: { most: longest.label } }, "client");
    }
    const { today, latest } = await practiceDay(scope, context);
    const receivedOn = given.receivedOn === undefined ? today : checkedDate(given.receivedOn, "receivedOn");
    if (receivedOn > latest) {
      throw new InvalidInput({ id: "refusals.waiting.future", values: {} }, "receivedOn");
    }
    const referral = await referrals.add(scope, {
      label,
      ageBand: given.ageBand,
      referredBy: checkedText(given.referredBy, "referredBy", longest.referredBy),
      receivedOn,
      note: checkedText(given.note, "note", longest.note),
      preferredTherapist: await checkedTherapist(scope, given.preferredTherapist),
      addedBy: actor.staff,
    });
    await record(scope, actor, "add-referral", `referral:${referral}`);
    return referral;
  });
}

/**
 * Opens a treatment for somebody who waited, and returns it. A therapist takes them on; an administrator may name another
 * therapist.
 */
export async function assignReferral(
  context: AppContext,
  actor: Actor,
  referralId: string,
  given: { readonly therapist?: string },
): Promise<string> {
  return decided(context, actor, referralId, "assign-referral", async (scope, { label, ageBand }) => {
    const episode = await openNewCase(context, scope, actor, { client: label, ageBand, ...given });
    return { state: "assigned", episode, declinedBecause: null };
  });
}

/** Takes somebody off the waiting list without treatment; says why. */
export async function declineReferral(
  context: AppContext,
  actor: Actor,
  referralId: string,
  because: string,
): Promise<void> {
  await decided(context, actor, referralId, "decline-referral", async () => {
    const declinedBecause = checkedText(because, "because", longest.because);
    if (declinedBecause === null) {
      throw new InvalidInput({ id: "refusals.waiting.because", values: {} }, "because");
    }
    return { state: "declined", episode: "", declinedBecause };
  });
}

/** Removes a referral that was decided on, with the name and all that was written about it. For administrators. */
export async function removeReferral(context: AppContext, actor: Actor, referralId: string): Promise<void> {
  await within(context, actor, async (scope) => {
    permit(actor, "manage-practice", { kind: "practice" });
    const found = isIdentifier(referralId) ? await referrals.hold(scope, referralId) : null;
    if (found === null || found.state === "waiting") throw absent();
    await referrals.remove(scope, referralId);
    await record(scope, actor, "remove-referral", `referral:${referralId}`);
  });
}

async function decided(
  context: AppContext,
  actor: Actor,
  referralId: string,
  action: "assign-referral" | "decline-referral",
  decide: (
    scope: Scope,
    referral: Referral,
  ) => Promise<{
    readonly state: "assigned" | "declined";
    readonly episode: string;
    readonly declinedBecause: string | null;
  }>,
): Promise<string> {
  return within(context, actor, async (scope) => {
    permit(actor, "write-case", { kind: "practice" });
    const found = isIdentifier(referralId) ? await referrals.hold(scope, referralId) : null;
    if (found === null || actor.kind !== "staff") throw absent();
    if (found.state !== "waiting") {
      throw new InvalidInput({ id: "refusals.waiting.decided", values: { client: found.label } });
    }
    const { state, episode, declinedBecause } = await decide(scope, found);
    await referrals.decide(scope, referralId, {
      state,
      episode: episode === "" ? null : episode,
      declinedBecause,
      decidedBy: actor.staff,
      decidedOn: (await practiceDay(scope, context)).today,
    });
    await record(scope, actor, action, `referral:${referralId}`);
    return episode;
  });
}

async function checkedTherapist(scope: Scope, wanted: string | undefined): Promise<string | null> {
  if (wanted === undefined || wanted === "") return null;
  const member = isIdentifier(wanted) ? await staff.find(scope, wanted) : null;
  if (member === null || !member.active || !member.roles.includes("therapist")) {
    throw new InvalidInput({ id: "refusals.case.therapist", values: {} }, "preferredTherapist");
  }
  return member.staff;
}

function checkedText(given: string | undefined, field: string, most: number): string | null {
  const text = given?.trim() ?? "";
  if (text.length > most) {
    throw new InvalidInput({ id: "refusals.ending.long", values: { most } }, field);
  }
  return text === "" ? null : text;
}
