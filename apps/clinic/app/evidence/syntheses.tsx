import { clinicContext } from "@concord/clinic/context";
import { resultWords } from "@concord/evidence";
import { authorise, listSyntheses } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { Page } from "../ui/index.ts";
import type { Route } from "./+types/syntheses";
import { EvidenceHead } from "./components/EvidenceHead.tsx";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Questions · Evidence · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const lines = await mapRefusalTo403(listSyntheses(appContext, actor));
  return {
    lines: lines.map(({ definition, newest }) => ({
      id: definition.id,
      title: definition.title,
      question: definition.question,
      edition: newest.id,
      result:
        newest.result.kind === "no-result"
          ? `No answer yet: ${newest.result.reason}.`
          : `${resultWords(newest.result)}.`,
    })),
    mayWrite: authorise(actor, "write-evidence", { kind: "practice" }).kind === "allowed",
  };
}

export default function Syntheses({ loaderData }: Route.ComponentProps) {
  return (
    <Page>
      <EvidenceHead current="questions" mayWrite={loaderData.mayWrite}>
        Questions that are answered here, from the studies in hand, and again whenever a study comes or
        changes.
      </EvidenceHead>
      <ul className="claims">
        {loaderData.lines.map((line) => (
          <li key={line.id} className="card">
            <h2 className="claim-sentence">
              <Link to={`/evidence/synthesis/${line.id}`}>{line.title}</Link>
            </h2>
            <p>{line.question}</p>
            <p className="figures">{line.result}</p>
            <p className="soft small">Edition {line.edition}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
