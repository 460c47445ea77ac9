import { clinicContext } from "@concord/clinic/context";
import { acknowledgeTask, listTasks } from "@concord/practice";
import { redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { localPath } from "../request/local-path.ts";
import { sentText } from "../request/sent.ts";
import { TaskCard } from "../ui/clinical/TaskCard.tsx";
import { Card, EmptyState, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/tasks";

export const handle = { access: { kind: "practice", action: "read-caseload" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Tasks · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  return { tasks: await mapRefusalTo403(listTasks(appContext, actor)) };
}

/** Acknowledging, from this page or from the case's own. */
export async function action(asked: Route.ActionArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const sent = await asked.request.formData();
  await mapRefusalTo403(acknowledgeTask(appContext, actor, sentText(sent, "task")));
  const back = localPath(sentText(sent, "back"));
  throw redirect(back === "/" ? "/tasks" : back);
}

export default function Tasks({ loaderData }: Route.ComponentProps) {
  const open = loaderData.tasks.filter((task) => task.acknowledged === null);
  const seen = loaderData.tasks.filter((task) => task.acknowledged !== null);
  return (
    <Page width="narrow">
      <PageHeader title="Tasks">
        Answers that a person must see. Each stays here until someone says that they have seen it.
      </PageHeader>
      {open.length === 0 ? (
        <EmptyState title="Nothing is open">
          When an answer needs a person, it appears here and on the case.
        </EmptyState>
      ) : (
        <div className="stack">
          {open.map((task) => (
            <TaskCard key={task.id} task={task} named />
          ))}
        </div>
      )}
      {seen.length > 0 && (
        <Card title="Seen">
          <div className="stack">
            {seen.map((task) => (
              <TaskCard key={task.id} task={task} named />
            ))}
          </div>
        </Card>
      )}
    </Page>
  );
}
