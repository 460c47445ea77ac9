import type { AppContext, Role } from "@concord/practice";
import type { Accounts, Caller, Entry } from "./accounts.ts";
import type { Limit } from "./limits.ts";

/** What the pages stand on. */
export interface Clinic {
  /** What the verbs of the practice ask for. */
  readonly appContext: AppContext;
  readonly accounts: Accounts;
  /** Simulated practices: their people may be entered with one click. Null where the practice is real. */
  readonly demo: Demo | null;
  /** Where people reach this clinic, for links and codes that are handed out: no slash at the end. */
  readonly publicUrl: string;
  /** No practice yet: the first visit sets one up. */
  readonly isEmpty: () => Promise<boolean>;
  /** Pages are served as their sources are now: for developers. */
  readonly isLive: boolean;
  readonly limits: Limits;
}

export interface Limits {
  /** Links that opened nothing, by address: a stop to guessing. */
  readonly unknownLinks: Limit;
}

export interface Demo {
  readonly people: () => Promise<
    readonly { readonly id: string; readonly name: string; readonly roles: readonly Role[] }[]
  >;
  readonly enter: (caller: Caller, id: string) => Promise<Entry>;
}
