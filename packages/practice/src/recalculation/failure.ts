import { DatabaseRefusal } from "@concord/store";

const minute = 60_000;

/** How long to leave it after so many failures in a row: 1, 4, 16 … minutes, six hours at most. */
export function backoffDelay(times: number): number {
  return Math.min(minute * 4 ** (times - 1), 360 * minute);
}

/**
 * What went wrong, in one line for whoever runs the practice.
 *
 * Only the database's own words and the names of errors: a message from deeper down might quote what someone answered.
 */
export function troubleWords(error: unknown): string {
  if (error instanceof DatabaseRefusal) return error.message;
  if (!(error instanceof Error)) return "It ended for a reason that nobody foresaw.";
  if ("code" in error && typeof error.code === "string") {
    return `The database could not be reached (${error.code}).`;
  }
  return `A step could not be done (${error.name}); the record of the server says more.`;
}
