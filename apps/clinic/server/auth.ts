import { type BetterAuthOptions, betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";
import { longestPassword, shortestPassword } from "./password-length.ts";

/** The library’s idea of its own address. Its endpoints are called from inside only. */
export const inside = "http://concord.internal";

/** Carries the caller's address to the library's sessions; set by us, never taken from the caller. */
export const addressHeader = "x-concord-address";

/** A link to choose a new password is valid for an hour. */
export const resetMinutes = 60;

export interface AuthChoices {
  readonly database: NonNullable<BetterAuthOptions["database"]>;
  readonly secret: string;
  readonly https: boolean;
  /** Given the token of a password reset that the operator asked for. */
  readonly onToken: (user: string, token: string) => void;
}

/**
 * Sign-in by a library: e-mail and password (scrypt), a second factor by authenticator app, sessions in the
 * database. Nobody signs up by themselves: accounts come from the set-up and from invitations. What Concord
 * does not use is switched off, and none of it has an address of its own.
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
    disabledPaths: unusedPaths,
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: shortestPassword.withSecondFactor,
      maxPasswordLength: longestPassword,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: resetMinutes * 60,
      sendResetPassword: ({ user, token }) => Promise.resolve(onToken(user.id, token)),
    },
    user: { changeEmail: { enabled: false }, deleteUser: { enabled: false } },
    verification: { storeIdentifier: "hashed" },
    session: { expiresIn: 12 * hour, updateAge: hour },
    // Ours know accounts and devices, not addresses alone (`sign-in-limits.ts`).
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "concord",
      useSecureCookies: https,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [twoFactor({ issuer: "Concord" })],
  });
}

/** Endpoints of the library that Concord never calls. */
export const unusedPaths: string[] = [
  "/sign-up/email",
  "/sign-in/social",
  "/callback/:id",
  "/request-password-reset",
  "/reset-password/:token",
  "/verify-password",
  "/verify-email",
  "/send-verification-email",
  "/change-email",
  "/update-user",
  "/update-session",
  "/delete-user",
  "/delete-user/callback",
  "/link-social",
  "/unlink-account",
  "/list-accounts",
  "/account-info",
  "/refresh-token",
  "/get-access-token",
  "/list-sessions",
  "/revoke-session",
  "/revoke-sessions",
  "/revoke-other-sessions",
  "/error",
  "/ok",
  "/two-factor/send-otp",
  "/two-factor/verify-otp",
  "/two-factor/get-totp-uri",
  "/two-factor/generate-backup-codes",
];

const hour = 60 * 60;

export type SignInLibrary = ReturnType<typeof signInLibrary>;
