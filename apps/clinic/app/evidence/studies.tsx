import { clinicContext } from "@concord/clinic/context";
import { authorise, listStudies } from "@concord/practice";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Page } from "../ui/index.ts";
import type { Route } from "./+types/studies";
import { EvidenceHead } from "./components/EvidenceHead.tsx";
import { StudyTable } from "./components/StudyTable.tsx";
import { studyRow } from "./page-data/study-row.ts";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.pageTitle ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const lines = await mapRefusalTo403(listStudies(appContext, actor));
  const messages = messagesOf(asked.context);
  return {
    pageTitle: messages.text("evidence.page-title.studies"),
    rows: lines.map((line) => studyRow(line, messages)),
    mayWrite: authorise(actor, "write-evidence", { kind: "practice" }).kind === "allowed",
  };
}

export default function Studies({ loaderData }: Route.ComponentProps) {
  const { text } = useMessages();
  const { rows, mayWrite } = loaderData;
  return (
    <Page>
      <EvidenceHead current="studies" mayWrite={mayWrite}>
        {text("evidence.studies.lead")}
      </EvidenceHead>
      <StudyTable rows={rows} />
    </Page>
  );
}
