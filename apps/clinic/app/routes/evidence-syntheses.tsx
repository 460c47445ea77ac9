import { clinicContext } from "@concord/clinic/context";
import { resultWords } from "@concord/evidence";
import { authorise, listSyntheses } from "@concord/practice";
import { Link } from "react-router";
import { heed } from "../access/heed.ts";
import { requireActor } from "../access/require-actor.ts";
import { EvidenceHead } from "../parts/evidence/EvidenceHead.tsx";
import { Page } from "../parts/index.ts";
import type { Route } from "./+types/evidence-syntheses";

export const meta: Route.MetaFunction = () => [{ title: "Questions · Evidence · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = await requireActor(asked, "read-evidence", { kind: "practice" });
  const { house } = asked.context.get(clinicContext);
  const lines = await heed(listSyntheses(house, actor));
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
