import { DatabaseRefusal, type DrillProblem } from "@concord/store";

/** Why a backup could not be made. */
export type BackupFailureCode = "full" | "rights" | "folder" | "database" | "other";

/** The last attempt, where it failed. It is shown to administrators until one succeeds. */
export interface BackupFailure {
  readonly code: BackupFailureCode;
  readonly at: string;
  /** How often in a row. */
  readonly times: number;
}

/** Returns why a backup could not be made, from the code of the system's or the database's error. */
export function backupFailureOf(error: unknown): BackupFailureCode {
  if (error instanceof DatabaseRefusal) return error.code === "53100" ? "full" : "database";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (["ENOSPC", "EDQUOT", "EFBIG"].includes(code)) return "full";
  if (["EACCES", "EPERM", "EROFS"].includes(code)) return "rights";
  if (["ENOTDIR", "ENOENT", "EEXIST", "EIO", "ELOOP", "ENAMETOOLONG"].includes(code)) return "folder";
  if (["ECONNREFUSED", "ECONNRESET", "57P01", "57P03"].includes(code)) return "database";
  return "other";
}

const codes: readonly string[] = ["full", "rights", "folder", "database", "other"];

/** Returns a stored value as a failure; null where it is none. */
export function readBackupFailure(value: unknown): BackupFailure | null {
  if (typeof value !== "object" || value === null) return null;
  const { code, at, times } = value as Partial<BackupFailure>;
  if (code === undefined || !codes.includes(code) || typeof at !== "string") return null;
  return { code, at, times: typeof times === "number" ? times : 1 };
}

/** Returns whether a test says that the backup itself cannot be relied on, rather than that it could not be run. */
export function isBackupBad(problem: DrillProblem | null): boolean {
  return problem !== null && problem !== "rights" && problem !== "database";
}
