import { accountTables, type Store } from "@concord/store";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { type Accounts, accountsOf } from "./accounts.ts";
import { signInLibrary } from "./auth.ts";
import type { LimitDatabase } from "./limits.ts";
import { signInLimits } from "./sign-in-limits.ts";

/** Accounts on a store: for the pages, and for the operator's command line. */
export function openAccounts(
  store: Store,
  secret: string,
  https: boolean,
): { readonly accounts: Accounts; readonly database: LimitDatabase } {
  const tokens = new Map<string, string>();
  const library = signInLibrary({
    database: drizzleAdapter(store.accounts, { provider: "pg", schema: accountTables }),
    secret,
    https,
    onToken: (user, token) => void tokens.set(user, token),
  });
  const database = store.accounts.$client;
  return { accounts: accountsOf(library, tokens, signInLimits(database, secret, https)), database };
}
