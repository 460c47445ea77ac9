import { clinicContext } from "@concord/clinic/context";
import { readBrief } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { EmptyState, Notice, Page } from "../ui/index.ts";
import type { Route } from "./+types/supervision";
import { briefPage } from "./brief-page.server.ts";
import { BriefSheet } from "./components/BriefSheet.tsx";
import { PrintButton } from "./components/PrintButton.tsx";

export const handle = { access: { kind: "subject", action: "read-case" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "For supervision · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const brief = await mapRefusalTo403(readBrief(appContext, actor, asked.params.episode, "supervision"));
  return brief.consent
    ? { kind: "page" as const, page: briefPage(brief, messagesOf(asked.context)) }
    : { kind: "no-consent" as const, episode: brief.view.episode };
}

export default function CaseSupervision({ loaderData }: Route.ComponentProps) {
  if (loaderData.kind === "no-consent") {
    return (
      <Page width="narrow">
        <EmptyState title="No consent to supervision stands">
          Nothing of this case may be taken along. Ask the client, and keep their yes on{" "}
          <Link to={`/case/${loaderData.episode}`}>the page of the case</Link>; they may take it back at any
          time.
        </EmptyState>
      </Page>
    );
  }
  const { page } = loaderData;
  const { view } = page.brief;
  return (
    <Page width="narrow">
      <nav className="brief-nav" aria-label="This page">
        <Link to={`/case/${view.episode}`}>Back to the case</Link>
        <PrintButton />
      </nav>
      <Notice tone="note">
        <p>
          Open to {view.supervisors.join(", ")}, as the client has agreed. No notes are on it, and nothing
          that is the therapist’s alone.
        </p>
      </Notice>
      <BriefSheet page={page} />
    </Page>
  );
}
