import type { StaffMessage } from "@concord/messages";

/** What became of one attempt to send. */
export type Delivery =
  | { readonly kind: "sent" }
  /** The message may get through later: the server asks for patience, or the connection was lost. */
  | { readonly kind: "temporary"; readonly problem: StaffMessage }
  /** It will not get through; `isAddress`: because nobody is reached at this address. */
  | { readonly kind: "permanent"; readonly problem: StaffMessage; readonly isAddress: boolean }
  /** Nothing gets through at present: no server, wrong password, a sender that is refused. */
  | { readonly kind: "down"; readonly problem: StaffMessage };

/** Returns the answer of a server in one line, without the address of the one to be reached. */
export function answerText(text: string, address: string): string {
  return text.replaceAll(address, "…").replace(/\s+/g, " ").trim().slice(0, 200);
}
