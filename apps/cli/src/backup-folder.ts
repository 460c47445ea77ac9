import path from "node:path";
import type { Terminal } from "./terminal.ts";

/** Returns where the command line or the environment wants backups; null for the folder in the data folder. */
export function backupFolderOf(flags: { readonly backups?: string }, terminal: Terminal): string | null {
  const named = flags.backups ?? terminal.environment.CONCORD_BACKUPS ?? "";
  return named === "" ? null : path.resolve(named);
}
