import type { StaffMessage } from "@concord/messages";
import { DatabaseRefusal } from "@concord/store";

const minute = 60_000;

/** How long to leave it after so many failures in a row: 1, 4, 16 … minutes, six hours at most. */
export function backoffDelay(times: number): number {
  return Math.min(minute * 4 ** (times - 1), 360 * minute);
}

/**
 * Returns what went wrong, for administrators.
 *
 * Only codes and names of errors: the text of an error from deeper down might quote what somebody answered.
 */
export function failureMessage(error: unknown): StaffMessage {
  if (error instanceof DatabaseRefusal) {
    const place = error.place;
    return {
      id: "stored.failure.database",
      values: { code: error.code, where: place === null ? "none" : "other", place: place ?? "" },
    };
  }
  if (!(error instanceof Error)) return { id: "stored.failure.unexpected", values: {} };
  if ("code" in error && typeof error.code === "string") {
    return { id: "stored.failure.unreachable", values: { code: error.code } };
  }
  return { id: "stored.failure.step", values: { name: error.name } };
}
