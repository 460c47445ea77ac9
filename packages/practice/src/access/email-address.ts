/**
 * Returns what is wrong with an address that somebody is to sign in with, or null.
 *
 * Plain letters only: some letters of other alphabets turn into plain ones when they are written small (the
 * Kelvin sign into k), and two addresses that look alike would lead to two accounts. `.invalid` is never an
 * address (RFC 2606); the accounts of simulated practices are under it.
 */
export function addressProblem(address: string): string | null {
  if (!/^[\x21-\x7e]+$/.test(address.trim()))
    return "An e-mail address for signing in has plain letters and no spaces.";
  if (address.length > 200 || !pattern.test(address.trim()))
    return "That does not look like an e-mail address.";
  return /\.invalid$/i.test(address.trim()) ? "Mail to this address can never arrive." : null;
}

/** One @, letters and the usual signs before it, a name with a dot after it: what the sign-in library takes too. */
const pattern =
  /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
