import type { CaseloadQuery } from "@concord/practice";
import { useMessages } from "../../ui/frame/messages.ts";
import { ButtonLink, EmptyState } from "../../ui/index.ts";
import { caseloadHref } from "../caseload-query.ts";

/** No row to show: because of the search, the filter, or because nothing is here yet. */
export function CaseloadEmpty({
  query,
  supervising,
}: {
  readonly query: CaseloadQuery;
  readonly supervising: boolean;
}) {
  const { text } = useMessages();
  if (query.search !== "") {
    return (
      <EmptyState
        title={text("caseload.empty.search.title", { search: query.search })}
        action={
          <ButtonLink to={caseloadHref(query, { search: "" })} look="quiet">
            {text("caseload.empty.search.button")}
          </ButtonLink>
        }
      >
        {text("caseload.empty.search.text")}
      </EmptyState>
    );
  }
  const shown = query.filter === "all" && supervising ? "supervision" : query.filter;
  return (
    <EmptyState
      title={text(`caseload.empty.${shown}.title`)}
      action={
        shown === "all" && <ButtonLink to="/caseload/new">{text("caseload.empty.all.button")}</ButtonLink>
      }
    >
      {text(`caseload.empty.${shown}.text`)}
    </EmptyState>
  );
}
