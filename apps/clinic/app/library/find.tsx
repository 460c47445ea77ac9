import { clinicContext } from "@concord/clinic/context";
import { citationOf } from "@concord/library";
import type { StaffMessage } from "@concord/messages";
import {
  type Actor,
  type AppContext,
  authorise,
  findPassages,
  findSimilar,
  type LikeWhat,
  listTexts,
} from "@concord/practice";
import { Form, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, EmptyState, Field, Page } from "../ui/index.ts";
import type { Route } from "./+types/find";
import { FoundPassages } from "./components/FoundPassages.tsx";
import { LibraryEmpty } from "./components/LibraryEmpty.tsx";
import { LibraryHead } from "./components/LibraryHead.tsx";
import { likeLink, likeWhat } from "./like-query.server.ts";
import { pageTitle } from "./page-title.server.ts";
import { passageLink } from "./passage-link.server.ts";

export const handle = { access: { kind: "practice", action: "read-library" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const messages = messagesOf(asked.context);
  const { searchParams } = new URL(asked.request.url);
  const question = (searchParams.get("q") ?? "").slice(0, 300);
  const what = likeWhat(searchParams.get("like"));
  const { terms, passages, like } =
    what === null
      ? { ...(await mapRefusalTo403(findPassages(appContext, actor, question))), like: null }
      : await foundLike(appContext, actor, what, question);
  return {
    title: pageTitle(messages, messages.text("library.nav.search")),
    hasNoTexts: (await mapRefusalTo403(listTexts(appContext, actor))).length === 0,
    mayWrite: authorise(actor, "write-library", { kind: "practice" }).kind === "allowed",
    question,
    terms,
    like,
    passages: passages.map(({ text, from, source, locator, words, ...rest }) => ({
      place: citationOf(source, locator),
      link: passageLink(text, from),
      like: likeLink(text, from),
      words,
      shared: "shared" in rest ? rest.shared : [],
    })),
  };
}

async function foundLike(appContext: AppContext, actor: Actor, what: LikeWhat, question: string) {
  const { like, terms, passages } = await mapRefusalTo403(findSimilar(appContext, actor, what, { question }));
  const asked = what.kind === "accepted" ? what.concept : `${what.text}@${what.from}`;
  if (like.kind === "passage")
    return {
      terms,
      passages,
      like: {
        asked,
        title: { id: "library.search.similar.passage", values: {} } satisfies StaffMessage,
        words: like.words,
        place: citationOf(like.source, like.locator),
        link: passageLink(like.text, like.from),
        isEmpty: false,
      },
    };
  const { concept, accepted } = like;
  return {
    terms,
    passages,
    like: {
      asked,
      title: {
        id: "library.search.similar.concept",
        values: { concept: concept.name },
      } satisfies StaffMessage,
      words: null,
      place: {
        id: "library.search.similar.accepted",
        values: { count: accepted },
      } satisfies StaffMessage,
      link: `/library/concept/${encodeURIComponent(concept.id)}`,
      isEmpty: accepted === 0,
    },
  };
}

export default function Find({ loaderData }: Route.ComponentProps) {
  const { question, terms, passages, like, hasNoTexts, mayWrite } = loaderData;
  const { text } = useMessages();
  return (
    <Page width="narrow">
      <LibraryHead current="search">{text("library.search.intro")}</LibraryHead>
      <Form method="get" className="find-form" role="search">
        {like !== null && <input type="hidden" name="like" value={like.asked} />}
        <Field
          label={text(like === null ? "library.search.terms" : "library.search.more-terms")}
          name="q"
          type="search"
          defaultValue={question}
          hint={text("library.search.hint")}
        />
        <Button>{text("library.search.button")}</Button>
      </Form>
      {like !== null && <LikeCard like={like} terms={terms} />}
      {hasNoTexts && <LibraryEmpty mayWrite={mayWrite} />}
      {!hasNoTexts && like?.isEmpty === true && (
        <EmptyState
          title={text("library.search.empty.accepted-title")}
          action={<Link to={like.link}>{text("library.search.empty.concept")}</Link>}
        >
          {text("library.search.empty.accepted")}
        </EmptyState>
      )}
      {!hasNoTexts && like === null && terms.length > 0 && passages.length === 0 && (
        <EmptyState title={text("library.search.empty.results-title")}>
          {text("library.search.empty.results")}
        </EmptyState>
      )}
      {!hasNoTexts && like?.isEmpty === false && passages.length === 0 && (
        <EmptyState title={text("library.search.empty.similar-title")}>
          {text("library.search.empty.similar")}
        </EmptyState>
      )}
      <FoundPassages passages={passages} />
    </Page>
  );
}

/** What the passages below are like, and by which words. */
function LikeCard({
  like,
  terms,
}: {
  readonly like: NonNullable<Route.ComponentProps["loaderData"]["like"]>;
  readonly terms: readonly string[];
}) {
  const { of, text } = useMessages();
  return (
    <Card
      title={of(like.title)}
      aside={<Link to="/library/find">{text("library.search.similar.by-terms")}</Link>}
    >
      {like.words !== null && <blockquote className="like-model">{like.words}</blockquote>}
      {!like.isEmpty && (
        <p className="small">
          <Link to={like.link}>{of(like.place)}</Link>
        </p>
      )}
      {terms.length > 0 && (
        <p className="soft small">{text("library.search.similar.terms", { terms: terms.slice(0, 12) })}</p>
      )}
    </Card>
  );
}
