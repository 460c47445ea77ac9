import { Link } from "react-router";
import { Card } from "../../ui/index.ts";
import type { SourceCard } from "../page-data/claim-page.server.ts";
import { counted } from "../page-data/words.ts";
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
  return (
    <Card title={source.topic}>
      <p>
        {source.citation}. <DoiLink doi={source.doi} />
      </p>
      {source.forest !== null && <EvidenceFigure drawn={source.forest} />}
      <Figures figures={source.figures} />
      <dl className="facts">
        <dt>Population</dt>
        <dd>{source.population}</dd>
        {source.body !== "" && (
          <>
            <dt>Body of studies</dt>
            <dd>{source.body}</dd>
          </>
        )}
        {source.note !== null && (
          <>
            <dt>Note</dt>
            <dd>{source.note}</dd>
          </>
        )}
      </dl>
      <p>
        <Link to={`/evidence/synthesis/${source.id}`}>What can be checked from its figures</Link>
      </p>
    </Card>
  );
}

function StudySource({ source }: { readonly source: Extract<SourceCard, { kind: "study" }> }) {
  return (
    <Card title={source.topic}>
      <p>
        {source.citation}. <DoiLink doi={source.doi} />
      </p>
      <Figures figures={source.figures} />
      <dl className="facts">
        <dt>Population</dt>
        <dd>{source.population}</dd>
        {source.note !== null && (
          <>
            <dt>Note</dt>
            <dd>{source.note}</dd>
          </>
        )}
      </dl>
      <p>
        <Link to={`/evidence/study/${source.id}`}>The record of this study</Link>
      </p>
    </Card>
  );
}

function ComputedSource({ source }: { readonly source: Extract<SourceCard, { kind: "computed" }> }) {
  return (
    <Card title="Computed from the studies in hand">
      <p className="figures">{source.result}</p>
      <p className="soft small">
        {source.model}. Edition {source.edition}.
      </p>
      <p>
        <Link to={`/evidence/synthesis/${source.synthesis}`}>
          The forest of its effects, and what changes if one counts only some of them
        </Link>
      </p>
      <details className="details">
        <summary>{counted(source.studies.length, "study", "studies")} behind it</summary>
        <ul className="study-links">
          {source.studies.map((study) => (
            <li key={study.id}>
              <Link to={`/evidence/study/${encodeURIComponent(study.id)}`}>{study.citation}</Link>{" "}
              <span className="soft small">
                {counted(study.effects, "effect", "effects")}
                {study.weight !== null && `, ${study.weight.toFixed(1)}% of the weight`}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Card>
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
