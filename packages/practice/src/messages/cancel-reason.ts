import type { MessageProblem } from "@concord/store";

/** Why a message that was asked for is not sent. */
export type CancelReason =
  | "answered"
  | "withdrawn"
  | "expired"
  | "closed"
  | "consent"
  | "address"
  | "appointment"
  | "left"
  | "not-allowed"
  | "opened"
  | "joined"
  | "removed";

/** Why a message is not sent any more. */
export function cancelReason(reason: CancelReason | "hand"): MessageProblem {
  return { id: `messages.cancelled.${reason}`, values: {} };
}
