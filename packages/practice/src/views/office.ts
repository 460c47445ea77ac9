import type { StaffMessage, Text } from "@concord/messages";
import type { Role } from "../actor.ts";

export interface StaffLine {
  readonly staff: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** They have accepted their invitation. */
  readonly hasAccount: boolean;
}

export interface AuditLine {
  readonly at: string;
  /** Name and role, as codes and for programs; `by` is for readers. */
  readonly who: string;
  readonly by: Text;
  /** The code that the log holds; `message` is for readers. */
  readonly action: string;
  readonly message: StaffMessage;
  readonly subject: string;
}
