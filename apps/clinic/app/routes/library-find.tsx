import { clinicContext } from "@concord/clinic/context";
import { findPassages } from "@concord/practice";
import { Form, Link } from "react-router";
import { heed } from "../access/heed.ts";
import { requireActor } from "../access/require-actor.ts";
import { Button, EmptyState, Field, Page } from "../parts/index.ts";
import { LibraryHead } from "../parts/library/LibraryHead.tsx";
import { placeLink, placeWords } from "../parts/library/place.server.ts";
import type { Route } from "./+types/library-find";

export const meta: Route.MetaFunction = () => [{ title: "Find · Library · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = await requireActor(asked, "read-library", { kind: "practice" });
  const { house } = asked.context.get(clinicContext);
  const question = (new URL(asked.request.url).searchParams.get("q") ?? "").slice(0, 300);
  const { terms, passages } = await heed(findPassages(house, actor, question));
  return {
    question,
    terms,
    passages: passages.map(({ text, from, source, locator, chapter, words }) => ({
      place: placeWords(source, locator),
      link: placeLink(text, from),
      chapter,
      words,
    })),
  };
}

export default function Find({ loaderData }: Route.ComponentProps) {
  const { question, terms, passages } = loaderData;
  return (
    <Page width="narrow">
      <LibraryHead current="find">Passages that answer best, from all your texts.</LibraryHead>
      <Form method="get" className="find-form" role="search">
        <Field
          label="Words"
          name="q"
          type="search"
          defaultValue={question}
          hint={'“Words in quotation marks” as a phrase; "bond patient"~8 within eight words of each other.'}
        />
        <Button>Find</Button>
      </Form>
      {terms.length > 0 && passages.length === 0 && (
        <EmptyState title="Nothing answers that">
          Try another wording: authors of other years said it otherwise. A concept page knows many of them.
        </EmptyState>
      )}
      <ol className="passages">
        {passages.map((passage) => (
          <li key={passage.link} className="card">
            <blockquote>{passage.words}</blockquote>
            <p className="small">
              <Link to={passage.link}>{passage.place}</Link>
            </p>
          </li>
        ))}
      </ol>
    </Page>
  );
}
