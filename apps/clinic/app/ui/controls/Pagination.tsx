import { useMessages } from "../frame/messages.ts";
import { ButtonLink } from "./Button.tsx";

/** Where one is in a long list, and the way to either side. Pages count from 1. */
export function Pagination(props: {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** What the list holds, in the plural. */
  readonly noun: string;
  readonly href: (page: number) => string;
}) {
  const { page, pages, total, noun, href } = props;
  const { text } = useMessages();
  if (pages <= 1) return null;
  return (
    <nav className="pagination" aria-label={text("shell.pages.label")}>
      <span className="soft">{text("shell.pages.position", { page, pages, total, noun })}</span>
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
