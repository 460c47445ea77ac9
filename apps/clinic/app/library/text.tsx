import { clinicContext } from "@concord/clinic/context";
import { referenceOf } from "@concord/library";
import { readSection } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/text";
import { Reader } from "./components/Reader.tsx";
import { pageTitle } from "./page-title.server.ts";

export const handle = { access: { kind: "practice", action: "read-library" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const at = Number(new URL(asked.request.url).searchParams.get("at") ?? "0");
  const view = await mapRefusalTo403(
    readSection(appContext, actor, asked.params.text, Number.isFinite(at) ? at : 0),
  );
  const title = pageTitle(messagesOf(asked.context), view.source.title);
  return { title, view, at, source: referenceOf(view.source) };
}

/** One chapter at a time, with what was quoted from it marked. */
export default function TextPage({ loaderData }: Route.ComponentProps) {
  const { view, at, source } = loaderData;
  const { of, text } = useMessages();
  return (
    <Page>
      <PageHeader
        above={<Link to="/library/texts">{text("library.nav.texts")}</Link>}
        title={view.source.title}
      >
        {of(source)}
      </PageHeader>
      <Reader view={view} at={at} />
    </Page>
  );
}
