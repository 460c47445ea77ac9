import { clinicContext } from "@concord/clinic/context";
import { listConcepts, listTexts } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Badge, EmptyState, Page } from "../ui/index.ts";
import type { Route } from "./+types/library";
import { LibraryHead } from "./components/LibraryHead.tsx";

export const handle = { access: { kind: "practice", action: "read-library" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const [entries, texts] = [
    await mapRefusalTo403(listConcepts(appContext, actor)),
    await mapRefusalTo403(listTexts(appContext, actor)),
  ];
  return {
    title: messagesOf(asked.context).text("library.meta.start"),
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
  const { text } = useMessages();
  const { concepts, texts } = loaderData;
  return (
    <Page>
      <LibraryHead current="concepts">{text("library.concepts.intro")}</LibraryHead>
      {texts === 0 && (
        <EmptyState
          title={text("library.empty.title")}
          action={<Link to="/library/texts">{text("library.empty.add")}</Link>}
        >
          {text("library.empty.concepts")}
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
                <Badge tone="good">{text("library.concepts.passages", { count: concept.accepted })}</Badge>
              ) : (
                <span className="soft small">{text("library.concepts.no-passages")}</span>
              )}
              {concept.editions > 0 && (
                <span className="soft small">
                  {text("library.concepts.versions", { count: concept.editions })}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
