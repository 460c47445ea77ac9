import { Link } from "react-router";
import { FormattedDate } from "../FormattedDate.tsx";
import type { SignedIn } from "./TopBar.tsx";

export interface AccessCounts {
  readonly toDecide: number;
  readonly unread: number;
}

/** On every page until it is dealt with: changes of who may see what, and a second factor that is missing. */
export function AccessBar(props: { readonly signedIn: SignedIn; readonly notices: AccessCounts | null }) {
  const { toDecide, unread } = props.notices ?? { toDecide: 0, unread: 0 };
  const { twoStep } = props.signedIn;
  if (toDecide + unread === 0 && twoStep.kind === "fine") return null;
  return (
    <aside className="access-bar" aria-label="Access">
      {toDecide > 0 && (
        <Link to="/access">
          {toDecide === 1 ? "A change of access waits for you" : `${toDecide} changes of access wait for you`}
        </Link>
      )}
      {unread > 0 && (
        <Link to="/access">
          {unread === 1 ? "Access was changed: 1 notice" : `Access was changed: ${unread} notices`}
        </Link>
      )}
      {twoStep.kind === "due" && (
        <Link to="/account">
          Set up two-step sign-in by <FormattedDate at={twoStep.by} />
        </Link>
      )}
      {twoStep.kind === "required" && (
        <Link to="/account">Set up two-step sign-in to open the pages of your role</Link>
      )}
    </aside>
  );
}
