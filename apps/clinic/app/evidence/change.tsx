import { clinicContext } from "@concord/clinic/context";
import { readChange } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Card, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/change";
import { ChangedClaims, ChangedSyntheses } from "./components/ChangeParts.tsx";
import { changePage } from "./page-data/change-page.server.ts";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.pageTitle ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const messages = messagesOf(asked.context);
  const view = await mapRefusalTo403(readChange(appContext, actor, asked.params.change));
  return { ...changePage(view, messages), pageTitle: messages.text("evidence.page-title.change") };
}

/** The difference that adding or correcting studies made. */
export default function Change({ loaderData }: Route.ComponentProps) {
  const { text } = useMessages();
  const { because, by, at, studies, syntheses, claims } = loaderData;
  return (
    <Page>
      <PageHeader
        above={<Link to="/evidence">{text("evidence.head.title")}</Link>}
        title={text("evidence.change.title")}
      >
        {text("evidence.change.by", { reason: because, name: by, date: at })}
      </PageHeader>
      {syntheses.length === 0 ? (
        <Card>
          <p className="sentence">{text("evidence.change.none.title")}</p>
          <p className="soft">{text("evidence.change.none.text")}</p>
        </Card>
      ) : (
        <>
          <ChangedClaims claims={claims} />
          <ChangedSyntheses syntheses={syntheses} />
        </>
      )}
      <Card title={text("evidence.change.studies", { count: studies.length })}>
        <ul className="limits">
          {studies.map((study) => (
            <li key={study.id}>
              <Link to={`/evidence/study/${encodeURIComponent(study.id)}`}>{study.label}</Link>
              {study.reason !== null && <span className="soft small"> {study.reason}</span>}
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
