import { clinicContext } from "@concord/clinic/context";
import { readAudit } from "@concord/practice";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { ButtonLink, EmptyState, FormattedDate, Page, PageHeader, Table } from "../ui/index.ts";
import type { Route } from "./+types/audit";

export const handle = { access: { kind: "practice", action: "read-audit" } } satisfies RouteHandle;

export const meta: Route.MetaFunction = () => [{ title: "Access log · Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const before = new URL(asked.request.url).searchParams.get("before");
  const { appContext } = asked.context.get(clinicContext);
  return mapRefusalTo403(readAudit(appContext, actor, isEntry(before) ? { before } : {}));
}

const isEntry = (text: string | null): text is string => text !== null && /^[0-9a-f-]{36}$/.test(text);

export default function Audit({ loaderData }: Route.ComponentProps) {
  const { lines, next } = loaderData;
  const { of, written } = useMessages();
  return (
    <Page>
      <PageHeader title="Access log">
        Who read or changed what, newest first. It can only grow: nothing in it is ever edited.
      </PageHeader>
      {lines.length === 0 ? (
        <EmptyState title="Nothing has happened yet" />
      ) : (
        <Table
          caption="Entries of the access log"
          captionHidden
          stacks
          head={
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">Did what</th>
              <th scope="col">To what</th>
            </tr>
          }
        >
          {lines.map((line) => (
            <tr key={`${line.at} ${line.who} ${line.action} ${line.subject}`}>
              <th scope="row" className="nowrap audit-when">
                <FormattedDate at={line.at} />
              </th>
              <td data-label="Who">{written(line.by)}</td>
              <td data-label="Did what">{of(line.message)}</td>
              <td data-label="To what">
                <code className="audit-subject">{line.subject}</code>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {next !== null && (
        <div>
          <ButtonLink to={`/audit?${new URLSearchParams({ before: next })}`} look="quiet">
            Earlier entries
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}
