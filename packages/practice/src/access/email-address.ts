import type { Message } from "@concord/messages";

/**
 * Returns what is wrong with an address that somebody is to sign in with, or null.
 *
 * Plain letters only: some letters of other alphabets turn into plain ones when they are written small (the
 * Kelvin sign into k), and two addresses that look alike would lead to two accounts. `.invalid` is never an
 * address (RFC 2606); the accounts of simulated practices are under it.
 */
export function addressProblem(address: string): Message | null {
  if (!/^[\x21-\x7e]+$/.test(address.trim())) return { id: "refusals.staff.email-letters", values: {} };
  if (address.length > 200 || !pattern.test(address.trim()))
    return { id: "refusals.staff.email-form", values: {} };
  return /\.invalid$/i.test(address.trim()) ? { id: "refusals.staff.email-invalid", values: {} } : null;
}

/** One @, letters and the usual signs before it, a name with a dot after it: what the sign-in library takes too. */
const pattern =
  /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
