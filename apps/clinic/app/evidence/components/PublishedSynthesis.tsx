import { Link } from "react-router";
import { Badge, Card, PageHeader, Table } from "../../ui/index.ts";
import type { publishedPage } from "../page-data/synthesis-page.server.ts";
import { EvidenceFigure } from "./EvidenceFigure.tsx";
import { DoiLink } from "./SourceCards.tsx";

type Published = ReturnType<typeof publishedPage>;

/** A synthesis by others, quoted: what it prints, what its figures imply, and what cannot be had from them. */
export function PublishedSynthesis({ page }: { readonly page: Published }) {
  return (
    <>
      <PageHeader above={<Link to="/evidence">Evidence</Link>} title={page.title}>
        {page.citation}. <DoiLink doi={page.doi} />{" "}
        {page.certainty === "doubtful" && <Badge tone="credible">Unverified</Badge>}
      </PageHeader>
      <Card title="The figures as published">
        {page.forest !== null && <EvidenceFigure drawn={page.forest} />}
        <ul className="source-figures">
          {page.figures.map((figure) => (
            <li key={figure} className="figures">
              {figure}
            </li>
          ))}
        </ul>
        <dl className="facts">
          <dt>Population</dt>
          <dd>{page.population}</dd>
          {page.counts !== "" && (
            <>
              <dt>Body of studies</dt>
              <dd>{page.counts}</dd>
            </>
          )}
          {page.note !== null && (
            <>
              <dt>Note</dt>
              <dd>{page.note}</dd>
            </>
          )}
        </dl>
      </Card>
      <Card title="What can be checked from these figures">
        {page.checks.length === 0 ? (
          <p>
            No correlation is printed together with its interval, so nothing can be worked out from them
            alone.
          </p>
        ) : (
          <Checks page={page} />
        )}
        <p>Without the correlation and the sample of every study, the following cannot be had:</p>
        <ul className="limits">
          {page.cannotBeRederived.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      </Card>
      {page.claims.length > 0 && (
        <Card title="Claims that rest on it">
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
  return (
    <Table
      stacks
      caption="A printed correlation should lie in the middle of its interval, on the scale of Fisher’s z."
      head={
        <tr>
          <th scope="col">Figure</th>
          <th scope="col" className="number">
            Printed r
          </th>
          <th scope="col" className="number">
            Middle of its interval
          </th>
          <th scope="col">Do they agree</th>
          <th scope="col">Independent people, if all studies had one effect</th>
        </tr>
      }
    >
      {page.checks.map((check) => (
        <tr key={check.label}>
          <th scope="row">{check.label}</th>
          <td data-label="Printed r" className="number">
            {check.printed}
          </td>
          <td data-label="Middle of its interval" className="number">
            {check.middle}
          </td>
          <td data-label="Do they agree">{check.agreement === "agrees" ? "Yes" : "No"}</td>
          <td data-label="Independent people, if all studies had one effect">{check.people}</td>
        </tr>
      ))}
    </Table>
  );
}
