import { clinicContext } from "@concord/clinic/context";
import { resultWords } from "@concord/evidence";
import { readEdition } from "@concord/practice";
import { Link } from "react-router";
import type { RouteHandle } from "../access/handle.ts";
import { mapRefusalTo403 } from "../access/map-refusal.ts";
import { admittedActor } from "../access/require-actor.ts";
import { useMessages } from "../ui/frame/messages.ts";
import { Card, FormattedDate, Notice, Page, PageHeader } from "../ui/index.ts";
import type { Route } from "./+types/edition";
import { CopyText } from "./components/CopyText.tsx";
import { Program } from "./components/Program.tsx";

export const handle = { access: { kind: "practice", action: "read-evidence" } } satisfies RouteHandle;

export const meta = ({ params }: Route.MetaArgs) => [
  { title: `${params.synthesis}, edition ${params.number} · Concord` },
];

export async function loader(asked: Route.LoaderArgs) {
  const actor = admittedActor(asked);
  const { appContext } = asked.context.get(clinicContext);
  const { synthesis, number } = asked.params;
  const wanted = /^\d{1,6}$/.test(number) ? Number(number) : 0;
  const view = await mapRefusalTo403(readEdition(appContext, actor, synthesis, wanted));
  return { ...view, result: resultWords(view.edition.result) };
}

/** What was said on one day, as it is cited. */
export default function Edition({ loaderData }: Route.ComponentProps) {
  const { edition, title, question, state, message, program, result } = loaderData;
  const { of } = useMessages();
  return (
    <Page>
      <PageHeader
        above={<Link to={`/evidence/synthesis/${edition.synthesis}`}>{title}</Link>}
        title={`Edition ${edition.number}`}
      >
        {question}
      </PageHeader>
      {state === "superseded" && (
        <Notice title="A newer edition has been issued">
          <p>
            This one stays as it was cited.{" "}
            <Link to={`/evidence/synthesis/${edition.synthesis}`}>What the studies say now</Link>
          </p>
        </Notice>
      )}
      <Card title="What it said">
        <p className="sentence figures">{result}.</p>
        {edition.claims.map((claim) => (
          <p key={claim.id}>{claim.sentence}</p>
        ))}
        <dl className="facts">
          <dt>Issued</dt>
          <dd>
            <FormattedDate at={edition.date} />
          </dd>
          <dt>Because</dt>
          <dd>{edition.because}</dd>
          <dt>Name</dt>
          <dd>
            <code>{edition.id}</code>
          </dd>
          {edition.digest !== null && (
            <>
              <dt>Digest</dt>
              <dd>
                <code className="digest">{edition.digest}</code>
                <br />
                <span className="soft">Equal digests mean the same studies under the same model.</span>
              </dd>
            </>
          )}
        </dl>
      </Card>
      <Card title="To cite it">
        <CopyText text={`${of(message)} Edition ${edition.id}.`} label="the sentence of this edition" />
        {program !== null && (
          <details className="details">
            <summary>The R program that gives its figures again</summary>
            <Program text={program} />
          </details>
        )}
      </Card>
    </Page>
  );
}
