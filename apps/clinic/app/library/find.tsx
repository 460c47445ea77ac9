import { clinicContext } from "@concord/clinic/context";
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
import { admittedActor } from "../access/require-actor.ts";
import { Button, Card, EmptyState, Field, Page } from "../ui/index.ts";
import type { Route } from "./+types/find";
import { FoundPassages } from "./components/FoundPassages.tsx";
import { LibraryHead } from "./components/LibraryHead.tsx";
import { LibraryEmpty } from "./components/ShelfEmpty.tsx";
import { likeLink, likeWhat } from "./like-query.server.ts";
import { placeLink, placeWords } from "./place.server.ts";

export const handle = { access: { kind: "practice", action: "read-library" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Find · Library · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { searchParams } = new URL(asked.request.url);
  const question = (searchParams.get("q") ?? "").slice(0, 300);
  const what = likeWhat(searchParams.get("like"));
  const { terms, passages, like } =
    what === null
      ? { ...(await mapRefusalTo403(findPassages(appContext, actor, question))), like: null }
      : await foundLike(appContext, actor, what, question);
  return {
    isShelfEmpty: (await mapRefusalTo403(listTexts(appContext, actor))).length === 0,
    mayWrite: authorise(actor, "write-library", { kind: "practice" }).kind === "allowed",
    question,
    terms,
    like,
    passages: passages.map(({ text, from, source, locator, words, ...rest }) => ({
      place: placeWords(source, locator),
      link: placeLink(text, from),
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
        title: "Passages like this one",
        words: like.words,
        place: placeWords(like.source, like.locator),
        link: placeLink(like.text, like.from),
        isEmpty: false,
      },
    };
  const { concept, accepted } = like;
  return {
    terms,
    passages,
    like: {
      asked,
      title: `Passages like those accepted for ${concept.name}`,
      words: null,
      place: accepted === 1 ? "The accepted passage" : `The ${accepted} accepted passages`,
      link: `/library/concept/${encodeURIComponent(concept.id)}`,
      isEmpty: accepted === 0,
    },
  };
}

export default function Find({ loaderData }: Route.ComponentProps) {
  const { question, terms, passages, like, isShelfEmpty, mayWrite } = loaderData;
  return (
    <Page width="narrow">
      <LibraryHead current="find">Passages that answer best, from all your texts.</LibraryHead>
      <Form method="get" className="find-form" role="search">
        {like !== null && <input type="hidden" name="like" value={like.asked} />}
        <Field
          label={like === null ? "Words" : "Words that should weigh besides"}
          name="q"
          type="search"
          defaultValue={question}
          hint={'“Words in quotation marks” as a phrase; "bond patient"~8 within eight words of each other.'}
        />
        <Button>Find</Button>
      </Form>
      {like !== null && <LikeCard like={like} terms={terms} />}
      {isShelfEmpty && <LibraryEmpty mayWrite={mayWrite} />}
      {!isShelfEmpty && like?.isEmpty === true && (
        <EmptyState title="Nothing is accepted there yet" action={<Link to={like.link}>To the concept</Link>}>
          Accept a passage, and there is something to be like.
        </EmptyState>
      )}
      {!isShelfEmpty && like === null && terms.length > 0 && passages.length === 0 && (
        <EmptyState title="Nothing answers that">
          Try another wording: authors of other years said it otherwise. A concept page knows many of them.
        </EmptyState>
      )}
      {!isShelfEmpty && like?.isEmpty === false && passages.length === 0 && (
        <EmptyState title="Nothing else is like it">
          No other passage shares the words that mark it.
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
  return (
    <Card title={like.title} aside={<Link to="/library/find">Search by words</Link>}>
      {like.words !== null && <blockquote className="like-model">{like.words}</blockquote>}
      {!like.isEmpty && (
        <p className="small">
          <Link to={like.link}>{like.place}</Link>
        </p>
      )}
      {terms.length > 0 && (
        <p className="soft small">
          What marks {like.words === null ? "them" : "it"}: {terms.slice(0, 12).join(", ")}.
        </p>
      )}
    </Card>
  );
}
