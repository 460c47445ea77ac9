import { clinicContext } from "@concord/clinic/context";
import { authorise, readStudy } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { ButtonLink, Card, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/study";
import { DoiLink } from "./components/SourceCards.tsx";
import { RestsOnIt, Revisions, StudyReports } from "./components/StudyParts.tsx";
import { studyPage } from "./page-data/study-page.server.ts";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.pageTitle ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const messages = messagesOf(asked.context);
  const page = studyPage(await mapRefusalTo403(readStudy(appContext, actor, asked.params.study)), messages);
  return {
    ...page,
    pageTitle: messages.text("evidence.page-title.named", { title: page.label }),
    mayWrite: authorise(actor, "write-evidence", { kind: "practice" }).kind === "allowed",
  };
}

/** One study: the last link of every why. */
export default function Study({ loaderData }: Route.ComponentProps) {
  const { text } = useMessages();
  const { id, label, title, citation, doi, simulated, facts, mayWrite } = loaderData;
  return (
    <Page>
      <PageHeader
        above={<Link to="/evidence/studies">{text("evidence.head.studies")}</Link>}
        title={label}
        actions={
          mayWrite ? (
            <ButtonLink to={`/evidence/study/${encodeURIComponent(id)}/correct`} look="quiet">
              {text("evidence.study.correct")}
            </ButtonLink>
          ) : undefined
        }
      >
        {title}
      </PageHeader>
      {simulated && (
        <Notice tone="credible" title={text("evidence.study.simulated.title")}>
          <p>{text("evidence.study.simulated.text")}</p>
        </Notice>
      )}
      <div className="case-columns">
        <div>
          <Card title={text("evidence.study.results")}>
            <StudyReports reports={loaderData.reports} />
          </Card>
          <RestsOnIt syntheses={loaderData.syntheses} claims={loaderData.claims} />
        </div>
        <div>
          <Card title={text("evidence.study.details")}>
            <p>
              {text("evidence.source.citation", { citation })} <DoiLink doi={doi} />
            </p>
            <dl className="facts">
              {facts.map(([name, words]) => (
                <div key={name} className="fact">
                  <dt>{name}</dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </Card>
          <Revisions revisions={loaderData.revisions} />
        </div>
      </div>
    </Page>
  );
}
