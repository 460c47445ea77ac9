import { Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Badge, Card, PageHeader, Table } from "../../ui/index.ts";
import type { publishedPage } from "../page-data/synthesis-page.server.ts";
import { EvidenceFigure } from "./EvidenceFigure.tsx";
import { DoiLink, PublishedBody } from "./SourceCards.tsx";

type Published = ReturnType<typeof publishedPage>;

/** A synthesis by others, quoted: what it prints, what its figures imply, and what cannot be had from them. */
export function PublishedSynthesis({ page }: { readonly page: Published }) {
  const { text } = useMessages();
  return (
    <>
      <PageHeader above={<Link to="/evidence">{text("evidence.head.title")}</Link>} title={page.title}>
        {text("evidence.source.citation", { citation: page.citation })} <DoiLink doi={page.doi} />{" "}
        {page.certainty === "doubtful" && <Badge tone="credible">{text("evidence.claim.unverified")}</Badge>}
      </PageHeader>
      <Card title={text("evidence.published.results")}>
        {page.forest !== null && <EvidenceFigure drawn={page.forest} />}
        <ul className="source-figures">
          {page.figures.map((figure) => (
            <li key={figure} className="figures">
              {figure}
            </li>
          ))}
        </ul>
        <dl className="facts">
          <dt>{text("evidence.claim.population")}</dt>
          <dd>{page.population}</dd>
          <PublishedBody body={page.body} />
          {page.note !== null && (
            <>
              <dt>{text("evidence.source.note")}</dt>
              <dd>{page.note}</dd>
            </>
          )}
        </dl>
      </Card>
      <Card title={text("evidence.published.checks")}>
        {page.checks.length === 0 ? <p>{text("evidence.published.no-checks")}</p> : <Checks page={page} />}
        <p>{text("evidence.published.impossible")}</p>
        <ul className="limits">
          {page.cannotBeRederived.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      </Card>
      {page.claims.length > 0 && (
        <Card title={text("evidence.published.statements")}>
          <ul className="limits">
            {page.claims.map((claim) => (
              <li key={claim.id}>
                <Link to={`/evidence/claim/${claim.id}`}>{claim.sentence}</Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Checks({ page }: { readonly page: Published }) {
  const { text } = useMessages();
  return (
    <Table
      stacks
      caption={text("evidence.published.check.caption")}
      head={
        <tr>
          <th scope="col">{text("evidence.published.check.result")}</th>
          <th scope="col" className="number">
            {text("evidence.published.check.r")}
          </th>
          <th scope="col" className="number">
            {text("evidence.published.check.centre")}
          </th>
          <th scope="col">{text("evidence.published.check.consistent")}</th>
          <th scope="col">{text("evidence.published.check.n")}</th>
        </tr>
      }
    >
      {page.checks.map((check) => (
        <tr key={check.label}>
          <th scope="row">{check.label}</th>
          <td data-label={text("evidence.published.check.r")} className="number">
            {check.printed}
          </td>
          <td data-label={text("evidence.published.check.centre")} className="number">
            {check.middle}
          </td>
          <td data-label={text("evidence.published.check.consistent")}>
            {text(
              check.agreement === "agrees" ? "evidence.published.check.yes" : "evidence.published.check.no",
            )}
          </td>
          <td data-label={text("evidence.published.check.n")}>{check.people}</td>
        </tr>
      ))}
    </Table>
  );
}
