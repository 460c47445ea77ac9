import { clinicContext } from "@concord/clinic/context";
import { citeEdition } from "@concord/library";
import { readConcept } from "@concord/practice";
import { data, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/edition";
import { pageTitle } from "./page-title.server.ts";

export const handle = { access: { kind: "practice", action: "read-library" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const messages = messagesOf(asked.context);
  const { concept: id, edition: number } = asked.params;
  const { page, editions } = await mapRefusalTo403(readConcept(appContext, actor, id, { candidates: 0 }));
  const edition = editions.find((one) => String(one.number) === number);
  if (edition === undefined) throw data(messages.text("library.version.none"), { status: 404 });
  return {
    title: pageTitle(messages, messages.text("library.version.title", { number: edition.number })),
    id,
    name: page.concept.name,
    number: edition.number,
    markdown: edition.markdown,
    cited: citeEdition(edition, page.concept.name),
  };
}

/** The page of a concept as it was on a day: its words were saved. */
export default function Edition({ loaderData }: Route.ComponentProps) {
  const { id, name, number, markdown, cited } = loaderData;
  const { of, text } = useMessages();
  return (
    <Page width="narrow">
      <PageHeader
        above={<Link to={`/library/concept/${id}`}>{name}</Link>}
        title={text("library.version.title", { number })}
      >
        {of(cited)}
      </PageHeader>
      <div className="card edition-text">{markdown}</div>
    </Page>
  );
}
