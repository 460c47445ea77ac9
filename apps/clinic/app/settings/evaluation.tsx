import { clinicContext } from "@concord/clinic/context";
import { askReevaluation, readReevaluation } from "@concord/practice";
import { redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Card, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/evaluation";
import { EvaluationState } from "./components/EvaluationState.tsx";
import { LastEvaluation } from "./components/LastEvaluation.tsx";
import { SettingsHead } from "./components/SettingsHead.tsx";
import { useQuietLook } from "./use-quiet-look.ts";

export const handle = { access: { kind: "practice", action: "manage-practice" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  return {
    title: messagesOf(asked.context).text("settings.recalculation.meta"),
    ...(await mapRefusalTo403(readReevaluation(appContext, actor))),
  };
}

export async function action(asked: Route.ActionArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  await mapRefusalTo403(askReevaluation(appContext, actor));
  // Looking again must not ask again.
  return redirect("/settings/evaluation");
}

export default function SettingsEvaluation({ loaderData }: Route.ComponentProps) {
  const { state, last, trouble } = loaderData;
  const { text, of, format } = useMessages();
  useQuietLook(state.kind !== "rests");
  return (
    <Page width="narrow">
      <SettingsHead current="evaluation" title={text("settings.recalculation.title")} />
      {trouble !== null && (
        <Notice tone="urgent" title={text("settings.recalculation.failed")} announced>
          <p>{of(trouble.message)}</p>
          <p className="small">
            {text("settings.recalculation.failed-times", {
              times: trouble.times,
              at: format.dateTime(trouble.at),
            })}
          </p>
        </Notice>
      )}
      <EvaluationState state={state} />
      {last !== null && <LastEvaluation last={last} />}
      <Card title={text("settings.recalculation.when")}>
        <p>{text("settings.recalculation.when-text")}</p>
      </Card>
    </Page>
  );
}
