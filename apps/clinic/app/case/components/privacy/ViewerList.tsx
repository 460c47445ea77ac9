import type { Viewers } from "@concord/practice";
import { useMessages } from "../../../ui/frame/messages.ts";

/** Who can see what is answered about a client: the same that clients are told before the first question. */
export function ViewerList({ viewers }: { readonly viewers: Viewers }) {
  const { text, format } = useMessages();
  const { therapist, leaders, supervisors, onCall, research } = viewers;
  return (
    <ul className="list small">
      <li>{text("privacy.viewers.therapist", { name: therapist })}</li>
      {leaders.length > 0 && <li>{text("privacy.viewers.leaders", { names: format.list(leaders) })}</li>}
      <li>
        {supervisors.length > 0
          ? text("privacy.viewers.supervisors", { names: format.list(supervisors) })
          : text("privacy.viewers.no-supervisors")}
      </li>
      <li>
        {onCall === null
          ? text("privacy.viewers.no-on-call")
          : text("privacy.viewers.on-call", { name: onCall })}
      </li>
      <li>{text(research ? "privacy.viewers.research" : "privacy.viewers.no-research")}</li>
      <li>{text("privacy.viewers.administrators")}</li>
    </ul>
  );
}
