import { randomBytes } from "node:crypto";
import { addressHeader, inside, type SignInLibrary } from "./auth.ts";

/** What became of a try to sign in. Cookies go to the browser as they are. */
export type Entry =
  | { readonly kind: "in"; readonly cookies: readonly string[] }
  | { readonly kind: "code-needed"; readonly cookies: readonly string[] }
  | { readonly kind: "refused" }
  | { readonly kind: "wait"; readonly seconds: number };

export type Done =
  | { readonly kind: "done"; readonly cookies: readonly string[] }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "wait"; readonly seconds: number };

export interface Account {
  readonly user: string;
  readonly name: string;
  readonly email: string;
  readonly twoFactor: boolean;
}

/** A browser's request, as far as accounts care: its cookies and where it came from. */
export interface Caller {
  readonly request: Request;
  readonly address: string;
}

/** The few things the clinic does with accounts. */
export interface Accounts {
  readonly current: (request: Request) => Promise<Account | null>;
  readonly enter: (caller: Caller, email: string, password: string) => Promise<Entry>;
  readonly enterWithCode: (caller: Caller, code: string) => Promise<Entry>;
  readonly leave: (caller: Caller) => Promise<readonly string[]>;
  readonly create: (name: string, email: string, password: string) => Promise<string>;
  /** An account for this person, new or old, and a token with which they set its password. */
  readonly invite: (
    name: string,
    email: string,
  ) => Promise<{ readonly user: string; readonly token: string }>;
  readonly setPassword: (caller: Caller, token: string, password: string) => Promise<Done>;
  readonly changePassword: (caller: Caller, current: string, next: string) => Promise<Done>;
  readonly beginTwoFactor: (
    caller: Caller,
    password: string,
  ) => Promise<
    { readonly uri: string; readonly backupCodes: readonly string[] } | Exclude<Done, { kind: "done" }>
  >;
  readonly confirmTwoFactor: (caller: Caller, code: string) => Promise<Done>;
  readonly endTwoFactor: (caller: Caller, password: string) => Promise<Done>;
}

/**
 * Accounts over the sign-in library. Every call goes through the library's own handler, so that its limits
 * and its checks are the ones that hold; only the handler's address is ours.
 */
export function accountsOf(library: SignInLibrary, tokens: Map<string, string>): Accounts {
  const ask = (path: string, { request, address }: Caller, body: unknown) =>
    library.handler(
      new Request(inside + path, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          cookie: request.headers.get("cookie") ?? "",
          origin: inside,
          [addressHeader]: address,
        },
        body: JSON.stringify(body),
      }),
    );

  const create = async (name: string, email: string, password: string) => {
    const { user } = await library.api.signUpEmail({ body: { name, email, password } });
    return user.id;
  };

  return {
    async current(request) {
      const found = await library.api.getSession({ headers: request.headers });
      if (found === null) return null;
      const { id, name, email, twoFactorEnabled } = found.user;
      return { user: id, name, email, twoFactor: twoFactorEnabled === true };
    },
    async enter(caller, email, password) {
      return entryOf(await ask("/sign-in/email", caller, { email, password, rememberMe: false }));
    },
    async enterWithCode(caller, code) {
      const digits = code.replace(/\s/g, "");
      return entryOf(
        /^\d{6}$/.test(digits)
          ? await ask("/two-factor/verify-totp", caller, { code: digits })
          : await ask("/two-factor/verify-backup-code", caller, { code: digits }),
      );
    },
    async leave(caller) {
      return (await ask("/sign-out", caller, {})).headers.getSetCookie();
    },
    create,
    async invite(name, email) {
      const { internalAdapter } = await library.$context;
      const known = await internalAdapter.findUserByEmail(email);
      const user = known?.user.id ?? (await create(name, email, randomBytes(32).toString("base64url")));
      await library.api.requestPasswordReset({ body: { email } });
      const token = tokens.get(user);
      tokens.delete(user);
      if (token === undefined) throw new Error("The sign-in library gave no token for an invitation.");
      return { user, token };
    },
    async setPassword(caller, token, password) {
      return doneOf(await ask("/reset-password", caller, { token, newPassword: password }));
    },
    async changePassword(caller, current, next) {
      return doneOf(
        await ask("/change-password", caller, {
          currentPassword: current,
          newPassword: next,
          revokeOtherSessions: true,
        }),
      );
    },
    async beginTwoFactor(caller, password) {
      const answer = await ask("/two-factor/enable", caller, { password });
      if (!answer.ok) return refusalOf(answer);
      const { totpURI, backupCodes }: { totpURI: string; backupCodes: readonly string[] } =
        await answer.json();
      return { uri: totpURI, backupCodes };
    },
    async confirmTwoFactor(caller, code) {
      return doneOf(await ask("/two-factor/verify-totp", caller, { code: code.replace(/\s/g, "") }));
    },
    async endTwoFactor(caller, password) {
      return doneOf(await ask("/two-factor/disable", caller, { password }));
    },
  };
}

async function entryOf(answer: Response): Promise<Entry> {
  if (answer.status === 429) return { kind: "wait", seconds: secondsOf(answer) };
  if (!answer.ok) return { kind: "refused" };
  const body: { twoFactorRedirect?: boolean } = await answer.json();
  const cookies = answer.headers.getSetCookie();
  return { kind: body.twoFactorRedirect === true ? "code-needed" : "in", cookies };
}

function doneOf(answer: Response): Promise<Done> {
  if (!answer.ok) return refusalOf(answer);
  return Promise.resolve({ kind: "done", cookies: answer.headers.getSetCookie() });
}

async function refusalOf(answer: Response): Promise<Exclude<Done, { kind: "done" }>> {
  if (answer.status === 429) return { kind: "wait", seconds: secondsOf(answer) };
  const { code }: { code?: string } = await answer.json();
  return {
    kind: "refused",
    reason: (code === undefined ? undefined : reasons[code]) ?? "That did not work.",
  };
}

const reasons: Readonly<Record<string, string>> = {
  INVALID_PASSWORD: "The current password is not right.",
  PASSWORD_TOO_SHORT: "A password needs at least ten characters.",
  PASSWORD_TOO_LONG: "A password may have at most 200 characters.",
  INVALID_TOKEN: "This invitation is used up or too old. Ask for a new one.",
  INVALID_CODE: "The code is not right, or it is too old. Try the one your app shows now.",
};

const secondsOf = (answer: Response) => Number(answer.headers.get("x-retry-after") ?? "60");
