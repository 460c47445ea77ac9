import { dispersionStrip } from "@concord/charts";
import { clinicContext } from "@concord/clinic/context";
import { authorsInShort, locatorInWords } from "@concord/library";
import { authorise, listTexts, readConcordance } from "@concord/practice";
import { Form, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { Button, Card, Chart, Choice, EmptyState, Field, Page, Pagination } from "../ui/index.ts";
import type { Route } from "./+types/concordance";
import { LibraryHead } from "./components/LibraryHead.tsx";
import { LibraryEmpty } from "./components/ShelfEmpty.tsx";
import { concordanceChoice, linesPerPage } from "./concordance-query.ts";
import { placeLink } from "./place.server.ts";

export const handle = { access: { kind: "practice", action: "read-library" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "In context · Library · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { searchParams } = new URL(asked.request.url);
  const { choice, page } = concordanceChoice(searchParams);
  const view = choice.words === "" ? null : await mapRefusalTo403(readConcordance(appContext, actor, choice));
  if (view !== null && searchParams.get("as") === "table")
    throw new Response(view.table(), {
      headers: {
        "Content-Type": "text/tab-separated-values; charset=utf-8",
        "Content-Disposition": 'attachment; filename="concordance.tsv"',
      },
    });
  const most = Math.max(1, ...(view?.strips ?? []).flatMap(({ parts }) => parts));
  return {
    isShelfEmpty: (await mapRefusalTo403(listTexts(appContext, actor))).length === 0,
    mayWrite: authorise(actor, "write-library", { kind: "practice" }).kind === "allowed",
    choice,
    page,
    query: searchParams.toString(),
    view: view && {
      places: view.places,
      deviation: view.deviation,
      collocates: view.collocates.map(({ word, count }) => ({ word, count })),
      lines: view.lines.map(({ left, keyword, right, text, from, source, locator }) => ({
        left,
        keyword,
        right,
        link: placeLink(text, from),
        place: `${authorsInShort(source)} ${source.year ?? ""}, ${locatorInWords(locator)}`,
      })),
      strips: view.strips.map(({ source, places, words, parts }) => ({
        title: source.title,
        places,
        perThousand: words === 0 ? 0 : (1000 * places) / words,
        drawn: dispersionStrip({ title: source.title, parts, most }),
      })),
    },
  };
}

/** Every place of a word, each on a line of its own. */
export default function Concordance({ loaderData }: Route.ComponentProps) {
  const { choice, view, page, query, isShelfEmpty, mayWrite } = loaderData;
  const at = (changed: Readonly<Record<string, string>>) => {
    const params = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changed)) params.set(name, value);
    return `/library/concordance?${params}`;
  };
  return (
    <Page>
      <LibraryHead current="concordance">
        Every place of a word or phrase, with what stands around it.
      </LibraryHead>
      <Form method="get" className="concordance-form" role="search">
        <Field label="Word or phrase" name="words" type="search" defaultValue={choice.words} />
        <Choice label="Forms" name="match" defaultValue={choice.match}>
          <option value="every-form">All forms</option>
          <option value="written">As written</option>
        </Choice>
        <Choice label="In order of" name="order" defaultValue={choice.order}>
          <option value="text">The texts</option>
          <option value="left">The word before</option>
          <option value="right">The word after</option>
        </Choice>
        <Field label="Near the word" name="near" defaultValue={choice.collocate ?? ""} />
        <Field label="Author" name="author" defaultValue={choice.author ?? ""} />
        <Button>Show</Button>
      </Form>
      {isShelfEmpty && <LibraryEmpty mayWrite={mayWrite} />}
      {!isShelfEmpty && view !== null && view.places === 0 && (
        <EmptyState title="It stands nowhere in these texts" />
      )}
      {view !== null && view.places > 0 && (
        <>
          <Card
            title={view.places === 1 ? "1 place" : `${view.places.toLocaleString("en")} places`}
            aside={
              <a href={at({ as: "table" })} download>
                As a table
              </a>
            }
          >
            <ul className="kwic">
              {view.lines.map((line) => (
                <li key={line.link} className="kwic-line">
                  <span className="kwic-left">{line.left}</span>
                  <Link to={line.link} className="kwic-word">
                    {line.keyword}
                  </Link>
                  <span className="kwic-right">{line.right}</span>
                  <span className="kwic-place soft small">{line.place}</span>
                </li>
              ))}
            </ul>
            <Pagination
              page={page}
              pages={Math.ceil(view.places / linesPerPage)}
              total={view.places}
              noun="places"
              href={(to) => at({ page: String(to) })}
            />
          </Card>
          <div className="two-cards">
            <Card title="Where in each text">
              <ul className="strips">
                {view.strips.map((strip) => (
                  <li key={strip.title}>
                    <span>{strip.title}</span>
                    <Chart svg={strip.drawn} />
                    <span className="soft small figures">
                      {strip.places} · {strip.perThousand.toFixed(1)} in 1,000 words
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
            {view.collocates.length > 0 && (
              <Card title="Words that keep it company">
                <p className="row">
                  {view.collocates.map(({ word, count }) => (
                    <Link key={word} to={at({ near: word, page: "1" })}>
                      {word} <span className="soft small">{count}</span>
                    </Link>
                  ))}
                </p>
              </Card>
            )}
          </div>
        </>
      )}
    </Page>
  );
}
