import type { Text } from "@concord/messages";
import type { Ticket } from "./FormTicket.tsx";

/** What came of requesting questionnaires: links to give to clients, and the therapist's own questionnaires. */
export interface Handed {
  readonly tickets: readonly Ticket[];
  /** The links name this machine itself: no other device can open them. */
  readonly onlyHere: boolean;
  readonly own: readonly { readonly request: string; readonly title: string }[];
  /** Why questionnaires of this session cannot be requested. */
  readonly leftOut: readonly Text[];
}
