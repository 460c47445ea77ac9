import { clinicContext } from "@concord/clinic/context";
import { authorise, listStudies } from "@concord/practice";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { Page } from "../ui/index.ts";
import type { Route } from "./+types/studies";
import { EvidenceHead } from "./components/EvidenceHead.tsx";
import { StudyTable } from "./components/StudyTable.tsx";
import { studyRow } from "./page-data/study-row.ts";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Studies · Evidence · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const lines = await mapRefusalTo403(listStudies(appContext, actor));
  return {
    rows: lines.map(studyRow),
    mayWrite: authorise(actor, "write-evidence", { kind: "practice" }).kind === "allowed",
  };
}

export default function Studies({ loaderData }: Route.ComponentProps) {
  const { rows, mayWrite } = loaderData;
  return (
    <Page>
      <EvidenceHead current="studies" mayWrite={mayWrite}>
        The studies in hand: what they report, and how far each has come in the review.
      </EvidenceHead>
      <StudyTable rows={rows} />
    </Page>
  );
}
