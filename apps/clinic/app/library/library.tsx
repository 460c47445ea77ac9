import { clinicContext } from "@concord/clinic/context";
import { listConcepts, listTexts } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { Badge, EmptyState, Page } from "../ui/index.ts";
import type { Route } from "./+types/library";
import { LibraryHead } from "./components/LibraryHead.tsx";

export const handle = { access: { kind: "practice", action: "read-library" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Library · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const [entries, texts] = [
    await mapRefusalTo403(listConcepts(appContext, actor)),
    await mapRefusalTo403(listTexts(appContext, actor)),
  ];
  return {
    texts: texts.length,
    concepts: entries.map(({ concept: { id, name, definition }, accepted, editions }) => ({
      id,
      name,
      definition,
      accepted,
      editions,
    })),
  };
}

export default function Library({ loaderData }: Route.ComponentProps) {
  const { concepts, texts } = loaderData;
  return (
    <Page>
      <LibraryHead current="concepts">
        What authors wrote about a concept, in their own words, each with the place where it stands.
      </LibraryHead>
      {texts === 0 && (
        <EmptyState
          title="No text is on the shelf yet"
          action={<Link to="/library/texts">Add the first text</Link>}
        >
          A concept gathers its passages from your own texts.
        </EmptyState>
      )}
      <ul className="concepts">
        {concepts.map((concept) => (
          <li key={concept.id} className="card concept-entry">
            <h2>
              <Link to={`/library/concept/${encodeURIComponent(concept.id)}`}>{concept.name}</Link>
            </h2>
            <p>{concept.definition}</p>
            <p className="row">
              {concept.accepted > 0 ? (
                <Badge tone="good">
                  {concept.accepted} {concept.accepted === 1 ? "passage" : "passages"}
                </Badge>
              ) : (
                <span className="soft small">No passage accepted yet</span>
              )}
              {concept.editions > 0 && (
                <span className="soft small">
                  {concept.editions === 1 ? "1 edition" : `${concept.editions} editions`}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
