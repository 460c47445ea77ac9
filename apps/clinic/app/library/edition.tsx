import { clinicContext } from "@concord/clinic/context";
import { citeEdition } from "@concord/library";
import { readConcept } from "@concord/practice";
import { data, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/edition";

export const handle = { access: { kind: "practice", action: "read-library" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Edition · Library · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { concept: id, edition: number } = asked.params;
  const { page, editions } = await mapRefusalTo403(readConcept(appContext, actor, id, { candidates: 0 }));
  const edition = editions.find((one) => String(one.number) === number);
  if (edition === undefined) throw data("There is no such edition.", { status: 404 });
  return {
    id,
    name: page.concept.name,
    number: edition.number,
    markdown: edition.markdown,
    cited: citeEdition(edition, page.concept.name),
  };
}

/** A page as it stood on a day: its words were kept, and stay. */
export default function Edition({ loaderData }: Route.ComponentProps) {
  const { id, name, number, markdown, cited } = loaderData;
  return (
    <Page width="narrow">
      <PageHeader above={<Link to={`/library/concept/${id}`}>{name}</Link>} title={`Edition ${number}`}>
        {cited}
      </PageHeader>
      <div className="card edition-text">{markdown}</div>
    </Page>
  );
}
