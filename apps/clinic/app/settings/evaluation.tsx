import { clinicContext } from "@concord/clinic/context";
import { askReevaluation, readReevaluation } from "@concord/practice";
import { redirect } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Card, FormattedDate, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/evaluation";
import { EvaluationState } from "./components/EvaluationState.tsx";
import { LastEvaluation } from "./components/LastEvaluation.tsx";
import { SettingsHead } from "./components/SettingsHead.tsx";
import { useQuietLook } from "./use-quiet-look.ts";

export const handle = { access: { kind: "practice", action: "manage-practice" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Evaluation · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  return mapRefusalTo403(readReevaluation(appContext, actor));
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
  const { of } = useMessages();
  useQuietLook(state.kind !== "rests");
  return (
    <Page width="narrow">
      <SettingsHead current="evaluation" title="Evaluation of all cases" />
      {trouble !== null && (
        <Notice tone="urgent" title="It could not be done" announced>
          <p>{of(trouble.message)}</p>
          <p className="small">
            <FormattedDate at={trouble.at} />
            {trouble.times > 1 && `; so far ${trouble.times} tries in a row`}
          </p>
        </Notice>
      )}
      <EvaluationState state={state} />
      {last !== null && <LastEvaluation last={last} />}
      <Card title="When it is done">
        <p>
          A form that comes in is scored at once, and its case is evaluated with it. All cases together are
          evaluated by themselves when the rules change with a new release, when enough new cases have come to
          learn how ratings usually go here, when norms are taken anew, and once every night. What is learnt
          is kept as eight numbers a form: no name and no answer.
        </p>
      </Card>
    </Page>
  );
}
