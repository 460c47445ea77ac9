import { clinicContext } from "@concord/clinic/context";
import { readBrief } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { RichText } from "../ui/frame/RichText.tsx";
import { EmptyState, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/supervision";
import { briefPage } from "./brief-page.server.ts";
import { BriefSheet } from "./components/BriefSheet.tsx";
import { PrintButton } from "./components/PrintButton.tsx";

export const handle = { access: { kind: "subject", action: "read-case" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const brief = await mapRefusalTo403(readBrief(appContext, actor, asked.params.episode, "supervision"));
  const messages = messagesOf(asked.context);
  const title = messages.text("brief.page.title.supervision");
  return brief.consent
    ? { kind: "page" as const, title, page: briefPage(brief, messages) }
    : { kind: "no-consent" as const, title, episode: brief.view.episode };
}

export default function CaseSupervision({ loaderData }: Route.ComponentProps) {
  const { text } = useMessages();
  if (loaderData.kind === "no-consent") {
    const { episode } = loaderData;
    return (
      <Page width="narrow">
        <EmptyState title={text("brief.page.no-consent")}>
          <RichText
            id="brief.page.no-consent.text"
            values={{}}
            tags={{ link: (inside) => <Link to={`/case/${episode}#settings`}>{inside}</Link> }}
          />
        </EmptyState>
      </Page>
    );
  }
  const { page } = loaderData;
  const { view } = page.brief;
  return (
    <Page width="narrow">
      <nav className="brief-nav" aria-label={text("brief.page.actions")}>
        <Link to={`/case/${view.episode}`}>{text("brief.page.back")}</Link>
        <PrintButton />
      </nav>
      <Notice tone="note">
        <p>{text("brief.page.shared", { supervisors: view.supervisors })}</p>
      </Notice>
      <BriefSheet page={page} />
    </Page>
  );
}
