import { randomBytes } from "node:crypto";
import type { Scope, Store, TransactionKind } from "@concord/store";
import type { Actor } from "./actor.ts";

/** What the verbs stand on: where things are kept, the clock, and chance that nobody can guess. */
export interface House {
  readonly store: Store;
  readonly now: () => Date;
  readonly secretBytes: (count: number) => Uint8Array;
}

/** A house on an open store, with the machine's clock and chance unless others are given. */
export function openHouse(store: Store, given: Partial<Omit<House, "store">> = {}): House {
  return {
    store,
    now: given.now ?? (() => new Date()),
    secretBytes: given.secretBytes ?? ((count) => randomBytes(count)),
  };
}

/** One transaction in one practice, on the house's clock. */
export function inPractice<T>(
  house: House,
  practice: string,
  work: (scope: Scope) => Promise<T>,
  kind: TransactionKind = "write",
): Promise<T> {
  const now = () => house.now().toISOString();
  return house.store.within(practice, (scope) => work({ ...scope, now }), kind);
}

/** The practice an actor belongs to decides which rows there are at all. */
export function within<T>(house: House, actor: Actor, work: (scope: Scope) => Promise<T>): Promise<T> {
  return inPractice(house, actor.practice, work);
}
