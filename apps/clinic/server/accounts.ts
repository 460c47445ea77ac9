import type { Message } from "@concord/messages";
import { addressHeader, inside, type SignInLibrary } from "./auth.ts";
import { longestPassword, shortestPassword } from "./password-length.ts";
import { beginAll, type SignInLimits } from "./sign-in-limits.ts";

/** What became of a try to sign in. Cookies go to the browser as they are. */
export type Entry =
  | { readonly kind: "in"; readonly cookies: readonly string[] }
  | { readonly kind: "code-needed"; readonly cookies: readonly string[] }
  | { readonly kind: "refused" }
  | { readonly kind: "wait"; readonly seconds: number };

export type Done =
  | { readonly kind: "done"; readonly cookies: readonly string[] }
  | { readonly kind: "refused"; readonly reason: Message }
  | { readonly kind: "wait"; readonly seconds: number };

export interface Account {
  readonly user: string;
  readonly name: string;
  readonly email: string;
  readonly twoFactor: boolean;
  readonly createdAt: Date;
}

/** A browser's request, as far as accounts care: its cookies and where it came from. */
export interface Caller {
  readonly request: Request;
  readonly address: string;
}

/** The few things the clinic does with accounts. None of them gives anybody a way into somebody else's. */
export interface Accounts {
  readonly current: (request: Request) => Promise<Account | null>;
  readonly enter: (caller: Caller, email: string, password: string) => Promise<Entry>;
  readonly enterWithCode: (caller: Caller, code: string) => Promise<Entry>;
  /** Ends the session. Throws where it goes on. */
  readonly leave: (caller: Caller) => Promise<readonly string[]>;
  /** Makes a new account. Throws where the address has one. */
  readonly create: (name: string, email: string, password: string) => Promise<string>;
  /** The account of an address, or null. */
  readonly idOf: (email: string) => Promise<string | null>;
  /** Whose password a reset link sets; null if it is used up or expired. */
  readonly ofReset: (token: string) => Promise<Pick<Account, "name" | "email" | "twoFactor"> | null>;
  readonly resetPassword: (caller: Caller, token: string, password: string) => Promise<Done>;
  readonly changePassword: (caller: Caller, current: string, next: string) => Promise<Done>;
  readonly beginTwoFactor: (
    caller: Caller,
    password: string,
  ) => Promise<
    { readonly uri: string; readonly backupCodes: readonly string[] } | Exclude<Done, { kind: "done" }>
  >;
  readonly confirmTwoFactor: (caller: Caller, code: string) => Promise<Done>;
  readonly endTwoFactor: (caller: Caller, password: string) => Promise<Done>;
  /** For the operator's command line: a token with which the account's own person chooses a new password. */
  readonly issueReset: (email: string) => Promise<{ readonly user: string; readonly token: string } | null>;
  /** For the operator's command line: signing in no longer asks for a code, until it is set up again. */
  readonly dropTwoFactor: (email: string) => Promise<{ readonly user: string } | null>;
  /** For simulated practices: opens the account of one of their people, which nobody else signs in to. */
  readonly enterDemo: (caller: Caller, name: string, email: string, password: string) => Promise<Entry>;
}

/**
 * Accounts over the sign-in library. Every call goes through the library's own handler, so that its checks are
 * the ones that hold; only the handler's address is ours.
 */
export function accountsOf(
  library: SignInLibrary,
  tokens: Map<string, string>,
  limits: SignInLimits,
): Accounts {
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
    const { internalAdapter, password: hasher } = await library.$context;
    const hash = await hasher.hash(password);
    // The address is unique in the table: of two at the same moment one is refused here.
    const user = await internalAdapter.createUser(
      { name, email: email.toLowerCase(), emailVerified: false },
      { method: "email-password" },
    );
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: "credential",
      accountId: user.id,
      password: hash,
    });
    return user.id;
  };

  const known = async (email: string) => {
    const { internalAdapter } = await library.$context;
    return (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user ?? null;
  };

  const signIn = async (caller: Caller, email: string, password: string) =>
    entryOf(await ask("/sign-in/email", caller, { email, password, rememberMe: false }));

  /** Somebody who is signed in gives their password or a code: wrong ones wait, by account. */
  const guarded = async (caller: Caller, path: string, body: unknown): Promise<Response | Done> => {
    const session = await library.api.getSession({ headers: caller.request.headers });
    if (session === null)
      return { kind: "refused", reason: { id: "auth.account.problem.signed-out", values: {} } };
    const passage = await limits.signedIn.begin(session.user.id);
    if (passage.kind === "wait") return passage;
    const answer = await ask(path, caller, body);
    if (answer.ok) await limits.signedIn.succeed(session.user.id);
    return answer;
  };

  return {
    async current(request) {
      const found = await library.api.getSession({ headers: request.headers });
      if (found === null) return null;
      const { id, name, email, twoFactorEnabled, createdAt } = found.user;
      return { user: id, name, email, twoFactor: twoFactorEnabled === true, createdAt };
    },
    async enter(caller, email, password) {
      const device = limits.devices.known(caller.request.headers.get("cookie"), email);
      const counted =
        device === null
          ? ([
              [limits.address, caller.address],
              [limits.account, email],
            ] as const)
          : ([[limits.device, device]] as const);
      const passage = await beginAll(counted);
      if (passage.kind === "wait") return passage;
      const entry = await signIn(caller, email, password);
      if (entry.kind !== "in" && entry.kind !== "code-needed") return entry;
      if (device === null) await limits.address.giveBack(caller.address);
      await (device === null ? limits.account.succeed(email) : limits.device.succeed(device));
      if (entry.kind === "code-needed") return entry;
      return { kind: "in", cookies: [...entry.cookies, limits.devices.issue(email)] };
    },
    async enterWithCode(caller, code) {
      const sent = code.replace(/\s/g, "");
      const isApp = /^\d{6}$/.test(sent);
      const answer = await ask(isApp ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code", caller, {
        code: sent,
      });
      if (!answer.ok) return entryOf(answer);
      const { user }: { user?: { id: string; email: string } } = await answer.clone().json();
      const entry = await entryOf(answer);
      if (entry.kind !== "in" || user === undefined) return { kind: "refused" };
      // A code that somebody looked on at is good for half a minute, and then for one session only.
      if (isApp && (await limits.code.take(`${user.id} ${sent}`)).kind === "wait") {
        await ask("/sign-out", { ...caller, request: withCookiesOf(entry.cookies) }, {});
        return { kind: "refused" };
      }
      return { kind: "in", cookies: [...entry.cookies, limits.devices.issue(user.email)] };
    },
    async leave(caller) {
      const answer = await ask("/sign-out", caller, {});
      // The library reports success where it could not delete the session too.
      if ((await library.api.getSession({ headers: caller.request.headers })) !== null)
        throw new Error("The session could not be ended.");
      return answer.headers.getSetCookie();
    },
    create,
    idOf: async (email) => (await known(email))?.id ?? null,
    async ofReset(token) {
      const { internalAdapter } = await library.$context;
      const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
      if (found === null || found.expiresAt < new Date()) return null;
      const user = await internalAdapter.findUserById(found.value);
      if (user === null) return null;
      const { name, email } = user;
      return { name, email, twoFactor: "twoFactorEnabled" in user && user.twoFactorEnabled === true };
    },
    async resetPassword(caller, token, password) {
      const passage = await limits.links.take(caller.address);
      if (passage.kind === "wait") return passage;
      return doneOf(await ask("/reset-password", caller, { token, newPassword: password }));
    },
    async changePassword(caller, current, next) {
      return settled(
        await guarded(caller, "/change-password", {
          currentPassword: current,
          newPassword: next,
          revokeOtherSessions: true,
        }),
      );
    },
    async beginTwoFactor(caller, password) {
      const answer = await guarded(caller, "/two-factor/enable", { password });
      if (!(answer instanceof Response))
        return answer.kind === "done"
          ? { kind: "refused", reason: { id: "auth.account.problem.signed-out", values: {} } }
          : answer;
      if (!answer.ok) return refusalOf(answer);
      const { totpURI, backupCodes }: { totpURI: string; backupCodes: readonly string[] } =
        await answer.json();
      return { uri: totpURI, backupCodes };
    },
    async confirmTwoFactor(caller, code) {
      return settled(await guarded(caller, "/two-factor/verify-totp", { code: code.replace(/\s/g, "") }));
    },
    async endTwoFactor(caller, password) {
      return settled(await guarded(caller, "/two-factor/disable", { password }));
    },
    async issueReset(email) {
      const user = await known(email);
      if (user === null) return null;
      await library.api.requestPasswordReset({ body: { email: user.email } });
      const token = tokens.get(user.id);
      tokens.delete(user.id);
      if (token === undefined) throw new Error("The sign-in library gave no token for a password reset.");
      return { user: user.id, token };
    },
    async dropTwoFactor(email) {
      const user = await known(email);
      if (user === null) return null;
      const { internalAdapter, adapter } = await library.$context;
      await adapter.deleteMany({ model: "twoFactor", where: [{ field: "userId", value: user.id }] });
      await internalAdapter.updateUser(user.id, { twoFactorEnabled: false });
      await internalAdapter.deleteUserSessions(user.id);
      return { user: user.id };
    },
    async enterDemo(caller, name, email, password) {
      const passage = await limits.demo.take(caller.address);
      if (passage.kind === "wait") return passage;
      const entry = await signIn(caller, email, password);
      if (entry.kind !== "refused") return entry;
      const user = await known(email);
      const { internalAdapter, password: hasher } = await library.$context;
      if (user === null) await create(name, email, password);
      else await internalAdapter.updatePassword(user.id, await hasher.hash(password));
      return signIn(caller, email, password);
    },
  };
}

function withCookiesOf(cookies: readonly string[]): Request {
  return new Request(inside, {
    headers: { cookie: cookies.map((one) => one.split(";")[0]).join("; ") },
  });
}

async function entryOf(answer: Response): Promise<Entry> {
  if (answer.status === 429) return { kind: "wait", seconds: 15 * 60 };
  if (!answer.ok) return { kind: "refused" };
  const body: { twoFactorRedirect?: boolean } = await answer.json();
  const cookies = answer.headers.getSetCookie();
  return { kind: body.twoFactorRedirect === true ? "code-needed" : "in", cookies };
}

function settled(answer: Response | Done): Done | Promise<Done> {
  return answer instanceof Response ? doneOf(answer) : answer;
}

function doneOf(answer: Response): Promise<Done> {
  if (!answer.ok) return refusalOf(answer);
  return Promise.resolve({ kind: "done", cookies: answer.headers.getSetCookie() });
}

async function refusalOf(answer: Response): Promise<Exclude<Done, { kind: "done" }>> {
  if (answer.status === 429) return { kind: "wait", seconds: 15 * 60 };
  const { code }: { code?: string } = await answer.json();
  return {
    kind: "refused",
    reason: (code === undefined ? undefined : reasons[code]) ?? {
      id: "auth.account.problem.failed",
      values: {},
    },
  };
}

const reasons: Readonly<Record<string, Message>> = {
  INVALID_PASSWORD: { id: "auth.account.problem.password", values: {} },
  PASSWORD_TOO_SHORT: { id: "auth.password.too-short", values: { count: shortestPassword.alone } },
  PASSWORD_TOO_LONG: { id: "auth.password.too-long", values: { count: longestPassword } },
  INVALID_TOKEN: { id: "auth.reset.used.text", values: {} },
  INVALID_CODE: { id: "auth.account.problem.code", values: {} },
};
