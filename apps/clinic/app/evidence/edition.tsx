import { clinicContext } from "@concord/clinic/context";
import { resultMessage } from "@concord/evidence";
import { readEdition } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { messagesOf } from "../access/messages-of.server.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { RichText } from "../ui/frame/RichText.tsx";
import { Card, FormattedDate, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/edition";
import { CopyText } from "./components/CopyText.tsx";
import { Program } from "./components/Program.tsx";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.pageTitle ?? "Concord" }];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { synthesis, number } = asked.params;
  const wanted = /^\d{1,6}$/.test(number) ? Number(number) : 0;
  const view = await mapRefusalTo403(readEdition(appContext, actor, synthesis, wanted));
  const { text } = messagesOf(asked.context);
  return {
    ...view,
    result: text("evidence.result.sentence", { result: resultMessage(view.edition.result) }),
    pageTitle: text("evidence.page-title.version", { title: view.title, number: view.edition.number }),
  };
}

/** What was said on one day, as it is cited. */
export default function Edition({ loaderData }: Route.ComponentProps) {
  const { text, of, written } = useMessages();
  const { edition, title, question, state, message, program, result } = loaderData;
  return (
    <Page>
      <PageHeader
        above={<Link to={`/evidence/synthesis/${edition.synthesis}`}>{title}</Link>}
        title={text("evidence.version.title", { number: edition.number })}
      >
        {question}
      </PageHeader>
      {state === "superseded" && (
        <Notice title={text("evidence.version.newer.title")}>
          <p>
            <RichText
              id="evidence.version.newer.text"
              values={{}}
              tags={{
                link: (inside) => <Link to={`/evidence/synthesis/${edition.synthesis}`}>{inside}</Link>,
              }}
            />
          </p>
        </Notice>
      )}
      <Card title={text("evidence.version.result")}>
        <p className="sentence figures">{result}</p>
        {edition.claims.map((claim) => (
          <p key={claim.id}>{written(claim.sentence)}</p>
        ))}
        <dl className="facts">
          <dt>{text("evidence.version.created")}</dt>
          <dd>
            <FormattedDate at={edition.date} />
          </dd>
          <dt>{text("evidence.version.reason")}</dt>
          <dd>{written(edition.because)}</dd>
          <dt>{text("evidence.version.identifier")}</dt>
          <dd>
            <code>{edition.id}</code>
          </dd>
          {edition.digest !== null && (
            <>
              <dt>{text("evidence.version.checksum")}</dt>
              <dd>
                <code className="digest">{edition.digest}</code>
                <br />
                <span className="soft">{text("evidence.version.checksum-about")}</span>
              </dd>
            </>
          )}
        </dl>
      </Card>
      <Card title={text("evidence.version.cite")}>
        <CopyText
          text={text("evidence.version.citation", { sentence: of(message), version: edition.id })}
          label={text("evidence.export.citation-copy")}
        />
        {program !== null && (
          <details className="details">
            <summary>{text("evidence.version.script")}</summary>
            <Program text={program} />
          </details>
        )}
      </Card>
    </Page>
  );
}
