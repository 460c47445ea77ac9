import { clinicContext } from "@concord/clinic/context";
import { readingWords } from "@concord/evidence";
import { readClaim } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { Card, Chart, FormattedDate, Page } from "../ui/index.ts";
import type { Route } from "./+types/claim";
import { ClaimMarks } from "./components/ClaimList.tsx";
import { EditionList } from "./components/EditionList.tsx";
import { SourceCards } from "./components/SourceCards.tsx";
import { claimPage } from "./page-data/claim-page.server.ts";
import { systemWords } from "./page-data/words.ts";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData === undefined ? "Claim" : loaderData.claim.title} · Concord` },
];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  return claimPage(await mapRefusalTo403(readClaim(appContext, actor, asked.params.claim)));
}

/** One claim, and the way down to the studies it rests on. */
export default function Claim({ loaderData }: Route.ComponentProps) {
  const { claim, sources, editions, concepts } = loaderData;
  return (
    <Page>
      <div className="claim-page-head">
        <p className="page-header-above">
          <Link to="/evidence">Evidence</Link>
        </p>
        <h1 className="claim-title">{claim.title}</h1>
        <p className="sentence">{claim.sentence}</p>
        <ClaimMarks claim={claim} />
        <div className="claim-page-size">
          {claim.bar !== null && <Chart svg={claim.bar} />}
          <p className="sentence">{claim.size}.</p>
        </div>
        {claim.body !== null && <p className="soft">{claim.body}</p>}
      </div>
      <div className="case-columns">
        <div>
          <SourceCards sources={sources} />
          {sources.length === 0 && (
            <Card title="What it rests on">
              <p>
                What experts and guidelines agree on. No study is pooled behind it, which is what grade C
                says.
              </p>
            </Card>
          )}
        </div>
        <div>
          <Card title="Within which limits">
            <ul className="limits">
              {claim.limits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
            <dl className="facts">
              <dt>Population</dt>
              <dd>{claim.population}</dd>
              <dt>Bears on</dt>
              <dd>{claim.serves.map((system) => systemWords[system] ?? system).join("; ")}</dd>
              <dt>How sure</dt>
              <dd>
                {claim.simulated
                  ? "The studies are made up, so nothing here is evidence."
                  : claim.computed === null
                    ? `Figures: ${readingWords[claim.read]}.`
                    : "Computed here from the figures that were entered."}
              </dd>
              <dt>Last looked over</dt>
              <dd>
                <FormattedDate at={claim.reviewedOn} />
              </dd>
            </dl>
          </Card>
          {concepts.length > 0 && (
            <Card title="What authors wrote">
              <p className="row">
                {concepts.map(({ id, name }) => (
                  <Link key={id} to={`/library/concept/${id}`}>
                    {name.charAt(0).toUpperCase() + name.slice(1)}
                  </Link>
                ))}
              </p>
            </Card>
          )}
          {editions.length > 0 && (
            <Card title="Editions">
              <EditionList editions={editions} />
            </Card>
          )}
        </div>
      </div>
    </Page>
  );
}
