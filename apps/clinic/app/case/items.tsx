import { clinicContext } from "@concord/clinic/context";
import type { Rater } from "@concord/instruments";
import { type FormLine, readCaseForms, readItems } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { shortlyTitled } from "../ui/course/titles.server.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { EmptyState, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/items";
import { ItemDrillDown } from "./components/ItemDrillDown.tsx";
import { ItemForms } from "./components/ItemForms.tsx";

export const handle = { access: { kind: "subject", action: "read-case" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { episode } = asked.params;
  const view = await mapRefusalTo403(readCaseForms(appContext, actor, episode));
  const forms = answeredForms(shortlyTitled(view.forms));
  const search = new URL(asked.request.url).searchParams;
  const chosen =
    forms.find((form) => form.instrument === search.get("form") && form.rater === search.get("rater")) ??
    forms[0];
  return {
    title: messagesOf(asked.context).text("case.page.items"),
    episode,
    client: view.client,
    forms,
    table:
      chosen === undefined
        ? null
        : await mapRefusalTo403(
            readItems(appContext, actor, { episode, instrument: chosen.instrument, rater: chosen.rater }),
          ),
  };
}

export interface AnsweredForm {
  readonly instrument: string;
  readonly title: string;
  readonly rater: Rater;
}

/** Each form that has at least one answer, once for each who gave it. */
function answeredForms(lines: readonly FormLine[]): readonly AnsweredForm[] {
  const forms = lines
    .filter((line) => line.state === "answered")
    .map(({ instrument, title, rater }) => ({ instrument, title, rater }));
  return [...new Map(forms.map((form) => [`${form.instrument} ${form.rater}`, form])).values()];
}

export default function Items({ loaderData }: Route.ComponentProps) {
  const { text } = useMessages();
  const { episode, client, forms, table } = loaderData;
  return (
    <Page>
      <PageHeader above={<Link to={`/case/${episode}`}>{client}</Link>} title={text("case.items.title")}>
        {text("case.items.about")}
      </PageHeader>
      {table === null ? (
        <EmptyState title={text("case.items.none")}>{text("case.items.none.text")}</EmptyState>
      ) : (
        <>
          <ItemForms forms={forms} episode={episode} current={table} />
          <ItemDrillDown table={table} />
        </>
      )}
    </Page>
  );
}
