import { type BetterAuthOptions, betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";

/** The library’s idea of its own address. Its endpoints are called from inside only. */
export const inside = "http://concord.internal";

/** Carries the caller's address to the library's limits; set by us, never taken from the caller. */
export const addressHeader = "x-concord-address";

export interface AuthChoices {
  readonly database: NonNullable<BetterAuthOptions["database"]>;
  readonly secret: string;
  readonly https: boolean;
  /** Given the token of an invitation or a forgotten password, to be handed over in person. */
  readonly onToken: (user: string, token: string) => void;
}

/**
 * Sign-in by a kept library: e-mail and password (scrypt), a second factor by authenticator app, sessions and
 * limits in the database. Nobody signs up by themselves: accounts come from the set-up and from invitations.
 */
export function signInLibrary({ database, secret, https, onToken }: AuthChoices) {
  return betterAuth({
    appName: "Concord",
    baseURL: inside,
    basePath: "/",
    secret,
    database,
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: [inside],
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 7 * day,
      sendResetPassword: ({ user, token }) => Promise.resolve(onToken(user.id, token)),
    },
    verification: { storeIdentifier: "hashed" },
    session: { expiresIn: 12 * hour, updateAge: hour },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 100,
      customRules: {
        "/sign-in/email": { window: 5 * 60, max: 10 },
        "/two-factor/*": { window: 5 * 60, max: 10 },
        "/reset-password": { window: 5 * 60, max: 10 },
        "/change-password": { window: 5 * 60, max: 10 },
        "/get-session": false,
      },
    },
    advanced: {
      cookiePrefix: "concord",
      useSecureCookies: https,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [twoFactor({ issuer: "Concord" })],
  });
}

const hour = 60 * 60;
const day = 24 * hour;

export type SignInLibrary = ReturnType<typeof signInLibrary>;
