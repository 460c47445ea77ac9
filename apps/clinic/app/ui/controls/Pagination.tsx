import { ButtonLink } from "./Button.tsx";

/** Where one is in a long list, and the way to either side. Pages count from 1. */
export function Pagination(props: {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly noun: string;
  readonly href: (page: number) => string;
}) {
  const { page, pages, href } = props;
  if (pages <= 1) return null;
  return (
    <nav className="pagination" aria-label="Pages">
      <span className="soft">
        Page {page.toLocaleString("en")} of {pages.toLocaleString("en")}, {props.total.toLocaleString("en")}{" "}
        {props.noun}
      </span>
      <span className="row">
        {page > 1 && (
          <ButtonLink to={href(page - 1)} look="quiet">
            Previous
          </ButtonLink>
        )}
        {page < pages && (
          <ButtonLink to={href(page + 1)} look="quiet">
            Next
          </ButtonLink>
        )}
      </span>
    </nav>
  );
}
