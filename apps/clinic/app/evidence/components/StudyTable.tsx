import { Link } from "react-router";
import { EmptyState, Table } from "../../ui/index.ts";
import type { StudyRow } from "../page-data/study-row.ts";

/** Studies as a list, newest first. */
export function StudyTable({ rows }: { readonly rows: readonly StudyRow[] }) {
  if (rows.length === 0) return <EmptyState title="There are no studies here yet" />;
  return (
    <Table
      stacks
      caption={`${rows.length.toLocaleString("en")} studies, newest first`}
      head={
        <tr>
          <th scope="col">Study</th>
          <th scope="col">About</th>
          <th scope="col">Stage</th>
          <th scope="col" className="number">
            Figures
          </th>
          <th scope="col">Where it came from</th>
        </tr>
      }
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="nowrap">
            <Link to={`/evidence/study/${encodeURIComponent(row.id)}`}>{row.label}</Link>
          </th>
          <td data-label="About">
            {row.title}
            {row.population !== "" && <span className="soft study-population">{row.population}</span>}
          </td>
          <td data-label="Stage" className="nowrap">
            {row.stage}
          </td>
          <td data-label="Figures" className="number">
            {row.reports}
          </td>
          <td data-label="Where it came from" className="soft">
            {row.origin}
          </td>
        </tr>
      ))}
    </Table>
  );
}
