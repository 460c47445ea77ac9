import { clinicContext } from "@concord/clinic/context";
import { listGroups, listTherapists, openGroup } from "@concord/practice";
import { data, Form, Link, redirect } from "react-router";
import { z } from "zod";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { decodeForm, rejectForm } from "../ui/form/decode.server.ts";
import { text } from "../ui/form/fields.server.ts";
import { useFormFields } from "../ui/form/rejected-form.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Badge, Button, Card, Choice, EmptyState, Field, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/groups";

export const handle = { access: { kind: "practice", action: "read-caseload" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `${loaderData?.title ?? ""} · Concord` }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const therapists = await mapRefusalTo403(listTherapists(appContext, actor));
  return {
    title: messagesOf(asked.context).text("group.list.title"),
    handedOver: new URL(asked.request.url).searchParams.has("handed-over"),
    groups: await mapRefusalTo403(listGroups(appContext, actor, { withClosed: true })),
    isTherapist: therapists.some((one) => actor.kind === "staff" && one.staff === actor.staff),
    colleagues: therapists.filter((one) => actor.kind !== "staff" || one.staff !== actor.staff),
  };
}

const newGroup = z.object({ name: text(100), coLeader: text(100).optional() });

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const decoded = decodeForm(sent, newGroup);
  if (decoded.kind === "rejected") return data(decoded, { status: 400 });
  const opened = await tried(openGroup(appContext, actor, decoded.value));
  if (opened.kind === "invalid") {
    return data(rejectForm(sent, { [opened.field ?? "name"]: opened.problem }), { status: 400 });
  }
  throw redirect(`/group/${opened.value}`);
}

export default function Groups({ loaderData, actionData }: Route.ComponentProps) {
  const { groups, isTherapist, colleagues } = loaderData;
  const { text: say } = useMessages();
  const field = useFormFields<"name" | "coLeader">(actionData);
  const open = groups.filter((one) => one.closedOn === null);
  const closed = groups.filter((one) => one.closedOn !== null);
  return (
    <Page width="middle">
      <PageHeader title={say("group.list.title")}>{say("group.list.intro")}</PageHeader>
      {loaderData.handedOver && <Notice tone="good" title={say("group.done.handed-over")} announced />}
      <Card title={say("group.list.own")}>
        {open.length === 0 ? (
          <EmptyState title={say("group.list.empty.title")}>{say("group.list.empty.text")}</EmptyState>
        ) : (
          <ul className="group-list">
            {open.map(({ group, name, members }) => (
              <li key={group}>
                <Link to={`/group/${group}`}>{name}</Link>
                <span className="soft">{say("group.list.members", { count: members })}</span>
              </li>
            ))}
          </ul>
        )}
        {closed.length > 0 && (
          <details className="details">
            <summary>{say("group.list.closed", { count: closed.length })}</summary>
            <ul className="group-list">
              {closed.map(({ group, name }) => (
                <li key={group}>
                  <Link to={`/group/${group}`}>{name}</Link> <Badge>{say("group.closed")}</Badge>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Card>
      {isTherapist && (
        <Card title={say("group.new.title")}>
          <Form method="post" className="stack">
            <Field
              label={say("group.name")}
              {...field("name")}
              required
              maxLength={100}
              autoComplete="off"
              hint={say("group.name.hint")}
            />
            <CoLeaderChoice field={field("coLeader")} colleagues={colleagues} />
            <Button wide>{say("group.new.save")}</Button>
          </Form>
        </Card>
      )}
    </Page>
  );
}

function CoLeaderChoice({
  field,
  colleagues,
}: {
  readonly field: {
    readonly name: string;
    readonly defaultValue: string | undefined;
    readonly problem: string | null;
  };
  readonly colleagues: readonly { readonly staff: string; readonly name: string }[];
}) {
  const { text: say } = useMessages();
  if (colleagues.length === 0) return null;
  return (
    <Choice label={say("group.co-leader")} {...field} hint={say("group.co-leader.hint")}>
      <option value="">{say("group.co-leader.none")}</option>
      {colleagues.map(({ staff, name }) => (
        <option key={staff} value={staff}>
          {name}
        </option>
      ))}
    </Choice>
  );
}
