import { clinicContext } from "@concord/clinic/context";
import { resultMessage } from "@concord/evidence";
import { authorise, listSyntheses } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Page } from "../ui/index.ts";
import type { Route } from "./+types/syntheses";
import { EvidenceHead } from "./components/EvidenceHead.tsx";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.pageTitle ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const lines = await mapRefusalTo403(listSyntheses(appContext, actor));
  const { text } = messagesOf(asked.context);
  return {
    pageTitle: text("evidence.page-title.syntheses"),
    lines: lines.map(({ definition, newest }) => ({
      id: definition.id,
      title: definition.title,
      question: definition.question,
      edition: newest.id,
      result:
        newest.result.kind === "no-result"
          ? text("evidence.syntheses.no-result", { reason: newest.result.reason })
          : text("evidence.result.sentence", { result: resultMessage(newest.result) }),
    })),
    mayWrite: authorise(actor, "write-evidence", { kind: "practice" }).kind === "allowed",
  };
}

export default function Syntheses({ loaderData }: Route.ComponentProps) {
  const { text } = useMessages();
  return (
    <Page>
      <EvidenceHead current="questions" mayWrite={loaderData.mayWrite}>
        {text("evidence.syntheses.lead")}
      </EvidenceHead>
      <ul className="claims">
        {loaderData.lines.map((line) => (
          <li key={line.id} className="card">
            <h2 className="claim-sentence">
              <Link to={`/evidence/synthesis/${line.id}`}>{line.title}</Link>
            </h2>
            <p>{line.question}</p>
            <p className="figures">{line.result}</p>
            <p className="soft small">{text("evidence.syntheses.version", { version: line.edition })}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
