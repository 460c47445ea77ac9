import { clinicContext } from "@concord/clinic/context";
import { readClaim } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Card, Chart, FormattedDate, Page } from "../ui/index.ts";
import type { Route } from "./+types/claim";
import { ClaimMarks } from "./components/ClaimList.tsx";
import { EditionList } from "./components/EditionList.tsx";
import { SourceCards } from "./components/SourceCards.tsx";
import { claimPage } from "./page-data/claim-page.server.ts";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.pageTitle ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const messages = messagesOf(asked.context);
  const view = await mapRefusalTo403(readClaim(appContext, actor, asked.params.claim));
  const page = claimPage(view, messages);
  return {
    ...page,
    pageTitle: messages.text("evidence.page-title.named", { title: page.claim.title }),
  };
}

/** One claim, and the way down to the studies it rests on. */
export default function Claim({ loaderData }: Route.ComponentProps) {
  const { text } = useMessages();
  const { claim, sources, editions, concepts } = loaderData;
  return (
    <Page>
      <div className="claim-page-head">
        <p className="page-header-above">
          <Link to="/evidence">{text("evidence.head.title")}</Link>
        </p>
        <h1 className="claim-title">{claim.title}</h1>
        <p className="sentence">{claim.sentence}</p>
        <ClaimMarks claim={claim} />
        <div className="claim-page-size">
          {claim.bar !== null && <Chart svg={claim.bar} />}
          <p className="sentence">{claim.size}</p>
        </div>
        {claim.body !== null && <p className="soft">{claim.body}</p>}
      </div>
      <div className="case-columns">
        <div>
          <SourceCards sources={sources} />
          {sources.length === 0 && (
            <Card title={text("evidence.claim.evidence-base")}>
              <p>{text("evidence.claim.consensus")}</p>
            </Card>
          )}
        </div>
        <div>
          <Card title={text("evidence.claim.limits")}>
            <ul className="limits">
              {claim.limits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
            <dl className="facts">
              <dt>{text("evidence.claim.population")}</dt>
              <dd>{claim.population}</dd>
              <dt>{text("evidence.claim.relevant-to")}</dt>
              <dd>{claim.serves.map((topic) => text("evidence.topic", { topic })).join("; ")}</dd>
              <dt>{text("evidence.claim.certainty")}</dt>
              <dd>
                {claim.simulated
                  ? text("evidence.claim.certainty-simulated")
                  : claim.computed === null
                    ? text("evidence.claim.certainty-read", { reading: claim.read })
                    : text("evidence.claim.certainty-computed")}
              </dd>
              <dt>{text("evidence.claim.reviewed")}</dt>
              <dd>
                <FormattedDate at={claim.reviewedOn} />
              </dd>
            </dl>
          </Card>
          {concepts.length > 0 && (
            <Card title={text("evidence.claim.literature")}>
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
            <Card title={text("evidence.claim.versions")}>
              <EditionList editions={editions} />
            </Card>
          )}
        </div>
      </div>
    </Page>
  );
}
