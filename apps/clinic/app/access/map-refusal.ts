import type { Message, Text } from "@concord/messages";
import { InvalidInput, Refusal } from "@concord/practice";
import { data } from "react-router";

/**
 * Converts what the practice throws into the answer it means: not allowed is 403, input that cannot be used is 400 with
 * its reason, what somebody else saved at the same moment is 409. Other errors propagate.
 */
export async function mapRefusalTo403<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof InvalidInput) throw data(error.reason, { status: 400 });
    if (error instanceof Refusal) throw data(error.reason, { status: 403 });
    if (isUnusable(error)) throw data(unusable, { status: 400 });
    if (isSavedMeanwhile(error)) throw data(savedMeanwhile, { status: 409 });
    throw error;
  }
}

/** For a form that no page of this version has sent. */
export const outOfDate: Message = { id: "refusals.request.out-of-date", values: {} };

/** What a page shows at a field, with everything that was entered still there. */
export interface Invalid {
  readonly kind: "invalid";
  readonly problem: Text;
  /** The input it is about; null where it is about the whole form. */
  readonly field: string | null;
}

/** Like `mapRefusalTo403`, but returns input that cannot be used, for the page to say so where it was entered. */
export async function tried<T>(
  work: Promise<T>,
): Promise<{ readonly kind: "done"; readonly value: T } | Invalid> {
  try {
    return { kind: "done", value: await work };
  } catch (error) {
    if (error instanceof InvalidInput) return { kind: "invalid", problem: error.reason, field: error.field };
    if (isUnusable(error)) return { kind: "invalid", problem: unusable, field: null };
    if (isSavedMeanwhile(error)) return { kind: "invalid", problem: savedMeanwhile, field: null };
    if (error instanceof Refusal) throw data(error.reason, { status: 403 });
    throw error;
  }
}

const unusable: Message = { id: "refusals.request.unusable", values: {} };

/** A value that a verb requires otherwise, or one that PostgreSQL cannot store (SQLSTATE class 22: data exception). */
function isUnusable(error: unknown): boolean {
  if (error instanceof RangeError) return /^\w+ requires /.test(error.message);
  if (!(error instanceof Error) || !("code" in error)) return false;
  return typeof error.code === "string" && /^22\w{3}$/.test(error.code);
}

const savedMeanwhile: Message = { id: "refusals.request.saved-meanwhile", values: {} };

/** The next revision of the same thing was written by somebody else (SQLSTATE 23505: unique violation). */
function isSavedMeanwhile(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
