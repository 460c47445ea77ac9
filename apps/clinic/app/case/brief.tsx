import { clinicContext } from "@concord/clinic/context";
import { readBrief } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Page } from "../ui/index.ts";
import type { Route } from "./+types/brief";
import { briefPage } from "./brief-page.server.ts";
import { BriefSheet } from "./components/BriefSheet.tsx";
import { PrintButton } from "./components/PrintButton.tsx";

export const handle = { access: { kind: "subject", action: "read-case" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  return briefPage(
    await mapRefusalTo403(readBrief(appContext, actor, asked.params.episode, "session")),
    messagesOf(asked.context),
  );
}

export default function CaseBrief({ loaderData }: Route.ComponentProps) {
  const { text } = useMessages();
  const { episode } = loaderData.brief.view;
  return (
    <Page width="narrow">
      <nav className="brief-nav" aria-label={text("brief.page.actions")}>
        <Link to={`/case/${episode}`}>{text("brief.page.back")}</Link>
        <PrintButton />
      </nav>
      <BriefSheet page={loaderData} />
    </Page>
  );
}
