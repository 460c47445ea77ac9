import { useMessages } from "../frame/messages.ts";
import { ButtonLink } from "./Button.tsx";

/** Where one is in a long list, and the way to either side. Pages count from 1. */
export function Pagination(props: {
  readonly page: number;
  readonly pages: number;
  /** Which page this is, and how many entries the list has: "Page 2 of 5 · 90 clients". */
  readonly position: string;
  readonly href: (page: number) => string;
}) {
  const { page, pages, position, href } = props;
  const { text } = useMessages();
  if (pages <= 1) return null;
  return (
    <nav className="pagination" aria-label={text("shell.pages.label")}>
      <span className="soft">{position}</span>
      <span className="row">
        {page > 1 && (
          <ButtonLink to={href(page - 1)} look="quiet">
            {text("shell.pages.previous")}
          </ButtonLink>
        )}
        {page < pages && (
          <ButtonLink to={href(page + 1)} look="quiet">
            {text("shell.pages.next")}
          </ButtonLink>
        )}
      </span>
    </nav>
  );
}
