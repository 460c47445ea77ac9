import type { Actor, AppContext, Role } from "@concord/practice";
import { type Membership, practices, staff } from "@concord/store";
import type { Account, Accounts } from "./accounts.ts";

export type StaffActor = Extract<Actor, { kind: "staff" }>;

/** Whether somebody's roles want a second factor that they have not set up. */
export type TwoStepState =
  | { readonly kind: "fine" }
  /** Not yet in force: it is by this day. */
  | { readonly kind: "due"; readonly by: string }
  /** In force: the roles that want it open nothing until it is set up. */
  | { readonly kind: "required" };

/** Someone signed in who works at a practice, with every role they have there. */
export interface Visitor {
  readonly user: string;
  readonly name: string;
  readonly email: string;
  readonly twoFactor: boolean;
  readonly twoStep: TwoStepState;
  readonly practiceName: string;
  /** The language that they chose for their account; null where they chose none. */
  readonly language: string | null;
  readonly practiceLanguage: string;
  /** IANA name: the time zone of the practice. */
  readonly timeZone: string;
  readonly simulated: boolean;
  /** What they were given. `actor.roles` is what opens now: less, where a second factor is required. */
  readonly roles: readonly Role[];
  readonly actor: StaffActor;
  /** Where else this account works. */
  readonly otherPractices: readonly { readonly practice: string; readonly name: string }[];
}

/** Roles that open the data of many, or power over access. */
const wantSecondFactor: readonly Role[] = ["administrator", "researcher"];

/** From the day the account was made: time to fetch a phone. */
export const graceDays = 7;

/** First those that see clients. */
const order: readonly Role[] = ["therapist", "supervisor", "administrator", "researcher"];

/**
 * Who is behind this request? Null without a session, and for an account that works nowhere (any more): a
 * session alone opens nothing.
 */
export async function visitorBehind(
  appContext: AppContext,
  accounts: Accounts,
  request: Request,
): Promise<Visitor | null> {
  if (!request.headers.has("cookie")) return null;
  const account = await accounts.current(request);
  if (account === null) return null;
  const all = (await appContext.store.outside.memberships(account.user)).filter(({ active }) => active);
  const chosen = chosenPractice(request.headers.get("cookie"));
  const place = all.find(({ practice }) => practice === chosen) ?? all[0];
  if (place === undefined) return null;
  const otherPractices = await namesOf(
    appContext,
    all.filter((one) => one !== place),
  );
  return appContext.store.within(place.practice, async (scope) => {
    const practice = await practices.get(scope);
    const member = await staff.find(scope, place.staff);
    if (practice === null || member?.active !== true) return null;
    const held = order.filter((role) => member.roles.includes(role));
    const [first] = held;
    if (first === undefined) return null;
    const twoStep = practice.simulated ? fine : twoStepOf(account, held, appContext.now());
    const roles = twoStep.kind === "required" ? held.filter((one) => !wantSecondFactor.includes(one)) : held;
    return {
      user: account.user,
      name: member.name,
      email: practice.simulated ? member.email : account.email,
      twoFactor: account.twoFactor,
      twoStep,
      practiceName: practice.name,
      language: member.language,
      practiceLanguage: practice.language,
      timeZone: practice.timeZone,
      simulated: practice.simulated,
      roles: held,
      actor: { kind: "staff", practice: place.practice, staff: place.staff, role: roles[0] ?? first, roles },
      otherPractices,
    };
  });
}

const fine: TwoStepState = { kind: "fine" };

function twoStepOf(account: Account, held: readonly Role[], now: Date): TwoStepState {
  if (account.twoFactor || !held.some((role) => wantSecondFactor.includes(role))) return fine;
  const by = new Date(account.createdAt.getTime() + graceDays * 24 * 60 * 60 * 1000);
  return now < by ? { kind: "due", by: by.toISOString() } : { kind: "required" };
}

/** For somebody who works in several practices: the one they chose. It opens nothing by itself. */
export function practiceCookie(practice: string, https: boolean): string {
  const secure = https ? "; Secure" : "";
  return `concord-practice=${practice}; Path=/; SameSite=Lax; HttpOnly; Max-Age=31536000${secure}`;
}

function chosenPractice(cookie: string | null): string | null {
  return /(?:^|;\s*)concord-practice=([0-9a-f-]{36})(?:;|$)/.exec(cookie ?? "")?.[1] ?? null;
}

async function namesOf(appContext: AppContext, others: readonly Membership[]) {
  const found = others.map(({ practice }) =>
    appContext.store.within(practice, async (scope) => ({
      practice,
      name: (await practices.get(scope))?.name ?? "",
    })),
  );
  return Promise.all(found);
}
