import type { Locale } from "@concord/messages";
import type { BackupTrouble, countAccessNotices, MessageTrouble } from "@concord/practice";
import type { SignedIn } from "./TopBar.tsx";
import type { Theme } from "./theme.ts";

/** What every page knows, read once by the root route. */
export interface RootData {
  readonly theme: Theme;
  /** The language of questionnaires that the browser asks for. */
  readonly accepted: Locale;
  readonly simulated: boolean;
  /** Null for a visitor who is not signed in. */
  readonly signedIn: SignedIn | null;
  readonly notices: Awaited<ReturnType<typeof countAccessNotices>> | null;
  /** By which channels nothing gets through; empty for everyone but administrators. */
  readonly troubles: readonly Pick<MessageTrouble, "channel" | "since">[];
  /** What is wrong with the backups; null for everyone but administrators. */
  readonly backups: BackupTrouble | null;
}
