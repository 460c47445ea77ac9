import { Link } from "react-router";
import { Card, FormattedDate, Table } from "../../ui/index.ts";
import type { studyPage } from "../page-data/study-page.server.ts";

type StudyPage = ReturnType<typeof studyPage>;

/** The figures as they are printed, and how they read as correlations. */
export function StudyReports({ reports }: Pick<StudyPage, "reports">) {
  if (reports.length === 0)
    return <p className="soft">No figure is in hand; what it found is told in words.</p>;
  return (
    <Table
      caption="Figures as printed"
      captionHidden
      stacks
      head={
        <tr>
          <th scope="col">Rated by</th>
          <th scope="col">Measure</th>
          <th scope="col">Outcome</th>
          <th scope="col">Printed</th>
          <th scope="col">Read as</th>
        </tr>
      }
    >
      {reports.map((report) => (
        <tr key={report.id}>
          <th scope="row">{report.rater}</th>
          <td data-label="Measure">
            {report.instrument} <span className="soft">{report.timing}</span>
          </td>
          <td data-label="Outcome">{report.outcome}</td>
          <td data-label="Printed" className="figures nowrap">
            {report.printed}
          </td>
          <td data-label="Read as" className="figures nowrap">
            {report.read}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** The questions it enters, and what may be claimed because of it. */
export function RestsOnIt({ syntheses, claims }: Pick<StudyPage, "syntheses" | "claims">) {
  if (syntheses.length === 0 && claims.length === 0) return null;
  return (
    <Card title="What rests on it">
      <ul className="limits">
        {syntheses.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/evidence/synthesis/${id}`}>{title}</Link>
          </li>
        ))}
        {claims.map(({ id, sentence }) => (
          <li key={id}>
            <Link to={`/evidence/claim/${id}`}>{sentence}</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How the record came to be what it is. */
export function Revisions({ revisions }: Pick<StudyPage, "revisions">) {
  if (revisions.length === 0) return null;
  return (
    <Card title="Its history here">
      <ol className="editions divided">
        {revisions.map((kept) => (
          <li key={kept.revision}>
            <span>{kept.reason}</span>
            <span className="soft small">
              {kept.by}, <FormattedDate at={kept.at} />.{" "}
              <Link to={`/evidence/change/${kept.change}`}>What it changed</Link>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
