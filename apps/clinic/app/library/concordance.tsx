import { dispersionStrip } from "@concord/charts";
import { clinicContext } from "@concord/clinic/context";
import { shortCitationOf } from "@concord/library";
import { authorise, listTexts, readConcordance } from "@concord/practice";
import { Form, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Button, Card, Chart, Choice, EmptyState, Field, Page, Pagination } from "../ui/index.ts";
import type { Route } from "./+types/concordance";
import { LibraryEmpty } from "./components/LibraryEmpty.tsx";
import { LibraryHead } from "./components/LibraryHead.tsx";
import { concordanceChoice, linesPerPage } from "./concordance-query.ts";
import { pageTitle } from "./page-title.server.ts";
import { passageLink } from "./passage-link.server.ts";

export const handle = { access: { kind: "practice", action: "read-library" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const messages = messagesOf(asked.context);
  const { searchParams } = new URL(asked.request.url);
  const { choice, page } = concordanceChoice(searchParams);
  const view = choice.words === "" ? null : await mapRefusalTo403(readConcordance(appContext, actor, choice));
  if (view !== null && searchParams.get("as") === "table")
    throw new Response(view.table(messages), {
      headers: {
        "Content-Type": "text/tab-separated-values; charset=utf-8",
        "Content-Disposition": 'attachment; filename="concordance.tsv"',
      },
    });
  const most = Math.max(1, ...(view?.strips ?? []).flatMap(({ parts }) => parts));
  return {
    title: pageTitle(messages, messages.text("library.nav.concordance")),
    hasNoTexts: (await mapRefusalTo403(listTexts(appContext, actor))).length === 0,
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
        link: passageLink(text, from),
        place: shortCitationOf(source, locator),
      })),
      strips: view.strips.map(({ source, places, words, parts }) => ({
        title: source.title,
        places,
        perThousand: words === 0 ? 0 : (1000 * places) / words,
        drawn: dispersionStrip({
          label: messages.text("library.concordance.strip", { title: source.title, count: places }),
          parts,
          most,
        }),
      })),
    },
  };
}

/** Every place of a word, each on a line of its own. */
export default function Concordance({ loaderData }: Route.ComponentProps) {
  const { choice, view, page, query, hasNoTexts, mayWrite } = loaderData;
  const { of, text, format } = useMessages();
  const at = (changed: Readonly<Record<string, string>>) => {
    const params = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changed)) params.set(name, value);
    return `/library/concordance?${params}`;
  };
  return (
    <Page>
      <LibraryHead current="concordance">{text("library.concordance.intro")}</LibraryHead>
      <Form method="get" className="concordance-form" role="search">
        <Field
          label={text("library.concordance.words")}
          name="words"
          type="search"
          defaultValue={choice.words}
        />
        <Choice label={text("library.concordance.match")} name="match" defaultValue={choice.match}>
          <option value="every-form">{text("library.concordance.match.every-form")}</option>
          <option value="written">{text("library.concordance.match.written")}</option>
        </Choice>
        <Choice label={text("library.concordance.order")} name="order" defaultValue={choice.order}>
          <option value="text">{text("library.concordance.order.text")}</option>
          <option value="left">{text("library.concordance.order.left")}</option>
          <option value="right">{text("library.concordance.order.right")}</option>
        </Choice>
        <Field label={text("library.concordance.near")} name="near" defaultValue={choice.collocate ?? ""} />
        <Field label={text("library.concordance.author")} name="author" defaultValue={choice.author ?? ""} />
        <Button>{text("library.concordance.button")}</Button>
      </Form>
      {hasNoTexts && <LibraryEmpty mayWrite={mayWrite} />}
      {!hasNoTexts && view !== null && view.places === 0 && (
        <EmptyState title={text("library.concordance.empty")} />
      )}
      {view !== null && view.places > 0 && (
        <>
          <Card
            title={text("library.concordance.occurrences", { count: view.places })}
            aside={
              <a href={at({ as: "table" })} download>
                {text("library.concordance.download")}
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
                  <span className="kwic-place soft small">{of(line.place)}</span>
                </li>
              ))}
            </ul>
            <Pagination
              page={page}
              pages={Math.ceil(view.places / linesPerPage)}
              position={text("library.concordance.pages", {
                page,
                pages: Math.ceil(view.places / linesPerPage),
                total: view.places,
              })}
              href={(to) => at({ page: String(to) })}
            />
          </Card>
          <div className="two-cards">
            <Card title={text("library.concordance.distribution")}>
              <ul className="strips">
                {view.strips.map((strip) => (
                  <li key={strip.title}>
                    <span>{strip.title}</span>
                    <Chart svg={strip.drawn} />
                    <span className="soft small figures">
                      {text("library.concordance.rate", {
                        count: strip.places,
                        rate: strip.perThousand,
                      })}
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
            {view.collocates.length > 0 && (
              <Card title={text("library.concordance.collocates")}>
                <p className="row">
                  {view.collocates.map(({ word, count }) => (
                    <Link key={word} to={at({ near: word, page: "1" })}>
                      {word} <span className="soft small">{format.number(count)}</span>
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
