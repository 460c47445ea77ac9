import { sparkline } from "@concord/charts";
import { clinicContext, viewerContext } from "@concord/clinic/context";
import { dayIn, listOwnCases, listTherapists, readGroup } from "@concord/practice";
import { data, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { Icon } from "../ui/clinical/Icon.tsx";
import { useMessages } from "../ui/frame/messages.ts";
import { Badge, Card, EmptyState, Feedback, FormattedDate, Page, PageHeader, Table } from "../ui/index.ts";
import type { Route } from "./+types/group";
import { GroupSettings } from "./components/GroupSettings.tsx";
import { MeetingForm, MeetingLinks } from "./components/MeetingForm.tsx";
import { MembersCard } from "./components/MembersCard.tsx";
import { RoundRobin } from "./components/RoundRobin.tsx";
import { type GroupDone, handleGroupAction } from "./group-action.server.ts";

export const handle = { access: { kind: "subject", action: "read-case" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.view.name ?? ""} · Concord` },
];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const view = await mapRefusalTo403(readGroup(appContext, actor, asked.params.group));
  const names = new Map(view.members.map(({ episode, client }) => [episode, client]));
  const present = new Set(view.members.map(({ episode }) => episode));
  const own = view.leads ? await mapRefusalTo403(listOwnCases(appContext, actor)) : [];
  const colleagues = view.leads ? await mapRefusalTo403(listTherapists(appContext, actor)) : [];
  return {
    view,
    mayHandOver: actor.kind === "staff" && actor.staff === view.therapist.staff,
    today: dayIn(appContext.now(), asked.context.get(viewerContext).timeZone),
    ownCases: own.filter(({ episode }) => !present.has(episode)),
    colleagues: colleagues.filter(({ staff }) => staff !== view.therapist.staff),
    cohesion: view.cohesion.map(({ episode, spark }) => ({
      episode,
      client: names.get(episode) ?? "",
      now: spark.findLast((value) => value !== null) ?? null,
      spark: sparkline(spark),
    })),
  };
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext, publicUrl } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const done = await mapRefusalTo403(
    handleGroupAction({ appContext, actor, publicUrl, group: asked.params.group, sent }),
  );
  return data(done, { status: done.tone === "good" ? 200 : 400 });
}

export default function Group({ loaderData, actionData }: Route.ComponentProps) {
  const { view, mayHandOver, cohesion, today, ownCases, colleagues } = loaderData;
  const { text } = useMessages();
  const doneBy = (...intents: readonly string[]): GroupDone | null =>
    actionData !== undefined && intents.includes(actionData.intent) ? actionData : null;
  const isOpen = view.closedOn === null;
  return (
    <Page>
      <PageHeader above={<Link to="/groups">{text("group.list.title")}</Link>} title={view.name}>
        {text("group.intro", { members: view.members.length, therapist: view.therapist.name })}
        {view.coLeader !== null && ` ${text("group.intro.co-leader", { name: view.coLeader.name })}`}
        {view.closedOn !== null && (
          <>
            {" "}
            <Badge>{text("group.closed")}</Badge> <FormattedDate at={view.closedOn} />
          </>
        )}
      </PageHeader>
      {view.leads && isOpen && view.members.length > 0 && (
        <Meeting view={view} today={today} done={doneBy("meeting")} />
      )}
      {view.leads && (view.members.length === 0 || doneBy("join", "leave") !== null) && (
        <MembersCard view={view} ownCases={ownCases} done={doneBy("join", "leave")} />
      )}
      {view.members.length > 0 && <Cohesion cohesion={cohesion} />}
      {view.members.length > 0 && <Ratings view={view} />}
      {view.leads && view.members.length > 0 && doneBy("join", "leave") === null && (
        <MembersCard view={view} ownCases={ownCases} done={null} />
      )}
      {view.leads && (
        <GroupSettings
          {...{ view, colleagues, mayHandOver }}
          done={doneBy("change", "hand-over", "close", "reopen")}
        />
      )}
    </Page>
  );
}

type View = Route.ComponentProps["loaderData"]["view"];

/** Records a meeting, or shows the links of the one that was just recorded. */
function Meeting(props: { readonly view: View; readonly today: string; readonly done: GroupDone | null }) {
  const { view, today, done } = props;
  const { text } = useMessages();
  const isRecorded = done !== null && done.tone === "good";
  return (
    <Card title={text("group.meeting.title")}>
      {done !== null && <Feedback answer={done} tone={done.tone} sentence={done.sentence} />}
      {isRecorded ? (
        <MeetingLinks view={view} links={done.links} />
      ) : (
        <>
          <p className="soft">{text("group.meeting.intro")}</p>
          <MeetingForm view={view} today={today} done={done} />
        </>
      )}
    </Card>
  );
}

function Cohesion({ cohesion }: Pick<Route.ComponentProps["loaderData"], "cohesion">) {
  const { text, format } = useMessages();
  return (
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
  );
}

function Ratings({ view }: { readonly view: View }) {
  const { text } = useMessages();
  const round = view.rounds[view.rounds.length - 1];
  return (
    <Card title={text("group.ratings.title")}>
      {round === undefined ? (
        <EmptyState title={text("group.ratings.empty.title")}>{text("group.ratings.empty.text")}</EmptyState>
      ) : (
        <>
          <p>{text("group.ratings.intro")}</p>
          {round.scales.map((scale) => (
            <RoundRobin
              key={scale.scale}
              title={
                round.heldOn === null
                  ? text("group.ratings.caption", { scale: scale.title, session: round.session })
                  : text("group.ratings.caption.day", { scale: scale.title, date: round.heldOn })
              }
              members={view.members}
              cells={scale.cells}
            />
          ))}
        </>
      )}
    </Card>
  );
}
