import { clinicContext } from "@concord/clinic/context";
import { readBrief } from "@concord/practice";
import { Link } from "react-router";
import { heed } from "../access/heed.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { BriefSheet } from "../parts/brief/BriefSheet.tsx";
import { briefPage } from "../parts/brief/brief-page.server.ts";
import { PrintButton } from "../parts/brief/PrintButton.tsx";
import { Page } from "../parts/index.ts";
import type { Route } from "./+types/case-brief";

export const meta = ({ loaderData }: Route.MetaArgs) => [
  {
    title:
      loaderData === undefined
        ? "Before the session · Concord"
        : `Before the session, ${loaderData.brief.view.client} · Concord`,
  },
];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { house } = asked.context.get(clinicContext);
  return briefPage(await heed(readBrief(house, actor, asked.params.episode, "session")));
}

export default function CaseBrief({ loaderData }: Route.ComponentProps) {
  const { episode } = loaderData.brief.view;
  return (
    <Page width="narrow">
      <nav className="brief-nav" aria-label="This page">
        <Link to={`/case/${episode}`}>Back to the case</Link>
        <PrintButton />
      </nav>
      <BriefSheet page={loaderData} />
    </Page>
  );
}
