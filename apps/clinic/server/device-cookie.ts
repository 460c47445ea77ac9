import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/**
 * Remembers that somebody signed in to an account from this browser before (OWASP, "Slow down online guessing
 * attacks with device cookies"). It opens nothing: it only lets the person try where strangers have to wait.
 */
export interface DeviceCookies {
  /** The browser's identity for this account, or null where it is not known. */
  readonly known: (cookie: string | null, email: string) => string | null;
  /** A cookie to set once somebody is in. */
  readonly issue: (email: string) => string;
}

const halfAYear = 180 * 24 * 60 * 60;

export function deviceCookies(secret: string, https: boolean): DeviceCookies {
  const sign = (device: string, email: string) =>
    createHmac("sha256", secret).update(`known device ${device} ${email}`).digest("base64url");
  // One cookie an account: a shared computer is known for each of its people.
  const nameOf = (email: string) =>
    `concord-device-${createHash("sha256").update(email).digest("hex").slice(0, 12)}`;
  return {
    known(cookie, email) {
      const sent = new RegExp(`(?:^|;\\s*)${nameOf(email)}=([\\w-]{22})\\.([\\w-]{43})(?:;|$)`).exec(
        cookie ?? "",
      );
      const [, device, signature] = sent ?? [];
      if (device === undefined || signature === undefined) return null;
      return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(device, email))) ? device : null;
    },
    issue(email) {
      const device = randomBytes(16).toString("base64url");
      const secure = https ? "; Secure" : "";
      return `${nameOf(email)}=${device}.${sign(device, email)}; Path=/sign-in; SameSite=Lax; HttpOnly; Max-Age=${halfAYear}${secure}`;
    },
  };
}
