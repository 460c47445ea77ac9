import { clinicContext } from "@concord/clinic/context";
import { authorise, type OfferBy, readConcept } from "@concord/practice";
import { data, Form, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor, requireActor } from "../access/require-actor.ts";
import { kibibytes } from "../request/size.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, EmptyState, Notice, Page, PageHeader, SegmentedControl } from "../ui/index.ts";
import type { Route } from "./+types/concept";
import { AcceptedPassages, PositionChart } from "./components/AcceptedPassages.tsx";
import { Candidates } from "./components/Candidates.tsx";
import { Overview } from "./components/Overview.tsx";
import { Thesaurus } from "./components/Thesaurus.tsx";
import { actOnConcept } from "./concept-action.server.ts";
import { conceptPageOf } from "./concept-page.server.ts";
import { pageTitle } from "./page-title.server.ts";

/** Several long texts in one form, in any script. */
export const handle = {
  access: { kind: "practice", action: "read-library" },
  maxBody: kibibytes(512),
} satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const by: OfferBy = new URL(asked.request.url).searchParams.get("offer") === "like" ? "likeness" : "names";
  const view = await mapRefusalTo403(readConcept(appContext, actor, asked.params.concept, { by }));
  return {
    title: pageTitle(messagesOf(asked.context), view.page.concept.name),
    by,
    page: conceptPageOf(view),
    mayWrite: authorise(actor, "write-library", { kind: "practice" }).kind === "allowed",
  };
}

export async function action(asked: Route.ActionArgs) {
  const actor = await requireActor(asked, "write-library", { kind: "practice" });
  const { appContext } = asked.context.get(clinicContext);
  const done = await actOnConcept(appContext, actor, asked.params.concept, await asked.request.formData());
  return data(done, { status: done.tone === "good" ? 200 : 400 });
}

export default function ConceptPage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, by, mayWrite } = loaderData;
  const { of, text } = useMessages();
  const { concept } = page;
  return (
    <Page>
      <PageHeader
        above={<Link to="/library">{text("library.nav.concepts")}</Link>}
        title={<span className="concept-name">{concept.name}</span>}
      >
        {concept.definition}
      </PageHeader>
      {actionData !== undefined && (
        <Notice tone={actionData.tone} announced>
          {actionData.messages.map((message) => (
            <p key={message.id}>{of(message)}</p>
          ))}
        </Notice>
      )}
      {page.warnings.map(of).map((warning) => (
        <Notice key={warning} tone="credible">
          <p>{warning}</p>
        </Notice>
      ))}
      <div className="concept-columns">
        <div className="stack">
          <Overview page={page} mayWrite={mayWrite} draft={actionData?.overview ?? null} />
          {page.count === 0 ? (
            <EmptyState title={text("library.concept.empty-title")}>
              {text("library.concept.empty")}
            </EmptyState>
          ) : (
            <AcceptedPassages page={page} mayWrite={mayWrite} />
          )}
          {page.heldBack > 0 && (
            <p className="soft small">{text("library.concept.held-back", { count: page.heldBack })}</p>
          )}
          <section className="stack" aria-labelledby="offered">
            <h2 id="offered">{text("library.concept.suggested")}</h2>
            {page.agreement !== null && <p className="soft small">{of(page.agreement)}</p>}
            {page.count > 0 && (
              <SegmentedControl
                label={text("library.concept.suggest-by")}
                current={by}
                options={[
                  {
                    id: "names",
                    to: `/library/concept/${concept.id}`,
                    label: text("library.concept.suggest-by.names"),
                  },
                  {
                    id: "likeness",
                    to: `/library/concept/${concept.id}?offer=like`,
                    label: text("library.concept.suggest-by.similarity"),
                  },
                ]}
              />
            )}
            <Candidates page={page} by={by} mayWrite={mayWrite} />
          </section>
        </div>
        <div className="stack">
          <Thesaurus page={page} mayWrite={mayWrite} />
          <PositionChart page={page} />
          <Card title={text("library.concept.export")}>
            <p className="row">
              <a href={`/library/concept/${concept.id}/export/page.md`}>Markdown</a>
              <a href={`/library/concept/${concept.id}/export/page.html`}>HTML</a>
              <a href={`/library/concept/${concept.id}/export/sources.json`}>
                {text("library.concept.export.sources")}
              </a>
              <a href={`/library/concept/${concept.id}/export/annotations.json`}>
                {text("library.concept.export.annotations")}
              </a>
            </p>
            {page.editions.length > 0 && (
              <ol className="editions divided">
                {page.editions.map(({ number, date, digest }) => (
                  <li key={number}>
                    <Link to={`/library/concept/${concept.id}/edition/${number}`}>
                      {text("library.version.title", { number })}
                    </Link>
                    <span className="soft small">{text("library.version.line", { date, digest })}</span>
                  </li>
                ))}
              </ol>
            )}
            {mayWrite && page.isNew && (
              <Form method="post">
                <Button name="intent" value="edition" look="quiet">
                  {text("library.concept.save-version")}
                </Button>
              </Form>
            )}
          </Card>
        </div>
      </div>
    </Page>
  );
}
