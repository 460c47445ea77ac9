import type { CaseloadQuery } from "@concord/practice";
import { ButtonLink, EmptyState } from "../../ui/index.ts";
import { caseloadHref } from "../caseload-query.ts";

/** No line to show: because of the search, the tab, or because nothing is here yet. */
export function CaseloadEmpty({
  query,
  supervising,
}: {
  readonly query: CaseloadQuery;
  readonly supervising: boolean;
}) {
  if (query.search !== "") {
    return (
      <EmptyState
        title={`No client found for “${query.search}”`}
        action={
          <ButtonLink to={caseloadHref(query, { search: "" })} look="quiet">
            Show all
          </ButtonLink>
        }
      >
        The search looks at the names and codes used in this list.
      </EmptyState>
    );
  }
  switch (query.filter) {
    case "attention":
      return (
        <EmptyState title="Nothing asks for a thought right now">
          Signals that need one will gather here.
        </EmptyState>
      );
    case "awaiting":
      return (
        <EmptyState title="Nobody is being waited for">Every form that was asked for has come in.</EmptyState>
      );
    case "closed":
      return <EmptyState title="No closed case">Cases that have ended stay readable here.</EmptyState>;
    case "all":
      return supervising ? (
        <EmptyState title="No case is open to you">
          Supervision opens a case once its client has agreed. The therapist records that on the case’s page.
        </EmptyState>
      ) : (
        <EmptyState
          title="No case yet"
          action={<ButtonLink to="/caseload/new">Open the first case</ButtonLink>}
        >
          A case begins with a name or code for the client. Forms and sessions follow from there.
        </EmptyState>
      );
  }
}
