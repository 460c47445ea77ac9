import { clinicContext } from "@concord/clinic/context";
import { listTasks } from "@concord/practice";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { TaskCard } from "../ui/clinical/TaskCard.tsx";
import { useMessages } from "../ui/frame/messages.ts";
import { Card, EmptyState, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/tasks";

export const handle = { access: { kind: "practice", action: "read-caseload" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `${loaderData?.title ?? ""} · Concord` }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const title = messagesOf(asked.context).text("tasks.title");
  return { title, tasks: await mapRefusalTo403(listTasks(appContext, actor)) };
}

export default function Tasks({ loaderData }: Route.ComponentProps) {
  const { text } = useMessages();
  const open = loaderData.tasks.filter((task) => task.state !== "closed");
  const closed = loaderData.tasks.filter((task) => task.state === "closed");
  return (
    <Page width="narrow">
      <PageHeader title={text("tasks.title")}>{text("tasks.intro")}</PageHeader>
      {open.length === 0 ? (
        <EmptyState title={text("tasks.empty.title")}>{text("tasks.empty.text")}</EmptyState>
      ) : (
        <div className="stack">
          {open.map((task) => (
            <TaskCard key={task.id} task={task} named />
          ))}
        </div>
      )}
      {closed.length > 0 && (
        <Card title={text("tasks.closed")}>
          <div className="stack">
            {closed.map((task) => (
              <TaskCard key={task.id} task={task} named />
            ))}
          </div>
        </Card>
      )}
    </Page>
  );
}
