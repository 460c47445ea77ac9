import { Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Card, Table } from "../../ui/index.ts";
import type { studyPage } from "../page-data/study-page.server.ts";

type StudyPage = ReturnType<typeof studyPage>;

/** The figures as they are printed, and how they read as correlations. */
export function StudyReports({ reports }: Pick<StudyPage, "reports">) {
  const { text } = useMessages();
  if (reports.length === 0) return <p className="soft">{text("evidence.study.no-effects")}</p>;
  return (
    <Table
      caption={text("evidence.study.reports.caption")}
      captionHidden
      stacks
      head={
        <tr>
          <th scope="col">{text("evidence.study.reports.rater")}</th>
          <th scope="col">{text("evidence.study.reports.measure")}</th>
          <th scope="col">{text("evidence.study.reports.outcome")}</th>
          <th scope="col">{text("evidence.study.reports.reported")}</th>
          <th scope="col">{text("evidence.study.reports.effect")}</th>
        </tr>
      }
    >
      {reports.map((report) => (
        <tr key={report.id}>
          <th scope="row">{report.rater}</th>
          <td data-label={text("evidence.study.reports.measure")}>
            {report.instrument} <span className="soft">{report.timing}</span>
          </td>
          <td data-label={text("evidence.study.reports.outcome")}>{report.outcome}</td>
          <td data-label={text("evidence.study.reports.reported")} className="figures nowrap">
            {report.printed}
          </td>
          <td data-label={text("evidence.study.reports.effect")} className="figures nowrap">
            {report.read}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** The questions it enters, and what may be claimed because of it. */
export function RestsOnIt({ syntheses, claims }: Pick<StudyPage, "syntheses" | "claims">) {
  const { text } = useMessages();
  if (syntheses.length === 0 && claims.length === 0) return null;
  return (
    <Card title={text("evidence.study.used-in")}>
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
  const { text } = useMessages();
  if (revisions.length === 0) return null;
  return (
    <Card title={text("evidence.study.history")}>
      <ol className="editions divided">
        {revisions.map(({ revision, reason, by, at, change }) => (
          <li key={revision}>
            <span>{reason}</span>
            <span className="soft small">
              {text("evidence.study.history-by", { name: by, date: at })}{" "}
              <Link to={`/evidence/change/${change}`}>{text("evidence.study.history-effect")}</Link>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
