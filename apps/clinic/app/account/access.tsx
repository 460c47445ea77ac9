import { clinicContext } from "@concord/clinic/context";
import type { Message } from "@concord/messages";
import { type AccessNotice, decideAccess, markAccessNoticesRead, readAccessNotices } from "@concord/practice";
import { data, Form, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, outOfDate } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { roleNames } from "../ui/frame/roles.ts";
import { Button, Card, EmptyState, FormattedDate, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/access";

export const handle = { access: { kind: "staff" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const notices = await mapRefusalTo403(readAccessNotices(appContext, actor));
  return { title: messagesOf(asked.context).text("auth.access.meta"), ...notices };
}

export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const about = sentText(sent, "about");
  const change = sentText(sent, "change");
  if (about === "read") await mapRefusalTo403(markAccessNoticesRead(appContext, actor, [change]));
  else if (about === "confirmed" || about === "refused" || about === "withdrawn")
    await mapRefusalTo403(decideAccess(appContext, actor, change, about));
  else throw data(outOfDate, { status: 400 });
  throw redirect("/access");
}

/** Who may see what is changed by two people where there are two; here the second one decides. */
export default function Access({ loaderData }: Route.ComponentProps) {
  const { text, written, format } = useMessages();
  const { toDecide, waiting, unread } = loaderData;
  return (
    <Page width="narrow">
      <PageHeader title={text("auth.access.title")}>{text("auth.access.text")}</PageHeader>
      {toDecide.length + waiting.length + unread.length === 0 && (
        <EmptyState title={text("auth.access.empty")} />
      )}
      {toDecide.map((one) => (
        <Card
          key={one.change}
          title={
            one.askedBy === null
              ? text("auth.access.operator-asks")
              : text("auth.access.asks", { name: one.askedBy })
          }
        >
          <p>{written(askedMessage(one))}</p>
          <p className="soft small">
            <FormattedDate at={one.at} />
          </p>
          <Form method="post" className="row">
            <input type="hidden" name="change" value={one.change} />
            <Button name="about" value="confirmed">
              {text("auth.access.agree")}
            </Button>
            <Button name="about" value="refused" look="quiet">
              {text("auth.access.refuse")}
            </Button>
          </Form>
        </Card>
      ))}
      {waiting.map((one) => (
        <Card key={one.change} title={text("auth.access.you-asked")}>
          <p>{written(askedMessage(one))}</p>
          <p className="soft small">
            {one.from.length === 0
              ? text("auth.access.from-none")
              : text("auth.access.from", {
                  people: one.from.length,
                  names: format.list(one.from, "disjunction"),
                })}
          </p>
          <Form method="post" className="row">
            <input type="hidden" name="change" value={one.change} />
            <Button name="about" value="withdrawn" look="quiet">
              {text("auth.access.withdraw")}
            </Button>
          </Form>
        </Card>
      ))}
      {unread.map((one) => (
        <Card key={one.change} title={text("auth.access.changed")}>
          <p>{written(madeMessage(one))}</p>
          <p className="soft small">
            <FormattedDate at={one.at} />
          </p>
          <Form method="post" className="row">
            <input type="hidden" name="change" value={one.change} />
            <Button name="about" value="read" look="quiet">
              {text("auth.access.read")}
            </Button>
          </Form>
        </Card>
      ))}
    </Page>
  );
}

/** Returns what somebody asks for. */
function askedMessage({ kind, name, gains, loses }: AccessNotice): Message {
  if (kind === "duty") return { id: "auth.access.asked.duty", values: { name } };
  if (kind === "left") return { id: "auth.access.asked.left", values: { name } };
  if (kind === "returned")
    return { id: "auth.access.asked.returned", values: { name, gains: roleNames(gains) } };
  if (loses.length === 0) return { id: "auth.access.asked.gains", values: { name, gains: roleNames(gains) } };
  if (gains.length === 0) return { id: "auth.access.asked.loses", values: { name, loses: roleNames(loses) } };
  return {
    id: "auth.access.asked.both",
    values: { name, gains: roleNames(gains), loses: roleNames(loses) },
  };
}

/** Returns what was changed, and by whom: about the reader or about somebody else. */
function madeMessage(one: AccessNotice): Message {
  const { kind, name, isOwn } = one;
  const how = howMessage(one);
  const gains = roleNames(one.gains);
  switch (kind) {
    case "password-reset":
      return isOwn
        ? { id: "auth.access.made.password-own", values: { how } }
        : { id: "auth.access.made.password", values: { name, how } };
    case "two-step-ended":
      return isOwn
        ? { id: "auth.access.made.two-step-own", values: { how } }
        : { id: "auth.access.made.two-step", values: { name, how } };
    case "joined":
      return { id: "auth.access.made.joined", values: { name } };
    case "added":
      return gains.length === 0
        ? { id: "auth.access.made.added-none", values: { name, how } }
        : { id: "auth.access.made.added", values: { name, gains, how } };
    case "duty":
    case "left":
    case "returned":
      return isOwn
        ? { id: `auth.access.made.${kind}-own`, values: { how } }
        : { id: `auth.access.made.${kind}`, values: { name, how } };
    default:
      return rolesMessage(one, how);
  }
}

function rolesMessage({ name, isOwn, gains: more, loses: fewer }: AccessNotice, how: Message): Message {
  const gains = roleNames(more);
  const loses = roleNames(fewer);
  if (loses.length === 0)
    return isOwn
      ? { id: "auth.access.made.gains-own", values: { gains, how } }
      : { id: "auth.access.made.gains", values: { name, gains, how } };
  if (gains.length === 0)
    return isOwn
      ? { id: "auth.access.made.loses-own", values: { loses, how } }
      : { id: "auth.access.made.loses", values: { name, loses, how } };
  return isOwn
    ? { id: "auth.access.made.both-own", values: { gains, loses, how } }
    : { id: "auth.access.made.both", values: { name, gains, loses, how } };
}

function howMessage({ askedBy, confirmedBy }: AccessNotice): Message {
  if (askedBy === null) return { id: "auth.access.how.operator", values: {} };
  return confirmedBy === null
    ? { id: "auth.access.how.person", values: { by: askedBy } }
    : { id: "auth.access.how.agreed", values: { by: askedBy, agreed: confirmedBy } };
}
