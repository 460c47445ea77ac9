import type { StaffMessages } from "@concord/messages";
import type { CaseloadQuery, CaseloadRow, CaseloadSort } from "@concord/practice";
import { Link } from "react-router";
import { Icon } from "../../ui/clinical/Icon.tsx";
import { WeightMark } from "../../ui/clinical/WeightMark.tsx";
import { useMessages } from "../../ui/frame/messages.ts";
import { FormattedDate } from "../../ui/index.ts";
import { caseloadSorts, sortHref } from "../caseload-query.ts";
import { AwaitingForms } from "./AwaitingForms.tsx";

export interface DrawnRow {
  readonly row: CaseloadRow;
  /** The sparkline, drawn on the server. */
  readonly spark: string;
}

const columns = [
  { id: "client", sort: "client" },
  { id: "signal", sort: "attention" },
  { id: "alliance", sort: null },
  { id: "next-session", sort: "next-session" },
  { id: "outstanding", sort: null },
] as const;

/** Who needs attention before the next session, and why: one row each; cards on a phone. */
export function CaseloadTable(props: {
  readonly rows: readonly DrawnRow[];
  readonly query: CaseloadQuery;
  /** Named where the list spans several therapists. */
  readonly therapists: boolean;
}) {
  const { rows, query, therapists } = props;
  const messages = useMessages();
  const { of, text } = messages;
  return (
    <>
      <SortLinks query={query} />
      <div className="caseload">
        <table className="table caseload-table">
          <caption className="visually-hidden">{text("caseload.table.caption")}</caption>
          <thead>
            <tr>
              {columns.map(({ id, sort }) =>
                sort === null ? (
                  <th key={id} scope="col">
                    {text(`caseload.table.${id}`)}
                  </th>
                ) : (
                  <th
                    key={id}
                    scope="col"
                    aria-sort={query.sort !== sort ? "none" : query.descending ? "descending" : "ascending"}
                  >
                    <Link to={sortHref(query, sort)} preventScrollReset className="sort">
                      {text(`caseload.table.${id}`)}
                      {query.sort === sort && (
                        <span aria-hidden="true">{query.descending ? " ↓" : " ↑"}</span>
                      )}
                    </Link>
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, spark }) => (
              <tr key={row.episode} className={row.weight === null ? undefined : `caseload-${row.weight}`}>
                <th scope="row" className="caseload-client">
                  <Link to={`/case/${row.episode}`}>{row.client}</Link>
                  <span className="soft small">{standing(row, messages)}</span>
                  {therapists && (
                    <span className="soft small">
                      {text("caseload.row.therapist", { therapist: row.therapist })}
                    </span>
                  )}
                </th>
                <td className="caseload-why">
                  {(row.weight !== null || row.openTasks > 0) && (
                    <span className="caseload-head">
                      {row.weight !== null && <WeightMark weight={row.weight} />}
                      {row.openTasks > 0 && (
                        <span className="badge badge-urgent">{text("caseload.row.risk")}</span>
                      )}
                    </span>
                  )}
                  <span className={row.weight === null ? "soft" : undefined}>{of(row.headline)}</span>
                </td>
                <td className="caseload-spark">
                  <Icon svg={spark} />
                </td>
                <td className="caseload-next">
                  <span className="caseload-label">{text("caseload.table.next-session")} </span>
                  {row.nextSession === null ? (
                    <span className="soft">{text("caseload.row.no-date")}</span>
                  ) : (
                    <FormattedDate at={row.nextSession} />
                  )}
                </td>
                <td className="caseload-awaiting">
                  <AwaitingForms awaiting={row.awaiting} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Returns age where it is not an adult’s, phase, and sessions so far: labels side by side. */
function standing(row: CaseloadRow, { text }: StaffMessages): string {
  return [
    ...(row.ageBand === "adult" ? [] : [text(`caseload.age.${row.ageBand}`)]),
    ...(row.phase === null ? [] : [text(`charts.phase.${row.phase}`)]),
    text("caseload.row.sessions", { count: row.sessions }),
  ].join(" · ");
}

/** The order as a line of links: the headings' task where the table has become cards. */
function SortLinks({ query }: { readonly query: CaseloadQuery }) {
  const { text } = useMessages();
  return (
    <nav className="caseload-sorts" aria-label={text("caseload.sort.label")}>
      <span className="soft">{text("caseload.sort.by")}</span>
      {(Object.keys(caseloadSorts) as CaseloadSort[]).map((sort) => (
        <Link
          key={sort}
          to={sortHref(query, sort)}
          aria-current={query.sort === sort ? "true" : undefined}
          preventScrollReset
        >
          {text(`caseload.sort.${sort}`)}
          {query.sort === sort && <span aria-hidden="true">{query.descending ? " ↓" : " ↑"}</span>}
        </Link>
      ))}
    </nav>
  );
}
