import { Link } from "react-router";
import { EmptyState } from "../../ui/index.ts";

/** Before the first text there is nothing to search; whoever may write is shown where to begin. */
export function LibraryEmpty({ mayWrite }: { readonly mayWrite: boolean }) {
  return (
    <EmptyState
      title="No text is on the shelf yet"
      {...(mayWrite && { action: <Link to="/library/texts">Add the first text</Link> })}
    >
      This searches your own texts. It will find places as soon as there is one.
    </EmptyState>
  );
}
