import { Fragment } from "react";
import { Link } from "react-router";
import { useMessages } from "../../ui/frame/messages.ts";
import { Card } from "../../ui/index.ts";
import type { PublishedBodyFacts, SourceCard } from "../page-data/claim-page.server.ts";
import { EvidenceFigure } from "./EvidenceFigure.tsx";

/** What a claim rests on, each down to where it is published. */
export function SourceCards({ sources }: { readonly sources: readonly SourceCard[] }) {
  return sources.map((source) => {
    if (source.kind === "computed") return <ComputedSource key={source.edition} source={source} />;
    return source.kind === "study" ? (
      <StudySource key={source.id} source={source} />
    ) : (
      <PublishedSource key={source.id} source={source} />
    );
  });
}

function PublishedSource({ source }: { readonly source: Extract<SourceCard, { kind: "published" }> }) {
  const { text } = useMessages();
  return (
    <Card title={source.topic}>
      <p>
        {text("evidence.source.citation", { citation: source.citation })} <DoiLink doi={source.doi} />
      </p>
      {source.forest !== null && <EvidenceFigure drawn={source.forest} />}
      <Figures figures={source.figures} />
      <dl className="facts">
        <dt>{text("evidence.claim.population")}</dt>
        <dd>{source.population}</dd>
        <PublishedBody body={source.body} />
        {source.note !== null && (
          <>
            <dt>{text("evidence.source.note")}</dt>
            <dd>{source.note}</dd>
          </>
        )}
      </dl>
      <p>
        <Link to={`/evidence/synthesis/${source.id}`}>{text("evidence.source.checks")}</Link>
      </p>
    </Card>
  );
}

function StudySource({ source }: { readonly source: Extract<SourceCard, { kind: "study" }> }) {
  const { text } = useMessages();
  return (
    <Card title={source.topic}>
      <p>
        {text("evidence.source.citation", { citation: source.citation })} <DoiLink doi={source.doi} />
      </p>
      <Figures figures={source.figures} />
      <dl className="facts">
        <dt>{text("evidence.claim.population")}</dt>
        <dd>{source.population}</dd>
        {source.note !== null && (
          <>
            <dt>{text("evidence.source.note")}</dt>
            <dd>{source.note}</dd>
          </>
        )}
      </dl>
      <p>
        <Link to={`/evidence/study/${source.id}`}>{text("evidence.source.study")}</Link>
      </p>
    </Card>
  );
}

function ComputedSource({ source }: { readonly source: Extract<SourceCard, { kind: "computed" }> }) {
  const { text } = useMessages();
  return (
    <Card title={text("evidence.source.computed")}>
      <p className="figures">{source.result}</p>
      <p className="soft small">
        {text("evidence.source.model", { model: source.model, version: source.edition })}
      </p>
      <p>
        <Link to={`/evidence/synthesis/${source.synthesis}`}>{text("evidence.source.forest")}</Link>
      </p>
      <details className="details">
        <summary>{text("evidence.source.studies", { count: source.studies.length })}</summary>
        <ul className="study-links">
          {source.studies.map((study) => (
            <li key={study.id}>
              <Link to={`/evidence/study/${encodeURIComponent(study.id)}`}>{study.citation}</Link>{" "}
              <span className="soft small">
                {study.weight === null
                  ? text("evidence.source.effects", { count: study.effects })
                  : text("evidence.source.effects-weight", { count: study.effects, weight: study.weight })}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}

/** How many studies and participants a published meta-analysis is based on, and how far its studies differ. */
export function PublishedBody({ body }: { readonly body: PublishedBodyFacts }) {
  const { text, format } = useMessages();
  const facts = [
    ["studies", text("evidence.source.published-studies"), body.studies],
    ["participants", text("evidence.source.published-participants"), body.participants],
  ] as const;
  return (
    <>
      {facts.map(
        ([name, label, count]) =>
          count !== null && (
            <Fragment key={name}>
              <dt>{label}</dt>
              <dd>{format.number(count)}</dd>
            </Fragment>
          ),
      )}
      {body.heterogeneity !== null && (
        <>
          <dt>{text("evidence.source.heterogeneity")}</dt>
          <dd>{body.heterogeneity}</dd>
        </>
      )}
    </>
  );
}

function Figures({ figures }: { readonly figures: readonly string[] }) {
  return (
    <ul className="source-figures">
      {figures.map((figure) => (
        <li key={figure} className="figures">
          {figure}
        </li>
      ))}
    </ul>
  );
}

export function DoiLink({ doi }: { readonly doi: string | null }) {
  if (doi === null || !/^10\.\d{4,9}\/\S+$/.test(doi)) return null;
  return (
    <a href={`https://doi.org/${encodeURI(doi)}`} rel="noreferrer noopener" target="_blank">
      doi {doi}
    </a>
  );
}
