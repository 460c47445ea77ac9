import type { Role } from "@concord/practice";
import type { Accounts, Caller, Entry } from "./accounts.ts";

/** What the pages stand on. */
export interface House {
  readonly accounts: Accounts;
  /** A simulated practice: its people may be entered with one click. Null in a real one. */
  readonly demo: Demo | null;
  /** Where people reach this house, for links and codes that are handed out: no slash at the end. */
  readonly publicUrl: string;
  readonly now: () => Date;
  /** No practice yet: the first visit sets one up. */
  readonly isEmpty: () => Promise<boolean>;
}

export interface Demo {
  readonly people: () => Promise<
    readonly { readonly id: string; readonly name: string; readonly roles: readonly Role[] }[]
  >;
  readonly enter: (caller: Caller, id: string) => Promise<Entry>;
}
