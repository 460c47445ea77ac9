import type { StaffMessage } from "@concord/messages";
import { Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";

export interface FoundShown {
  readonly words: string;
  readonly place: StaffMessage;
  readonly link: string;
  /** Where passages like it are. */
  readonly like: string;
  /** Words it has in common with what it was to be like; none where it was found by its own. */
  readonly shared: readonly string[];
}

/** Passages that were found, each with its place and a way to more of its kind. */
export function FoundPassages({ passages }: { readonly passages: readonly FoundShown[] }) {
  const { of, text } = useMessages();
  return (
    <ol className="passages">
      {passages.map((passage) => (
        <li key={passage.link} className="card">
          <blockquote>{passage.words}</blockquote>
          {passage.shared.length > 0 && (
            <p className="soft small">{text("library.search.similar.shared", { terms: passage.shared })}</p>
          )}
          <p className="row small">
            <Link to={passage.link}>{of(passage.place)}</Link>
            <Link to={passage.like}>{text("library.search.similar.link")}</Link>
          </p>
        </li>
      ))}
    </ol>
  );
}
