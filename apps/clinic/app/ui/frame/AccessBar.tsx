import { Link } from "react-router";
import { useMessages } from "./messages.ts";
import type { SignedIn } from "./TopBar.tsx";

export interface AccessCounts {
  readonly toDecide: number;
  readonly unread: number;
}

/** On every page until it is dealt with: changes of who may see what, and a second factor that is missing. */
export function AccessBar(props: { readonly signedIn: SignedIn; readonly notices: AccessCounts | null }) {
  const { text } = useMessages();
  const { toDecide, unread } = props.notices ?? { toDecide: 0, unread: 0 };
  const { twoStep } = props.signedIn;
  if (toDecide + unread === 0 && twoStep.kind === "fine") return null;
  return (
    <aside className="access-bar" aria-label={text("shell.access-bar.label")}>
      {toDecide > 0 && <Link to="/access">{text("shell.access-bar.to-decide", { count: toDecide })}</Link>}
      {unread > 0 && <Link to="/access">{text("shell.access-bar.unread", { count: unread })}</Link>}
      {twoStep.kind === "due" && (
        <Link to="/account">{text("shell.access-bar.two-step-due", { day: twoStep.by })}</Link>
      )}
      {twoStep.kind === "required" && <Link to="/account">{text("shell.access-bar.two-step-required")}</Link>}
    </aside>
  );
}
