import { clinicContext } from "@concord/clinic/context";
import { readChange } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { Card, FormattedDate, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/change";
import { ChangedClaims, ChangedSyntheses } from "./components/ChangeParts.tsx";
import { changePage } from "./page-data/change-page.server.ts";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "What changed · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  return changePage(await mapRefusalTo403(readChange(appContext, actor, asked.params.change)));
}

/** The difference that adding or correcting studies made. */
export default function Change({ loaderData }: Route.ComponentProps) {
  const { because, by, at, studies, syntheses, claims } = loaderData;
  return (
    <Page>
      <PageHeader above={<Link to="/evidence">Evidence</Link>} title="What changed">
        {because} {by}, <FormattedDate at={at} />.
      </PageHeader>
      {syntheses.length === 0 ? (
        <Card>
          <p className="sentence">No figure moved.</p>
          <p className="soft">
            No question counts these studies yet: they have no figure, are not to be pooled, or are about
            something else.
          </p>
        </Card>
      ) : (
        <>
          <ChangedClaims claims={claims} />
          <ChangedSyntheses syntheses={syntheses} />
        </>
      )}
      <Card title={studies.length === 1 ? "The study" : `The ${studies.length} studies`}>
        <ul className="limits">
          {studies.map((study) => (
            <li key={study.id}>
              <Link to={`/evidence/study/${encodeURIComponent(study.id)}`}>{study.label}</Link>
              {study.reason !== null && <span className="soft small"> {study.reason}</span>}
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
