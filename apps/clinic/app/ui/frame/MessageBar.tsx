import type { MessageTrouble } from "@concord/practice";
import { Link } from "react-router";
import { useMessages } from "./messages.ts";

/** On every page of administrators while no message of a channel gets through. */
export function MessageBar({
  troubles,
}: {
  readonly troubles: readonly Pick<MessageTrouble, "channel" | "since">[];
}) {
  const { text } = useMessages();
  if (troubles.length === 0) return null;
  return (
    <aside className="access-bar" aria-label={text("shell.message-bar.label")}>
      {troubles.map(({ channel, since }) => (
        <Link key={channel} to="/settings/messages">
          {text("shell.message-bar.text", { channel, since })}
        </Link>
      ))}
    </aside>
  );
}
