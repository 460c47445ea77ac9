import { sparkline } from "@concord/charts";
import { clinicContext } from "@concord/clinic/context";
import { readGroup } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { Icon } from "../ui/clinical/Icon.tsx";
import { Card, EmptyState, Page, PageHeader, Table } from "../ui/index.ts";
import type { Route } from "./+types/group";
import { RoundRobin } from "./components/RoundRobin.tsx";

export const handle = { access: { kind: "subject", action: "read-case" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: loaderData === undefined ? "Group · Concord" : `${loaderData.view.name} · Concord` },
];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const view = await mapRefusalTo403(readGroup(appContext, actor, asked.params.group));
  const names = new Map(view.members.map(({ episode, client }) => [episode, client]));
  return {
    view,
    cohesion: view.cohesion.map(({ episode, spark }) => ({
      episode,
      client: names.get(episode) ?? "",
      now: spark.findLast((value) => value !== null) ?? null,
      spark: sparkline(spark),
    })),
  };
}

export default function Group({ loaderData }: Route.ComponentProps) {
  const { view, cohesion } = loaderData;
  const round = view.rounds[view.rounds.length - 1];
  return (
    <Page>
      <PageHeader above={<Link to="/caseload">Caseload</Link>} title={view.name}>
        {view.members.length} members, led by {view.therapist.name}
      </PageHeader>
      <Card title="Cohesion, as each member sees it">
        <Table
          caption="Cohesion by member, 0–100, session by session"
          captionHidden
          className="cohesion"
          head={
            <tr>
              <th scope="col">Member</th>
              <th scope="col">Course</th>
              <th scope="col" className="number">
                Latest
              </th>
            </tr>
          }
        >
          {cohesion.map(({ episode, client, spark, now }) => (
            <tr key={episode}>
              <th scope="row">
                <Link to={`/case/${episode}`}>{client}</Link>
              </th>
              <td>
                <Icon svg={spark} />
              </td>
              <td className="number">{now === null ? "none yet" : Math.round(now)}</td>
            </tr>
          ))}
        </Table>
      </Card>
      <Card title="Who sees whom, and how">
        {round === undefined ? (
          <EmptyState title="No round of ratings yet">
            Members rate each other in some sessions; it gathers here.
          </EmptyState>
        ) : (
          <>
            <p>
              A row is one member’s view of the others; a column is how one member is seen by them. The
              stronger the colour, the more. A row or a column unlike the rest is worth a thought.
            </p>
            {round.scales.map((scale) => (
              <RoundRobin
                key={scale.scale}
                title={`${scale.title}, session ${round.session}, 0–100`}
                members={view.members}
                cells={scale.cells}
              />
            ))}
          </>
        )}
      </Card>
    </Page>
  );
}
