import { clinicContext } from "@concord/clinic/context";
import { readAudit } from "@concord/practice";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { ButtonLink, EmptyState, FormattedDate, Page, PageHeader, Table } from "../ui/index.ts";
import type { Route } from "./+types/audit";

export const handle = { access: { kind: "practice", action: "read-audit" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const before = new URL(asked.request.url).searchParams.get("before");
  const { appContext } = asked.context.get(clinicContext);
  const log = await mapRefusalTo403(readAudit(appContext, actor, isEntry(before) ? { before } : {}));
  return { title: messagesOf(asked.context).text("audit.meta"), ...log };
}

const isEntry = (text: string | null): text is string => text !== null && /^[0-9a-f-]{36}$/.test(text);

export default function Audit({ loaderData }: Route.ComponentProps) {
  const { lines, next } = loaderData;
  const { text, of, written } = useMessages();
  return (
    <Page>
      <PageHeader title={text("audit.title")}>{text("audit.text")}</PageHeader>
      {lines.length === 0 ? (
        <EmptyState title={text("audit.empty")} />
      ) : (
        <Table
          caption={text("audit.table.caption")}
          captionHidden
          stacks
          head={
            <tr>
              <th scope="col">{text("audit.table.when")}</th>
              <th scope="col">{text("audit.table.who")}</th>
              <th scope="col">{text("audit.table.what")}</th>
              <th scope="col">{text("audit.table.subject")}</th>
            </tr>
          }
        >
          {lines.map((line) => (
            <tr key={`${line.at} ${line.who} ${line.action} ${line.subject}`}>
              <th scope="row" className="nowrap audit-when">
                <FormattedDate at={line.at} />
              </th>
              <td data-label={text("audit.table.who")}>{written(line.by)}</td>
              <td data-label={text("audit.table.what")}>{of(line.message)}</td>
              <td data-label={text("audit.table.subject")}>
                <code className="audit-subject">{line.subject}</code>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {next !== null && (
        <div>
          <ButtonLink to={`/audit?${new URLSearchParams({ before: next })}`} look="quiet">
            {text("audit.earlier")}
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}
