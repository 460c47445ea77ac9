import { clinicContext } from "@concord/clinic/context";
import { authorise, listStudies } from "@concord/practice";
import { heed } from "../access/heed.ts";
import { requireActor } from "../access/require-actor.ts";
import { EvidenceHead } from "../parts/evidence/EvidenceHead.tsx";
import { StudyTable } from "../parts/evidence/StudyTable.tsx";
import { studyRow } from "../parts/evidence/study-row.ts";
import { Page } from "../parts/index.ts";
import type { Route } from "./+types/evidence-studies";

export const meta: Route.MetaFunction = () => [{ title: "Studies · Evidence · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = await requireActor(asked, "read-evidence", { kind: "practice" });
  const { house } = asked.context.get(clinicContext);
  const lines = await heed(listStudies(house, actor));
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
