import { clinicContext } from "@concord/clinic/context";
import { readAudit } from "@concord/practice";
import { Form, Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import {
  Button,
  ButtonLink,
  Choice,
  EmptyState,
  FormattedDate,
  Page,
  PageHeader,
  Table,
} from "../ui/index.ts";
import type { Route } from "./+types/audit";

export const handle = { access: { kind: "practice", action: "read-audit" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { searchParams } = new URL(asked.request.url);
  const before = searchParams.get("before");
  const staff = searchParams.get("person");
  const subject = searchParams.get("record") ?? "";
  const chosen = {
    ...(isEntry(staff) ? { staff } : {}),
    ...(subject === "" ? {} : { subject }),
  };
  const { appContext } = asked.context.get(clinicContext);
  const log = await mapRefusalTo403(
    readAudit(appContext, actor, { ...chosen, ...(isEntry(before) ? { before } : {}) }),
  );
  return { title: messagesOf(asked.context).text("audit.meta"), chosen, ...log };
}

const isEntry = (text: string | null): text is string => text !== null && /^[0-9a-f-]{36}$/.test(text);

function auditLink(person: string | undefined, record: string | undefined, before?: string) {
  const params = new URLSearchParams();
  if (person !== undefined) params.set("person", person);
  if (record !== undefined) params.set("record", record);
  if (before !== undefined) params.set("before", before);
  return `/audit?${params}`;
}

export default function Audit({ loaderData }: Route.ComponentProps) {
  const { lines, next, people, chosen } = loaderData;
  const { text, of, written } = useMessages();
  return (
    <Page>
      <PageHeader title={text("audit.title")}>{text("audit.text")}</PageHeader>
      <Form method="get" className="concordance-form" role="search">
        <Choice label={text("audit.filter.person")} name="person" defaultValue={chosen.staff ?? ""}>
          <option value="">{text("audit.filter.everyone")}</option>
          {people.map(({ staff, name }) => (
            <option key={staff} value={staff}>
              {name}
            </option>
          ))}
        </Choice>
        {chosen.subject !== undefined && <input type="hidden" name="record" value={chosen.subject} />}
        <Button type="submit">{text("audit.filter.show")}</Button>
      </Form>
      {chosen.subject !== undefined && (
        <p>
          {text("audit.filter.record", { record: chosen.subject })}{" "}
          <Link to={auditLink(chosen.staff, undefined)}>{text("audit.filter.every-record")}</Link>
        </p>
      )}
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
                <Link to={auditLink(chosen.staff, line.subject)}>
                  <code className="audit-subject">{line.subject}</code>
                </Link>
              </td>
            </tr>
          ))}
        </Table>
      )}
      {next !== null && (
        <div>
          <ButtonLink to={auditLink(chosen.staff, chosen.subject, next)} look="quiet">
            {text("audit.earlier")}
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}
