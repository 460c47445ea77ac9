/** Without a second factor a password is all there is; with one it may be a little shorter. For pages and server alike. */
export const shortestPassword = { alone: 12, withSecondFactor: 10 } as const;

export const longestPassword = 200;
