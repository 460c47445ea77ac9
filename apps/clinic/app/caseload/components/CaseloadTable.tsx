import { phaseWords } from "@concord/charts";
import type { CaseloadQuery, CaseloadRow, CaseloadSort } from "@concord/practice";
import { Link } from "react-router";
import { ageWords } from "../../ui/clinical/ages.ts";
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

const columns: readonly {
  readonly title: string;
  readonly sort?: CaseloadSort;
  readonly className?: string;
}[] = [
  { title: "Client", sort: "client" },
  { title: "What needs a thought", sort: "attention" },
  { title: "Alliance, client’s view" },
  { title: "Next session", sort: "next-session" },
  { title: "Waiting for, session" },
];

/** Who needs a thought before the next session, and why: one line each; cards on a phone. */
export function CaseloadTable(props: {
  readonly rows: readonly DrawnRow[];
  readonly query: CaseloadQuery;
  /** Named where the list spans several therapists. */
  readonly therapists: boolean;
}) {
  const { rows, query, therapists } = props;
  const { of } = useMessages();
  return (
    <>
      <SortLinks query={query} />
      <div className="caseload">
        <table className="table caseload-table">
          <caption className="visually-hidden">Cases, one a line</caption>
          <thead>
            <tr>
              {columns.map(({ title, sort }) =>
                sort === undefined ? (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ) : (
                  <th
                    key={title}
                    scope="col"
                    aria-sort={query.sort !== sort ? "none" : query.descending ? "descending" : "ascending"}
                  >
                    <Link to={sortHref(query, sort)} preventScrollReset className="sort">
                      {title}
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
                  <span className="soft small">{standing(row)}</span>
                  {therapists && <span className="soft small">With {row.therapist}</span>}
                </th>
                <td className="caseload-why">
                  {(row.weight !== null || row.openTasks > 0) && (
                    <span className="caseload-head">
                      {row.weight !== null && <WeightMark weight={row.weight} />}
                      {row.openTasks > 0 && (
                        <span className="badge badge-urgent">An answer waits to be seen</span>
                      )}
                    </span>
                  )}
                  <span className={row.weight === null ? "soft" : undefined}>{of(row.headline)}</span>
                </td>
                <td className="caseload-spark">
                  <Icon svg={spark} />
                </td>
                <td className="caseload-next">
                  <span className="caseload-label">Next session </span>
                  {row.nextSession === null ? (
                    <span className="soft">not set</span>
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

/** Age where it is not an adult's, phase, sessions so far: one phrase, with one capital. */
function standing(row: CaseloadRow): string {
  const sessions = row.sessions === 1 ? "1\u00a0session" : `${row.sessions}\u00a0sessions`;
  const words = [
    row.ageBand === "adult" ? null : ageWords[row.ageBand],
    row.phase === null ? null : phaseWords[row.phase],
    row.sessions === 0 ? "not begun" : sessions,
  ]
    .filter((part) => part !== null)
    .join(", ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const sortWords: Readonly<Record<CaseloadSort, string>> = {
  attention: "attention",
  client: "name",
  "next-session": "next session",
  "last-session": "last session",
  sessions: "sessions",
};

/** The order as a line of links: the headings' task where the table has become cards. */
function SortLinks({ query }: { readonly query: CaseloadQuery }) {
  return (
    <nav className="caseload-sorts" aria-label="Order">
      <span className="soft">Sorted by</span>
      {(Object.keys(caseloadSorts) as CaseloadSort[]).map((sort) => (
        <Link
          key={sort}
          to={sortHref(query, sort)}
          aria-current={query.sort === sort ? "true" : undefined}
          preventScrollReset
        >
          {sortWords[sort]}
          {query.sort === sort && <span aria-hidden="true">{query.descending ? " ↓" : " ↑"}</span>}
        </Link>
      ))}
    </nav>
  );
}
