import { sparkline } from "@concord/charts";
import { clinicContext } from "@concord/clinic/context";
import { readGroup } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { Icon } from "../ui/clinical/Icon.tsx";
import { useMessages } from "../ui/frame/messages.ts";
import { Card, EmptyState, Page, PageHeader, Table } from "../ui/index.ts";
import type { Route } from "./+types/group";
import { RoundRobin } from "./components/RoundRobin.tsx";

export const handle = { access: { kind: "subject", action: "read-case" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.view.name ?? ""} · Concord` },
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
  const { text, format } = useMessages();
  const round = view.rounds[view.rounds.length - 1];
  return (
    <Page>
      <PageHeader above={<Link to="/caseload">{text("group.back")}</Link>} title={view.name}>
        {text("group.intro", { members: view.members.length, therapist: view.therapist.name })}
      </PageHeader>
      <Card title={text("group.cohesion.title")}>
        <Table
          caption={text("group.cohesion.caption")}
          captionHidden
          className="cohesion"
          head={
            <tr>
              <th scope="col">{text("group.cohesion.member")}</th>
              <th scope="col">{text("group.cohesion.trend")}</th>
              <th scope="col" className="number">
                {text("group.cohesion.latest")}
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
              <td className="number">
                {now === null ? text("group.cohesion.none") : format.number(Math.round(now))}
              </td>
            </tr>
          ))}
        </Table>
      </Card>
      <Card title={text("group.ratings.title")}>
        {round === undefined ? (
          <EmptyState title={text("group.ratings.empty.title")}>
            {text("group.ratings.empty.text")}
          </EmptyState>
        ) : (
          <>
            <p>{text("group.ratings.intro")}</p>
            {round.scales.map((scale) => (
              <RoundRobin
                key={scale.scale}
                title={text("group.ratings.caption", { scale: scale.title, session: round.session })}
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
