import { sparkline } from "@concord/charts";
import { clinicContext } from "@concord/clinic/context";
import { countOverdue, countWaiting, listGroups, readCaseload, rolesOf } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { ButtonLink, Notice, Page, PageHeader, Pagination } from "../ui/index.ts";
import type { Route } from "./+types/caseload";
import { caseloadHref, caseloadQueryOf } from "./caseload-query.ts";
import { CaseloadEmpty } from "./components/CaseloadEmpty.tsx";
import { CaseloadTable } from "./components/CaseloadTable.tsx";
import { CaseloadTools } from "./components/CaseloadTools.tsx";

export const handle = { access: { kind: "practice", action: "read-caseload" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `${loaderData?.title ?? ""} · Concord` }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const query = caseloadQueryOf(new URL(asked.request.url).searchParams);
  const { appContext } = asked.context.get(clinicContext);
  const { rows, ...page } = await mapRefusalTo403(readCaseload(appContext, actor, query));
  return {
    title: messagesOf(asked.context).text("caseload.title"),
    query,
    page,
    groups: await mapRefusalTo403(listGroups(appContext, actor)),
    waiting: await countWaiting(appContext, actor),
    overdue: await mapRefusalTo403(countOverdue(appContext, actor)),
    supervising: rolesOf(actor).includes("supervisor"),
    opensCases: rolesOf(actor).includes("therapist"),
    handedOver: new URL(asked.request.url).searchParams.has("handed-over"),
    rows: rows.map((row) => ({ row, spark: sparkline(row.spark.slice(-shownSessions)) })),
  };
}

/** A word-sized line bears this many sessions. */
const shownSessions = 30;

export default function Caseload({ loaderData }: Route.ComponentProps) {
  const { query, page, rows, groups, waiting, overdue, supervising, opensCases, handedOver } = loaderData;
  const { text } = useMessages();
  const { attention, all: total } = page.counts;
  return (
    <Page>
      {handedOver && <Notice tone="good" title={text("caseload.transferred")} announced />}
      <PageHeader
        title={text("caseload.title")}
        actions={
          opensCases && (
            <>
              <ButtonLink to="/waiting" look="quiet">
                {text("caseload.waiting.link", { count: waiting })}
              </ButtonLink>
              <ButtonLink to="/import" look="quiet">
                {text("caseload.import")}
              </ButtonLink>
              <ButtonLink to="/caseload/new" look="quiet">
                {text("caseload.add")}
              </ButtonLink>
            </>
          )
        }
      >
        {query.search !== ""
          ? text("caseload.found", { total, search: query.search })
          : total === 0
            ? text("caseload.summary.none")
            : attention === 0
              ? text("caseload.summary.quiet", { total })
              : text("caseload.summary.attention", { attention, total })}
      </PageHeader>
      {overdue > 0 && (
        <Notice tone="urgent">
          <p>
            {text("caseload.overdue.text", { count: overdue })}{" "}
            <Link to="/tasks">{text("caseload.overdue.link")}</Link>
          </p>
        </Notice>
      )}
      {groups.length > 0 && (
        <nav aria-label={text("caseload.groups.label")} className="row small">
          <span className="soft">{text("caseload.groups.label")}</span>
          {groups.map(({ group, name, members }) => (
            <Link key={group} to={`/group/${group}`}>
              {text("caseload.groups.group", { name, members })}
            </Link>
          ))}
        </nav>
      )}
      <CaseloadTools query={query} counts={page.counts} />
      {rows.length === 0 ? (
        <CaseloadEmpty query={query} supervising={!opensCases} />
      ) : (
        <CaseloadTable rows={rows} query={query} therapists={supervising} />
      )}
      <Pagination
        page={page.page}
        pages={page.pages}
        position={text("caseload.pages", { page: page.page, pages: page.pages, total: page.total })}
        href={(number) => caseloadHref(query, { page: number })}
      />
    </Page>
  );
}
