import { clinicContext } from "@concord/clinic/context";
import {
  cancelMessage,
  listMessages,
  type MessageFilter,
  type MessageLine,
  sendMessageAgain,
} from "@concord/practice";
import { data, Form, Link, redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403, tried } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { sentText } from "../request/sent.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Badge, Button, Card, EmptyState, Notice, Page, SegmentedControl, type Tone } from "../ui/index.ts";
import type { Route } from "./+types/sent-messages";
import { MessageTroubles } from "./components/MessageTroubles.tsx";
import { SettingsHead } from "./components/SettingsHead.tsx";

export const handle = { access: { kind: "practice", action: "manage-practice" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

const filters = ["all", "waiting", "failed", "sent"] as const satisfies readonly MessageFilter[];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { searchParams } = new URL(asked.request.url);
  const filter = filters.find((one) => one === searchParams.get("show")) ?? "all";
  const list = await mapRefusalTo403(
    listMessages(appContext, actor, { filter, before: searchParams.get("before") }),
  );
  return { ...list, filter, title: messagesOf(asked.context).text("messages.sent.meta") };
}

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  const change = sentText(sent, "intent") === "again" ? sendMessageAgain : cancelMessage;
  const done = await tried(change(appContext, actor, sentText(sent, "message")));
  if (done.kind === "invalid") return data({ problem: done.problem }, { status: 400 });
  throw redirect(`/settings/messages/sent${new URL(asked.request.url).search}`);
}

const tones: Readonly<Record<MessageLine["state"], Tone>> = {
  waiting: "note",
  sending: "note",
  sent: "good",
  failed: "urgent",
  cancelled: "note",
};

export default function SentMessages({ loaderData, actionData }: Route.ComponentProps) {
  const { lines, counts, troubles, filter, next } = loaderData;
  const { text, written } = useMessages();
  const count = {
    all: counts.waiting + counts.sending + counts.sent + counts.failed + counts.cancelled,
    waiting: counts.waiting + counts.sending,
    failed: counts.failed + counts.cancelled,
    sent: counts.sent,
  };
  return (
    <Page width="middle">
      <SettingsHead current="messages" title={text("messages.sent.title")} />
      <MessageTroubles troubles={troubles} />
      {actionData !== undefined && (
        <Notice tone="urgent" announced>
          <p>{written(actionData.problem)}</p>
        </Notice>
      )}
      <SegmentedControl
        label={text("messages.sent.filter")}
        current={filter}
        options={filters.map((id) => ({
          id,
          to: `/settings/messages/sent?show=${id}`,
          label: text(`messages.sent.filter.${id}`, { count: count[id] }),
        }))}
      />
      {lines.length === 0 ? (
        <EmptyState title={text("messages.sent.none")}>
          <Link to="/settings/messages">{text("messages.settings.title")}</Link>
        </EmptyState>
      ) : (
        <Card>
          <ul className="reviews">
            {lines.map((line) => (
              <Line key={line.message} line={line} />
            ))}
          </ul>
        </Card>
      )}
      {next !== null && (
        <p>
          <Link to={`/settings/messages/sent?show=${filter}&before=${next}`}>
            {text("messages.sent.earlier")}
          </Link>
        </p>
      )}
    </Page>
  );
}

function Line({ line }: { readonly line: MessageLine }) {
  const { text, of } = useMessages();
  const { template, channel, state, to, person, at, attempts, problem } = line;
  const kind = known.find((one) => one === template) ?? "other";
  return (
    <li>
      <p>
        <strong>{text(`messages.kind.${kind}`)}</strong>{" "}
        <Badge tone={tones[state]}>{text(`messages.state.${state}`)}</Badge>
      </p>
      <p className="soft small">
        {text("messages.sent.line", { to: to ?? text(`messages.person.${person}`), channel, at })}
        {attempts > 1 && <> · {text("messages.sent.attempts", { count: attempts })}</>}
      </p>
      {problem !== null && <p className="small">{of(problem)}</p>}
      {(line.mayCancel || line.maySendAgain) && (
        <Form method="post" className="row" reloadDocument>
          <input type="hidden" name="message" value={line.message} />
          <Button look="quiet" name="intent" value={line.maySendAgain ? "again" : "cancel"}>
            {text(line.maySendAgain ? "messages.sent.again" : "messages.sent.cancel")}
          </Button>
        </Form>
      )}
    </li>
  );
}

const known = ["link", "reminder", "safety", "safety-overdue", "invitation"] as const;
