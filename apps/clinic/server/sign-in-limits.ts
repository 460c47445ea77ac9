import { type DeviceCookies, deviceCookies } from "./device-cookie.ts";
import {
  type GrowingLimit,
  growingLimit,
  type Limit,
  type LimitDatabase,
  limit,
  type Passage,
} from "./limits.ts";

/**
 * How fast one may try to get in. A practice has one address and one mistyping colleague must not lock out the
 * others, so the account and the address are counted apart, an account's threshold far below an address's; a
 * browser in which somebody signed in to the account before is counted by itself, and is held up by neither.
 */
export interface SignInLimits {
  readonly devices: DeviceCookies;
  /** Wrong passwords for an account, from browsers that it does not know. */
  readonly account: GrowingLimit;
  /** Wrong passwords for an account from one browser that it knows. */
  readonly device: GrowingLimit;
  /** Wrong passwords from an address, for whichever accounts. */
  readonly address: GrowingLimit;
  /** Wrong passwords and codes of somebody who is signed in. */
  readonly signedIn: GrowingLimit;
  /** Tries at links that set a password, by address. */
  readonly links: Limit;
  /** One-click entries of a demonstration, by address. */
  readonly demo: Limit;
  /** One code of an authenticator app opens one session. */
  readonly code: Limit;
}

const minute = 60;

export function signInLimits(database: LimitDatabase, secret: string, https: boolean): SignInLimits {
  const growing = (name: string, free: number) =>
    growingLimit(database, name, {
      free,
      firstWait: minute / 2,
      longestWait: 15 * minute,
      remembered: 60 * minute,
    });
  return {
    devices: deviceCookies(secret, https),
    account: growing("account", 5),
    device: growing("device", 10),
    address: growing("address", 50),
    signedIn: growing("signed-in", 10),
    links: limit(database, "links", 30, 10 * minute),
    demo: limit(database, "demo", 300, 10 * minute),
    code: limit(database, "code", 1, 3 * minute),
  };
}

/** Lets a try begin only if every one of these does; what an earlier one counted is given back if a later refuses. */
export async function beginAll(these: readonly (readonly [GrowingLimit, string])[]): Promise<Passage> {
  const begun: (readonly [GrowingLimit, string])[] = [];
  for (const [one, key] of these) {
    const passage = await one.begin(key);
    if (passage.kind === "wait") {
      for (const [before, its] of begun) await before.giveBack(its);
      return passage;
    }
    begun.push([one, key]);
  }
  return { kind: "passed" };
}
