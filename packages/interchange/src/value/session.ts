const numbered = /^(?:(?:s|session|sess|visit)[ _.#-]*)?0*(\d{1,4})$/i;

/**
 * The number of a session: 3, 03, S03, "Session 3". Session 0 is an intake before the first session. Null for
 * anything else; a session is counted, so 2.5 is none (3.0, as R writes counts that passed through decimals, is 3).
 */
export function readSession(text: string): number | null {
  const found = numbered.exec(text.replace(/[.,]0+$/, ""));
  return found === null ? null : Number(found[1]);
}
