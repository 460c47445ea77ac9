import { Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { EmptyState, Table } from "../../ui/index.ts";
import type { StudyRow } from "../page-data/study-row.ts";

/** Studies as a list, newest first. */
export function StudyTable({ rows }: { readonly rows: readonly StudyRow[] }) {
  const { text } = useMessages();
  if (rows.length === 0) return <EmptyState title={text("evidence.studies.empty")} />;
  return (
    <Table
      stacks
      caption={text("evidence.studies.caption", { count: rows.length })}
      head={
        <tr>
          <th scope="col">{text("evidence.studies.study")}</th>
          <th scope="col">{text("evidence.studies.topic")}</th>
          <th scope="col">{text("evidence.studies.status")}</th>
          <th scope="col" className="number">
            {text("evidence.studies.effects")}
          </th>
          <th scope="col">{text("evidence.studies.source")}</th>
        </tr>
      }
    >
      {rows.map((row) => (
        <tr key={row.id}>
          <th scope="row" className="nowrap">
            <Link to={`/evidence/study/${encodeURIComponent(row.id)}`}>{row.label}</Link>
          </th>
          <td data-label={text("evidence.studies.topic")}>
            {row.title}
            {row.population !== "" && <span className="soft study-population">{row.population}</span>}
          </td>
          <td data-label={text("evidence.studies.status")} className="nowrap">
            {row.stage}
          </td>
          <td data-label={text("evidence.studies.effects")} className="number">
            {row.reports}
          </td>
          <td data-label={text("evidence.studies.source")} className="soft">
            {row.origin}
          </td>
        </tr>
      ))}
    </Table>
  );
}
