import { sparkline } from "@concord/charts";
import { clinicContext } from "@concord/clinic/context";
import { countOverdue, listGroups, readCaseload, rolesOf } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { requireVisitor } from "../access/require-actor.ts";
import { ButtonLink, Notice, Page, PageHeader, Pagination } from "../ui/index.ts";
import type { Route } from "./+types/caseload";
import { caseloadHref, caseloadQueryOf } from "./caseload-query.ts";
import { CaseloadEmpty } from "./components/CaseloadEmpty.tsx";
import { CaseloadTable } from "./components/CaseloadTable.tsx";
import { CaseloadTools } from "./components/CaseloadTools.tsx";

export const handle = { access: { kind: "practice", action: "read-caseload" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Caseload · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const { actor } = await requireVisitor(asked);
  const query = caseloadQueryOf(new URL(asked.request.url).searchParams);
  const { appContext } = asked.context.get(clinicContext);
  const { rows, ...page } = await mapRefusalTo403(readCaseload(appContext, actor, query));
  return {
    query,
    page,
    groups: await mapRefusalTo403(listGroups(appContext, actor)),
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
  const { query, page, rows, groups, overdue, supervising, opensCases, handedOver } = loaderData;
  return (
    <Page>
      {handedOver && <Notice tone="good" title="Case handed over." announced />}
      <PageHeader
        title="Caseload"
        actions={
          opensCases && (
            <>
              <ButtonLink to="/import" look="quiet">
                Import ratings
              </ButtonLink>
              <ButtonLink to="/caseload/new" look="quiet">
                New case
              </ButtonLink>
            </>
          )
        }
      >
        {query.search === ""
          ? attentionSentence(page.counts.attention, page.counts.all)
          : foundSentence(query.search, page.counts.all)}
      </PageHeader>
      {overdue > 0 && (
        <Notice tone="urgent">
          <p>
            {overdue === 1
              ? "An answer has waited for a person past its time."
              : `${overdue} answers have waited for a person past their time.`}{" "}
            <Link to="/tasks">See {overdue === 1 ? "it" : "them"} under Tasks</Link>
          </p>
        </Notice>
      )}
      {groups.length > 0 && (
        <nav aria-label="Groups" className="row small">
          <span className="soft">Groups</span>
          {groups.map(({ group, name, members }) => (
            <Link key={group} to={`/group/${group}`}>
              {name}, {members} members
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
        total={page.total}
        noun="cases"
        href={(number) => caseloadHref(query, { page: number })}
      />
    </Page>
  );
}

function foundSentence(search: string, open: number): string {
  if (open === 0) return `No open case matches “${search}”.`;
  return `${open === 1 ? "One open case matches" : `${open.toLocaleString("en")} open cases match`} “${search}”.`;
}

function attentionSentence(attention: number, open: number): string {
  if (open === 0) return "There are no open cases.";
  const cases = open === 1 ? "the one open case" : `${open.toLocaleString("en")} open cases`;
  if (attention === 0) return `Nothing stands out in ${cases}.`;
  const asks = attention === 1 ? "One asks" : `${attention.toLocaleString("en")} ask`;
  return `${asks} for a thought before the next session, of ${cases}.`;
}
