import type { BackupTrouble } from "@concord/practice";
import { Link } from "react-router";
import { useMessages } from "./messages.ts";

/** On every page of administrators until it is dealt with: a backup that failed, is bad or too old. */
export function BackupBar({ trouble }: { readonly trouble: BackupTrouble }) {
  const { text } = useMessages();
  return (
    <aside className="access-bar" aria-label={text("shell.backup-bar.label")}>
      <Link to="/settings/backup">
        {trouble.kind === "failed"
          ? text("shell.backup-bar.failed", { code: trouble.failure.code })
          : trouble.kind === "bad"
            ? text("shell.backup-bar.bad")
            : text("shell.backup-bar.old", { at: trouble.at })}
      </Link>
    </aside>
  );
}
