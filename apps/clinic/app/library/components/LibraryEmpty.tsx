import { Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { EmptyState } from "../../ui/index.ts";

/** Before the first text there is nothing to search; a person who may add texts is shown where to begin. */
export function LibraryEmpty({ mayWrite }: { readonly mayWrite: boolean }) {
  const { text } = useMessages();
  return (
    <EmptyState
      title={text("library.empty.title")}
      {...(mayWrite && { action: <Link to="/library/texts">{text("library.empty.add")}</Link> })}
    >
      {text("library.empty.search")}
    </EmptyState>
  );
}
